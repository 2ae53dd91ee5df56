/** What stands before a filing: the same whether it is on the shelf, or is looked at while it is written. */
import assert from 'node:assert/strict';
import { withPast } from '../../../server/src/ledger/checks/run';
import type { Entry } from '../../../server/src/ledger/entry';
import { entryOf } from '../../../server/src/ledger/entryOf';
import { Shelf } from '../../../server/src/ledger/shelf';
import { read } from '../../../server/src/readers';
import { digestOf } from '../../../server/src/text/digest';
import { check } from '../../../server/src/rules/run';
import { said } from '../harness';
import { signed, trade } from './made';

const entryIn = (path: string, text: string): Entry => entryOf(read(text), { path, hash: digestOf(text) });
const told = (shelf: Shelf, path: string, text: string): string[] => {
  const filing = read(text);
  const entry = entryIn(path, text);
  return said(withPast(filing, entry, check(filing, { today: 19_100 }), shelf.pastsOf(entry))).filter((line) =>
    line.includes('last filing'),
  );
};
const of = (day: string, amount: string, total: string): string => signed(day, trade(day, 'S', amount, 'D', total));

const FIRST = of('01/05/2022', '100', '48,410');
const LAST = of('02/07/2022', '100', '48,310');
const OFF = of('03/07/2022', '310', '47,820');
const files: Record<string, string> = {
  'a.txt': FIRST,
  'b.txt': LAST,
  'c.txt': OFF,
  'd.txt': of('04/07/2022', '1', '5'),
};
const shelfOf = (names: Record<string, string>): Shelf =>
  new Shelf(Object.entries(names).map(([path, text]) => entryIn(path, text)));

describe('what stands before a filing', () => {
  it('is the same on the shelf and beside it', () => {
    const { 'c.txt': own, ...others } = files;
    for (const shelf of [shelfOf(files), shelfOf(others)]) {
      const [only, ...more] = told(shelf, 'c.txt', own!);
      assert.match(
        only!,
        /^warning opening: Expected the holding to begin from 48,310 shares, which the last filing \(signed 02\/07\/2022, b\.txt\) left/,
      );
      assert.deepEqual(more, []);
    }
  });
  it('is no earlier state of the same file', () => {
    assert.deepEqual(told(shelfOf(files), 'c.txt', of('03/07/2022', '310', '48,000')), []);
    assert.equal(told(shelfOf({ ...files, 'c.txt': of('03/07/2022', '310', '48,000') }), 'c.txt', OFF).length, 1);
  });
  it('is no copy of it in another file, also once it was changed', () => {
    const shelf = shelfOf({ ...files, 'copy/c.txt': OFF });
    assert.match(told(shelf, 'c.txt', OFF).join(), /b\.txt/);
    const changed = OFF.replace('Common Stock', 'Common Stock ').replace('47,820', '48,000');
    assert.deepEqual(told(shelf, 'c.txt', changed), []);
  });
  it('is what was made before it while it is not signed', () => {
    const draft = OFF.replace(/\/s\/ Rowan J\. Alder \d.*/, '');
    assert.match(told(shelfOf({ 'a.txt': FIRST, 'b.txt': LAST }), 'new.txt', draft).join(), /b\.txt/);
  });
  it('is kept while it is written, and follows what changes', () => {
    const shelf = shelfOf({ 'a.txt': FIRST, 'b.txt': LAST });
    for (const [total, count] of [
      ['48,000', 0],
      ['47,820', 1],
      ['48,000', 0],
      ['47,820', 1],
    ] as const)
      assert.equal(told(shelf, 'c.txt', of('03/07/2022', '310', total)).length, count, total);
  });
  it('is taken from the shelf as it was, as far as nothing of a series has changed', () => {
    const birch = (text: string): string => text.replaceAll('Alder', 'Birch');
    const [one, two] = [entryIn('a.txt', FIRST), entryIn('birch.txt', birch(FIRST))];
    const before = new Shelf([one, two]);
    const after = new Shelf([one, two, entryIn('birch-2.txt', birch(LAST))], before);
    const seriesOf = (shelf: Shelf, text: string): unknown => shelf.of(entryIn('x', text))[0];
    assert.equal(seriesOf(after, OFF), seriesOf(before, OFF));
    assert.notEqual(seriesOf(after, birch(OFF)), seriesOf(before, birch(OFF)));
    assert.match(
      told(after, 'new.txt', birch(OFF)).join(),
      /48,310 shares, which the last filing .*birch-2\.txt\) left/,
    );
  });
  it('is known by issuer and owner before an entry is made', () => {
    const shelf = shelfOf(files);
    assert.ok(shelf.knows(entryIn('x', OFF)));
    assert.ok(!shelf.knows({ ...entryIn('x', OFF), reportingOwners: [{ cik: undefined, name: 'Somebody Else' }] }));
  });
});
