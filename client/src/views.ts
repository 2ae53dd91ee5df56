import {
  commands,
  Disposable,
  EventEmitter,
  l10n,
  languages,
  Uri,
  ViewColumn,
  workspace,
  type TextDocument,
  type TextDocumentContentProvider,
} from 'vscode';
import { whenAtRest } from './atRest';
import { FORM4, VIEWS_SCHEME } from './documents';
import { placeInFront } from './inFront';
import type { Supervisor } from './supervisor';
import { tell } from './tell';
import type { Converted, ConvertParams } from '../../server/src/protocol';
import type { Target } from './targets';

/** What the address of a view says: form4-view:/<file>.<ending>?<this>. */
interface Viewed extends Target {
  /** The address of the filing, and which one of its text it is. */
  readonly uri: string;
  readonly filing?: number;
}

/** Readonly views of a filing in another layout. They follow the filing for as long as they are open. */
export class Views implements TextDocumentContentProvider, Disposable {
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #listeners: Disposable;

  constructor(private readonly server: Supervisor) {
    this.#listeners = Disposable.from(
      workspace.registerTextDocumentContentProvider(VIEWS_SCHEME, this),
      whenAtRest((filing) => this.#renew((viewed) => viewed.uri === filing.toString())),
    );
  }

  /** Shows a filing of a document in another layout, beside it: the one at the cursor where there are several. */
  async show(document: TextDocument, { to, schema, table }: Target): Promise<void> {
    const position = placeInFront();
    const asked = { uri: document.uri.toString(), to, schema, table };
    const first = await this.#convert({
      ...asked,
      ...(position && { position: { line: position.line, character: position.character } }),
    });
    if (!first) return tell(l10n.t('Not shown: the Form 4 server is not running yet.'));
    const viewed: Viewed = { ...asked, filing: first.filing };
    const view = addressOf(viewed);
    this.#changed.fire(view);
    const shown = await workspace.openTextDocument(view);
    const language = (await languages.getLanguages()).includes(first.languageId) ? first.languageId : 'plaintext';
    if (shown.languageId !== language) await languages.setTextDocumentLanguage(shown, language);
    await commands.executeCommand('vscode.open', view, {
      viewColumn: ViewColumn.Beside,
      preserveFocus: true,
      preview: false,
    });
  }

  /** Shows two filings as printed text in VS Code's own comparison. */
  async showBeside(before: Pick<Viewed, 'uri' | 'filing'>, after: Uri): Promise<void> {
    const [left, right] = [before, { uri: after.toString() }].map((one) => addressOf({ ...one, to: 'text' }));
    for (const view of [left!, right!]) {
      this.#changed.fire(view);
      await languages.setTextDocumentLanguage(await workspace.openTextDocument(view), FORM4);
    }
    const title = l10n.t('{0} → {1}', nameOf({ ...before, to: 'text' }), after.path.split('/').at(-1) ?? '');
    await commands.executeCommand('vscode.diff', left, right, title);
  }

  async provideTextDocumentContent(view: Uri): Promise<string> {
    return (await this.#text(viewedIn(view))) ?? l10n.t('Nothing to show: the file is not a Form 4, or not open.');
  }

  /** Makes all views anew, as when another server has come up. */
  renewAll(): void {
    this.#renew(() => true);
  }

  #renew(concerned: (viewed: Viewed) => boolean): void {
    for (const { uri } of workspace.textDocuments)
      if (uri.scheme === VIEWS_SCHEME && concerned(viewedIn(uri))) this.#changed.fire(uri);
  }

  /** Undefined where the filing is gone, or is none any more. */
  async #text(viewed: Viewed): Promise<string | undefined> {
    try {
      await workspace.openTextDocument(Uri.parse(viewed.uri)); // the server knows what is open
    } catch {
      return undefined;
    }
    return (await this.#convert(viewed))?.text;
  }

  async #convert(params: ConvertParams): Promise<Converted | undefined> {
    return (await this.server.request('form4/convert', params)) ?? undefined;
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#changed.dispose();
  }
}

const ENDINGS: Readonly<Record<string, string>> = { xml: 'xml', text: 'txt', piped: 'md', json: 'json', csv: 'csv' };

/** `filing.xml`, or `dump.txt (2)` of a file that holds several. */
const nameOf = ({ uri, filing }: Viewed): string =>
  `${Uri.parse(uri).path.split('/').at(-1) ?? ''}${filing === undefined ? '' : ` (${filing})`}`;

function addressOf(viewed: Viewed): Uri {
  const ending = [viewed.table ?? viewed.schema, ENDINGS[viewed.to]].filter(Boolean).join('.');
  return Uri.from({ scheme: VIEWS_SCHEME, path: `/${nameOf(viewed)}.${ending}`, query: JSON.stringify(viewed) });
}

const viewedIn = (view: Uri): Viewed => JSON.parse(view.query) as Viewed;
