import assert from 'node:assert/strict';
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import type { PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import { Client, FULL, PULLS, SERVER, URI, sample, until } from './client';
import { RawClient } from './raw';

const TOTAL = 'holdings-total at "10,169": 1';
const wrong = sample('clean').replace('10,196', '10,169');

describe('settings', () => {
  let client: Client;
  beforeEach(() => (client = new Client()));
  afterEach(() => client.dispose());
  const asks = { ...FULL, workspace: { ...FULL.workspace, configuration: true } };
  /** The last list that was published, once it is this one. */
  const becomes = (...wanted: string[]): Promise<true> =>
    until(`${wanted.join() || 'no finding'}; ${client.show(client.published.at(-1)?.diagnostics ?? []).join()}`, () => {
      const last = client.published.at(-1);
      return last && JSON.stringify(client.show(last.diagnostics)) === JSON.stringify(wanted) ? true : undefined;
    });

  it('a severity, off, and whatever makes no sense, sent by the client', async () => {
    await client.initialize();
    await client.open(wrong);
    await becomes(TOTAL);
    const set = (settings: unknown): Promise<void> => client.tell('workspace/didChangeConfiguration', { settings });
    await set({ form4: { rules: { 'holdings-total': 'hint' } } });
    await becomes('holdings-total at "10,169": 4');
    await set({ form4: { rules: { 'holdings-total': 'off' } } });
    await becomes();
    for (const odd of [
      {},
      null,
      7,
      [],
      { rules: null },
      { rules: [] },
      { rules: 'off' },
      { rules: { 'holdings-total': 7 } },
    ]) {
      await set({ form4: { rules: { 'holdings-total': 'off' } } });
      await becomes();
      await set({ form4: odd });
      await becomes(TOTAL);
    }
  });

  it('asked for each document where the client can be asked, and asked anew when they change', async () => {
    client.configuration = (scope) => (scope === URI ? { rules: { 'holdings-total': 'information' } } : null);
    await client.initialize(asks);
    await client.open(wrong);
    assert.deepEqual(client.show(await client.diagnostics()), ['holdings-total at "10,169": 3']);
    client.configuration = () => ({ rules: { 'holdings-total': 'off' } });
    await client.tell('workspace/didChangeConfiguration', { settings: null });
    await becomes();
  });

  it('a client that fails to answer gets the defaults', async () => {
    client.configuration = () => {
      throw new Error('no');
    };
    await client.initialize(asks);
    await client.open(wrong);
    assert.deepEqual(client.show(await client.diagnostics()), [TOTAL]);
  });

  it('from the start, for clients without any other way', async () => {
    await client.initialize(FULL, { rules: { 'holdings-total': 'warning' } });
    await client.open(wrong);
    assert.deepEqual(client.show(await client.diagnostics()), ['holdings-total at "10,169": 2']);
  });

  it('a client that pulls is told to ask again, also when the day changes', async () => {
    await client.initialize(PULLS, { today: '2024-06-03' });
    await client.open(wrong);
    const { resultId } = await client.pull();
    await client.tell('workspace/didChangeConfiguration', {
      settings: { form4: { rules: { 'holdings-total': 'off' } } },
    });
    await until('a refresh', () => client.refreshes === 1);
    assert.deepEqual((await client.pull(resultId)).items, []);
    await client.tell('form4/today', { today: '2024-06-03' });
    await client.tell('form4/today', { today: '2024-06-04' });
    await until('a second refresh', () => client.refreshes === 2);
    await client.tell('form4/today', null);
    assert.equal((await client.pull()).kind, 'full');
    assert.equal(client.refreshes, 2);
  });
});

describe('edits', () => {
  let client: Client;
  beforeEach(() => (client = new Client()));
  afterEach(() => client.dispose());
  /** What the server says of the text as it has it, and what it says of the same text opened anew. */
  const inStep = async (): Promise<void> => {
    const now = client.show(await client.diagnostics());
    const other = new Client();
    try {
      await other.initialize();
      await other.open(client.text);
      assert.deepEqual(now, other.show(await other.diagnostics()));
    } finally {
      other.dispose();
    }
  };

  it('in CR LF, with pairs of surrogates before and in the changed lines', async () => {
    await client.initialize();
    await client.open(wrong.replaceAll('\n', '\r\n').replace('Chief', '\u{1F4C8} Chief'));
    assert.deepEqual(client.show(await client.diagnostics()), [TOTAL]);
    await client.swap(
      'Common Stock\t03/07/2023\t\tA\t\t693 <sup>(2)',
      '\u{1F4C8}\u{1F4C8}\tCommon\r\nStock\t03/07/2023\t\tA\t\t693 <sup>(2)',
    );
    await client.swap('\u{1F4C8}\u{1F4C8}\tCommon\r\nStock', 'Common Stock');
    assert.deepEqual(client.show(await client.diagnostics()), [TOTAL]);
    await inStep();
  });

  it('that split a pair of surrogates, or a CR LF', async () => {
    await client.initialize();
    await client.open(wrong.replaceAll('\n', '\r\n').replace('Chief', '\u{1F4C8} Chief'));
    const at = client.at('\u{1F4C8}', 1);
    await client.change({ range: { start: at, end: { ...at, character: at.character + 1 } }, text: 'x' });
    const end = { line: at.line, character: 100_000 };
    await client.change({ range: { start: end, end: { line: at.line + 1, character: 0 } }, text: '\r' });
    assert.deepEqual(client.show(await client.diagnostics()), [TOTAL]);
    await client.swap('10,169', '10,196');
    assert.deepEqual(await client.diagnostics(), []);
  });

  it('many at once, and each on what those before it left', async () => {
    await client.initialize();
    await client.open(sample('clean'));
    const at = client.at('10,196');
    const one = { start: at, end: { ...at, character: at.character + 1 } };
    await client.change({ range: one, text: '' }, { range: { start: at, end: at }, text: '7' });
    assert.ok(client.text.includes('70,196'));
    assert.deepEqual(client.show(await client.diagnostics()), ['holdings-total at "70,196": 1']);
    await inStep();
  });

  it('whose version goes back are made all the same', async () => {
    await client.initialize();
    await client.open(sample('clean'));
    await client.diagnostics();
    const start = client.at('10,196');
    const range = { start, end: { ...start, character: start.character + 6 } };
    await client.tell('textDocument/didChange', {
      textDocument: { uri: URI, version: -3 },
      contentChanges: [{ range, text: '10,169' }],
    });
    const { diagnostics } = await until('the list', () => client.published.find(({ version }) => version === -3));
    assert.equal(diagnostics.length, 1);
    assert.ok(client.logged.some((line) => line.includes('version -3 came after 1')));
  });

  it('without a text: the document is left alone until its whole text comes', async () => {
    await client.initialize();
    const changed = (version: number, ...contentChanges: unknown[]): Promise<void> =>
      client.tell('textDocument/didChange', { textDocument: { uri: URI, version }, contentChanges });
    await client.open(wrong);
    await client.diagnostics();
    await changed(2, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: 7 });
    await until('the list to be cleared', () => client.published.at(-1)?.diagnostics.length === 0);
    assert.equal(await client.ask('textDocument/hover', client.in(client.at('10,169'))), null);
    await changed(3, { text: wrong });
    const listOf = (wanted: number): Promise<PublishDiagnosticsParams> =>
      until(`the list of version ${wanted}`, () => client.published.find(({ version }) => version === wanted));
    assert.deepEqual(client.show((await listOf(3)).diagnostics), [TOTAL]);
    const sent = client.published.length;
    await changed(4, { range: { start: { line: 'x', character: null }, end: {} }, text: 'y' });
    await until('the list to be cleared again', () => client.published.length > sent);
    assert.deepEqual(client.published.at(-1)?.diagnostics, []);
    await changed(5, null, 5, { text: wrong });
    assert.deepEqual(client.show((await listOf(5)).diagnostics), [TOTAL]);
  });

  it('messages that make no sense are answered with nothing, and the next is answered right', async () => {
    await client.initialize();
    await client.tell('textDocument/didOpen', {
      textDocument: { uri: URI, languageId: 'form4', version: 1, text: null },
    });
    await client.tell('textDocument/didOpen', {});
    await client.tell('textDocument/didChange', { textDocument: { uri: URI } });
    await client.tell('textDocument/didChange', {
      textDocument: { uri: 'file:///never', version: 2 },
      contentChanges: [],
    });
    await client.tell('textDocument/didClose', {});
    await client.tell('workspace/didChangeConfiguration', {});
    await client.tell('no/such/thing', { a: 1 });
    assert.equal(await client.ask('textDocument/hover', {}), null);
    assert.equal(await client.ask('textDocument/hover', { textDocument: { uri: 5 }, position: 'x' }), null);
    await assert.rejects(client.ask('no/such/request', {}), /Unhandled method/);
    await client.open(wrong);
    assert.deepEqual(client.show(await client.diagnostics()), [TOTAL]);
    for (const position of [
      { line: -1, character: -1 },
      { line: 1e9, character: 1e9 },
      { line: NaN },
      { line: 1.5, character: 0.5 },
      null,
    ])
      assert.equal(await client.ask('textDocument/hover', { textDocument: { uri: URI }, position }), null);
  });
});

