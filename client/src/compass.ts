import {
  CancellationTokenSource,
  commands,
  Disposable,
  l10n,
  languages,
  window,
  type LanguageStatusItem,
} from 'vscode';
import { FORM4 } from './documents';
import { form4InFront } from './inFront';
import type { Compass as Answer } from '../../server/src/protocol';
import type { Supervisor } from './supervisor';

/** A cursor that is on its way passes many cells: the one where it comes to rest is asked about. */
const REST_MS = 120;

/** Says in the status bar's language menu where the cursor is on the form, the balance there, and the due date. */
export class Compass implements Disposable {
  /** Where the cursor is; the sum that leads to the total there, if it is in a row; the due date. A line holds little: one each. */
  readonly #place: LanguageStatusItem;
  #balance: LanguageStatusItem | undefined;
  readonly #due: LanguageStatusItem;
  readonly #listeners: Disposable;
  #language = FORM4;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: CancellationTokenSource | undefined;

  constructor(private readonly server: Supervisor) {
    this.#place = this.#item('form4.place', l10n.t('Form 4: Place on the Form'));
    this.#due = this.#item('form4.due', l10n.t('Form 4: Due Date'));
    const soon = (): void => this.#soon();
    this.#listeners = Disposable.from(
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === window.activeTextEditor) this.#soon();
      }),
      window.onDidChangeActiveTextEditor(soon),
    );
    this.#say({});
    this.#soon();
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#asking?.cancel();
    this.#timer = setTimeout(() => void this.#ask(), REST_MS);
  }

  async #ask(): Promise<void> {
    const document = form4InFront();
    const position = window.activeTextEditor?.selection.active;
    if (!document || !position) return;
    this.#language = document.languageId;
    const { token } = (this.#asking = new CancellationTokenSource());
    const params = {
      textDocument: { uri: document.uri.toString() },
      position: { line: position.line, character: position.character },
    };
    const answer = await this.server.request('form4/compass', params, token);
    if (token.isCancellationRequested) return;
    if (answer === undefined) this.#tell(this.#place, l10n.t('Not known while the server is down'));
    else this.#say(answer ?? {});
  }

  #say({ place, kind, balance, due, signed }: Answer): void {
    void commands.executeCommand('setContext', 'form4.place', kind);
    this.#tell(this.#place, place ?? l10n.t('Outside of boxes and rows'));
    if (balance === undefined) {
      this.#balance?.dispose();
      this.#balance = undefined;
    } else this.#tell((this.#balance ??= this.#item('form4.balance', l10n.t('Form 4: Balance'))), balance);
    this.#tell(this.#due, due ?? l10n.t('No due date'), signed);
  }

  #tell(item: LanguageStatusItem, text: string, detail?: string): void {
    item.selector = { language: this.#language };
    item.text = text;
    item.detail = detail;
    item.accessibilityInformation = { label: detail === undefined ? text : `${text}, ${detail}` };
  }

  #item(id: string, name: string): LanguageStatusItem {
    const item = languages.createLanguageStatusItem(id, { language: this.#language });
    item.name = name;
    return item;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#asking?.cancel();
    this.#listeners.dispose();
    this.#place.dispose();
    this.#balance?.dispose();
    this.#due.dispose();
  }
}
