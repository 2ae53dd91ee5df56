/** `initialize` is answered before the rest of the server is loaded: nobody may notice. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client, FULL, sample, URI, until } from './client';
import { RawClient } from './raw';

const wrong = sample('clean').replace('10,196', '10,169');
const initialize = { processId: null, rootUri: null, capabilities: FULL, initializationOptions: {} };
const textDocument = { uri: URI, languageId: 'form4', version: 1, text: wrong };

describe('the start', () => {
  let client: RawClient;
  beforeEach(() => (client = new RawClient()));
  afterEach(() => client.dispose());

  it('with a text and a request that do not wait for the answer of initialize', async () => {
    client.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params: initialize });
    client.notify('initialized', {});
    client.notify('textDocument/didOpen', { textDocument });
    const { result } = await client.ask(2, 'textDocument/documentSymbol', { textDocument });
    assert.ok(Array.isArray(result) && result.length > 0);
    assert.equal((await client.diagnostics(URI, 1)).length, 1);
    assert.deepEqual(
      [...client.answers.values()].map((list) => list.length),
      [1, 1],
    );
  });

  it('with a request before any initialize', async () => {
    const { result } = await client.ask(1, 'textDocument/hover', { textDocument, position: { line: 0, character: 0 } });
    assert.equal(result, null);
  });

  it('with a second initialize, which counts', async () => {
    await client.ask(1, 'initialize', { ...initialize, capabilities: { textDocument: { diagnostic: {} } } });
    client.notify('initialized', {});
    await client.ask(2, 'initialize', initialize);
    client.notify('textDocument/didOpen', { textDocument });
    assert.equal((await client.diagnostics(URI, 1)).length, 1);
  });
});

describe('a server of which a part is missing', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'form4-part-'));
    for (const file of ['package.json', 'dist/server.js']) cpSync(file, path.join(folder, file));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('ends and says so, so that the client starts it anew', async () => {
    const client = new Client([path.join(folder, 'dist/server.js'), '--stdio']);
    try {
      await client.initialize();
      await until('the server to exit', () => client.exitCode !== undefined);
      assert.equal(client.exitCode, 1);
      assert.match(client.stderr, /rest\.js/);
    } finally {
      client.dispose();
    }
  });
});