describe('the process', () => {
  it('ends with 0 after shutdown and exit, with 1 after exit alone or when the client is gone', async () => {
    const [polite, rude, gone] = [new Client(), new Client(), new Client()];
    try {
      await Promise.all([polite.initialize(), rude.initialize(), gone.initialize()]);
      assert.equal(await polite.quit(), 0);
      await rude.tell('exit', undefined);
      gone.process.stdin.end();
      await until('both to end', () => rude.exitCode !== undefined && gone.exitCode !== undefined);
      assert.deepEqual([rude.exitCode, gone.exitCode], [1, 1]);
    } finally {
      [polite, rude, gone].forEach((client) => client.dispose());
    }
  });

  it('a request that is cancelled before it is answered says so', async () => {
    const client = new Client();
    try {
      client.configuration = () => null;
      await client.initialize({ ...FULL, workspace: { configuration: true } });
      await client.open(sample('large'));
      const { CancellationTokenSource } = await import('vscode-languageserver-protocol');
      const source = new CancellationTokenSource();
      const answer = client.connection.sendRequest(
        'textDocument/diagnostic',
        { textDocument: { uri: URI } },
        source.token,
      );
      source.cancel();
      await assert.rejects(answer, /cancel/i);
      assert.equal((await client.pull()).kind, 'full');
    } finally {
      client.dispose();
    }
  });

  const garbage: [string, string][] = [
    ['no Content-Length', 'Content-Type: x\r\n\r\n{}'],
    ['a negative one', 'Content-Length: -5\r\n\r\n{}'],
    ['a huge one', 'Content-Length: 99999999999\r\n\r\n{}'],
    ['one that is no number', 'Content-Length: 2x\r\n\r\n{}'],
    ['one that is blank', 'Content-Length:\r\n\r\n{}'],
    ['a header without a colon', 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['lines that end with LF alone', 'Content-Length: 2\n\n{}'],
    ['a header without an end', 'x'.repeat(5000)],
  ];
  for (const [name, bytes] of garbage)
    it(`ends with 1 and one line on stderr on ${name}, also behind a good message`, async () => {
      const initialize = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { capabilities: {} } });
      const { code, stderr } = await fed(`Content-Length: ${initialize.length}\r\n\r\n${initialize}${bytes}`);
      assert.equal(code, 1);
      assert.match(stderr, /^form4: what came in is not LSP: [^\n]+\n$/);
    });

  it('goes on after a message that is not JSON, and takes a header in small pieces', async () => {
    const child = spawn(process.execPath, [SERVER, '--stdio']);
    try {
      let out = '';
      child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
      child.stdin.write('Content-Length: 3\r\n\r\n{]}');
      const body = JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'initialize',
        params: { processId: null, capabilities: {} },
      });
      for (const piece of `content-length: ${body.length}\r\nContent-Type: x\r\n\r\n${body}`.match(/[\s\S]{1,7}/g)!)
        child.stdin.write(piece);
      await until('an answer', () => out.includes('"id":1'));
    } finally {
      child.kill('SIGKILL');
    }
  });

  it('says what it wants when it is started without a way to talk', async () => {
    const { code, stderr } = await ended(spawn(process.execPath, [SERVER]));
    assert.equal(code, 2);
    assert.match(stderr, /--stdio/);
  });
});

