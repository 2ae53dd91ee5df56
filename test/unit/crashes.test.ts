/** Every text that ever made form4 throw is asked everything again. */
import { readAll } from '../../server/src/readers';
import { askEverything } from './everything';
import { check } from '../../server/src/rules/run';
import { CRASHES } from './crashFiles';
import { HOSTILE } from './hostileTexts';

/** Texts of test/unit/hostileTexts.ts that did so at their full size: a run of signs longer than an expression could take at once. */
const AT_FULL_SIZE = ['a cell of digits and commas', 'combining marks', 'halves of surrogate pairs'];

describe('texts that made form4 throw once', function () {
  for (const { name, text } of CRASHES)
    it(name, () => {
      readAll(text);
      askEverything(text, [0.001, 0.1]); // a place at which it is not asked what takes longest (everything.ts)
    });
  for (const name of AT_FULL_SIZE)
    it(`${name}, ten million characters`, () => {
      for (const filing of readAll(HOSTILE[name]!(10_000_000))) check(filing, { today: 20_000 });
    });
});
