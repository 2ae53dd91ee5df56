/** Footnotes over stdio: renamed, inserted, numbered, and told where they were moved by hand. */
import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { Client, FULL, sample, URI } from './client';

interface Operated {
  readonly edit?: WorkspaceEdit;
  readonly selection?: Range;
  readonly refused?: string;
}

const LAZY = {
  ...FULL,
  textDocument: {
    ...FULL.textDocument,
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
      resolveSupport: { properties: ['edit'] },
    },
  },
};

describe('footnotes over stdio', () => {
  let client: Client;
  beforeEach(async () => {
    client = new Client();
    await client.initialize(LAZY);
  });
  afterEach(() => client.dispose());

  const editsOf = (edit: WorkspaceEdit | null | undefined): TextEdit[] => {
    assert.ok(edit);
    const [first] = edit.documentChanges ?? [];
    return (first && 'edits' in first ? (first.edits as TextEdit[]) : edit.changes?.[URI]) ?? [];
  };
  /** What each marker of the grants cites: the first words of the note. */
  const cited = (): string[] => {
    const notes = [...client.text.matchAll(/^- (.*)/gm)].map(([, words]) => words!.slice(0, 75));
    return [...client.text.matchAll(/<sup>\((\d)\)<\/sup>/g)].map(([, number]) => notes[Number(number) - 1] ?? '');
  };
  const marker = '<sup>(3)</sup>';
  const actions = (words: string): Promise<CodeAction[]> =>
    client.ask('textDocument/codeAction', {
      textDocument: { uri: URI },
      range: { start: client.at(words), end: client.at(words) },
      context: { diagnostics: [] },
    });

  it('rename: the range and number first, then one edit after which all cite what they cited', async () => {
    await client.open(sample('clean'));
    const before = cited();
    const at = client.at(marker, 6);
    const prepared = await client.ask<{ range: Range; placeholder: string }>(
      'textDocument/prepareRename',
      client.in(at),
    );
    assert.equal(client.document.getText(prepared.range), '3');
    assert.equal(prepared.placeholder, '3');
    const edit = await client.ask<WorkspaceEdit>('textDocument/rename', { ...client.in(at), newName: '1' });
    await client.apply(editsOf(edit));
    assert.deepEqual(cited(), before);
    assert.match(client.text, /1,391 <sup>\(1\)<\/sup>/);
    assert.deepEqual(
      (await client.diagnostics()).filter(({ severity }) => severity! < 4),
      [],
    );
  });

  it('rename: refused in plain words, as an error that editors show', async () => {
    await client.open(sample('clean'));
    const rename = (newName: string): Promise<unknown> =>
      client.ask('textDocument/rename', { ...client.in(client.at(marker, 6)), newName });
    await assert.rejects(rename('9'), /Choose a number from 1 to 3: there are 3 footnotes\./);
    await assert.rejects(rename('x'), /Expected a number, such as 2; found “x”/);
    assert.equal(await client.ask('textDocument/prepareRename', client.in(client.at('Table I -'))), null);
  });

  it('inserts by command, and says where the words are to be written', async () => {
    await client.open(sample('clean'));
    const start = client.at('10,196');
    const done = await client.ask<Operated>('form4/operate', {
      textDocument: { uri: URI },
      operation: 'footnote.insert',
      range: { start, end: start },
    });
    await client.apply(editsOf(done.edit));
    assert.match(client.text, /10,196 <sup>\(3\)<\/sup>/);
    assert.match(client.text, /1,391 <sup>\(4\)<\/sup>/);
    assert.equal(client.document.getText(done.selection), '[Explain here]');
  });

  it('offers refactorings at a marker, worked out when chosen', async () => {
    await client.open(sample('clean'));
    const offered = await actions('<sup>(2)</sup>');
    const remove = offered.find(({ title }) => title === 'Delete footnote 2 and its marker');
    assert.ok(remove, offered.map(({ title }) => title).join('; '));
    assert.equal(remove.edit, undefined);
    const { edit } = await client.ask<CodeAction>('codeAction/resolve', remove);
    await client.apply(editsOf(edit));
    assert.equal(client.text.match(/^- /gm)!.length, 2);
    assert.match(client.text, /1,391 <sup>\(2\)<\/sup>/);
  });

  it('gives the numbers of bullets', async () => {
    await client.open(sample('clean'));
    const numbers = await client.ask<{ number: number; range: Range }[]>('form4/footnoteNumbers', {
      textDocument: { uri: URI },
    });
    assert.deepEqual(
      numbers.map(({ number, range }) => `${number} ${client.document.getText(range)}`),
      ['1 -', '2 -', '3 -'],
    );
  });

  const told = (diagnostics: readonly Diagnostic[]): unknown[] => diagnostics.map(({ code }) => code);
  /** Moves the second bullet before the first, as with Alt+Up. */
  const moveBullet = async (): Promise<void> => {
    const [one, two] = [...client.text.matchAll(/^- .*\n/gm)].map(([line]) => line);
    await client.swap(one! + two!, two! + one!);
  };

  it('says once that a bullet has moved without its markers, until it is right again', async () => {
    await client.open(sample('clean'));
    assert.deepEqual(told(await client.diagnostics()), []);
    await moveBullet();
    const [moved, ...others] = await client.diagnostics();
    assert.equal(moved?.code, 'footnote-moved');
    assert.deepEqual(others, []);
    assert.equal(client.document.getText(moved.range), '(1)');
    const fix = (await actions('(1)</sup>')).find(({ title }) => title.startsWith('The markers follow'));
    assert.equal(fix?.title, 'The markers follow: (1) → (2), (2) → (1)');
    await client.apply(editsOf(fix.edit));
    assert.ok(!told(await client.diagnostics()).includes('footnote-moved'));
    assert.match(client.text, /693 <sup>\(2\)<\/sup>/);
  });

  it('moving it back is right again, and so is saying that it is', async () => {
    await client.open(sample('clean'));
    await client.diagnostics();
    await moveBullet();
    assert.deepEqual(told(await client.diagnostics()), ['footnote-moved']);
    await moveBullet();
    assert.deepEqual(told(await client.diagnostics()), []);
    await moveBullet();
    assert.deepEqual(told(await client.diagnostics()), ['footnote-moved']);
    const accept = (await actions('(1)</sup>')).find(({ command }) => command);
    assert.equal(accept?.title, 'The markers are right as they are');
    await client.ask('workspace/executeCommand', accept.command!);
    await client.swap('10,196', '10,196 ');
    assert.deepEqual(told(await client.diagnostics()), []);
  });

  it('knows from the last commit what was moved before the file was opened', async () => {
    const committed = sample('clean');
    const [one, two] = [...committed.matchAll(/^- .*\n/gm)].map(([line]) => line);
    await client.open(committed.replace(one! + two!, two! + one!));
    assert.deepEqual(told(await client.diagnostics()), []);
    const changed = await client.ask('form4/committed', { textDocument: { uri: URI }, text: committed });
    assert.equal(changed, true);
    await client.swap('10,196', '10,196 ');
    assert.deepEqual(told(await client.diagnostics()), ['footnote-moved']);
    assert.equal(await client.ask('form4/committed', { textDocument: { uri: URI }, text: committed }), false);
  });

  it('a marker that was just lost is put back rather than its footnote deleted', async () => {
    await client.open(sample('clean'));
    await client.diagnostics();
    await client.swap(' <sup>(2)</sup>', '');
    const [lost] = await client.diagnostics();
    assert.equal(lost?.code, 'footnote-unreferenced');
    const preferred = (await actions('- Performance shares')).find(({ isPreferred }) => isPreferred);
    assert.equal(preferred?.title, 'Put the marker (2) back');
    await client.apply(editsOf(preferred.edit));
    assert.equal(client.text, sample('clean'));
  });

  it('a footnote that was deleted is put back with its words', async () => {
    await client.open(sample('clean'));
    await client.diagnostics();
    const [, , three] = [...client.text.matchAll(/^- .*\n/gm)].map(([line]) => line);
    await client.swap(three!, '');
    const [gone] = await client.diagnostics();
    assert.equal(gone?.code, 'footnote-undefined');
    const preferred = (await actions('(3)</sup>')).find(({ isPreferred }) => isPreferred);
    assert.match(preferred?.title ?? '', /^Put footnote 3 back: /);
    await client.apply(editsOf(preferred!.edit));
    assert.equal(client.text, sample('clean'));
  });
});
