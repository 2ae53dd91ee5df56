import { CancellationTokenSource, Disposable, l10n, languages, window, type LanguageStatusItem } from 'vscode';
import { FORM4 } from './documents';
import { form4InFront } from './inFront';
import type { Supervisor } from './supervisor';

/** What the server answers, in the form's own words. */
interface Answer {
  readonly place?: string;
  readonly balance?: string;
  readonly due?: string;
  readonly signed?: string;
}

/** A cursor that is on its way passes many cells: the one where it comes to rest is asked about. */
const REST_MS = 120;

/** Says in the status bar's language menu where the cursor is on the form, the balance there, and the due date. */
export class Compass implements Disposable {
  readonly #item: LanguageStatusItem;
  readonly #listeners: Disposable;
  #language = FORM4;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: CancellationTokenSource | undefined;

  constructor(private readonly server: Supervisor) {
    this.#item = languages.createLanguageStatusItem('form4.compass', { language: this.#language });
    this.#item.name = l10n.t('Form 4: Place on the Form');
    this.#item.command = {
      title: l10n.t('Explain'),
      command: 'form4.explainFiling',
      tooltip: l10n.t('Say this filing in plain sentences'),
    };
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
    if (document.languageId !== this.#language)
      this.#item.selector = { language: (this.#language = document.languageId) };
    const { token } = (this.#asking = new CancellationTokenSource());
    const params = {
      textDocument: { uri: document.uri.toString() },
      position: { line: position.line, character: position.character },
    };
    const answer = await this.server.request<Answer | null>('form4/compass', params, token);
    if (!token.isCancellationRequested) this.#say(answer ?? {});
  }

  #say({ place, balance, due, signed }: Answer): void {
    this.#item.text = place ?? l10n.t('Outside of boxes and rows');
    const detail = [balance, due, signed].filter((part) => part !== undefined).join(' · ');
    this.#item.detail = detail;
    this.#item.accessibilityInformation = { label: detail === '' ? this.#item.text : `${this.#item.text}. ${detail}` };
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#asking?.cancel();
    this.#listeners.dispose();
    this.#item.dispose();
  }
}
