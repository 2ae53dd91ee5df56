/**
 * 8,000 texts that nobody would write, through reader and rules, and in turn through writers and features: nothing throws, and every range
 * lies in the text and does not end before it starts. The same texts each time; FORM4_RUNS asks for more of them,
 * and `npm run soak` draws others.
 */
import fc from 'fast-check';
import { askEverything } from './everything';
import { holds, runs, seed } from './soak';
import { KINDS, place } from './texts';

/** Each is read and checked, and each feature and writer takes so many of them. */
const SHARE = 12;
const RUNS = runs(8_000);
const SEED = seed(20_230_307);

describe('nothing throws, and every range lies in the text', () => {
  for (const { name, share, text } of KINDS) {
    const numRuns = Math.ceil(RUNS * share);
    it(`in ${numRuns.toLocaleString('en-US')} ${name}`, () =>
      holds('never-throws', { text, more: fc.tuple(place, place) }, { seed: SEED, numRuns }, (asked, more) =>
        askEverything(asked, more, SHARE),
      ));
  }
});
