/** `.form4.json` beside the filings, as the server reads it, and fixing all. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, Diagnostic, RegistrationParams, TextDocumentEdit } from 'vscode-languageserver-protocol';
import { Client, FULL, PULLS, sample, until } from './client';

const wrong = sample('clean').replace('10,196', '10,169');
const at = (severity: number): string => `holdings-total at "10,169": ${severity}`;
const WATCHES = {
  ...FULL,
  workspace: {
    ...FULL.workspace,
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
  },
};

describe('.form4.json', () => {
  let client: Client;
  let folder: string;
  beforeEach(() => {
    client = new Client();
    folder = mkdtempSync(path.join(tmpdir(), 'form4-house-'));
  });
  afterEach(() => {
    client.dispose();
    rmSync(folder, { recursive: true });
  });
  const write = (name: string, text: string): string => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return pathToFileURL(file).href;
  };
  const last = (uri: string): Diagnostic[] | undefined =>
    client.published.filter((params) => params.uri === uri).at(-1)?.diagnostics;
  const becomes = (...wanted: string[]): Promise<true> =>
    until(`${wanted.join() || 'no finding'}`, () => {
      const list = last(client.document.uri);
      return list && JSON.stringify(client.show(list)) === JSON.stringify(wanted) ? true : undefined;
    });

  it('above the filing sets its rules by family, over the settings of the editor', async () => {
    write('.form4.json', '{ "rules": { "holdings": "information" } }');
    await client.initialize(FULL, { today: '2024-06-03', rules: { 'holdings-total': 'hint' } });
    await client.open(wrong, 'form4', write('a/b/filing.txt', wrong));
    await becomes(at(3));
  });

  it('a family is a setting of the editor too', async () => {
    await client.initialize(FULL, { today: '2024-06-03', rules: { holdings: 'hint' } });
    await client.open(wrong);
    await becomes(at(4));
  });

  it('gives its titles to completions', async () => {
    write('.form4.json', '{ "titles": ["Class Q Stock"] }');
    await client.initialize();
    await client.open(wrong, 'form4', write('a/filing.txt', wrong));
    const at = client.in(client.at('Common Stock\t\t\t', 3));
    const items = await client.ask<{ label: string }[]>('textDocument/completion', at);
    assert.ok(items.some(({ label }) => label === 'Class Q Stock'));
  });

  it('with a baseline leaves out what is known, as the command line writes it', async () => {
    const uri = write('a/filing.txt', wrong);
    const cli = ['dist/cli.js', 'check', path.join(folder, 'a'), '--write-baseline', path.join(folder, 'known.json')];
    assert.equal(spawnSync(process.execPath, cli).status, 0);
    write('.form4.json', '{ "baseline": "known.json" }');
    await client.initialize();
    await client.open(wrong, 'form4', uri);
    await becomes();
    await client.swap('11,587', '11,578');
    await until('the new finding alone', () => (last(uri)?.length === 1 ? true : undefined));
  });

  it('is read anew when the client says that it has changed, and is watched with its baseline', async () => {
    const registered: RegistrationParams[] = [];
    client.connection.onRequest('client/registerCapability', (params: RegistrationParams) => {
      registered.push(params);
      return null;
    });
    write('.form4.json', '{ "rules": { "holdings-total": "hint" }, "baseline": "known [1].json" }');
    await client.initialize(WATCHES);
    await client.open(wrong, 'form4', write('filing.txt', wrong));
    await becomes(at(4));
    const config = write('.form4.json', '{ "rules": { "holdings-total": "off" } }');
    await client.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: config, type: 2 }] });
    await becomes();
    const patterns = registered.flatMap(({ registrations }) =>
      registrations.flatMap(
        ({ registerOptions }) => (registerOptions as { watchers: { globPattern: unknown }[] }).watchers,
      ),
    );
    const baseUri = `${pathToFileURL(folder).href}/`;
    assert.deepEqual(
      patterns.map(({ globPattern }) => globPattern),
      ['**/.form4.json', { baseUri, pattern: '.form4.json' }, { baseUri, pattern: 'known [[]1[]].json' }],
    );
  });

  it('pulled: the client is asked to pull again when it has changed', async () => {
    await client.initialize({ ...PULLS, workspace: { ...PULLS.workspace, ...WATCHES.workspace } });
    client.connection.onRequest('client/registerCapability', () => null);
    await client.open(wrong, 'form4', write('filing.txt', wrong));
    const { resultId } = await client.pull();
    const config = write('.form4.json', '{ "rules": { "holdings-total": "off" } }');
    await client.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: config, type: 1 }] });
    await until('the client to be asked', () => client.refreshes);
    const { items } = await client.pull(resultId);
    assert.deepEqual(items, []);
  });

  it('is told of once in the log where something in it makes no sense', async () => {
    write('.form4.json', '{ "rules": { "holdings-totl": "off" }, "baseline": "none.json" }');
    await client.initialize();
    await client.open(wrong, 'form4', write('filing.txt', wrong));
    await becomes(at(1));
    await client.swap('11,587', '11,578');
    await client.diagnostics();
    assert.equal(client.logged.filter((line) => line.includes('Did you mean "holdings-total"?')).length, 1);
    assert.equal(client.logged.filter((line) => line.includes('none.json cannot be read')).length, 1);
  });

  it('that is open has its problems at their words, and no findings', async () => {
    await client.initialize();
    const text = '{ "rules": { "holdings-totl": "off" } }';
    await client.open(text, 'json', write('.form4.json', text));
    const [problem, ...more] = await until('the problem', () => last(client.document.uri));
    assert.deepEqual(more, []);
    assert.equal(client.document.getText(problem!.range), '"holdings-totl"');
    assert.equal(await client.ask('textDocument/hover', client.in({ line: 0, character: 5 })), null);
  });

  it('is asked of a client that reads files for the server', async () => {
    const asked: string[] = [];
    client.connection.onRequest('form4/readFile', ({ uri }: { uri: string }) => {
      asked.push(uri);
      return uri === 'mem://store/.form4.json' ? '{ "rules": { "holdings-total": "warning" } }' : null;
    });
    await client.initialize(FULL, { today: '2024-06-03', readsFiles: true });
    await client.open(wrong, 'form4', 'mem://store/a/filing.txt');
    await becomes(at(2));
    assert.deepEqual(asked, ['mem://store/a/.form4.json', 'mem://store/.form4.json']);
  });
});

