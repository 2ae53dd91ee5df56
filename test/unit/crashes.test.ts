/** Every text that ever made form4 throw is asked everything again. */
import { readAll } from '../../server/src/readers';
import { askEverything } from './everything';
import { CRASHES } from './crashFiles';

describe('texts that made form4 throw once', function () {
  this.timeout(120_000);
  for (const { name, text } of CRASHES)
    it(name, () => {
      readAll(text);
      askEverything(text, [0.001, 0.1]); // a place at which it is not asked what takes longest (everything.ts)
    });
});
