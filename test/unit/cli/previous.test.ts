/** `form4 check --previous`: what a filing shows only beside those before it. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { folder, form4, records } from './program';
import { tabbed } from './samples';

const FIRST = tabbed(`
3. Date of Earliest Transaction (Month/Day/Year) <u>02/07/2022</u>
| Common Stock | 02/07/2022 |  | S |  | 690 | D | \\$41 | 48,310 | D |  |
Signature: /s/ Rowan J. Alder 02/08/2022`);
const row = (total: string): string =>
  tabbed(`| Common Stock | 03/07/2022 |  | S |  | 310 | D | \\$43.16 | ${total} | D |  |`);
const RIGHT = row('48,000');
const OFF = row('47,820');

describe('form4 check --previous', function () {
  const at = folder({ 'now/a.txt': OFF, 'now/b.txt': RIGHT, 'past/first.txt': FIRST, 'first.txt': FIRST });
  const check = (...args: string[]): { code: number | null; told: string[] } => {
    const { code, out } = form4(at, ['check', '--format', 'jsonl', '--today', '2022-03-09', ...args]);
    return { code, told: records(out).flatMap(({ path, findings }) => findings.map(({ rule }) => `${path} ${rule}`)) };
  };

  it('tells what does not go on from the filings of a folder, or from one that is named', () => {
    for (const previous of ['past', 'first.txt'])
      assert.deepEqual(check('now/a.txt', '--previous', previous), { code: 0, told: ['now/a.txt opening'] });
    assert.deepEqual(check('now/b.txt', '--previous', 'past').told, []);
  });
  it('says nothing of it without, whatever lies beside a file', () => {
    assert.deepEqual(check('now/a.txt', 'past').told, []);
  });
  it('takes several, and a filing that stands among them is not before itself', () => {
    assert.deepEqual(check('now/a.txt', '--previous', 'past', '--previous', 'now/a.txt').told, ['now/a.txt opening']);
  });
  it('goes by settings as other rules do', () => {
    const off = ['--rule', 'opening:off'];
    assert.deepEqual(check('now/a.txt', '--previous', 'past', ...off).told, []);
    assert.equal(check('now/a.txt', '--previous', 'past', '--rule', 'series:error').code, 1);
  });
  it('does not take from the cache what was found without', () => {
    assert.deepEqual(check('now/a.txt', '--cache').told, []);
    assert.deepEqual(check('now/a.txt', '--cache', '--previous', 'past').told, ['now/a.txt opening']);
    assert.deepEqual(check('now/a.txt', '--cache').told, []);
  });
  it('lists its rules on the report where it is asked for alone', () => {
    const report = (...args: string[]): string => form4(at, ['check', 'now/a.txt', '--format', 'report', ...args]).out;
    assert.doesNotMatch(report(), /left-unchanged/);
    assert.match(report('--previous', 'past'), /left-unchanged/);
  });
  it('goes by no name of a place in a .form4.json, and refuses one that leads out of its folder', () => {
    const at = folder({ 'own/a.txt': OFF, 'own/past/first.txt': FIRST, 'out/first.txt': FIRST });
    const run = (previousFiling: string): [number | null, string, string] => {
      fs.writeFileSync(path.join(at, 'own/.form4.json'), JSON.stringify({ previousFiling }));
      const { code, out, err } = form4(at, ['check', 'own/a.txt']);
      return [code, out, err];
    };
    const nothing = '1 filing checked: nothing found\n';
    assert.deepEqual(run('past'), [0, nothing, '']);
    const [code, out, err] = run('../out');
    assert.deepEqual([code, out], [2, nothing]);
    assert.match(err, /"previousFiling" takes .+ below this one; "\.\.\/out" is not below it/);
  });
  it('follows no link to another folder, but one that is named itself', () => {
    const at = folder({ 'a.txt': OFF, 'out/first.txt': FIRST, 'past/nothing.md': '' });
    fs.symlinkSync('../out', path.join(at, 'past/link'));
    const told = (previous: string): number => {
      const { out } = form4(at, ['check', 'a.txt', '--format', 'jsonl', '--previous', previous]);
      return records(out).flatMap(({ findings }) => findings).length;
    };
    assert.deepEqual([told('past'), told('past/link')], [0, 1]);
  });
  it('ends with 2 where the filings before cannot be read', () => {
    assert.equal(check('now/a.txt', '--previous', 'nope').code, 2);
  });
});
