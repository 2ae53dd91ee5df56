/**
 * Faults put into the second of two filings that chain: each is told once, at its place, and nothing is told of the pair
 * without. FORM4_RUNS=1000 is the full size; FORM4_TOLD=1 prints what was told.
 */
import assert from 'node:assert/strict';
import { withPast } from '../../../server/src/ledger/checks/run';
import { entryOf } from '../../../server/src/ledger/entryOf';
import { Shelf } from '../../../server/src/ledger/shelf';
import { read } from '../../../server/src/readers';
import type { Finding } from '../../../server/src/rules/rule';
import { check } from '../../../server/src/rules/run';
import { random } from '../generate';
import { filingAround, said } from '../harness';
import { copyOf, written } from '../humanFaults';
import { runs, seed } from '../soak';
import { PAIR_FAULTS, pairOf, type Pair } from './chained';

const RUNS = runs(150);
const TODAY = 19_100; // 2022-04-18

/** What is told of the second filing beside the first. */
function findingsOf({ first, second }: Pair): { text: string; found: Finding[] } {
  const text = filingAround(written(second));
  const [before, filing] = [read(filingAround(written(first))), read(text)];
  const shelf = new Shelf([entryOf(before, { path: 'first.txt' })]);
  const entry = entryOf(filing, { path: 'second.txt' });
  const found = withPast(filing, entry, check(filing, { today: TODAY }), shelf.pastsOf(entry));
  return { text, found: found.filter(({ severity }) => severity !== 'hint') };
}

describe('filings that go on from one another', function () {
  it('have no finding', () => {
    const next = random(seed(17));
    for (let run = 0; run < RUNS; run++) {
      const pair = pairOf(next);
      assert.deepEqual(said(findingsOf(pair).found), [], written(pair.first) + '\n\n' + written(pair.second));
    }
  });

  for (const { name, told, make } of PAIR_FAULTS)
    it(`with a fault, ${name}: it is told once, at its place, in 97 of 100`, () => {
      const next = random(seed(18));
      let made = 0;
      let right = 0;
      const others: string[] = [];
      for (let run = 0; run < RUNS; run++) {
        const pair = pairOf(next);
        const faulty = { first: pair.first, second: copyOf(pair.second) };
        const words = make(next, faulty);
        if (words === undefined || JSON.stringify(faulty.second) === JSON.stringify(pair.second)) continue;
        made++;
        const { text, found } = findingsOf(faulty);
        const isRight =
          found.length === 1 &&
          told.includes(found[0]!.rule) &&
          text.slice(found[0]!.span.start, found[0]!.span.end) === words;
        if (isRight) right++;
        else others.push(`${words}: ${said(found).join(' + ')}\n${written(pair.first)}\n\n${written(faulty.second)}\n`);
      }
      if (process.env.FORM4_TOLD === '1') console.log(`      ${right} of ${made}\n${others.slice(0, 3).join('\n')}`);
      assert.ok(made > RUNS / 4, `only ${made} made`);
      assert.ok(right >= made * 0.97, `${right} of ${made}:\n${others.slice(0, 3).join('\n')}`);
    });
});
