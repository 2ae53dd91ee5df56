import type { CancellationToken } from 'vscode';
import type { ServerRequests } from '../../server/src/protocol';

/** A running server. */
export interface Connection {
  /** `token` takes the question back. */
  readonly request: <M extends keyof ServerRequests>(
    method: M,
    params: ServerRequests[M]['params'],
    token?: CancellationToken,
  ) => Promise<ServerRequests[M]['result']>;
  stop(): Promise<void>;
}
/**
 * Starts a server; `lost` is called at the moment when it ends by itself, while what it said still stands. Rejects where it
 * does not come up.
 */
export type Connect = (lost: () => void) => Promise<Connection>;

export type State =
  | { readonly kind: 'stopped' }
  | { readonly kind: 'starting' }
  | { readonly kind: 'running' }
  | { readonly kind: 'waiting'; readonly seconds: number };

const WAITS = [0, 1, 2, 4, 8, 30];
/** A server that ran this long was well: the next trouble is a new one. */
const WELL_AFTER_MS = 60_000;

/** Keeps one server running for as long as one is wanted: starts it again after ever longer waits, and never gives up. */
export class Supervisor {
  #state: State = { kind: 'stopped' };
  #connection: Connection | undefined;
  #failures = 0;
  #wellTimer: ReturnType<typeof setTimeout> | undefined;
  #waitTimer: ReturnType<typeof setTimeout> | undefined;
  /** Tells the attempt under way from those that a restart or a stop has overtaken. */
  #attempt = 0;
  /** Those who wait for the server to run. */
  readonly #waiters: (() => void)[] = [];

  constructor(
    private readonly connect: Connect,
    private readonly wanted: () => boolean,
    private readonly changed: (state: State) => void,
  ) {}

  get state(): State {
    return this.#state;
  }

  /** Asks the server; undefined while none runs, and where it cannot answer. */
  async request<M extends keyof ServerRequests>(
    method: M,
    params: ServerRequests[M]['params'],
    token?: CancellationToken,
  ): Promise<ServerRequests[M]['result'] | undefined> {
    return this.#connection?.request(method, params, token).catch(() => undefined);
  }

  /** Starts the server where it is wanted, and resolves once it runs; or once it is stopped, as where it is not wanted. */
  async whenRunning(): Promise<void> {
    this.start();
    if (this.#state.kind === 'running' || this.#state.kind === 'stopped') return;
    await new Promise<void>((resolve) => this.#waiters.push(resolve));
  }

  /** Starts the server, unless it runs, is coming up or will be tried again. */
  start(): void {
    if (this.#state.kind === 'stopped' && this.wanted()) void this.#open();
  }

  /** Starts the server anew and at once, whatever its state. */
  async restart(): Promise<void> {
    this.#failures = 0;
    await this.stop();
    this.start();
  }

  async stop(): Promise<void> {
    this.#attempt += 1;
    clearTimeout(this.#waitTimer);
    clearTimeout(this.#wellTimer);
    const connection = this.#connection;
    this.#connection = undefined;
    this.#become({ kind: 'stopped' });
    await connection?.stop().catch(() => undefined);
  }

  async #open(): Promise<void> {
    const attempt = ++this.#attempt;
    const lost = (): void => {
      if (attempt === this.#attempt) this.#failed();
    };
    this.#become({ kind: 'starting' });
    try {
      const connection = await this.connect(lost);
      if (attempt !== this.#attempt) return void connection.stop().catch(() => undefined);
      this.#connection = connection;
      this.#become({ kind: 'running' });
      this.#wellTimer = setTimeout(() => (this.#failures = 0), WELL_AFTER_MS);
    } catch {
      lost();
    }
  }

  #failed(): void {
    this.#attempt += 1;
    clearTimeout(this.#wellTimer);
    const dead = this.#connection;
    this.#connection = undefined;
    setTimeout(() => void dead?.stop().catch(() => undefined), 0); // the client first comes to rest
    if (!this.wanted()) return this.#become({ kind: 'stopped' });
    const seconds = WAITS[Math.min(this.#failures, WAITS.length - 1)] ?? 0;
    this.#failures += 1;
    this.#become({ kind: 'waiting', seconds });
    this.#waitTimer = setTimeout(() => {
      if (this.wanted()) void this.#open();
      else this.#become({ kind: 'stopped' });
    }, seconds * 1000);
  }

  #become(state: State): void {
    this.#state = state;
    if (state.kind === 'running' || state.kind === 'stopped') for (const tell of this.#waiters.splice(0)) tell();
    this.changed(state);
  }
}
