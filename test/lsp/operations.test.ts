import assert from 'node:assert/strict';
import type { CodeAction, TextDocumentEdit, TextEdit } from 'vscode-languageserver-protocol';
import { Client, FULL, URI, sample } from './client';

const RESOLVES = {
  ...FULL,
  textDocument: {
    ...FULL.textDocument,
    codeAction: { ...FULL.textDocument!.codeAction, dataSupport: true, resolveSupport: { properties: ['edit'] } },
  },
  workspace: {
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: false } },
  },
};

interface Operated {
  readonly edit?: { readonly documentChanges?: readonly TextDocumentEdit[] };
  readonly selection?: { readonly start: { readonly line: number } };
  readonly refused?: string;
  readonly asks?: { readonly answer: string };
}

describe('row operations over stdio', () => {
  let client: Client;
  beforeEach(() => (client = new Client()));
  afterEach(() => client.dispose());

  const at = (words: string): { start: object; end: object } => ({ start: client.at(words), end: client.at(words) });
  const actions = (words: string): Promise<CodeAction[]> =>
    client.ask('textDocument/codeAction', {
      textDocument: { uri: URI },
      range: at(words),
      context: { diagnostics: [], only: ['refactor'] },
    });
  const operate = (operation: unknown, words: string, answers?: unknown): Promise<Operated> =>
    client.ask('form4/operate', { textDocument: { uri: URI }, range: at(words), operation, answers });
  const editsOf = ({ edit }: Pick<CodeAction, 'edit'>): TextEdit[] =>
    (edit!.documentChanges as TextDocumentEdit[]).flatMap(({ edits }) => edits as TextEdit[]);

  it('code actions: lazily resolved; a new row', async () => {
    await client.initialize(RESOLVES);
    await client.open(sample('clean'));
    const list = await actions('10,196');
    const action = list.find(({ title }) => title === 'New row like this one')!;
    assert.deepEqual([action.kind, action.edit], ['refactor.rewrite', undefined]);
    const resolved = await client.ask<CodeAction>('codeAction/resolve', action);
    await client.apply(editsOf(resolved));
    assert.match(client.text, /10,196\tD\t\nCommon Stock\t03\/07\/2023\t\t\t\t\t\t\t\tD\t\n/);
  });

  it('code actions on a row: what is used most comes first, moves and deletions behind it', async () => {
    await client.initialize(RESOLVES);
    await client.open(sample('clean').replace('10,196', '10,169'));
    const list = await actions('693 <sup>(2)');
    // The groups as VS Code shows them.
    const groups = ['refactor.rewrite', 'refactor.move', 'refactor'];
    const shown = groups.flatMap((one) => list.filter(({ kind }) => kind === one)).map(({ title }) => title);
    assert.deepEqual(shown.slice(0, 4), [
      'Recompute totals from here',
      'New row like this one',
      'Duplicate this row',
      'Insert a footnote here',
    ]);
    assert.match(shown[shown.length - 1]!, /^Delete this row/);
    assert.ok(!shown.includes('Make rows of these lines'));
  });

  it('code actions: recomputed totals are made at once', async () => {
    await client.initialize(RESOLVES);
    await client.open(sample('clean').replace('10,196', '10,169'));
    const action = (await actions('9,503')).find(({ title }) => title === 'Recompute totals from here');
    const { edit } = await client.ask<CodeAction>('codeAction/resolve', action);
    assert.equal(edit!.changeAnnotations, undefined);
    await client.apply(editsOf({ edit }));
    assert.equal(client.text, sample('clean'));
  });

  it('code actions are commands for a client that has one for each operation', async () => {
    await client.initialize(RESOLVES, { runsOperations: true });
    await client.open(sample('clean'));
    const found = (await actions('9,503')).find(({ title }) => title === 'New row like this one')!;
    assert.deepEqual([found.command?.command, found.edit, found.data], ['form4.row.new', undefined, undefined]);
  });

  it('no refactorings on the bulb that comes by itself, nor where they mean nothing', async () => {
    await client.initialize(RESOLVES);
    await client.open(sample('clean'));
    const titles = (await actions('10,196')).map(({ title }) => title);
    assert.ok(
      !titles.includes('Recompute totals from here') && !titles.some((title) => title.startsWith('Shift')),
      titles.join('; '),
    );
    const quiet = await client.ask<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: URI },
      range: at('10,196'),
      context: { diagnostics: [], triggerKind: 2 },
    });
    assert.deepEqual(quiet, []);
  });

  it('form4/operate: an edit, where the cursor goes, a question, a refusal', async () => {
    await client.initialize(RESOLVES);
    await client.open(sample('clean'));
    const { selection } = await operate('row.new', '10,196');
    assert.equal(selection!.start.line, client.at('10,196').line + 1);
    assert.equal((await operate('rows.exercise', '10,196')).asks!.answer, 'optionTitle');
    assert.match((await operate('row.recompute', '11,587')).refused!, /follow already/);
    assert.match((await operate('row.nothing', '11,587')).refused!, /no operation/);
    const put = await operate('rows.paste', '11,587', {
      clipboard: 'Date\tSide\tShares\tPrice\n3/8/2023\tSell\t87\t45',
    });
    await client.apply(editsOf(put as CodeAction));
    assert.match(client.text, /S\t\t87\tD\t\\\$45\t11,500\tD\t\n/);
    assert.deepEqual(await client.diagnostics(), []);
  });

  it('form4/operate: whatever comes over the wire, the server answers and goes on', async () => {
    await client.initialize(RESOLVES);
    await client.open(sample('clean'));
    for (const answers of [null, 7, 'x', [], { clipboard: 7, number: {}, option: [] }])
      for (const operation of ['rows.paste', 'rows.exercise', 'filing.amend', null, {}, '__proto__'])
        await operate(operation, '11,587', answers);
    assert.deepEqual(client.logged, []);
    assert.equal(client.exitCode, undefined);
  });
});
