/**
 * 20,000 texts that nobody would write, through reader, rules, writers and every feature: nothing throws, and every range
 * lies in the text and does not end before it starts. The same texts each time; `npm run soak` draws others.
 */
import fc from 'fast-check';
import { askEverything } from './everything';
import { holds, runs, seed } from './soak';
import { KINDS, place } from './texts';

const RUNS = runs(20_000);
const SEED = seed(20_230_307);

describe('nothing throws, and every range lies in the text', () => {
  for (const { name, share, text } of KINDS) {
    const numRuns = Math.ceil(RUNS * share);
    it(`in ${numRuns.toLocaleString('en-US')} ${name}`, () =>
      holds('never-throws', { text, more: fc.tuple(place, place) }, { seed: SEED, numRuns }, askEverything));
  }
}).timeout(600_000);
