/**
 * A text that was read in part is in part when it has been converted to text: nothing that was lost is called clean. Over
 * invented filings and, where FORM4_CORPUS names their folder, over the pages of accepted filings that became text in many
 * ways: FORM4_EACH=n takes n pages of each way, and those of which all was read with a row torn besides.
 */
import assert from 'node:assert/strict';
import { howRead } from '../../../server/src/filing/howRead';
import type { Filing } from '../../../server/src/filing/model';
import { spanOfRow } from '../../../server/src/filing/queries';
import { read } from '../../../server/src/readers';
import { check } from '../../../server/src/rules/run';
import { WRITERS } from '../../../server/src/writers/targets';
import { MADE_UP, ways, type Sample } from '../writers/sources';

const TODAY = 20_700;
const EACH = Number(process.env.FORM4_EACH ?? 4);

/** The text with the words of one row of its tables in another order: nobody can tell them apart. */
function withTornRow(filing: Filing): string | undefined {
  const { text, nonDerivativeTable, derivativeTable } = filing;
  const row = [...nonDerivativeTable.rows, ...derivativeTable.rows].pop();
  if (!row) return undefined;
  const { start, end } = spanOfRow(row);
  const words = text.slice(start, end).split(/[\s|]+/);
  if (words.length < 5 || filing.xml) return undefined;
  return text.slice(0, start) + words.reverse().join(' ') + text.slice(end);
}

/** What is clean of a filing that was read in part, once it has been converted. */
function laundered({ name, text }: Sample): string[] {
  const filing = read(text);
  if (howRead(filing) !== 'part') return [];
  return (['text', 'piped'] as const).flatMap((to) => {
    const converted = read(WRITERS[to].write(filing, 'X0609').text);
    const isTold = check(converted, { today: TODAY }).some(({ rule }) => rule === 'unread');
    return howRead(converted) === 'part' && isTold ? [] : [`${name}: ${inWords(filing)} to ${to}`];
  });
}

const inWords = ({ unread }: Filing): string => unread.map(({ part }) => part).join();

/** Each sample and, of those that are read whole, one with a row that is not. */
const inPart = (samples: readonly Sample[]): Sample[] =>
  samples.flatMap((sample) => {
    const filing = read(sample.text);
    if (howRead(filing) === 'part') return [sample];
    const text = withTornRow(filing);
    return text === undefined ? [] : [{ name: `${sample.name}, a row torn`, text }];
  });

describe('a filing that was read in part, converted to text', function () {
  this.timeout(3_600_000);
  it('is not clean: invented ones', () => {
    const all = inPart(MADE_UP);
    assert.ok(all.filter(({ text }) => howRead(read(text)) === 'part').length > 10);
    assert.deepEqual(all.flatMap(laundered), []);
  });
  for (const [way, samples] of ways())
    it(`is not clean: ${way}`, () => assert.deepEqual(inPart(samples.slice(0, EACH)).flatMap(laundered), []));
});
