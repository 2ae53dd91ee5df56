import { Disposable, workspace, type Uri } from 'vscode';
import { FILES } from './filingsIn';

/** Files come in heaps, as when a branch is checked out, and others note them too: so many milliseconds after the last. */
const AT_REST = 600;

/** Tells of files that may be filings and have come, changed or gone, once they have come to rest. */
export function whenFilesChange(tell: (files: readonly Uri[]) => void): Disposable {
  const changed = new Map<string, Uri>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const note = (file: Uri): void => {
    changed.set(file.toString(), file);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const files = [...changed.values()];
      changed.clear();
      tell(files);
    }, AT_REST);
  };
  const watcher = workspace.createFileSystemWatcher(FILES);
  return Disposable.from(
    watcher,
    watcher.onDidChange(note),
    watcher.onDidCreate(note),
    watcher.onDidDelete(note),
    new Disposable(() => clearTimeout(timer)),
  );
}
