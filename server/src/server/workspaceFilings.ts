/** The filings in the folders that are open, for symbols, completions and what stands before a filing: the client sends their texts. */
import type { Connection, SymbolInformation } from 'vscode-languageserver';
import { phrasesIn } from '../features/completion/phrases';
import { seenIn, type Seen } from '../features/completion/seen';
import { symbolsIn } from '../features/workspaceSymbol';
import type { Entry } from '../ledger/entry';
import { partiesOf } from '../ledger/entryOf';
import { isSameParty, type Party } from '../ledger/parties';
import { Shelf } from '../ledger/shelf';
import type { ClientRequests, Received, WorkspaceFilings as Told } from '../protocol';
import { knownIn, type Known as Filer } from '../operations/filing/known';
import { createFormService } from '../service/formService';
import { shownPath } from '../text/uris';
import { entriesOf } from './beside';
import { isPlace, type DocumentConfig } from './documentConfigs';
import type { Runtime } from './session';

const { read } = createFormService();

/** Of a text with more filings the words of the first ones are enough. */
const MOST_FILINGS = 10;
/** So much is read before messages that have come meanwhile are handled: some milliseconds. */
const AT_ONCE = 64_000;

/** What is known of a file. */
interface Known {
  readonly symbols: readonly SymbolInformation[];
  readonly words: readonly Seen[];
  /** Of the same filings. */
  readonly issuers: readonly Party[];
  readonly entries: readonly Entry[];
  /** Who files at which company. */
  readonly filers: readonly Filer[];
  /** What the notes of each filing say. */
  readonly phrases: readonly (readonly string[])[];
}

/** More phrases than anybody looks through. */
const MOST_PHRASES = 20;

/** Asks when something of them is first needed, and then only for what has changed. */
export class WorkspaceFilings {
  readonly #files = new Map<string, Known>();
  readonly #uris = new WeakMap<Entry, string>();
  /** By the folder or file that they are in; '' for all. Stale where files have changed since. */
  readonly #shelves = new Map<string, { readonly shelf: Shelf; readonly stale: boolean }>();
  #serial = 0;
  #left: string | undefined;
  #asked = false;
  /** One question at a time. */
  #asking: Promise<void> = Promise.resolve();

  /** @param changed called when filings have come, changed or gone */
  constructor(
    private readonly connection: Connection,
    private readonly listed: () => boolean,
    private readonly runtime: Pick<Runtime, 'whenIdle'>,
    private readonly changed: () => void,
  ) {}