describe('fixing all', () => {
  let client: Client;
  beforeEach(() => (client = new Client()));
  afterEach(() => client.dispose());
  const { codeAction } = FULL.textDocument!;
  const RESOLVES = {
    ...FULL,
    textDocument: { ...FULL.textDocument, codeAction: { ...codeAction, resolveSupport: { properties: ['edit'] } } },
    workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
  };
  /** Two dates in another form, a wrong total, and a code in small letters. */
  const faulty = sample('clean')
    .replace('03/07/2023\t\tA\t\t693 <sup>(1)', '3/7/2023\t\tA\t\t693 <sup>(1)')
    .replace('03/07/2023\t\tA\t\t1,391', '3/7/2023\t\tA\t\t1,391')
    .replace('10,196', '10,169');
  const actions = (words: string, only?: string[]): Promise<CodeAction[]> =>
    client.ask('textDocument/codeAction', {
      textDocument: { uri: client.document.uri },
      range: { start: client.at(words), end: client.at(words) },
      context: { diagnostics: [], ...(only && { only }) },
    });
  const make = async (action: CodeAction): Promise<void> => {
    const { edit } = await client.ask<CodeAction>('codeAction/resolve', action);
    await client.apply((edit!.documentChanges as TextDocumentEdit[])[0]!.edits as never);
  };

  it('of one kind: worked out when it is chosen, and the other kinds stay', async () => {
    await client.initialize(RESOLVES);
    await client.open(faulty);
    const found = await actions('3/7/2023\t\tA\t\t1,391');
    const all = found.find(({ title }) => title === 'Fix all of this kind (date-format)')!;
    assert.deepEqual([all.kind, all.edit], ['quickfix', undefined]);
    await make(all);
    assert.equal(client.text, wrong);
    assert.deepEqual(client.show(await client.diagnostics()), [at(1)]);
  });

  it('source.fixAll makes the safe fixes alone, and twice is once', async () => {
    await client.initialize(RESOLVES);
    await client.open(faulty);
    const found = await actions('11,587', ['source.fixAll']);
    assert.deepEqual(
      found.map(({ kind }) => kind),
      ['source.fixAll.form4'],
    );
    await make(found[0]!);
    assert.equal(client.text, wrong);
    await client.diagnostics();
    assert.deepEqual(await actions('11,587', ['source.fixAll']), []);
  });

  it('has its edits at once for a client that asks for none later', async () => {
    await client.initialize();
    await client.open(faulty);
    const [all] = await actions('11,587', ['source.fixAll.form4']);
    await client.apply((all!.edit!.documentChanges as TextDocumentEdit[])[0]!.edits as never);
    assert.equal(client.text, wrong);
  });

  it('one click is one change: a value whose title says it, and a format', async () => {
    await client.initialize(RESOLVES);
    await client.open(faulty);
    const [total] = await actions('10,169');
    assert.deepEqual([total?.title, total?.edit?.changeAnnotations], ['Set the total to 10,196', undefined]);
    const [date] = await actions('3/7/2023\t\tA\t\t1,391');
    assert.deepEqual([date?.title, date?.edit?.changeAnnotations], ['Write 03/07/2023', undefined]);
  });
});
