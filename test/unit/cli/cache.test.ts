/** --cache: the same words as without it, whatever has become of the file that it keeps. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { CITED_TWICE, CLEAN, WRONG_TOTAL } from './samples';
import { folder, form4, write } from './program';

describe('form4 check --cache', function () {
  const at = folder({ 'in/wrong.txt': WRONG_TOTAL, 'in/clean.txt': CLEAN, 'in/twice.txt': CITED_TWICE });
  const file = path.join(at, '.form4cache');
  const today = ['--today', '2024-01-02'];
  const plain = (...args: string[]) => form4(at, ['in', ...today, ...args]);
  const cached = (...args: string[]) => form4(at, ['in', ...today, '--cache', ...args]);
  /** The results in the cache with a word changed in each, so that one sees whether they are used. */
  const mark = (from: string, to: string): void =>
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replaceAll(from, to));
  const inode = (): number => fs.statSync(file).ino;

  it('says the same in each format, the first time and the second', () => {
    for (const format of ['stylish', 'jsonl', 'sarif', 'github', 'junit', 'report']) {
      const expected = plain('--format', format);
      assert.deepEqual(cached('--format', format), expected, format);
      assert.deepEqual(cached('--format', format), expected, `${format} again`);
    }
  });

  it('is used where nothing has changed, and not written again', () => {
    cached('--format', 'compact');
    const before = inode();
    cached('--format', 'compact');
    assert.equal(inode(), before);
  });

  it('checks again what has changed: text, settings, day, rules asked for', () => {
    cached();
    write(at, { 'in/clean.txt': WRONG_TOTAL });
    assert.deepEqual(cached(), plain());
    write(at, { 'in/clean.txt': CLEAN, 'in/.form4.json': '{ "rules": { "holdings-total": "hint" } }' });
    assert.deepEqual(cached(), plain());
    fs.rmSync(path.join(at, 'in/.form4.json'));
    assert.deepEqual(cached('--rule', 'holdings:off'), plain('--rule', 'holdings:off'));
    assert.deepEqual(cached('--today', '1999-01-01'), plain('--today', '1999-01-01'));
  });

  it('goes with a baseline, which is looked at anew each time', () => {
    plain('--write-baseline', 'known.json');
    cached();
    assert.deepEqual(cached('--baseline', 'known.json'), plain('--baseline', 'known.json'));
    assert.deepEqual(cached(), plain());
  });

  it('is as if it were not there where it is damaged', () => {
    const expected = plain();
    cached();
    const whole = fs.readFileSync(file);
    for (const damage of [
      whole.subarray(0, whole.length / 2),
      Buffer.alloc(0),
      Buffer.concat([whole, Buffer.from('x\ty\n\u0000')]),
    ]) {
      fs.writeFileSync(file, damage);
      assert.deepEqual(cached(), expected);
    }
    cached();
    mark('10,169', '10,196');
    assert.deepEqual(cached(), expected, 'a word that was changed in it is not believed');
    for (let seed = 1; seed < 12; seed++) {
      const bytes = Buffer.from(whole);
      bytes[(seed * 7919) % bytes.length]! ^= 1 << (seed % 8);
      fs.writeFileSync(file, bytes);
      const { code, out, err } = cached();
      if (code === 2) assert.match(err, /is not a cache of form4/);
      else assert.deepEqual([code, out], [expected.code, expected.out]);
      fs.rmSync(file);
    }
  });

  it('writes over nothing that is no cache, and lies where it is told', () => {
    write(at, { notes: 'my notes' });
    const { code, err } = form4(at, ['in', '--cache-location', 'notes']);
    assert.deepEqual([code, fs.readFileSync(path.join(at, 'notes'), 'utf8')], [2, 'my notes']);
    assert.match(err, /notes is not a cache of form4; it is left as it is/);
    form4(at, ['in', '--cache-location', 'deep/down/cache']);
    assert.ok(fs.existsSync(path.join(at, 'deep/down/cache')));
  });

  it('--fix fixes all the same', () => {
    cached();
    assert.match(cached('--fix').out, /1 fixed/);
    assert.doesNotMatch(fs.readFileSync(path.join(at, 'in/twice.txt'), 'utf8'), /\(1\)<\/sup><sup>\(1\)/);
    assert.deepEqual(cached(), plain());
  });
});
