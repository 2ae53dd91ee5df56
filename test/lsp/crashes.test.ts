/** Every text that ever made form4 throw, in the server: it answers, and the next document is answered right. */
import assert from 'node:assert/strict';
import { CRASHES } from '../unit/crashFiles';
import { Client, sample } from './client';

describe('texts that took the server down once', () => {
  let client: Client;
  before(async () => {
    client = new Client();
    await client.initialize();
  });
  after(() => client.dispose());
  for (const { name, text } of CRASHES)
    it(name, async () => {
      const uri = `file:///${name}`;
      await client.open(text, 'form4', uri);
      assert.ok(Array.isArray(await client.diagnostics()));
      const place = { textDocument: { uri }, position: { line: 20, character: 20 } };
      for (const method of ['hover', 'completion', 'documentSymbol', 'semanticTokens/full', 'foldingRange'])
        await client.ask(`textDocument/${method}`, place);
      assert.deepEqual(
        client.logged.filter((message) => /a request|publishDiagnostics/.test(message)),
        [],
      );
      await client.open(sample('clean'), 'form4', `file:///after-${name}`);
      assert.deepEqual(await client.diagnostics(), []);
    });
});
