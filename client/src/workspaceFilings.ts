import { Disposable, l10n, Uri, workspace } from 'vscode';
import type { WorkspaceFilings as Told } from '../../server/src/protocol';
import { FILES, filesIn, filingText } from './filingsIn';
import { previousPlaces, SETTING } from './previousFiling';

/** So many files are looked at. */
const MOST_FILES = 2000;
/** Longer files are dumps of many filings: the first ones are told. The longest filing that EDGAR has taken is shorter. */
const LONGEST = 400_000;
/** So many are told at once: the server handles what is typed in between. */
const MOST_TOLD = 100;
/** So many are read at once. */
const AT_ONCE = 16;
/** Files change in heaps, as when a branch is checked out: the server is told once, so many milliseconds after the last. */
const AT_REST = 300;

/** Tells a server of the filings in the folders that are open: all of them when it first asks, then what has changed. */
export class WorkspaceFilings implements Disposable {
  #serial = 0;
  /** What is to be told or was: address → when it changed last, the earliest first. */
  readonly #changed = new Map<string, number>();
  #watching: Disposable | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param news called when files have changed since they were told */
  constructor(private readonly news: () => void) {}

  async tell(since: number): Promise<Told> {
    let left: string | undefined;
    if (since <= 0) {
      this.#watch();
      this.#changed.clear();
      const { files, more } = await filesIn(undefined, MOST_FILES);
      for (const file of [...files, ...(await filesOutside())]) this.#note(file);
      if (more)
        left = l10n.t('Only the first {0} files of the folders that are open are known as filings.', MOST_FILES);
    }
    const due = [...this.#changed].filter(([, when]) => when > since);
    const now = due.slice(0, MOST_TOLD);
    const filings = await textsOf(now.map(([uri]) => Uri.parse(uri)));
    return {
      serial: now.at(-1)?.[1] ?? this.#serial,
      all: since <= 0,
      filings,
      ...(due.length > now.length && { more: true }),
      ...(left !== undefined && { left }),
    };
  }

  #note(file: Uri): void {
    const uri = file.toString();
    this.#changed.delete(uri);
    this.#changed.set(uri, ++this.#serial);
  }

  #watch(): void {
    if (this.#watching) return;
    const watcher = workspace.createFileSystemWatcher(FILES);
    const note = (file: Uri): void => {
      this.#note(file);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(this.news, AT_REST);
    };
    this.#watching = Disposable.from(
      watcher,
      watcher.onDidChange(note),
      watcher.onDidCreate(note),
      watcher.onDidDelete(note),
      workspace.onDidChangeConfiguration(async (change) => {
        if (change.affectsConfiguration(SETTING)) for (const file of await filesOutside()) note(file);
      }),
    );
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#watching?.dispose();
  }
}

/** The files of places outside of the folders that are open, where the user's own settings name such. */
async function filesOutside(): Promise<Uri[]> {
  const places = previousPlaces().filter((place) => !workspace.getWorkspaceFolder(place));
  const found = await Promise.all(
    places.map(async (place) => [place, ...(await filesIn(place, MOST_FILES).catch(() => ({ files: [] }))).files]),
  );
  return found.flat();
}

/** The texts of those that are filings; null stands for those that are none, or no more. */
async function textsOf(files: readonly Uri[]): Promise<Told['filings']> {
  const told: { uri: string; text: string | null; cut?: boolean }[] = [];
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const some = files.slice(at, at + AT_ONCE);
    const texts = await Promise.all(some.map(filingText));
    some.forEach((file, index) => {
      const text = texts[index];
      const isCut = text !== undefined && text.length > LONGEST;
      told.push({ uri: file.toString(), text: text?.slice(0, LONGEST) ?? null, ...(isCut && { cut: true }) });
    });
  }
  return told;
}
