/** The server's pipe without a library in between: any bytes go in, and every message that comes out is kept. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { SERVER, until } from './client';

export interface Message {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

export class RawClient {
  readonly process: ChildProcessWithoutNullStreams;
  /** How often each request was answered, by its id. */
  readonly answers = new Map<number | string, Message[]>();
  readonly published: { uri: string; version?: number; diagnostics: unknown[] }[] = [];
  stderr = '';
  exitCode: number | null | undefined;
  /** What a request of the server is answered with. */
  reply: (message: Message) => unknown = () => null;
  #rest: Buffer = Buffer.alloc(0);

  constructor() {
    this.process = spawn(process.execPath, [SERVER, '--stdio']);
    this.process.stdin.on('error', () => undefined);
    this.process.stderr.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
    this.process.on('exit', (code) => (this.exitCode = code));
    this.process.stdout.on('data', (chunk: Buffer) => this.#take(chunk));
  }

  /** One message: anything that JSON can say, or a body as it is. */
  send(message: unknown): void {
    const body = message instanceof Uint8Array ? message : Buffer.from(JSON.stringify(message));
    this.process.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.process.stdin.write(body);
  }

  notify(method: string, params: unknown): void {
    this.send({ jsonrpc: '2.0', method, params });
  }

  async ask(id: number | string, method: string, params: unknown): Promise<Message> {
    this.send({ jsonrpc: '2.0', id, method, params });
    return until(`an answer to ${method}`, () => this.#alive() && this.answers.get(id)?.[0]);
  }

  /** What was published of a version of a document. */
  async diagnostics(uri: string, version: number): Promise<unknown[]> {
    const list = await until(
      `diagnostics of ${uri}, version ${version}`,
      () => this.#alive() && this.published.find((one) => one.uri === uri && one.version === version),
    );
    return list.diagnostics;
  }

  dispose(): void {
    this.process.kill('SIGKILL');
  }

  #alive(): true {
    if (this.exitCode !== undefined) throw new Error(`the server has ended with ${this.exitCode}: ${this.stderr}`);
    return true;
  }

  #take(chunk: Buffer): void {
    this.#rest = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    for (;;) {
      const end = this.#rest.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#rest.toString('latin1', 0, end))![1]);
      if (this.#rest.length < end + 4 + length) return;
      const message = JSON.parse(this.#rest.toString('utf8', end + 4, end + 4 + length)) as Message;
      this.#rest = this.#rest.subarray(end + 4 + length);
      this.#received(message);
    }
  }

  #received(message: Message): void {
    const { id, method } = message;
    if (method === 'textDocument/publishDiagnostics') this.published.push(message.params as never);
    else if (method !== undefined && id !== undefined) this.send({ jsonrpc: '2.0', id, result: this.reply(message) });
    else if (method === undefined && id !== undefined && id !== null)
      this.answers.set(id, [...(this.answers.get(id) ?? []), message]);
  }
}