  /** The symbols of every file but those that are open, whose texts the server has as they are now. */
  async besides(open: readonly string[]): Promise<Iterable<readonly SymbolInformation[]>> {
    if (!this.listed()) return [];
    await this.#ask();
    const left = new Set(open);
    return [...this.#files].flatMap(([uri, { symbols }]) => (left.has(uri) ? [] : [symbols]));
  }

  /**
   * Names and words of the filings of one issuer in every file but those that are open, as far as they are known by now:
   * typing waits for none. Never those of another issuer: a folder may hold several clients.
   */
  *wordsFor({ issuer }: Pick<Entry, 'issuer'>, open: readonly string[]): Iterable<Seen> {
    if (!this.#wanted()) return;
    const left = new Set(open);
    for (const [uri, { words, issuers }] of this.#files)
      if (!left.has(uri)) yield* words.filter((_, at) => isSameParty(issuers[at]!, issuer));
  }

  /** Who files at which company by every file but those that are open. */
  async filersBesides(open: readonly string[]): Promise<readonly Filer[]> {
    if (!this.listed()) return [];
    await this.#ask();
    const left = new Set(open);
    return [...this.#files].flatMap(([uri, { filers }]) => (left.has(uri) ? [] : filers));
  }

  /** What notes say in the filings of one issuer, the most used first; never those of another. */
  phrasesFor({ issuer }: Pick<Entry, 'issuer'>): string[] {
    if (!this.#wanted()) return [];
    const used = new Map<string, number>();
    for (const { entries, phrases } of this.#files.values())
      entries.forEach((entry, at) => {
        if (!isSameParty(entry.issuer, issuer)) return;
        for (const phrase of phrases[at] ?? []) used.set(phrase, (used.get(phrase) ?? 0) + 1);
      });
    return [...used]
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST_PHRASES)
      .map(([phrase]) => phrase);
  }

  /** The filings beside which those of a document are looked at, as far as they are known by now. */
  shelfFor({ previousFiling }: DocumentConfig): Shelf | undefined {
    return previousFiling === 'off' ? undefined : this.shelf(isPlace(previousFiling) ? previousFiling : '');
  }

  /** The filings in a folder, or in one file; '' for all. Undefined while there are none. */
  shelf(place: string): Shelf | undefined {
    if (!this.#wanted() || this.#files.size === 0) return undefined;
    const { stale, shelf: last } = this.#shelves.get(place) ?? { stale: true, shelf: undefined };
    if (!stale && last) return last;
    // To put 2,000 filings in order takes 60 ms: it is done once for each change of them, and not at each key.
    const shelf = new Shelf([...this.#entriesIn(place)], last);
    this.#shelves.set(place, { shelf, stale: false });
    return shelf;
  }

  /** The address of the file of a filing on a shelf. */
  addressOf(entry: Entry): string | undefined {
    return this.#uris.get(entry);
  }

  /** Everything that the client has is known once this resolves. */
  async known(): Promise<void> {
    if (this.listed()) await this.#ask();
  }

  /** Files have changed: what is known of them is asked for anew, if anything was. */
  renew(): void {
    if (this.#asked) void this.#ask();
  }

  *#entriesIn(place: string): Iterable<Entry> {
    const path = shownPath(place).replace(/\/$/, '');
    for (const { entries } of this.#files.values())
      for (const entry of entries)
        if (place === '' || entry.source.path === path || entry.source.path.startsWith(`${path}/`)) yield entry;
  }

  /** Whether the client tells of filings; it is asked the first time. */
  #wanted(): boolean {
    if (!this.listed()) return false;
    if (!this.#asked) void this.#ask();
    return true;
  }

  #ask(): Promise<void> {
    this.#asked = true;
    return (this.#asking = this.#asking.then(() => this.#askAll()));
  }

  async #askAll(): Promise<void> {
    let news = false;
    try {
      const method = 'form4/workspaceFilings' satisfies keyof ClientRequests;
      for (let more = true; more;) {
        const told = await this.connection.sendRequest<Received<Told> | null>(method, { since: this.#serial });
        const before = this.#serial;
        if (await this.#take(told)) news = true;
        more = told?.more === true && this.#serial > before;
      }
    } catch (error) {
      this.connection.console.error(
        `form4/workspaceFilings: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
    if (news) this.changed();
  }

  /** Whether anything is other than before. */
  async #take(told: Received<Told> | null): Promise<boolean> {
    if (!Array.isArray(told?.filings)) return false;
    if (told.all === true) this.#files.clear();
    if (typeof told.serial === 'number') this.#serial = told.serial;
    let length = 0;
    for (const { uri, text, cut } of told.filings as { uri?: unknown; text?: unknown; cut?: unknown }[]) {
      if (typeof uri !== 'string') continue;
      if (typeof text !== 'string') this.#files.delete(uri);
      else {
        this.#files.set(uri, this.#knownOf(uri, text, cut === true));
        if ((length += text.length) < AT_ONCE) continue;
        length = 0;
        await new Promise<void>((resolve) => this.runtime.whenIdle(resolve));
      }
    }
    for (const [place, { shelf }] of this.#shelves) this.#shelves.set(place, { shelf, stale: true });
    if (typeof told.left === 'string' && told.left !== this.#left)
      this.connection.console.info((this.#left = told.left));
    return told.all === true || told.filings.length > 0;
  }

  #knownOf(uri: string, text: string, cut: boolean): Known {
    const filings = read(text);
    // Of what is cut off the rows are not known.
    const entries = entriesOf(uri, text, cut ? filings.slice(0, -1) : filings);
    for (const entry of entries) this.#uris.set(entry, uri);
    const first = filings.slice(0, MOST_FILINGS);
    return {
      symbols: symbolsIn(uri, filings),
      words: first.map(seenIn),
      issuers: first.map((filing) => partiesOf(filing).issuer),
      entries,
      filers: first.flatMap(knownIn),
      phrases: filings.map(phrasesIn),
    };
  }
}
