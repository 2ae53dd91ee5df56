import {
  DiagnosticSeverity,
  Disposable,
  env,
  l10n,
  languages,
  Range,
  workspace,
  type Diagnostic,
  type Uri,
} from 'vscode';
import { FORM4 } from './documents';

/**
 * What was found before the server stopped. The library takes its findings away with the server, and a window without any
 * would pass for a clean filing: so they are kept here, as informations, until the next server has looked at the document.
 */
export class LastFindings implements Disposable {
  readonly #kept = languages.createDiagnosticCollection('form4.kept');
  /** The documents that the server has looked at, as they stand or stood. */
  readonly #checked = new Set<string>();
  #since: string | undefined;
  readonly #closing: Disposable;

  constructor() {
    this.#closing = workspace.onDidCloseTextDocument(({ uri }) => {
      this.#kept.delete(uri);
      this.#checked.delete(uri.toString());
    });
  }

  /** Since when nothing is checked, as `10:42`; undefined while a server runs, and before the first one. */
  get since(): string | undefined {
    return this.#since;
  }

  /** Whether what is shown of a document is what a running server says of it. */
  isChecked(uri: Uri): boolean {
    return this.#checked.has(uri.toString());
  }

  /** No server runs any more; called while its findings still stand. */
  keep(now = new Date()): void {
    if (this.#since !== undefined) return;
    this.#since = now.toLocaleTimeString(env.language, { hour: '2-digit', minute: '2-digit' });
    const words = l10n.t('not checked since {0}', this.#since);
    for (const { uri } of workspace.textDocuments) {
      if (!this.#checked.delete(uri.toString())) continue; // what is kept of it is older
      const found = languages.getDiagnostics(uri).filter(({ source }) => source === FORM4);
      this.#kept.set(uri, found.length === 0 ? [nothing(words)] : found.map((one) => old(one, words)));
    }
    this.#checked.clear();
  }

  /** A server runs again; what is kept stays until it has looked at each document. */
  goOn(): void {
    this.#since = undefined;
  }

  /** The server has said what it finds in a document. Where it has stopped since, that was taken away with it. */
  answered(uri: Uri): void {
    if (this.#since !== undefined) return;
    this.#checked.add(uri.toString());
    this.#kept.delete(uri);
  }

  dispose(): void {
    this.#closing.dispose();
    this.#kept.dispose();
  }
}

function old({ range, message, code }: Diagnostic, words: string): Diagnostic {
  return { range, message: `${message} (${words})`, code, severity: DiagnosticSeverity.Information, source: FORM4 };
}

/** Where nothing was found there is still something to say. */
const nothing = (words: string): Diagnostic => ({
  range: new Range(0, 0, 0, 0),
  message: l10n.t('Nothing was found before; {0}', words),
  severity: DiagnosticSeverity.Information,
  source: FORM4,
});