describe('parameters that are a list, or are not there', () => {
  for (const [name, params] of [
    ['an empty list', []],
    ['a list of one', [{}]],
    ['a list of two', [{}, {}]],
    ['nothing', undefined],
  ] as const)
    it(`${name}: each request is answered, and the server lives`, async () => {
      const client = new RawClient();
      try {
        await client.ask(1, 'initialize', { processId: null, capabilities: {} });
        for (const method of ['textDocument/hover', 'textDocument/diagnostic', 'workspace/symbol', 'form4/convert'])
          await client.ask(method, method, params);
        assert.ok((await client.ask('last', 'textDocument/hover', { textDocument: { uri: URI } })).result === null);
      } finally {
        client.dispose();
      }
    });
});

async function fed(bytes: string): Promise<{ code: number | null; stderr: string }> {
  const child = spawn(process.execPath, [SERVER, '--stdio']);
  child.stdin.on('error', () => undefined);
  child.stdin.write(bytes);
  return ended(child);
}

async function ended(child: ChildProcessWithoutNullStreams): Promise<{ code: number | null; stderr: string }> {
  let stderr = '';
  let code: number | null | undefined;
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  child.on('close', (status) => (code = status));
  try {
    await until('the server to exit', () => code !== undefined);
  } finally {
    child.kill('SIGKILL');
  }
  return { code: code!, stderr };
}
