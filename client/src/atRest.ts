import { Disposable, workspace, type TextDocument, type Uri } from 'vscode';
import { isForm4 } from './documents';

/** One key press is followed by others: what shows a filing is made anew when they have come to rest. */
const REST_MS = 300;

/** Tells of each filing that has been opened, changed or saved, once it has come to rest. */
export function whenAtRest(changed: (filing: Uri) => void): Disposable {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const soon = (document: TextDocument): void => {
    if (!isForm4(document)) return;
    const { uri } = document;
    const key = uri.toString();
    clearTimeout(waiting.get(key));
    const tell = (): void => {
      waiting.delete(key);
      changed(uri);
    };
    waiting.set(key, setTimeout(tell, REST_MS));
  };
  return Disposable.from(
    workspace.onDidChangeTextDocument(({ document }) => soon(document)),
    workspace.onDidOpenTextDocument(soon),
    workspace.onDidSaveTextDocument(soon),
    { dispose: () => waiting.forEach((timer) => clearTimeout(timer)) },
  );
}
