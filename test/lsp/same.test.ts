/** One answer, whichever way it is asked for: after many edits as after opening, from the browser's worker, from the command line. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import fc from 'fast-check';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { Client, FULL, URI, sample, until } from './client';

const TODAY = '2024-06-03';

describe('the same findings', () => {
  it('after random edits as in the same text opened anew', async () => {
    const edits = fc.array(
      fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(30),
        fc.constantFrom(
          '',
          '1',
          ',',
          '\t',
          '\n',
          '\r',
          '\r\n',
          '\u{1F4C8}',
          '<sup>(2)</sup>',
          'Common Stock\t03/07/2023\t\tQ\t',
          '\n- ',
        ),
      ),
      { minLength: 25, maxLength: 25 },
    );
    const client = new Client();
    try {
      await client.initialize();
      for (const [round, changes] of fc.sample(edits, { seed: 20_230_309, numRuns: 16 }).entries()) {
        const text = sample(round % 2 ? 'errors' : 'clean');
        const uri = `file:///edited-${round}.form4`;
        await client.open(round % 3 ? text : text.replaceAll('\n', '\r\n'), 'form4', uri);
        for (const [where, length, words] of changes) {
          const at = Math.floor(where * client.text.length);
          const range = { start: client.document.positionAt(at), end: client.document.positionAt(at + length) };
          await client.change({ range, text: words });
        }
        const edited = await client.diagnostics();
        // Half a pair of surrogates does not travel: the server has U+FFFD in its place.
        const whole = Buffer.from(client.text).toString();
        await client.open(whole, 'form4', `file:///whole-${round}.form4`);
        const elsewhere = (list: Diagnostic[]): string =>
          JSON.stringify(list).replaceAll(/(?:edited|whole)-\d+/g, 'text');
        assert.equal(elsewhere(edited), elsewhere(await client.diagnostics()), `round ${round}`);
      }
    } finally {
      client.dispose();
    }
  });

  it('from the worker of a browser', async () => {
    const client = new Client();
    const published: { params: { diagnostics: Diagnostic[] } }[] = [];
    // A worker's global scope as far as the server needs it: no process, no require, no Node.
    const scope: { onmessage?: (event: { data: unknown }) => void } = vm.createContext({
      setTimeout,
      clearTimeout,
      TextEncoder,
      TextDecoder,
      addEventListener: () => undefined,
      console,
      postMessage: (message: { method?: string }) => {
        if (message.method === 'textDocument/publishDiagnostics') published.push(message as never);
      },
    });
    const tell = (method: string, params: unknown, id?: number): void =>
      scope.onmessage?.({ data: { jsonrpc: '2.0', id, method, params } });
    try {
      const options = { today: TODAY, docs: 'd:' };
      await client.initialize(FULL, options);
      await client.open(sample('errors'));
      vm.runInContext(readFileSync('dist/server.web.js', 'utf8'), scope);
      tell('initialize', { processId: null, rootUri: null, capabilities: FULL, initializationOptions: options }, 1);
      tell('textDocument/didOpen', {
        textDocument: { uri: URI, languageId: 'form4', version: 1, text: sample('errors') },
      });
      const [{ params }] = await until('a list', () =>
        published.length > 0 ? (published as [(typeof published)[0]]) : undefined,
      );
      assert.equal(JSON.stringify(params.diagnostics), JSON.stringify(await client.diagnostics()));
      assert.ok(params.diagnostics.length > 0);
    } finally {
      client.dispose();
    }
  });

  it('from the command line', async () => {
    const client = new Client();
    try {
      await client.initialize(FULL, { today: TODAY });
      await client.open(sample('errors'));
      const args = ['dist/cli.js', 'check', '--today', TODAY, '--format', 'jsonl', 'samples/errors.txt'];
      const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
      const { findings } = JSON.parse(stdout) as { findings: { rule: string; message: string; range: unknown }[] };
      assert.deepEqual(
        findings.map(({ rule, message, range }) => ({ rule, message, range })),
        (await client.diagnostics()).map(({ code, message, range }) => ({ rule: code, message, range })),
      );
    } finally {
      client.dispose();
    }
  });
}).timeout(60_000);
