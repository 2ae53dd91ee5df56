/**
 * 5,000 messages of which many make no sense: the server does not end, each request is answered once, and a document that
 * is opened afterwards gets the same answers as from a server that has heard nothing else.
 */
import assert from 'node:assert/strict';
import { below, pick, random, type Random } from '../unit/generate';
import { runs, seed, tally } from '../unit/soak';
import { FILINGS } from '../unit/texts';
import { FULL, PULLS, sample, until } from './client';
import { RawClient } from './raw';

const RUNS = runs(5000);
const SEED = seed(20_230_310);
/** So many messages go in between two looks at whether all is well. */
const ROUND = 250;

const URIS = [
  'file:///a.form4',
  'file:///b.txt',
  'untitled:c',
  'vscode-remote://h/d%20d.form4',
  'file:///x/.form4.json',
];
const LANGUAGES = ['form4', 'plaintext', 'xml', 'json'];
const JUNK: readonly unknown[] = [
  ...[null, true, -1, 0, 1.5, 1e9, -1e308, 2 ** 53, '', 'x', '\ud83d', '\u0000', [], {}, [null], { line: 0 }, [[[[]]]]],
  ...[
    '__proto__',
    'constructor',
    'file:///',
    '%',
    'file://%ff',
    { length: 1e9 },
    { __proto__: null, toString: 1 },
    URIS[0],
  ],
];
const REQUESTS = [
  ...['diagnostic', 'codeAction', 'hover', 'completion', 'signatureHelp', 'definition', 'references', 'rename'],
  ...[
    'documentHighlight',
    'documentSymbol',
    'foldingRange',
    'selectionRange',
    'documentLink',
    'formatting',
    'inlayHint',
  ],
  ...[
    'semanticTokens/full',
    'semanticTokens/full/delta',
    'semanticTokens/range',
    'prepareRename',
    'codeLens',
    'onTypeFormatting',
  ],
  ...['rangeFormatting', 'linkedEditingRange', 'prepareCallHierarchy', 'declaration', 'documentColor'],
].map((name) => `textDocument/${name}`);
const OTHERS = [
  ...[
    'workspace/symbol',
    'completionItem/resolve',
    'codeAction/resolve',
    'inlayHint/resolve',
    'workspace/executeCommand',
  ],
  ...['form4/convert', 'form4/operate', 'form4/checkBeforeFiling', 'form4/checkReport', 'form4/explain', 'no/such'],
];
const NOTIFICATIONS = [
  ...[
    'textDocument/didSave',
    'workspace/didChangeConfiguration',
    'workspace/didChangeWatchedFiles',
    'form4/today',
    '$/no',
  ],
  ...['$/setTrace', 'textDocument/didClose', 'initialized', 'workspace/didChangeWorkspaceFolders', 'no/such'],
];

const position = (next: Random): unknown => ({ line: below(next, 60), character: below(next, 120) });
const range = (next: Random): unknown => ({ start: position(next), end: position(next) });

/** All that any request takes, so that each finds its own in it. */
function parameters(next: Random): Record<string, unknown> {
  const uri = pick(next, URIS);
  return {
    textDocument: { uri, version: below(next, 50), languageId: pick(next, LANGUAGES), text: pick(next, FILINGS) },
    ...{
      uri,
      position: position(next),
      positions: [position(next)],
      range: range(next),
      query: pick(next, ['', 'a', 'S 6']),
    },
    context: {
      diagnostics: [],
      only: pick(next, [undefined, ['quickfix'], ['source.fixAll']]),
      includeDeclaration: true,
    },
    contentChanges: [
      { range: range(next), text: pick(next, ['', '1', '\t', '\n', '\r', '\u{1F4C8}', pick(next, FILINGS)]) },
    ],
    ...{ settings: { form4: { rules: { 'holdings-total': pick(next, ['off', 'error', 'x']) } } }, today: '2024-06-03' },
    ...{
      changes: [{ uri, type: 2 }],
      previousResultId: '1',
      options: { tabSize: 2, insertSpaces: true },
      newName: '7',
      ch: '\n',
    },
    ...{
      data: { uri, rule: 'holdings-total', code: 'S', note: 3, operation: 'x', range: range(next) },
      label: 'S',
      title: 'T',
    },
    ...{
      to: pick(next, ['xml', 'text', 'csv', 'json', 'html', 'y']),
      table: 'SUBMISSION',
      operation: 'x',
      answers: {},
      kind: 1,
    },
  };
}

/** The value with so many places of it filled with what does not belong there. */
function spoilt(next: Random, value: unknown, faults: number): unknown {
  if (faults === 0) return value;
  if (typeof value !== 'object' || value === null || next() < 0.1) return pick(next, JUNK);
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
  for (let fault = 0; fault < faults; fault++) {
    const keys = Object.keys(copy);
    if (keys.length === 0) return pick(next, JUNK);
    const key = pick(next, keys);
    if (next() < 0.2) delete copy[key];
    else copy[key] = spoilt(next, copy[key], 1);
  }
  return copy;
}

/** Bodies that are no message. */
const BODIES = [
  '',
  '{',
  'null',
  '7',
  '"x"',
  '[]',
  '[{}]',
  '{}',
  '{"jsonrpc":"1.0"}',
  '\ufeff{}',
  '{"id":1}',
  '[[[[',
].map((text) => Buffer.from(text));

