/** A ledger that was killed goes on: wherever its file was cut off, it ends with the same. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { Journal } from '../../../server/src/cli/ledger/journal';
import { folder } from './program';

(globalThis as { FORM4_VERSION?: string }).FORM4_VERSION ??= 'test';

const SOURCES: readonly (readonly [string, readonly string[]])[] = [
  ['["a.txt",0,"1"]', ['{"key":"ä"}']],
  ['["b.txt",0,"2"]', []],
  ['["c.zip!/d.txt",7,"3"]', ['{"key":"c1"}', '{"key":"c2"}']],
  ['["e.txt",0,"4"]', ['{"key":"\u2028"}']],
];
const ALL = SOURCES.flatMap(([, entries]) => entries);

describe('what a ledger has read so far', () => {
  const at = folder();
  const file = path.join(at, 'out.json.form4-part');
  /** Goes through the sources; gives all entries and how many sources were read anew. */
  const run = (sources = SOURCES): { entries: string[]; anew: number; journal: Journal } => {
    const journal = new Journal(file);
    let anew = 0;
    for (const [source, entries] of sources)
      if (!journal.next(source)) {
        anew++;
        journal.add(source, entries);
      }
    return { entries: [...journal], anew, journal };
  };

  it('is gone on from, wherever it was cut off', () => {
    const { entries } = run();
    assert.deepEqual(entries, ALL);
    const whole = fs.readFileSync(file);
    for (let length = 0; length <= whole.length; length++) {
      fs.writeFileSync(file, whole.subarray(0, length));
      const again = run();
      assert.deepEqual(again.entries, ALL, `cut at ${length}`);
      assert.deepEqual(fs.readFileSync(file), whole);
      if (length === whole.length) assert.equal(again.anew, 0);
    }
  });
  it('is read anew from the first source that has changed, come or gone', () => {
    run();
    const changed = SOURCES.map(([source, entries], n) =>
      n === 2 ? (['["c",0,"5"]', ['x']] as const) : ([source, entries] as const),
    );
    const { entries, anew } = run(changed);
    assert.deepEqual([entries, anew], [changed.flatMap(([, own]) => own), 2]);
    assert.deepEqual(
      run(SOURCES.slice(1)).entries,
      SOURCES.slice(1).flatMap(([, own]) => own),
    );
  });
  it('is begun anew by another version, and leaves another file alone', () => {
    fs.writeFileSync(file, '{"form4":"ledger","version":"0"}\n["a.txt",0,"1"]\told\t\n');
    assert.equal(run().anew, SOURCES.length);
    fs.writeFileSync(file, 'Dear all,\n');
    assert.throws(() => run(), /is in the way/);
    assert.equal(fs.readFileSync(file, 'utf8'), 'Dear all,\n');
    fs.rmSync(file);
  });
  it('is gone in the end', () => {
    run().journal.remove();
    assert.ok(!fs.existsSync(file));
  });
});
