/** One answer, whichever way it is asked for: after many edits as after opening, from the browser's worker, from the command line. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import vm from 'node:vm';
import fc from 'fast-check';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { decode } from '../../server/src/node/decode';
import { tally } from '../unit/soak';
import { accepted, LAYOUTS, MADE_UP } from '../unit/writers/sources';
import { Client, FULL, PULLS, sample, until } from './client';

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

  const layouts = readdirSync('test/fixtures/layouts').map((name) => ({ name: `test/fixtures/layouts/${name}` }));
  const texts: { name: string }[] = [...MADE_UP, ...layouts, ...LAYOUTS.flatMap(accepted)];
  it(`of ${texts.length} filings: sent, asked for, from the worker of a browser and from the command line`, async () => {
    const options = { today: TODAY, docs: 'd:' };
    const [sent, asked] = [new Client(), new Client()];
    const worker = webServer({ capabilities: FULL, options });
    try {
      await sent.initialize(FULL, options);
      await asked.initialize(PULLS, options);
      const lines = spawnSync(
        process.execPath,
        ['dist/cli.js', 'check', '--no-config', '--today', TODAY, '--format', 'jsonl', '--files-from', '-'],
        { encoding: 'utf8', input: texts.map(({ name }) => name).join('\n'), maxBuffer: 1 << 30 },
      ).stdout.split('\n');
      let findings = 0;
      for (const [at, { name }] of texts.entries()) {
        const { text } = decode(readFileSync(name));
        const uri = `file:///one/${at}.form4`;
        for (const client of [sent, asked]) await client.open(text, 'form4', uri);
        const pushed = await sent.diagnostics();
        const { items } = await asked.pull();
        const fromCli = JSON.parse(lines[at]!) as { path: string; findings: Found[] };
        assert.equal(fromCli.path, name);
        assert.deepEqual(items, pushed, name);
        assert.equal(JSON.stringify(await worker.diagnostics(uri, text)), JSON.stringify(pushed), name);
        assert.deepEqual(
          fromCli.findings.map(({ rule, message, range }) => ({ rule, message, range })),
          pushed.map(({ code, message, range }) => ({ rule: code, message, range })),
          name,
        );
        for (const client of [sent, asked]) await client.tell('textDocument/didClose', { textDocument: { uri } });
        sent.published.length = 0;
        findings += pushed.length;
      }
      assert.ok(findings > 0);
      tally('same', texts.length);
    } finally {
      sent.dispose();
      asked.dispose();
    }
  });

  it('as the same bytes in three time zones and under three locales', () => {
    const files = MADE_UP.map(({ name }) => name).filter((name) => !name.endsWith('.html'));
    const places = [
      { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' },
      { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
      { TZ: 'America/St_Johns', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
    ];
    const commands = [
      ...['jsonl', 'stylish', 'sarif', 'report'].map((format) => [
        'check',
        '--today',
        TODAY,
        '--format',
        format,
        ...files,
      ]),
      ['parse', ...files],
      ['convert', '--to', 'xml', 'samples/clean.txt'],
      ['convert', '--to', 'csv', '--table', 'NONDERIV_TRANS', 'samples/clean.txt'],
      ['explain', 'S'],
    ];
    for (const args of commands) {
      const outputs = places.map((place) => {
        const { stdout, status } = spawnSync(process.execPath, ['dist/cli.js', ...args], {
          encoding: 'utf8',
          env: { ...process.env, ...place },
          maxBuffer: 1 << 30,
        });
        assert.ok(stdout.length > 100 && status !== 2, `${args.slice(0, 5).join(' ')}: ${status}`);
        return stdout;
      });
      assert.equal(new Set(outputs).size, 1, args.slice(0, 5).join(' '));
    }
  });
});

interface Found {
  readonly rule: string;
  readonly message: string;
  readonly range: unknown;
}

/** The server of the web extension in a worker's global scope, as far as it needs one: no process, no require, no Node. */
function webServer({ capabilities, options }: { capabilities: unknown; options: unknown }): {
  diagnostics: (uri: string, text: string) => Promise<Diagnostic[]>;
} {
  const published = new Map<string, Diagnostic[]>();
  const scope: { onmessage?: (event: { data: unknown }) => void } = vm.createContext({
    ...{ setTimeout, clearTimeout, TextEncoder, TextDecoder, crypto, console },
    addEventListener: () => undefined,
    postMessage: ({ method, params }: { method?: string; params: { uri: string; diagnostics: Diagnostic[] } }) => {
      if (method === 'textDocument/publishDiagnostics') published.set(params.uri, params.diagnostics);
    },
  });
  const tell = (method: string, params: unknown, id?: number): void =>
    scope.onmessage?.({ data: { jsonrpc: '2.0', id, method, params } });
  vm.runInContext(readFileSync('dist/server.web.js', 'utf8'), scope);
  tell('initialize', { processId: null, rootUri: null, capabilities, initializationOptions: options }, 1);
  return {
    diagnostics: async (uri, text) => {
      tell('textDocument/didOpen', { textDocument: { uri, languageId: 'form4', version: 1, text } });
      const list = await until('a list from the worker', () => published.get(uri));
      tell('textDocument/didClose', { textDocument: { uri } });
      return list;
    },
  };
}