/** Sends one message; the id of the request, if it is one. */
function send(client: RawClient, next: Random, serial: number): string | undefined {
  const kind = next();
  if (kind < 0.04) {
    client.send(next() < 0.5 ? pick(next, BODIES) : Buffer.from([0x22, 0xff, 0xfe, below(next, 256), 0x22]));
    return undefined;
  }
  if (kind < 0.06) {
    client.send(
      spoilt(next, { jsonrpc: '2.0', id: pick(next, [null, 1, 'z', {}, 1e99]), result: {}, error: { code: 1 } }, 2),
    );
    return undefined;
  }
  const params = spoilt(next, parameters(next), pick(next, [0, 0, 1, 1, 2, 4]));
  if (kind < 0.5) {
    const method =
      kind < 0.14 ? 'textDocument/didOpen' : kind < 0.42 ? 'textDocument/didChange' : pick(next, NOTIFICATIONS);
    client.notify(method, params);
    return undefined;
  }
  const id = `f${serial}`;
  client.send({ jsonrpc: '2.0', id, method: pick(next, kind < 0.9 ? REQUESTS : OTHERS), params });
  if (next() < 0.1) client.notify('$/cancelRequest', { id });
  return id;
}

/** What a server says of a text that is opened under an address which may have been open before, as JSON. */
async function answersOf(client: RawClient, pulls: boolean, serial: number): Promise<string> {
  const uri = URIS[0]!;
  const version = 1000 + serial;
  client.notify('workspace/didChangeConfiguration', { settings: { form4: {} } });
  client.notify('form4/today', { today: '2024-06-03' });
  const textDocument = { uri, languageId: 'form4', version, text: sample('errors') };
  client.notify('textDocument/didOpen', { textDocument });
  const place = { textDocument: { uri }, position: { line: 21, character: 60 } };
  const { items } = pulls
    ? ((await client.ask(`d${serial}`, 'textDocument/diagnostic', place)).result as { items: unknown[] })
    : { items: await client.diagnostics(uri, version) };
  const hover = await client.ask(`h${serial}`, 'textDocument/hover', place);
  const symbols = await client.ask(`s${serial}`, 'textDocument/documentSymbol', place);
  return JSON.stringify([items, hover.result, symbols.result]);
}

/** What a request may be refused for: there is no such method, it was taken back, it was no request, or it cannot be done here. */
const REFUSALS = [-32600, -32601, -32602, -32800, -32803];
/** In parameters that are no object the library looks for a token before any handler of ours has its turn, and says so. */
const TOKEN = /(?:workDone|partialResult)Token'\)$/;

async function started(capabilities: unknown): Promise<RawClient> {
  const client = new RawClient();
  const params = { processId: null, rootUri: null, capabilities, initializationOptions: { today: '2024-06-03' } };
  await client.ask('start', 'initialize', params);
  client.notify('initialized', {});
  return client;
}

describe(`${RUNS.toLocaleString('en-US')} messages that make little sense`, function () {
  const asks = { workspace: { configuration: true, didChangeWatchedFiles: { dynamicRegistration: true } } };
  for (const [name, capabilities] of [
    ['sends diagnostics', FULL],
    [
      'is asked for diagnostics and asks for settings',
      { ...PULLS, workspace: { ...PULLS.workspace, ...asks.workspace } },
    ],
  ] as const)
    it(`a server that ${name}`, async () => {
      const pulls = capabilities !== FULL;
      const fresh = await started(capabilities);
      const client = await started(capabilities);
      const next = random(SEED);
      try {
        const wanted = await answersOf(fresh, pulls, 0);
        const share = Math.ceil(RUNS / 2);
        for (let sent = 0; sent < share;) {
          const ids: string[] = [];
          client.reply = () => pick(next, [...JUNK, [{}], [{ rules: {} }]]);
          for (let end = Math.min(share, sent + ROUND); sent < end; sent++) {
            const id = send(client, next, sent);
            if (id !== undefined) ids.push(id);
          }
          await client.ask(`sync${sent}`, 'workspace/symbol', { query: 'x' });
          client.reply = () => null;
          const about = `seed ${SEED}, after ${sent} messages`;
          assert.equal(await answersOf(client, pulls, sent), wanted, about);
          // Some take another turn: the writers are loaded, a digest is made.
          await until(`${about}: every answer`, () => ids.every((id) => client.answers.has(id)));
          for (const id of ids) {
            const [answer, ...more] = client.answers.get(id) ?? [];
            assert.ok(answer && more.length === 0, `${about}: ${id} has ${answer ? more.length + 1 : 0} answers`);
            if (answer.error && !TOKEN.test(answer.error.message))
              assert.ok(REFUSALS.includes(answer.error.code), `${about}: ${JSON.stringify(answer)}`);
          }
          client.answers.clear();
          client.published.length = 0;
        }
        assert.equal(client.stderr, '');
        tally('fuzz', share);
      } finally {
        client.dispose();
        fresh.dispose();
      }
    });

  it('a server that is greeted with nonsense answers, and answers the next greeting', async () => {
    const next = random(SEED + 1);
    const greetings = Math.ceil(RUNS / 500);
    for (let count = 0; count < greetings; count++) {
      const client = new RawClient();
      try {
        const params = {
          processId: null,
          rootUri: null,
          capabilities: PULLS,
          initializationOptions: { today: '2024-06-03' },
        };
        const answer = await client.ask(1, 'initialize', spoilt(next, params, 1 + below(next, 3)));
        assert.ok(answer.result ?? answer.error);
        client.notify('textDocument/didOpen', parameters(next));
        assert.ok(await client.ask(2, 'workspace/symbol', { query: '' }));
        assert.equal(client.exitCode, undefined);
      } finally {
        client.dispose();
      }
    }
    tally('fuzz', greetings);
  });
});
