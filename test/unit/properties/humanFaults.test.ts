/**
 * Faults as people make them, in made-up filings: no preferred fix changes a number that was right, and none is offered
 * that leaves a text of which less is read. FORM4_RUNS=20000 is the full size; FORM4_TOLD=1 prints
 * what was told.
 */
import assert from 'node:assert/strict';
import { withVerifiedFixes } from '../../../server/src/lint/verifiedFixes';
import { cellsOf } from '../../../server/src/filing/columns';
import type { Filing } from '../../../server/src/filing/model';
import { rowsOf, tableOf } from '../../../server/src/filing/queries';
import { read } from '../../../server/src/readers';
import type { Finding, Fix } from '../../../server/src/rules/rule';
import { check } from '../../../server/src/rules/run';
import { random } from '../generate';
import { falsified } from '../falsified';
import { applied, filingAround, said } from '../harness';
import { FAULTS, copyOf, prepared, written } from '../humanFaults';
import { runs, seed, tally } from '../soak';

const RUNS = runs(400);
const SEED = seed(13);
const TODAY = 19100; // 2022-04-18, after every date of these filings

const checked = (filing: Filing): Finding[] => check(filing, { today: TODAY });
const findingsOf = (filing: Filing): Finding[] => withVerifiedFixes(filing, checked(filing), checked);

interface Kind {
  made: number;
  told: number;
  once: number;
}

describe(`faults as people make them, in ${RUNS} made-up filings`, function () {
  this.timeout(3_600_000);
  const kinds = new Map<string, Kind>();
  const wrong = new Map<string, string>();
  let fixes = 0;

  before(() => {
    for (let run = 0; run < RUNS; run++) {
      const next = random(SEED + run);
      const right = prepared(next);
      const { name, make } = FAULTS[run % FAULTS.length]!;
      const parts = copyOf(right);
      const truth = read(filingAround(written(right)));
      if (run < 200) assert.deepEqual(said(checked(truth)), [], `seed ${SEED + run}\n${written(right)}`);
      if (!make(next, parts)) continue;
      const text = filingAround(written(parts));
      const faulty = read(text);
      const findings = findingsOf(faulty);
      count(name, findings);
      for (const finding of findings)
        for (const fix of finding.fixes()) {
          fixes++;
          look(name, finding, fix, truth, faulty, `seed ${SEED + run}\n${written(parts)}`);
        }
    }
    tally('humanFaults', RUNS);
  });

  function count(name: string, findings: readonly Finding[]): void {
    const kind = kinds.get(name) ?? { made: 0, told: 0, once: 0 };
    kinds.set(name, kind);
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    const loud = errors > 0 ? errors : findings.filter(({ severity }) => severity === 'warning').length;
    kind.made++;
    if (findings.some(({ severity }) => severity !== 'hint')) kind.told++;
    if (loud === 1 || (loud === 0 && findings.length === 1)) kind.once++;
  }

  function look(name: string, { rule }: Finding, fix: Fix, truth: Filing, faulty: Filing, about: string): void {
    const fixed = read(applied(faulty.text, fix.edits));
    const deletes = /^(?:Delete|Clear)/.test(fix.title);
    const problems = (of: Filing): number =>
      rowsOf(of)
        .flatMap((row) => cellsOf(row, tableOf(of, row)))
        .filter(({ cell }) => cell.problem).length;
    if (
      problems(fixed) > problems(faulty) ||
      (!deletes &&
        (rowsOf(fixed).length < rowsOf(faulty).length || fixed.footnotes.list.length < faulty.footnotes.list.length))
    )
      keep(`reads worse: ${name}: ${rule}: ${fix.title.replace(/[\d,./]+/g, 'N')}`, about);
    if (!fix.preferred) return;
    for (const what of falsified(truth, faulty, fixed, name === 'exchanged rows'))
      keep(`${name}: ${rule}: ${fix.title.replace(/[\d,./]+/g, 'N')}`, `${fix.title}: ${what}\n${about}`);
  }

  const keep = (what: string, about: string): void => void (wrong.has(what) || wrong.set(what, about));

  after(() => {
    if (process.env.FORM4_TOLD !== '1') return;
    for (const [name, { made, told, once }] of kinds)
      console.log(`${name.padEnd(28)} made ${made} told ${told} once ${once}`);
  });

  it('tries fixes at all', () => assert.ok(fixes > RUNS / 4, `${fixes} fixes`));

  it('no preferred fix changes a right number, and none leaves a text of which less is read', () => {
    assert.deepEqual([...wrong.keys()], [], [...wrong].map(([what, about]) => `${what}\n${about}`).join('\n\n'));
  });
});
