/** A filing that is read is never written over by what is found in it. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { folder, form4 } from './program';
import { WRONG_TOTAL } from './samples';

describe('form4: files that are written', function () {
  const at = folder({ 'a.txt': WRONG_TOTAL, 'only/a.txt': WRONG_TOTAL });
  fs.linkSync(path.join(at, 'a.txt'), path.join(at, 'same.txt'));

  for (const args of [
    ['check', '-o', 'a.txt', 'a.txt'],
    ['check', '-o', './a.txt', '.'],
    ['check', '-o', 'same.txt', 'a.txt'],
    ['check', '-j', '2', '-o', 'a.txt', 'a.txt'],
    ['check', '--write-baseline', 'a.txt', 'a.txt'],
    ['parse', '-o', 'a.txt', 'a.txt'],
    ['convert', '--to', 'xml', '-o', 'a.txt', 'a.txt'],
    ['convert', '--to', 'xml', '--gaps', 'a.txt', 'a.txt'],
  ])
    it(`are not among those that are read: ${args.join(' ')}`, () => {
      const { code, out, err } = form4(at, args);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, /^form4: \S+ is to be read, and --\S+ would write over it; name another file there\n$/);
      assert.equal(fs.readFileSync(path.join(at, 'a.txt'), 'utf8'), WRONG_TOTAL);
    });

  it('may lie in the folder that is walked, from an earlier run', () => {
    const args = ['check', '-f', 'json', '-o', 'only/found.txt', 'only'];
    assert.equal(form4(at, args).code, 1);
    const first = fs.readFileSync(path.join(at, 'only/found.txt'), 'utf8');
    assert.equal(form4(at, args).code, 1);
    assert.equal(fs.readFileSync(path.join(at, 'only/found.txt'), 'utf8'), first);
  });
});
