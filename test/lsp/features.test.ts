import assert from 'node:assert/strict';
import type {
  CodeAction,
  DocumentHighlight,
  Hover,
  Location,
  LocationLink,
  MarkupContent,
  TextDocumentEdit,
} from 'vscode-languageserver-protocol';
import { Client, FULL, URI, sample, until } from './client';

describe('requests', () => {
  let client: Client;
  beforeEach(() => (client = new Client()));
  afterEach(() => client.dispose());

  const words = (hover: Hover | null): string => (hover!.contents as MarkupContent).value;
  const hover = (at: string, behind = 0): Promise<Hover | null> =>
    client.ask('textDocument/hover', client.in(client.at(at, behind)));
  const actions = async (at: string): Promise<CodeAction[] | null> =>
    client.ask('textDocument/codeAction', {
      textDocument: { uri: URI },
      range: { start: client.at(at), end: client.at(at) },
      context: { diagnostics: [], only: ['quickfix'] },
    });

  it('the server says what it can do, and no more', async () => {
    const { capabilities } = await client.initialize();
    assert.deepEqual(Object.keys(capabilities).sort(), [
      'codeActionProvider',
      'codeLensProvider',
      'completionProvider',
      'definitionProvider',
      'diagnosticProvider',
      'documentFormattingProvider',
      'documentHighlightProvider',
      'documentLinkProvider',
      'documentOnTypeFormattingProvider',
      'documentRangeFormattingProvider',
      'documentSymbolProvider',
      'executeCommandProvider',
      'foldingRangeProvider',
      'hoverProvider',
      'inlayHintProvider',
      'positionEncoding',
      'referencesProvider',
      'renameProvider',
      'selectionRangeProvider',
      'semanticTokensProvider',
      'signatureHelpProvider',
      'textDocumentSync',
      'workspaceSymbolProvider',
    ]);
  });

  it('hover: the sum of a total, a code, a marker, in Markdown', async () => {
    await client.initialize();
    await client.open(sample('clean'));
    assert.match(words(await hover('10,196')), /9,503 \+ 693 acquired = 10,196/);
    assert.match(words(await hover('11,587', 6)), /10,196 \+ 1,391 acquired = 11,587/);
    assert.match(words(await hover('A\t\t1,391')), /^\*\*A\*\*: Grant, award or other acquisition/);
    assert.match(words(await hover('<sup>(3)', 2)), /^\*\*Footnote 3\*\*/);
    assert.equal(
      (await hover('10,196'))?.contents && ((await hover('10,196'))!.contents as MarkupContent).kind,
      'markdown',
    );
  });

  it('hover: plain text for a client that shows no other', async () => {
    await client.initialize({
      ...FULL,
      textDocument: { ...FULL.textDocument, hover: { contentFormat: ['plaintext'] } },
    });
    await client.open(sample('clean'));
    assert.match(words(await hover('A\t\t1,391')), /^A: Grant/);
  });

  it('definition, references and highlights lead from marker to footnote and back', async () => {
    await client.initialize();
    await client.open(sample('clean'));
    const marker = client.in(client.at('(2)</sup>', 1));
    const note = client.in(client.at('- Performance', 4));
    const [to] = await client.ask<LocationLink[]>('textDocument/definition', marker);
    assert.match(client.document.getText(to!.targetRange), /^- Performance shares/);
    const [back] = await client.ask<LocationLink[]>('textDocument/definition', note);
    assert.deepEqual(back!.targetRange.start, client.at('(2)</sup>'));
    const list = await client.ask<Location[]>('textDocument/references', {
      ...note,
      context: { includeDeclaration: false },
    });
    assert.deepEqual(
      list.map(({ range }) => range.start),
      [client.at('(2)</sup>')],
    );
    const shown = await client.ask<DocumentHighlight[]>('textDocument/documentHighlight', marker);
    assert.deepEqual(
      shown.map(({ kind }) => kind),
      [3, 2],
    );
  });

  it('definition: plain locations for a client that knows no links', async () => {
    await client.initialize({});
    await client.open(sample('clean'));
    const [to] = await client.ask<Location[]>('textDocument/definition', client.in(client.at('(2)</sup>', 1)));
    assert.equal(to?.uri, URI);
    assert.deepEqual(to?.range.start, client.at('- Performance'));
  });

  it('quick fix: the first sets the total, and the finding goes', async () => {
    await client.initialize();
    await client.open(sample('clean').replace('10,196', '10,169'));
    const [first] = (await actions('10,169'))!;
    assert.deepEqual([first?.title, first?.kind, first?.isPreferred], ['Set the total to 10,196', 'quickfix', true]);
    assert.deepEqual(client.show(first!.diagnostics!), ['holdings-total at "10,169": 1']);
    const [{ textDocument, edits }] = first!.edit!.documentChanges as [TextDocumentEdit];
    assert.deepEqual(textDocument, { uri: URI, version: 1 });
    await client.apply(edits as never);
    assert.equal(client.text, sample('clean'));
    assert.deepEqual(await client.diagnostics(), []);
  });

  it('quick fix: none for a client that takes only commands, and none where nothing is wrong', async () => {
    await client.initialize();
    await client.open(sample('clean').replace('10,196', '10,169'));
    assert.deepEqual(await actions('11,587'), []);
    const plain = new Client();
    try {
      await plain.initialize({});
      await plain.open(client.text);
      const range = { start: plain.at('10,169'), end: plain.at('10,169') };
      const params = { textDocument: { uri: URI }, range, context: { diagnostics: [] } };
      assert.equal(await plain.ask('textDocument/codeAction', params), null);
    } finally {
      plain.dispose();
    }
  });

  it('a document that is not open, or no Form 4: no answer', async () => {
    await client.initialize();
    const nowhere = { textDocument: { uri: 'file:///nowhere' }, position: { line: 0, character: 0 } };
    for (const method of ['hover', 'definition', 'references', 'documentHighlight'])
      assert.equal(await client.ask(`textDocument/${method}`, { ...nowhere, context: {} }), null, method);
    assert.deepEqual(await client.ask('textDocument/diagnostic', nowhere), { kind: 'full', items: [] });
    await client.open('<html><body>A page about code A.</body></html>', 'html');
    assert.deepEqual((await until('a list', () => client.published[0])).diagnostics, []);
    assert.equal(await client.ask('textDocument/hover', { ...nowhere, textDocument: { uri: URI } }), null);
  });

  it('a Form 4 under another language is served where it is recognised', async () => {
    await client.initialize();
    await client.open(sample('clean').replace('10,196', '10,169'), 'plaintext');
    assert.deepEqual(client.show(await client.diagnostics()), ['holdings-total at "10,169": 1']);
  });

  it('XML is served beside the language that the editor knows it by', async () => {
    await client.initialize();
    const cell = (name: string, value: string): string => `<${name}><value>${value}</value></${name}>`;
    const row = [
      cell('securityTitle', 'Common Stock'),
      cell('transactionDate', '2022-03-07'),
      '<transactionCoding><transactionFormType>4</transactionFormType><transactionCode>S</transactionCode></transactionCoding>',
    ];
    await client.open(
      `<ownershipDocument><documentType>4</documentType><nonDerivativeTable><nonDerivativeTransaction>\n${row.join('\n')}\n</nonDerivativeTransaction></nonDerivativeTable></ownershipDocument>`,
      'xml',
    );
    assert.match(words(await hover('S</transactionCode>')), /^\*\*S\*\*: Open market or private sale/);
  });

  it('also over the channel that Node gives to a child process', async () => {
    const { fork } = await import('node:child_process');
    const child = fork('dist/server.js', ['--node-ipc'], { silent: true });
    try {
      const answered = new Promise<unknown>((resolve, reject) => {
        child.on('message', (message) => resolve(message));
        child.on('exit', (code) => reject(new Error(`exit ${code}`)));
      });
      child.send({
        jsonrpc: '2.0',
        id: 1,
        method: 'initialize',
        params: { processId: null, capabilities: {}, rootUri: null },
      });
      assert.equal(((await answered) as { result: { serverInfo: { name: string } } }).result.serverInfo.name, 'form4');
    } finally {
      child.kill('SIGKILL');
    }
  });
});
