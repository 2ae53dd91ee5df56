import { Disposable, l10n, Uri, workspace } from 'vscode';
import type { WorkspaceFilings as Told } from '../../server/src/protocol';
import { FILES, filesIn, filingText } from './filingsIn';

/** So many files are looked at. */
const MOST_FILES = 2000;
/** So much of a filing holds the names in its boxes. */
const HEAD_LENGTH = 24_000;
/** So many are read at once. */
const AT_ONCE = 16;

/** Tells a server of the filings in the folders that are open: all of them when it first asks, then what has changed. */
export class WorkspaceFilings implements Disposable {
  #serial = 1;
  /** Changed since the files were last told: address → when. */
  readonly #changed = new Map<string, number>();
  #watching: Disposable | undefined;

  async tell(since: number): Promise<Told> {
    const serial = this.#serial;
    this.#watch();
    if (since > 0) {
      const changed = [...this.#changed].filter(([, when]) => when > since).map(([uri]) => Uri.parse(uri));
      return { serial, all: false, filings: await heads(changed, true) };
    }
    const { files, more } = await filesIn(undefined, MOST_FILES);
    const left = l10n.t('Symbols are those of the first {0} files of the folders that are open.', MOST_FILES);
    return { serial, all: true, filings: await heads(files, false), ...(more && { left }) };
  }

  #watch(): void {
    if (this.#watching) return;
    const watcher = workspace.createFileSystemWatcher(FILES);
    const note = (file: Uri): void => void this.#changed.set(file.toString(), ++this.#serial);
    this.#watching = Disposable.from(
      watcher,
      watcher.onDidChange(note),
      watcher.onDidCreate(note),
      watcher.onDidDelete(note),
    );
  }

  dispose(): void {
    this.#watching?.dispose();
  }
}

/** The beginnings of those that are filings; with `gone` null stands for those that are none, or no more. */
async function heads(files: readonly Uri[], gone: boolean): Promise<Told['filings']> {
  const told: { uri: string; text: string | null }[] = [];
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const some = files.slice(at, at + AT_ONCE);
    const texts = await Promise.all(some.map(filingText));
    some.forEach((file, index) => {
      const text = texts[index]?.slice(0, HEAD_LENGTH) ?? null;
      if (text !== null || gone) told.push({ uri: file.toString(), text });
    });
  }
  return told;
}
