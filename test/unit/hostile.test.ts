/**
 * Texts made to harm: everything that can be asked of them is answered, in time. `npm run soak -- hostile` takes them at
 * their full size, ten million characters.
 */
import assert from 'node:assert/strict';
import { readAll } from '../../server/src/readers';
import { check } from '../../server/src/rules/run';
import { askEverything } from './everything';
import { HOSTILE } from './hostileTexts';
import { FULL, tally } from './soak';

const SIZE = FULL ? 10_000_000 : 500_000;
/** Far more than it takes; a way of working that grows with the square would take hours. */
const MOST_MS = FULL ? 120_000 : 10_000;

describe(`texts made to harm, of ${SIZE.toLocaleString('en-US')} characters`, function () {
  for (const [name, make] of Object.entries(HOSTILE)) {
    it(`${name}: read and checked`, () => {
      const text = make(SIZE);
      const { user } = process.cpuUsage();
      for (const filing of readAll(text)) check(filing, { today: 20_000 });
      const ms = (process.cpuUsage().user - user) / 1000;
      assert.ok(ms < MOST_MS, `${ms} ms`);
      tally('hostile', 1);
    });
    it(`${name}: asked everything`, () => {
      askEverything(make(20_000), [0, 0.1]);
      askEverything(make(20_000), [0.5, 0.9]);
    });
  }
});
