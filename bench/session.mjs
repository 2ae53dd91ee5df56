// One session as an editor holds it: start the server, open the document, type, close. Every answer is waited for.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from './client.mjs';
import { featurePlaces, measureFeatures } from './features.mjs';
import { randomNumbers, typingSpots } from './gen.mjs';
import { cpuMs, peakBytes } from './proc.mjs';
import { quantile } from './stats.mjs';

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/**
 * Ten keystrokes at each spot, round and round, which leave the text as it was: five letters and five backspaces in a
 * word; a digit and a backspace, five times, in a total. Each is one content change; `original`: after it the text is
 * what it was at first.
 */
export function* keystrokes(spots) {
  for (let n = 0; ; n++) {
    const { kind, line, character, offset } = spots[n % spots.length];
    for (let i = 0; i < 10; i++) {
      const back = kind === 'word' ? i >= 5 : i % 2 === 1;
      const ahead = kind === 'word' ? (back ? 9 - i : i) : 0;
      const start = { line, character: character + ahead };
      const end = { line, character: character + ahead + (back ? 1 : 0) };
      const text = back ? '' : kind === 'word' ? 'abcde'[i] : '7';
      yield { kind, original: back && ahead === 0, offset: offset + ahead, range: { start, end }, text };
    }
  }
}

/**
 * All servers open the same filing, and then take turns, a spot of ten keystrokes each, in ever another order: what
 * disturbs the machine, and what one leaves in its caches for the next, falls on all alike, so that the ratios hold.
 * @param {{ server: Server, text: string }[]} entrants
 * @param {{ edits?: number, warm?: number, seconds?: number }} [options] keystrokes counted for each, those before that
 *   are not counted, and the seconds of typing after which a slow server drops out with what it has
 * @returns {Promise<object[]>} for each entrant what `Session.figures` says
 *
 * @typedef {{ command: string[], language: string, extension: string, pull: boolean, settings?: object,
 *   initialization?: object, handlers?: (document: { uri: string, text: string }) => object }} Server
 *   pull: diagnostics are asked for right after the change, as VS Code does; else the server sends them
 */
export async function race(entrants, { edits = 300, warm = 100, seconds = 4 } = {}) {
  const sessions = entrants.map(({ server, text }) => new Session(server, text));
  const mostMs = seconds * 1000;
  const warmMs = mostMs / 4;
  try {
    for (const session of shuffled(sessions)) await session.open();
    for (let left = sessions; left.length;) {
      for (const session of shuffled(left)) {
        const counted = session.typed >= warm || session.spentMs > warmMs;
        await session.type({ counted, edits, untilMs: counted ? mostMs : warmMs });
      }
      left = left.filter(({ times, spentMs }) => times.length < edits && !(times.length && spentMs > mostMs));
    }
    for (const session of sessions) session.endTyping(); // what is asked for now is no keystroke's
    const asked = sessions.filter(({ server }) => server.features);
    for (const [i, features] of (await measureFeatures(asked)).entries()) asked[i].features = features;
    return sessions.map((session) => session.figures());
  } finally {
    for (const session of sessions) await session.close();
  }
}

const random = randomNumbers(4);
function shuffled(list) {
  const dealt = list.map((each) => ({ each, at: random() }));
  return dealt.sort((a, b) => a.at - b.at).map(({ each }) => each);
}

class Session {
  times = [];
  typed = 0;
  spentMs = 0;
  #findings = { opened: 0, wrong: 0, undone: 0 };
  #editor;
  #keys;
  #cpuBefore;
  #cpuTyped;

  constructor(server, text) {
    this.server = server;
    this.cwd = mkdtempSync(join(tmpdir(), 'form4-bench-'));
    const file = join(this.cwd, `filing.${server.extension}`);
    writeFileSync(file, text);
    this.document = { uri: pathToFileURL(file).href, text };
    this.bytes = Buffer.byteLength(text);
    this.#keys = keystrokes(typingSpots(text));
    if (server.features) this.places = featurePlaces(text);
  }

  /** Starts the server, opens the document and waits for its first diagnostics. */
  async open() {
    const { server } = this;
    const client = new Client(server.command, { cwd: this.cwd, handlers: handlers(server, this.document) });
    this.client = client;
    const root = pathToFileURL(this.cwd).href;
    const { capabilities } = await client.request('initialize', {
      processId: process.pid,
      rootUri: root,
      workspaceFolders: [{ uri: root, name: 'bench' }],
      capabilities: clientCapabilities(server.pull),
      initializationOptions: server.initialization ?? {},
    });
    this.startMs = performance.now() - client.started;
    client.notify('initialized', {});
    if (server.settings) client.notify('workspace/didChangeConfiguration', { settings: server.settings });
    await pause(150); // what the server does for itself after the handshake is not the document's
    this.idleBytes = peakBytes(client.pid);
    this.#editor = typist(client, server, this.document, capabilities);
    const before = performance.now();
    this.#findings.opened = await this.#editor.open();
    this.openMs = performance.now() - before;
    this.spentMs = this.openMs;
    await pause(50);
  }

