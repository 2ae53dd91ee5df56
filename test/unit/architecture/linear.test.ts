/**
 * All work is linear: a text that is twice as long takes at most 2.5 times as long to be read, to be checked by each
 * rule, and to be shown, written and repaired by each feature. In CPU time, the best of several; what takes less than can
 * be told from noise is not judged. `FORM4_SOAK=1` takes it to 16 MB.
 */
import assert from 'node:assert/strict';
import { fixAll } from '../../../server/src/lint/fixAll';
import { read, readAll } from '../../../server/src/readers';
import { CATALOGUE } from '../../../server/src/rules/catalogue';
import { check, type CheckOptions } from '../../../server/src/rules/run';
import { EVERYTHING } from '../everything';
import { LARGE_TEXTS } from './largeTexts';

const { FORM4_SOAK } = process.env;
/** What is read and checked, and the smaller texts of which everything is asked. */
const SIZES = FORM4_SOAK ? [65_536, 16_777_216] : [16_384, 131_072];
const FEATURE_SIZES = FORM4_SOAK ? [65_536, 1_048_576] : [8_192, 65_536];
const MOST_A_DOUBLING = 2.5;
/** To keep tens of thousands of findings costs the collector of garbage so much, however they were found. */
const NOISE_MS = 120;
const ATTEMPTS = 6;

/** Texts of which everything is asked: many rows, many findings, many footnotes. */
const OF_FEATURES = ['rows without a fault', 'wrong totals', 'footnotes, each cited once'];

const OPTIONS: CheckOptions = {
  rules: Object.fromEntries(CATALOGUE.map(({ id, severity }) => [id, severity])),
  today: 30000,
  beforeFiling: true,
};

type Times = Map<string, number>;

function cpuMs(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** What each took on a text: `read`, the rules by their ids, all of them, and the repair of all that is safe to repair. */
function coreTimes(text: string): Times {
  const times: Times = new Map();
  let filing = read('');
  const readMs = cpuMs(() => (filing = read(text)));
  times.set('read', readMs);
  // Each rule by itself: to ask for the time of each row would take longer than most rules do.
  const rules = CATALOGUE.map(({ check, checkRow }) => ({ check, checkRow }));
  try {
    for (const rule of CATALOGUE) Object.assign(rule, { check: undefined, checkRow: undefined });
    CATALOGUE.forEach((rule, at) => {
      Object.assign(rule, rules[at]);
      const ms = cpuMs(() => check(filing, OPTIONS));
      times.set(rule.id, ms);
      Object.assign(rule, { check: undefined, checkRow: undefined });
    });
  } finally {
    CATALOGUE.forEach((rule, at) => Object.assign(rule, rules[at]));
  }
  const checkMs = cpuMs(() => check(filing, OPTIONS));
  times.set('check', checkMs);
  const fixMs = cpuMs(() => fixAll(text, (one) => check(one, OPTIONS)));
  times.set('fix all', fixMs);
  return times;
}

/** What each feature and each writer took, asked in the middle of the text. */
function featureTimes(text: string): Times {
  const filings = readAll(text);
  const filing = filings[0]!;
  const findings = check(filing, OPTIONS);
  const at = filing.lines.position(text.length >> 1);
  const range = { start: at, end: filing.lines.position((text.length >> 1) + 500) };
  return new Map(
    Object.entries(EVERYTHING).map(([name, ask]) => [
      name,
      cpuMs(() => ask({ text, filings, filing, findings, at, range })),
    ]),
  );
}

/** The best time of each task so far. */
function keepBest(best: Times, times: Times): void {
  for (const [task, ms] of times) best.set(task, Math.min(ms, best.get(task) ?? Infinity));
}

/** The tasks that took too long on the longer text, in words. */
function slowTasks(
  make: (size: number) => string,
  sizes: readonly number[],
  timesOf: (text: string) => Times,
): string[] {
  const [short, long] = [make(sizes[0]!), make(sizes[1]!)];
  const most = MOST_A_DOUBLING ** Math.log2(long.length / short.length);
  const before: Times = new Map();
  const after: Times = new Map();
  let slow: string[] = [];
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    keepBest(before, timesOf(short));
    keepBest(after, timesOf(long));
    slow = [...after]
      .filter(([task, ms]) => ms > most * before.get(task)! + NOISE_MS)
      .map(([task, ms]) => `${task}: ${before.get(task)} ms for ${short.length} units, ${ms} ms for ${long.length}`);
    if (slow.length === 0) break;
  }
  return slow;
}

describe('all work is linear', function () {
  this.timeout(0);
  for (const [what, make] of Object.entries(LARGE_TEXTS))
    it(what, () => assert.deepEqual(slowTasks(make, SIZES, coreTimes), []));
  for (const what of OF_FEATURES)
    it(`everything that is asked of ${what}`, () =>
      assert.deepEqual(slowTasks(LARGE_TEXTS[what]!, FEATURE_SIZES, featureTimes), []));
});
