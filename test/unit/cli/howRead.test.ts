/**
 * How much of a file was read, as `check --format json` and `parse` say it: whole, in part or none, rows and boxes certain or
 * inferred, and the stretches that were not read. `FORM4_WRITE=1` writes what is said now; read it before it is kept.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { form4 } from './program';

const FOLDER = resolve('test/fixtures/unread');
/** The texts in the order in which the golden files have them, each with what it shows. */
const TEXTS: Readonly<Record<string, string>> = {
  'whole.txt': 'whole, and certain',
  'rows-inferred.txt': 'whole, with rows that have lost their blank cells',
  '../layouts/pdf-pieces.txt': 'whole, with every box and row told by what it is',
  'row-unread.txt': 'in part: rows without an order',
  'issuer-unread.txt': 'in part: a box that holds the words of another',
  'signature-unread.txt': 'in part: markup in a signature, and a total that is told all the same',
  'none.txt': 'none',
};

interface Said {
  readonly path: string;
  readonly read: string;
  readonly unread: readonly unknown[];
  readonly inferred?: readonly string[];
}

describe('how much of a file was read', function () {
  for (const [command, golden] of [
    ['check', 'check.json'],
    ['parse', 'parse.json'],
  ] as const) {
    it(`is what ${golden} has: ${command}`, () => {
      const file = `${FOLDER}/${golden}`;
      const { out } = form4(FOLDER, [command, '--format', 'json', ...Object.keys(TEXTS)]);
      if (process.env.FORM4_WRITE) writeFileSync(file, out);
      assert.deepEqual(JSON.parse(out), JSON.parse(readFileSync(file, 'utf8')));
    });
  }

  // What a person reads in the golden files, so that a careless FORM4_WRITE is seen.
  it('is whole, part or none as the texts are', () => {
    const files = JSON.parse(readFileSync(`${FOLDER}/parse.json`, 'utf8')) as Said[];
    assert.deepEqual(
      files.map(({ path, read, unread }) => `${path} ${read} ${unread.length}`),
      [
        'whole.txt whole 0',
        'rows-inferred.txt whole 0',
        '../layouts/pdf-pieces.txt whole 0',
        'row-unread.txt part 1',
        'issuer-unread.txt part 1',
        'signature-unread.txt part 1',
        'none.txt none 0',
      ],
    );
    const inferred = files.map((file) => file.inferred!.length);
    assert.deepEqual(inferred, [0, 1, 11, 1, 1, 1, 0]);
  });
});
