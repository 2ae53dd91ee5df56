import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { alignment } from '../../../server/src/features/alignment';
import { foldingRange } from '../../../server/src/features/foldingRange';
import { readAll } from '../../../server/src/readers';
import { filingAround } from '../harness';

/** What an editor draws of a line: gaps as dots, what is raised as `^`, what is tiny or cut not at all. */
function drawn(text: string): string[] {
  const { gaps, tiny, raised, cuts } = alignment(readAll(text));
  const within = (all: readonly (readonly [number, number, number])[], line: number, at: number): boolean =>
    all.some(([on, start, end]) => on === line && start <= at && at < end);
  return text.split('\n').map((words, line) =>
    [...words]
      .map((character, at) => {
        const gap = gaps.find(([on, from]) => on === line && from === at)?.[2] ?? 0;
        const cut = cuts.some(([on, from]) => on === line && from === at) ? '…' : '';
        const shown =
          within(tiny, line, at) || within(cuts, line, at) ? '' : within(raised, line, at) ? '^' : character;
        return '.'.repeat(Math.round(gap)) + cut + shown;
      })
      .join(''),
  );
}
const sample = (name: string): string => readFileSync(`samples/${name}.txt`, 'utf8');
const linesWith = (lines: readonly string[], words: RegExp): string[] => lines.filter((line) => words.test(line));

/** Where a text in each of some lines begins on the screen, in characters. */
function lefts(text: string, words: RegExp): number[] {
  const { gaps, tiny, raised, cuts } = alignment(readAll(text));
  return text.split('\n').flatMap((line, number) => {
    const found = words.exec(line);
    if (!found) return [];
    const end = found.index + found[0].length - found[1]!.length;
    const small = (all: readonly (readonly [number, number, number])[], share: number): number =>
      all.reduce((sum, [on, from, to]) => (on === number && to <= end ? sum + (to - from) * share : sum), 0);
    const wide = gaps.reduce((sum, [on, at, width]) => (on === number && at <= end ? sum + width : sum), 0);
    const dots = cuts.filter(([on, , to]) => on === number && to <= end).length;
    return [end + wide + dots - small(tiny, 1) - small(raised, 0.25) - small(cuts, 1)];
  });
}

describe('the alignment of columns', () => {
  it('draws the cells of tabbed text under their headings, which are cut where they are longer than their columns', () => {
    const lines = drawn(sample('errors'));
    assert.deepEqual(linesWith(lines, /^1\. Title of Sec|Amount\.|^Common Stock\.+05\/13/).slice(0, 3), [
      '1. Title of Security….2. Transac….2A. Dee….3. Tran…..4. Securities Acquired (A) or…...5. Amou….6. Owne….7. Nature of Indire…',
      '...........................................Code..V..Amount..(A) or (D)..Price...............',
      'Common Stock..........05/13/2024...........M........4,000...A...........$18.50.....52,310...D',
    ]);
  });

  it('draws those of a table with bars, bars and all', () => {
    const rows = [
      '| Common Stock | 03/07/2022 |  | A |  | 693 <sup>(1)</sup> | A | \\$43.16 | 10,196 | D |  |',
      '| Common Stock |  |  |  |  |  |  |  | 597 | I | By Trust |',
    ];
    const lines = drawn(filingAround(rows.join('\n')));
    assert.deepEqual(linesWith(lines, /^\| Common/), [
      '| Common Stock ..| 03/07/2022 ..|  ......| A .....|  ...| 693 ^^^ ..| A ........| $43.16 ..| 10,196 ..| D .....|  |',
      '| Common Stock ..|  ............|  ......|  ......|  ...|  ........|  .........|  ........| 597 .....| I .....| By Trust |',
    ]);
  });

  for (const name of ['clean', 'errors', 'large'])
    it(`each total of ${name}.txt begins in one place of each table, in sight in a window of 1,340 pixels`, () => {
      const text = sample(name);
      // A character is 8.4 pixels wide there, and the text has some 1,200 of them.
      const totals = lefts(text, /^[^\t]+(?:\t[^\t]*){7}\t([\d,]+)(?=\t[DI](?:\t|$))/);
      assert.ok(totals.length > 2);
      for (const left of totals) assert.ok(Math.abs(left - totals[0]!) < 0.01 && left < 130, String(totals));
      const inTableII = lefts(text, /^[^\t]+(?:\t[^\t]*){12}\t([\d,]+)(?=\t[DI](?:\t|$))/);
      for (const left of inTableII) assert.ok(Math.abs(left - inTableII[0]!) < 0.01 && left < 130, String(inTableII));
    });

  it('pushes what stands behind a cell that is wider than a column, and no other row', () => {
    const row = (title: string, total: string): string =>
      `| ${title} | 03/07/2022 |  | A |  | 5 | A | \\$1 | ${total} | D |  |`;
    const text = filingAround(
      [row('Common Stock', '5'), row('C'.repeat(60), '5'), row('Common Stock', '10')].join('\n'),
    );
    const [first, wide, last] = lefts(text, /^\| C.*?(\| (?:5|10))(?= \| D)/);
    assert.equal(first, last);
    assert.ok(wide! >= first!);
  });

  it('leaves pages without separate cells alone, and never reaches out of a line', () => {
    const page = readFileSync('test/fixtures/layouts/columns.txt', 'utf8');
    assert.deepEqual(alignment(readAll(page)), { gaps: [], tiny: [], raised: [], cuts: [] });
    const text = sample('large');
    const lines = text.split('\n');
    const { gaps, tiny, raised, cuts } = alignment(readAll(text));
    for (const [line, at, width] of gaps) assert.ok(at <= lines[line]!.length && width > 0);
    for (const [line, from, to] of [...tiny, ...raised, ...cuts])
      assert.ok(from >= 0 && from < to && to <= lines[line]!.length);
  });

  it('takes less time than to read the filing', () => {
    const text = sample('large');
    const filings = readAll(text);
    const median = (work: () => unknown): number => {
      const times = Array.from({ length: 31 }, () => {
        const before = performance.now();
        work();
        return performance.now() - before;
      });
      return times.sort((a, b) => a - b)[15]!;
    };
    const [reading, aligning] = [median(() => readAll(text)), median(() => alignment(filings))];
    const rows = filings[0]!.nonDerivativeTable.rows.length + filings[0]!.derivativeTable.rows.length;
    console.log(`      ${rows} rows: ${aligning.toFixed(2)} ms, reading ${reading.toFixed(2)} ms`);
    assert.ok(aligning < 3 * reading, `${aligning} ms; reading takes ${reading} ms`);
  });
});

describe('folding', () => {
  it('begins at each line of headings too, so that the editor keeps these in sight', () => {
    const text = sample('large');
    const lines = text.split('\n');
    const starts = foldingRange(readAll(text)[0]!).map(({ startLine }) =>
      lines[startLine]!.replace(/\t+/g, ' ').trim(),
    );
    for (const words of [/^Table I - /, /^1\. Title of Security/, /^Code V Amount/, /^1\. Title of Derivative/])
      assert.ok(
        starts.some((line) => words.test(line)),
        String(words),
      );
  });
});
