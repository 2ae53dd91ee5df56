import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type {
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
  SymbolInformation,
} from 'vscode-languageserver-protocol';
import { Client, FULL, URI, sample } from './client';

const TREE = {
  ...FULL,
  textDocument: { ...FULL.textDocument, documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
};

describe('the structure of a filing', () => {
  let client: Client;
  beforeEach(() => (client = new Client()));
  afterEach(() => client.dispose());
  const here = { textDocument: { uri: URI } };

  it('symbols: a tree where the client shows one, else a list', async () => {
    await client.initialize(TREE);
    await client.open(sample('clean'));
    const tree = await client.ask<DocumentSymbol[]>('textDocument/documentSymbol', here);
    const table = tree.find(({ name }) => name.startsWith('Table I '));
    assert.deepEqual(
      table?.children?.map(({ name }) => name),
      ['03/07/2023 A 693 → 9,503', '03/07/2023 A 693 → 10,196', '03/07/2023 A 1,391 → 11,587', 'Common Stock → 597'],
    );
    const plain = new Client();
    try {
      await plain.initialize({});
      await plain.open(sample('clean'));
      const list = await plain.ask<SymbolInformation[]>('textDocument/documentSymbol', here);
      assert.equal(list.find(({ name }) => name === 'Common Stock → 597')?.location.uri, URI);
    } finally {
      plain.dispose();
    }
  });

  it('symbols follow the text while it is typed', async () => {
    await client.initialize(TREE);
    await client.open(sample('clean'));
    await client.swap('10,196', '10,1');
    const tree = await client.ask<DocumentSymbol[]>('textDocument/documentSymbol', here);
    assert.ok(JSON.stringify(tree).includes('03/07/2023 A 693 → 10,1'));
  });

  it('workspace symbols: owner, issuer and ticker of what is open, and of nothing that is closed', async () => {
    await client.initialize();
    await client.open(sample('clean'));
    const names = async (query: string): Promise<string[]> =>
      (await client.ask<SymbolInformation[]>('workspace/symbol', { query })).map(({ name }) => name);
    assert.deepEqual(await names('hvpd'), ['HALVANE PRECISION DRIVES INC', 'HVPD']);
    assert.deepEqual(await names('ruthe'), ['Ruthe Wickmore Dalen']);
    await client.tell('textDocument/didClose', here);
    assert.deepEqual(await names(''), []);
  });

  it('folds, selection and the totals of a holding', async () => {
    await client.initialize();
    await client.open(sample('clean'));
    const folds = await client.ask<FoldingRange[]>('textDocument/foldingRange', here);
    assert.ok(folds.some(({ startLine, kind }) => startLine === client.at('Table I -').line && kind === 'region'));
    assert.ok(folds.some(({ startLine, kind }) => startLine === client.at('Reminder:').line && kind === 'comment'));
    const total = client.at('10,196', 2);
    const [first] = await client.ask<SelectionRange[]>('textDocument/selectionRange', { ...here, positions: [total] });
    assert.equal(client.document.getText(first?.range), '10,196');
    const shown = await client.ask<DocumentHighlight[]>('textDocument/documentHighlight', client.in(total));
    assert.deepEqual(
      shown.map(({ range }) => client.document.getText(range)),
      ['9,503', '10,196', '11,587'],
    );
  });

  it('semantic tokens: all, those of a range, and what a keystroke changed', async () => {
    await client.initialize();
    await client.open(sample('clean'));
    const full = await client.ask<SemanticTokens>('textDocument/semanticTokens/full', here);
    assert.ok(full.data.length > 100 && full.data.length % 5 === 0);
    const range = { start: client.at('10,196'), end: client.at('10,196', 6) };
    const few = await client.ask<SemanticTokens>('textDocument/semanticTokens/range', { ...here, range });
    assert.equal(few.data.length / 5, 9);
    await client.swap('10,196', '10,1965');
    const previousResultId = full.resultId!;
    const delta = await client.ask<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
      ...here,
      previousResultId,
    });
    assert.deepEqual(
      delta.edits.map(({ deleteCount, data }) => [deleteCount, data?.length]),
      [[10, 10]],
    );
    await client.tell('textDocument/didClose', here);
    assert.deepEqual(await client.ask('textDocument/semanticTokens/full', here), { data: [] });
  });

  it('links of a submission', async () => {
    await client.initialize();
    await client.open(readFileSync('test/fixtures/layouts/submission.txt', 'utf8'));
    const links = await client.ask<DocumentLink[]>('textDocument/documentLink', here);
    assert.equal(links.length, 4);
    assert.ok(links.every(({ target }) => target?.startsWith('https://www.sec.gov/')));
  });
});
