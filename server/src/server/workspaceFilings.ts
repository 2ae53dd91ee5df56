/** The filings in the folders that are open, for symbols and completions: heads of files, which the client reads and sends. */
import type { Connection, SymbolInformation } from 'vscode-languageserver';
import { seenIn, type Seen } from '../features/completion/seen';
import { symbolsIn } from '../features/workspaceSymbol';
import type { ClientRequests, Received, WorkspaceFilings as Told } from '../protocol';
import { knownIn, type Known } from '../operations/filing/known';
import { createFormService } from '../service/formService';

const { read } = createFormService();

/** Of a text with more filings the words of the first ones are enough. */
const MOST_FILINGS = 10;

/** Asks when a symbol or a completion is first asked for, and then only for what has changed. */
export class WorkspaceFilings {
  readonly #symbols = new Map<string, readonly SymbolInformation[]>();
  readonly #words = new Map<string, readonly Seen[]>();
  readonly #known = new Map<string, readonly Known[]>();
  #serial = 0;
  #left: string | undefined;
  #asked = false;
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

  /** Names and words of every file but those that are open, as far as they are known by now: typing waits for none. */
  *wordsBesides(open: readonly string[]): Iterable<Seen> {
    if (!this.listed()) return;
    if (!this.#asked) this.#asking = this.#asking.then(() => this.#ask());
    this.#asked = true;
    const left = new Set(open);
    for (const [uri, words] of this.#words) if (!left.has(uri)) yield* words;
  }

  /** Who files at which company by every file but those that are open. */
  async knownBesides(open: readonly string[]): Promise<readonly Known[]> {
    if (!this.listed()) return [];
    await (this.#asking = this.#asking.then(() => this.#ask()));
    const left = new Set(open);
    return [...this.#known].flatMap(([uri, known]) => (left.has(uri) ? [] : known));
  }

  async #ask(): Promise<void> {
    try {
      const method = 'form4/workspaceFilings' satisfies keyof ClientRequests;
      this.#take(await this.connection.sendRequest<Received<Told> | null>(method, { since: this.#serial }));
    } catch (error) {
      this.connection.console.error(
        `form4/workspaceFilings: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }

  #take(told: Received<Told> | null): void {
    if (!Array.isArray(told?.filings)) return;
    if (told.all === true) {
      this.#symbols.clear();
      this.#words.clear();
      this.#known.clear();
    }
    if (typeof told.serial === 'number') this.#serial = told.serial;
    for (const { uri, text } of told.filings as { uri?: unknown; text?: unknown }[]) {
      if (typeof uri !== 'string') continue;
      if (typeof text === 'string') {
        const filings = read(text);
        this.#symbols.set(uri, symbolsIn(uri, filings));
        this.#known.set(uri, filings.slice(0, MOST_FILINGS).flatMap(knownIn));
        this.#words.set(uri, filings.slice(0, MOST_FILINGS).map(seenIn));
      } else {
        this.#symbols.delete(uri);
        this.#words.delete(uri);
        this.#known.delete(uri);
      }
    }
    if (typeof told.left === 'string' && told.left !== this.#left)
      this.connection.console.info((this.#left = told.left));
  }
}