  /** Types at one spot; fewer than its ten keystrokes where `edits` or the time is used up. */
  async type({ counted, edits, untilMs }) {
    if (counted) this.#cpuBefore ??= cpuMs(this.client.pid);
    for (let i = 0; i < 10 && this.times.length < edits; i++) {
      const key = this.#keys.next().value;
      const before = performance.now();
      const count = await this.#editor.type(key);
      const ms = performance.now() - before;
      this.typed++;
      this.spentMs += ms;
      if (counted) this.times.push(ms);
      if (key.kind === 'number' && !key.original) this.#findings.wrong = Math.max(this.#findings.wrong, count);
      if (key.original) this.#findings.undone = count;
      if (this.spentMs > untilMs) break;
    }
  }

  endTyping() {
    this.#cpuTyped = cpuMs(this.client.pid) - this.#cpuBefore;
  }

  /** Times in milliseconds, memory in bytes for each byte of text; `findings`: how many were reported when the document
   *  was opened, at most with a wrong total typed, and with all undone. */
  figures() {
    const { bytes, startMs, openMs, times, features } = this;
    const { pid } = this.client;
    return {
      ...{ bytes, startMs, openMs, edits: times.length },
      editMs: quantile(times, 0.5),
      slowMs: quantile(times, 0.99),
      editCpuMs: this.#cpuTyped / times.length,
      memory: (peakBytes(pid) - this.idleBytes) / bytes,
      findings: this.#findings,
      ...(features && { features }),
    };
  }

  async close() {
    await this.client?.close();
    rmSync(this.cwd, { recursive: true, force: true });
  }
}

/** Opens and edits the document; each call resolves to the number of findings of just that version. */
function typist(client, server, document, capabilities) {
  const { uri } = document;
  const sync = capabilities.textDocumentSync?.change ?? capabilities.textDocumentSync;
  const keepsText = sync !== 2 || Boolean(server.handlers);
  let version = 0;
  let previous = { count: 0 };

  const pull = async () => {
    const previousResultId = previous.resultId;
    const report = await client.request('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
    previous = { count: report.items?.length ?? previous.count, resultId: report.resultId };
    return previous.count;
  };
  const published = () =>
    new Promise((resolve) => {
      client.onPublish = (report) =>
        report.uri === uri && report.version >= version && resolve(report.diagnostics.length);
    });
  const settled = (send) => {
    if (server.pull) {
      send();
      return pull();
    }
    const answer = published();
    send();
    return answer;
  };

  return {
    open: () => {
      version = 1;
      const textDocument = { uri, languageId: server.language, version, text: document.text };
      return settled(() => client.notify('textDocument/didOpen', { textDocument }));
    },
    type: ({ range, text, offset }) => {
      version++;
      if (keepsText) {
        const removed = range.end.character - range.start.character;
        document.text = document.text.slice(0, offset) + text + document.text.slice(offset + removed);
      }
      const contentChanges = [sync === 2 ? { range, text } : { text: document.text }];
      return settled(() => client.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges }));
    },
  };
}

function handlers(server, document) {
  const section = (name) => name.split('.').reduce((value, key) => value?.[key], server.settings) ?? null;
  return {
    'workspace/configuration': ({ items }) =>
      items.map((item) => (item.section ? section(item.section) : server.settings)),
    'workspace/workspaceFolders': () => [],
    ...server.handlers?.(document),
  };
}

const clientCapabilities = (pull) => ({
  general: { positionEncodings: ['utf-16'] },
  workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true }, workspaceFolders: true },
  textDocument: {
    synchronization: { didSave: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    definition: { linkSupport: true },
    completion: {
      completionItem: { snippetSupport: true, labelDetailsSupport: true },
      completionList: { itemDefaults: ['commitCharacters', 'editRange', 'insertTextFormat', 'insertTextMode', 'data'] },
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    publishDiagnostics: { versionSupport: true, relatedInformation: true, codeDescriptionSupport: true },
    ...(pull && { diagnostic: { dynamicRegistration: true, relatedDocumentSupport: false } }),
  },
});
