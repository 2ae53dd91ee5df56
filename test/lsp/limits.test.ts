/** What is done for texts of which size, over the wire: docs/limits.md. */
import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { MOST } from '../../server/src/server/limits';
import { Client, FULL, PULLS, URI, sample, until } from './client';

const TOTAL = 'holdings-total at "10,169": 1';
/** A wrong total, and so many characters in all: the rest stands behind the filing, where nothing is read. */
const wrong = sample('clean').replace('10,196', '10,169');
const padded = (length: number): string =>
  `${wrong}\n${'-'.repeat(99)}\n`.padEnd(length, `${'-'.repeat(99)}\n`).slice(0, length);

describe('limits', () => {
  let client: Client;
  beforeEach(() => (client = new Client()));
  afterEach(() => client.dispose());

  const published = async (): Promise<Diagnostic[]> => {
    const { uri, version } = client.document;
    const list = await until('diagnostics', () =>
      client.published.find((one) => one.uri === uri && one.version === version),
    );
    return list.diagnostics;
  };
  const tokens = async (): Promise<number> =>
    (await client.ask<{ data: number[] }>('textDocument/semanticTokens/full', { textDocument: { uri: URI } })).data
      .length;
  const symbols = async (): Promise<number> =>
    (await client.ask<unknown[]>('textDocument/documentSymbol', { textDocument: { uri: URI } })).length;
  const folds = async (): Promise<number> =>
    (await client.ask<unknown[]>('textDocument/foldingRange', { textDocument: { uri: URI } })).length;

  it('up to 1 million characters everything is done, and nothing is said', async () => {
    await client.initialize();
    await client.open(padded(MOST.hints));
    assert.deepEqual(client.show(await published()), [TOTAL]);
    assert.ok((await tokens()) > 0);
    assert.ok((await symbols()) > 0);
  });

  it('above it the rules speak, and one remark says that colours and hints are left out', async () => {
    await client.initialize();
    await client.open(padded(MOST.hints + 1));
    const [limit, ...others] = await published();
    assert.deepEqual(client.show(others), [TOTAL]);
    assert.equal(limit?.severity, 3);
    assert.equal(limit.code, 'large-file');
    assert.match(String(limit.message), /checked in full.*left out/);
    assert.deepEqual(limit.range, {
      start: { line: 0, character: 0 },
      end: { line: 0, character: limit.range.end.character },
    });
    assert.equal(await tokens(), 0);
    assert.ok((await symbols()) > 0);
    assert.ok(await client.ask('textDocument/hover', client.in(client.at('10,169'))));
  });

  it('above 10 million there is structure only, and one remark says so', async () => {
    await client.initialize();
    await client.open(padded(MOST.rules + 1));
    const list = await published();
    assert.deepEqual(
      client.show(list).map((one) => one.replace(/ at .*:/, ':')),
      ['large-file: 3'],
    );
    assert.match(String(list[0]!.message), /not checked/);
    assert.equal(await tokens(), 0);
    assert.ok((await symbols()) > 0);
    assert.ok((await folds()) > 0);
    assert.equal(await client.ask('textDocument/hover', client.in(client.at('10,169'))), null);
    const range = { start: client.at('10,169'), end: client.at('10,169', 6) };
    assert.equal(
      await client.ask('textDocument/codeAction', { textDocument: { uri: URI }, range, context: { diagnostics: [] } }),
      null,
    );
  });

  it('a text that shrinks is checked again, for clients that ask too', async () => {
    await client.initialize({ ...PULLS, workspace: FULL.workspace });
    await client.open(padded(MOST.rules + 1));
    const first = await client.pull();
    assert.deepEqual(client.show(first.items as Diagnostic[]).length, 1);
    assert.equal((await client.pull(first.resultId)).kind, 'unchanged');
    await client.change({ text: wrong });
    const { items } = await client.pull(first.resultId);
    assert.deepEqual(client.show(items as Diagnostic[]), [TOTAL]);
  });
});
