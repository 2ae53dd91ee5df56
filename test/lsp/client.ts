/** A client of the real server, dist/server.js, over its stdin and stdout: no editor, and nothing of the server mocked. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type Diagnostic,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type TextDocumentContentChangeEvent,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

export const SERVER = 'dist/server.js';
export const URI = 'file:///filings/one.form4';

export const sample = (name: string): string => readFileSync(`samples/${name}.txt`, 'utf8');

/** An editor that knows all that the server can give; it is sent diagnostics unless it says that it pulls. */
export const FULL: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, versionSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } }, isPreferredSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    definition: { linkSupport: true },
  },
  workspace: { workspaceEdit: { documentChanges: true } },
};

export const PULLS: ClientCapabilities = {
  ...FULL,
  textDocument: { ...FULL.textDocument, diagnostic: { relatedInformation: true } as object },
  workspace: { ...FULL.workspace, diagnostics: { refreshSupport: true } },
};

/** How long an answer is waited for before its test fails: not how long anything takes, as a machine may be busy. */
const PATIENCE = 1_000_000;

/** Polls until there is an answer; fails with what was waited for. */
export async function until<T>(what: string, ask: () => T | undefined): Promise<NonNullable<T>> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const answer = ask();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`not within ${PATIENCE} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export class Client {
  readonly process: ChildProcessWithoutNullStreams;
  readonly connection: ProtocolConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly logged: string[] = [];
  /** Undefined while the server runs. */
  exitCode: number | null | undefined;
  stderr = '';
  /** What workspace/configuration answers for each document. */
  configuration: (scope: string | undefined) => unknown = () => null;
  refreshes = 0;
  #document: TextDocument | undefined;

  constructor(args: readonly string[] = [SERVER, '--stdio']) {
    this.process = spawn(process.execPath, args);
    this.process.stderr.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
    this.process.on('exit', (code) => (this.exitCode = code));
    this.process.stdin.on('error', () => undefined);
    const { stdout, stdin } = this.process;
    this.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
    });
    this.connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.logged.push(message);
    });
    this.connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) =>
      items.map(({ scopeUri }) => this.configuration(scopeUri)),
    );
    this.connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      return null;
    });
    this.connection.listen();
  }

  async initialize(
    capabilities = FULL,
    initializationOptions: unknown = { today: '2024-06-03' },
  ): Promise<InitializeResult> {
    const result = await this.ask<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities,
      initializationOptions,
    });
    await this.tell('initialized', {});
    return result;
  }

  ask<T>(method: string, params: unknown): Promise<T> {
    return this.connection.sendRequest<T>(method, params as object);
  }

  tell(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params as object);
  }

  async open(text: string, languageId = 'form4', uri = URI): Promise<void> {
    this.#document = TextDocument.create(uri, languageId, 1, text);
    await this.tell('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** The text as the client has it. */
  get text(): string {
    return this.document.getText();
  }

  get document(): TextDocument {
    assert.ok(this.#document, 'a document is open');
    return this.#document;
  }

  async change(...changes: TextDocumentContentChangeEvent[]): Promise<void> {
    const { uri, version } = this.document;
    this.#document = TextDocument.update(this.document, changes, version + 1);
    await this.tell('textDocument/didChange', { textDocument: { uri, version: version + 1 }, contentChanges: changes });
  }

  /** Types over the one place where `from` stands. */
  async swap(from: string, to: string): Promise<void> {
    const at = this.offsetOf(from);
    const range = { start: this.document.positionAt(at), end: this.document.positionAt(at + from.length) };
    await this.change({ range, text: to });
  }

  offsetOf(words: string): number {
    assert.equal(this.text.split(words).length, 2, `${JSON.stringify(words)} should stand in the text just once`);
    return this.text.indexOf(words);
  }

  /** The place of the one occurrence of some words, or of one that is so many characters behind it. */
  at(words: string, behind = 0): Position {
    return this.document.positionAt(this.offsetOf(words) + behind);
  }

  in(position: Position): { textDocument: { uri: string }; position: Position } {
    return { textDocument: { uri: this.document.uri }, position };
  }

  /** What was published for the document as it is now. */
  async diagnostics(): Promise<Diagnostic[]> {
    const { uri, version } = this.document;
    const { diagnostics } = await until(`diagnostics of version ${version}`, () =>
      this.published.find((params) => params.uri === uri && params.version === version),
    );
    return diagnostics;
  }

  async pull(previousResultId?: string): Promise<{ kind: string; resultId?: string; items?: Diagnostic[] }> {
    return this.ask('textDocument/diagnostic', { textDocument: { uri: this.document.uri }, previousResultId });
  }

  /** `holdings-total at "10,169": 1`. */
  show(diagnostics: readonly Diagnostic[]): string[] {
    return diagnostics.map(
      ({ code, range, severity }) => `${code} at ${JSON.stringify(this.document.getText(range))}: ${severity}`,
    );
  }

  async apply(edits: readonly TextEdit[]): Promise<void> {
    const changes = [...edits].sort(
      (a, b) => this.document.offsetAt(b.range.start) - this.document.offsetAt(a.range.start),
    );
    await this.change(...changes.map(({ range, newText }) => ({ range, text: newText })));
  }

  /** Ends the server as an editor does; the exit code. */
  async quit(): Promise<number | null> {
    await this.ask('shutdown', undefined);
    await this.tell('exit', undefined);
    await until('the server to exit', () => this.exitCode !== undefined);
    return this.exitCode!;
  }

  dispose(): void {
    this.connection.dispose();
    this.process.kill('SIGKILL');
  }
}
