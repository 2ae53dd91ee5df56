/** Messages between the form's editor and the extension: what does not fit is dropped, whatever it is. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { editedForm } from '../../../server/src/features/formEdits';
import { read } from '../../../server/src/readers';
import { FROM_EDITOR, TO_EDITOR, type FromEditor, type ToEditor } from '../../../webview/editor/messages';
import { cellsOf } from '../../../webview/editor/paste';
import { accepted } from '../../../webview/guards';

const RUNS = Number(process.env.FORM4_RUNS ?? 10_000);
const text = readFileSync('samples/errors.txt', 'utf8');

const KEYS = [
  'kind',
  'id',
  'version',
  'change',
  'places',
  'address',
  'text',
  'operation',
  'checked',
  'number',
  'finding',
];
const WORDS = [
  'ready',
  'change',
  'fix',
  'save',
  'set',
  'tick',
  'cite',
  'note',
  'run',
  'nonDerivativeTable/0/transactionCode',
];
const anything = fc.anything({
  key: fc.oneof(fc.constantFrom(...KEYS), fc.string()),
  values: [fc.constantFrom(...WORDS), fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.string()],
  maxDepth: 4,
});
const named = fc.record({ kind: fc.constantFrom(...WORDS), change: anything, id: anything, version: anything });
const message = fc.oneof(anything, named);

describe('messages of the form’s editor', () => {
  it('of no known shape are dropped on both sides', () => {
    for (const one of [null, 1, 'ready', [], { kind: 'toString' }, { kind: '__proto__' }, { kind: 'change', id: -1 }]) {
      assert.equal(accepted<FromEditor>(FROM_EDITOR, one), undefined);
      assert.equal(accepted<ToEditor>(TO_EDITOR, one), undefined);
    }
    const long = { kind: 'set', places: [{ address: 'x', text: 'y'.repeat(30_000) }] };
    assert.equal(accepted<FromEditor>(FROM_EDITOR, { kind: 'change', id: 1, version: 1, change: long }), undefined);
  });

  it(`have no effect where they are made up, ${RUNS} of them`, () => {
    const filing = read(text);
    const options = { uri: 'a', version: 1, documentChanges: false };
    fc.assert(
      fc.property(message, (sent) => {
        const heard = accepted<FromEditor>(FROM_EDITOR, sent);
        // What the guards let through, and what a client without them may send, changes nothing unless it is a change.
        for (const change of [heard?.kind === 'change' ? heard.change : undefined, sent]) {
          const done = editedForm(filing, 1, change, { answers: {}, today: undefined }, options);
          assert.ok(done.edit === undefined, JSON.stringify(change));
        }
      }),
      { numRuns: RUNS, seed: 15 },
    );
  });
});

/** Words as an expression that finds them. */
const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

describe('the words of the form’s editor', () => {
  it('are all among those that can be translated', () => {
    const host = readFileSync('client/src/views/editorWords.ts', 'utf8');
    const used = globSync(['webview/editor/**/*.ts*', 'webview/editor.tsx']).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\bt\(\s*'((?:[^'\\]|\\.)+)'/g)].map(([, words]) => words!),
    );
    assert.ok(used.length > 20);
    for (const words of new Set(used)) assert.ok(new RegExp(`l10n\\.t\\(\\s*'${escaped(words)}'`).test(host), words);
    const listed = [...host.matchAll(/l10n\.t\(\s*'([^']+)'/g)].map(([, words]) => words!);
    assert.deepEqual(
      listed.filter((words) => !used.includes(words)),
      [],
    );
  });
});

describe('what is pasted into a grid', () => {
  it('is cells, or one cell', () => {
    assert.equal(cellsOf('Common Stock'), undefined);
    assert.equal(cellsOf('Common Stock\r\n'), undefined);
    assert.deepEqual(cellsOf('a\tb\r\nc\td\r\n'), [
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });
});
