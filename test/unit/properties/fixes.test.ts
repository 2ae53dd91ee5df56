/**
 * Fixes on made-up filings with faults: each removes its own finding and adds none; fixing all comes to an end, and
 * doing so twice is doing it once. FORM4_RUNS=100000 is the full size.
 */
import assert from 'node:assert/strict';
import { withVerifiedFixes } from '../../../server/src/lint/verifiedFixes';
import type { Filing } from '../../../server/src/filing/model';
import { read } from '../../../server/src/readers';
import type { Finding } from '../../../server/src/rules/rule';
import { check } from '../../../server/src/rules/run';
import { madeUp, random, withFaults } from '../generate';
import { applied, said } from '../harness';
import { runs, seed, tally } from '../soak';

const RUNS = runs(800);
const SEED = seed(4);
const TODAY = 19100; // 2022-04-18, after every date of these filings

const checked = (filing: Filing): Finding[] => check(filing, { today: TODAY });
const findingsOf = (text: string): Finding[] => {
  const filing = read(text);
  return withVerifiedFixes(filing, checked(filing), checked);
};
const count = (findings: readonly Finding[], rule: string): number =>
  findings.filter((one) => one.rule === rule).length;

describe(`fixes on ${RUNS} made-up filings`, function () {
  after(() => tally('fixes', 3 * RUNS));

  it('there is nothing to fix in a filing without a fault', () => {
    for (let run = 0; run < RUNS; run++) {
      const { lines } = madeUp(random(SEED + run));
      assert.deepEqual(said(findingsOf(lines.join('\n'))), [], `seed ${SEED + run}\n${lines.join('\n')}`);
    }
  });

  it('each fix removes its own finding and adds none', () => {
    let tried = 0;
    for (let run = 0; run < RUNS; run++) {
      const next = random(SEED + run);
      const text = withFaults(next, madeUp(next), 1);
      const before = findingsOf(text);
      for (const finding of before)
        for (const fix of finding.fixes()) {
          tried++;
          const after = findingsOf(applied(text, fix.edits));
          const about = `seed ${SEED + run}: ${fix.title}\nbefore: ${said(before).join('\n        ')}\nafter:  ${said(after).join('\n        ')}\n${text}`;
          assert.ok(
            count(after, finding.rule) < count(before, finding.rule),
            `does not remove ${finding.rule}; ${about}`,
          );
          for (const { rule } of after.filter(({ severity }) => severity !== 'hint'))
            if (!fix.brings?.includes(rule))
              assert.ok(count(after, rule) <= count(before, rule), `adds ${rule}; ${about}`);
        }
    }
    assert.ok(tried > RUNS / 4, `${tried} fixes were tried`);
  });

  it('fixing all that is safe ends within ten rounds, and once is enough', () => {
    for (let run = 0; run < RUNS; run++) {
      const next = random(SEED + run);
      let text = withFaults(next, madeUp(next), 1 + (run % 5));
      for (let round = 0; ; round++) {
        const fixed = fixAll(text);
        if (fixed === text) break;
        assert.ok(round < 10, `seed ${SEED + run} goes on: ${text}`);
        text = fixed;
      }
      assert.equal(fixAll(text), text);
    }
  });
});

/** One round: the safe fixes that do not touch one another, from the top. */
function fixAll(text: string): string {
  const edits: { span: { start: number; end: number }; newText: string }[] = [];
  for (const finding of findingsOf(text)) {
    const fix = finding.fixes().find((one) => one.safe);
    if (
      fix &&
      fix.edits.every(({ span }) => edits.every((other) => span.end < other.span.start || span.start > other.span.end))
    )
      edits.push(...fix.edits);
  }
  return applied(text, edits);
}
