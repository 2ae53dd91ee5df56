/** The filings in the folders that are open, for symbols: heads of files, which the client reads and sends. */
import type { Connection, SymbolInformation } from 'vscode-languageserver';
import { symbolsIn } from './features/workspaceSymbol';
import { readAll } from './readers';

/** What a client answers to `form4/workspaceFilings`. */
interface Told {
  /** Stands for the state that is told of: the next question is for what has changed since. */
  readonly serial?: unknown;
  /** Whether what is not among `filings` is gone. */
  readonly all?: unknown;
  /** Each new or changed file with its beginning; `text` null where it is gone, or no Form 4 any more. */
  readonly filings?: unknown;
  /** What was left out, in plain words. */
  readonly left?: unknown;
}

/** Asks when a symbol is first asked for, and then only for what has changed. */
export class WorkspaceFilings {
  readonly #symbols = new Map<string, readonly SymbolInformation[]>();
  #serial = 0;
  #left: string | undefined;
  /** One question at a time. */
  #asking: Promise<void> = Promise.resolve();

  constructor(
    private readonly connection: Connection,
    private readonly listed: () => boolean,
  ) {}

  /** The symbols of every file but those that are open, whose texts the server has as they are now. */
  async besides(open: readonly string[]): Promise<Iterable<readonly SymbolInformation[]>> {
    if (!this.listed()) return [];
    await (this.#asking = this.#asking.then(() => this.#ask()));
    const left = new Set(open);
    return [...this.#symbols].flatMap(([uri, symbols]) => (left.has(uri) ? [] : [symbols]));
  }

  async #ask(): Promise<void> {
    try {
      this.#take((await this.connection.sendRequest('form4/workspaceFilings', { since: this.#serial })) as Told | null);
    } catch (error) {
      this.connection.console.error(
        `form4/workspaceFilings: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }

  #take(told: Told | null): void {
    if (!Array.isArray(told?.filings)) return;
    if (told.all === true) this.#symbols.clear();
    if (typeof told.serial === 'number') this.#serial = told.serial;
    for (const { uri, text } of told.filings as { uri?: unknown; text?: unknown }[]) {
      if (typeof uri !== 'string') continue;
      if (typeof text === 'string') this.#symbols.set(uri, symbolsIn(uri, readAll(text)));
      else this.#symbols.delete(uri);
    }
    if (typeof told.left === 'string' && told.left !== this.#left)
      this.connection.console.info((this.#left = told.left));
  }
}
