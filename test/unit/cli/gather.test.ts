/** Series of more filings than memory is to hold: the same as of few, and nothing is left behind. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import { ExternalSort, Spool } from '../../../server/src/cli/ledger/externalSort';
import { Gathering, written } from '../../../server/src/cli/ledger/gather';
import { SpillFolder } from '../../../server/src/cli/ledger/spill';
import { stepsOf } from '../../../server/src/ledger/records';
import type { Entry } from '../../../server/src/ledger/entry';
import { below, random } from '../generate';
import { entry, signed, trade, xml, xmlHolding, xmlOwner } from '../ledger/made';

const leftBehind = (): string[] => fs.readdirSync(os.tmpdir()).filter((name) => name.startsWith('form4-ledger-'));

describe('an external sort', () => {
  for (const most of [10, 200, 1_000_000])
    it(`gives all lines in order, of which ${most} characters are in memory`, () => {
      const next = random(3);
      const lines = Array.from({ length: 500 }, () => `${'x'.repeat(below(next, 9))}${below(next, 1000)} ü€`);
      const folder = new SpillFolder();
      const sort = new ExternalSort(folder, most);
      const spool = new Spool(folder, most);
      for (const line of lines) {
        sort.add(line);
        spool.add(line);
      }
      assert.deepEqual([...spool], lines);
      assert.deepEqual([...sort.sorted()], [...lines].sort());
      folder.remove();
    });
});

describe('the series of any number of filings', () => {
  const fund = xmlOwner('0009999903', 'Alder Fund LP');
  const entries: Entry[] = Array.from({ length: 30 }, (_, at) =>
    at % 3 === 0
      ? entry(
          `${at}`,
          xml({
            signedOn: `2022-04-${10 + (at % 20)}`,
            more: at % 2 ? fund : '',
            rows: xmlHolding('99999999999999999999'),
          }),
        )
      : entry(`${at}`, signed(`03/${10 + (at % 20)}/2022`, trade('03/07/2022', 'S', '10', 'D', String(1000 - at)))),
  );
  const told = (most: number, of: readonly Entry[]): string[] => {
    const gathering = new Gathering(most);
    for (const one of of) gathering.add(written(one));
    return [...gathering.series()].flatMap((series) => stepsOf(series).map(({ record }) => JSON.stringify(record)));
  };
  it('are the same with little memory and in another order', () => {
    const before = leftBehind();
    const all = told(1_000_000_000, entries);
    assert.equal(all.length, 30 + 5);
    assert.match(all.join(), /"sharesOwnedFollowingTransaction":"99999999999999999999"/);
    assert.deepEqual(told(500, entries), all);
    assert.deepEqual(told(500, [...entries].reverse()), all);
    assert.deepEqual(leftBehind(), before);
  });
});
