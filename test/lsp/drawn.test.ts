import assert from 'node:assert/strict';
import type { CodeLens, InlayHint, TextEdit } from 'vscode-languageserver-protocol';
import type { Balances } from '../../server/src/protocol';
import { Client, FULL, sample, until, URI } from './client';

const IN = { textDocument: { uri: URI } };
const OPTIONS = { tabSize: 4, insertSpaces: false };
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

describe('formatting, and what is drawn into a text', () => {
  let client: Client;
  beforeEach(() => (client = new Client()));
  afterEach(() => client.dispose());

  const untidy = (): string => sample('clean').replace('10,196', '10196').replace('11,587', '11587');

  it('a document, a range and the row just left are formatted, and nothing else of the text', async () => {
    await client.initialize();
    await client.open(untidy());
    const line = client.at('10196').line;
    const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
    const ofRange = await client.ask<TextEdit[]>('textDocument/rangeFormatting', { ...IN, range, options: OPTIONS });
    assert.deepEqual(
      ofRange.map(({ newText }) => newText),
      ['10,196'],
    );
    const position = { line: line + 1, character: 0 };
    const typed = { ...IN, position, ch: '\n', options: OPTIONS };
    assert.deepEqual(await client.ask('textDocument/onTypeFormatting', typed), ofRange);
    await client.apply(await client.ask<TextEdit[]>('textDocument/formatting', { ...IN, options: OPTIONS }));
    assert.equal(client.text, sample('clean'));
    assert.deepEqual(await client.ask('textDocument/formatting', { ...IN, options: OPTIONS }), []);
  });

  it('a client that can be told so formats files of our own language alone', async () => {
    const registered: { method: string; registerOptions: { documentSelector?: unknown } }[] = [];
    client.connection.onRequest(
      'client/registerCapability',
      ({ registrations }: { registrations: typeof registered }) => {
        registered.push(...registrations);
        return null;
      },
    );
    const dynamicRegistration = true;
    const { capabilities } = await client.initialize({
      ...FULL,
      textDocument: {
        ...FULL.textDocument,
        formatting: { dynamicRegistration },
        rangeFormatting: { dynamicRegistration },
        onTypeFormatting: { dynamicRegistration },
      },
    });
    assert.equal(capabilities.documentFormattingProvider, undefined);
    await until('registrations', () => registered.length === 3);
    for (const { registerOptions } of registered)
      assert.deepEqual(registerOptions.documentSelector, [{ language: 'form4' }]);
  });

  it('balances say which total is wrong, and go on from what it should be', async () => {
    await client.initialize();
    await client.open(sample('clean').replace('10,196', '10,169'));
    const { rows, more } = await client.ask<Balances>('form4/balance', IN);
    assert.equal(more, 0);
    const wrong = rows.filter(({ state }) => state !== 'agrees');
    const { line } = client.at('10,169');
    assert.deepEqual(wrong, [{ line, sum: '9,503 + 693', expected: '10,196', stated: '10,169', state: 'wrong' }]);
    const next = rows.find((row) => row.line > line);
    assert.equal(next?.sum, '10,196 + 1,391');
  });

  it('hints and lenses are off, and are drawn anew when a setting turns them on', async () => {
    let drawn = 0;
    client.connection.onRequest('workspace/inlayHint/refresh', () => (drawn++, null));
    client.connection.onRequest('workspace/codeLens/refresh', () => (drawn++, null));
    const workspace = { ...FULL.workspace, inlayHint: { refreshSupport: true }, codeLens: { refreshSupport: true } };
    const lenses = [{ title: 'Check before Filing', command: 'form4.checkBeforeFiling' }];
    await client.initialize({ ...FULL, workspace: { ...workspace, configuration: true } }, { lenses });
    await client.open(sample('clean'));
    const hints = (): Promise<InlayHint[]> => client.ask('textDocument/inlayHint', { ...IN, range: WHOLE });
    const lensesOf = (): Promise<CodeLens[]> => client.ask('textDocument/codeLens', IN);
    assert.deepEqual(await hints(), []);
    assert.deepEqual(await lensesOf(), []);
    client.configuration = () => ({ inlayHints: 'codes', codeLens: true });
    await client.tell('workspace/didChangeConfiguration', { settings: null });
    await until('both are drawn anew', () => drawn === 2);
    assert.equal((await hints())[0]?.label, 'a grant or award from the company');
    assert.deepEqual((await lensesOf())[0]?.command, lenses[0]);
  });
});
