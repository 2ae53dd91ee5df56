// An editor's end of the wire, on standard input and output. The framing is its own and thin, so that the client's share
// of each figure is small and the same for every server.
import { spawn } from 'node:child_process';

export class Client {
  #child;
  #waiting = new Map();
  #nextId = 1;
  #gone = '';
  #handlers;

  /** Called with the parameters of each `textDocument/publishDiagnostics`. */
  onPublish = () => {};

  /**
   * @param {string[]} command program and arguments
   * @param {{ cwd: string, handlers?: Record<string, (params: any) => unknown> }} options handlers: answers to what the server asks
   */
  constructor([program, ...args], { cwd, handlers = {} }) {
    this.started = performance.now();
    this.#handlers = handlers;
    this.#child = spawn(program, args, {
      cwd,
      stdio: ['pipe', 'pipe', process.env.BENCH_STDERR ? 'inherit' : 'ignore'],
    });
    this.#child.on('error', (error) => this.#end(error.message));
    this.#child.on('exit', (code, signal) => this.#end(`${program} ${args.join(' ')} ended (${signal ?? code})`));
    this.#child.stdin.on('error', () => {});
    this.#listen();
    process.once('exit', this.#kill);
  }

  get pid() {
    return this.#child.pid;
  }

  notify(method, params) {
    this.#send({ jsonrpc: '2.0', method, params });
  }

  /** @returns {Promise<any>} the result; rejects on an error answer and when the server ends */
  request(method, params) {
    if (this.#gone) return Promise.reject(new Error(this.#gone));
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#send({ jsonrpc: '2.0', id, method, params });
    });
  }

  /** Shuts the server down as the protocol says, and ends it if it has not gone two seconds later. */
  async close() {
    if (!this.#gone) {
      const gone = new Promise((resolve) => this.#child.once('exit', resolve));
      const timer = setTimeout(this.#kill, 2000);
      await this.request('shutdown').catch(() => {});
      this.notify('exit');
      await gone;
      clearTimeout(timer);
    }
    process.off('exit', this.#kill);
  }

  #kill = () => this.#child.kill('SIGKILL');

  #end(reason) {
    this.#gone ||= reason;
    for (const { reject } of this.#waiting.values()) reject(new Error(reason));
    this.#waiting.clear();
  }

  #send(message) {
    const body = JSON.stringify(message);
    this.#child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #listen() {
    let chunks = [];
    let have = 0;
    let need = -1;
    this.#child.stdout.on('data', (chunk) => {
      chunks.push(chunk);
      have += chunk.length;
      while (have >= Math.max(need, 1)) {
        if (chunks.length > 1) chunks = [Buffer.concat(chunks)];
        const [buffer] = chunks;
        if (need < 0) {
          const end = buffer.indexOf('\r\n\r\n');
          if (end < 0) return;
          need = Number(/content-length: *(\d+)/i.exec(buffer.toString('latin1', 0, end))[1]);
          chunks = [buffer.subarray(end + 4)];
        } else {
          this.#receive(JSON.parse(buffer.toString('utf8', 0, need)));
          chunks = [buffer.subarray(need)];
          need = -1;
        }
        have = chunks[0].length;
      }
    });
  }

  async #receive({ id, method, params, result, error }) {
    if (method === 'textDocument/publishDiagnostics') return this.onPublish(params);
    if (method !== undefined && id !== undefined) {
      const answer = (await this.#handlers[method]?.(params)) ?? null;
      return this.#send({ jsonrpc: '2.0', id, result: answer });
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result);
  }
}
