/** A text with several filings: findings of all, and each answer from the filing at the cursor. */
import assert from 'node:assert/strict';
import type { DocumentSymbol, LocationLink } from 'vscode-languageserver-protocol';
import { Client, FULL, URI, sample } from './client';

const TREE = {
  ...FULL,
  textDocument: { ...FULL.textDocument, documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
};

describe('several filings in one text', () => {
  let client: Client;
  beforeEach(() => (client = new Client()));
  afterEach(() => client.dispose());
  const here = { textDocument: { uri: URI } };
  const one = sample('clean');
  const text = one + one + one.replace('10,196', '10,169');
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length - 1;
  const wrong = text.indexOf('10,169');

  it('has a root for each in the outline', async () => {
    await client.initialize(TREE);
    await client.open(text);
    const tree = await client.ask<DocumentSymbol[]>('textDocument/documentSymbol', here);
    assert.deepEqual(
      tree.map(({ name }) => name),
      ['Filing 1', 'Filing 2', 'Filing 3'],
    );
    assert.ok(tree.every(({ children }) => children?.some(({ name }) => name.startsWith('Table I '))));
  });

  it('has the findings where they are, and the fix that fits', async () => {
    await client.initialize(TREE);
    await client.open(text);
    const { items } = await client.ask<{ items: { code: string; range: { start: { line: number } } }[] }>(
      'textDocument/diagnostic',
      here,
    );
    assert.deepEqual(
      items.map(({ code, range }) => [code, range.start.line]),
      [['holdings-total', lineOf(wrong)]],
    );
  });

  it('leads from a marker to the note of the same filing', async () => {
    await client.initialize(TREE);
    await client.open(text);
    const marker = text.indexOf('<sup>(1)</sup>', one.length) + 6;
    assert.ok(marker > one.length);
    const before = text.lastIndexOf('\n', marker);
    const [link] = await client.ask<LocationLink[]>('textDocument/definition', {
      ...here,
      position: { line: lineOf(marker), character: marker - before - 1 },
    });
    const line = link!.targetRange.start.line;
    assert.ok(line > lineOf(one.length) && line < lineOf(2 * one.length), String(line));
  });
});
