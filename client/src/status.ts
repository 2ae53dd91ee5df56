import {
  Disposable,
  l10n,
  LanguageStatusSeverity,
  languages,
  window,
  workspace,
  type LanguageStatusItem,
} from 'vscode';
import { FORM4, layoutName } from './documents';
import { foundIn } from './found';
import { form4InFront } from './inFront';
import type { LastFindings } from './lastFindings';
import type { State } from './supervisor';

/** The item in the status bar's language menu: the server's state, the findings of the file in front, and a restart. */
export class Status implements Disposable {
  readonly #item: LanguageStatusItem;
  readonly #listeners: Disposable;
  /** Shown for one language at a time: that of the Form 4 in front. An ordinary file of the same language has no item. */
  #language = FORM4;
  #state: State = { kind: 'stopped' };

  constructor(private readonly last: LastFindings) {
    this.#item = languages.createLanguageStatusItem('form4.status', { language: this.#language });
    this.#item.name = 'Form 4';
    this.#item.command = {
      title: l10n.t('Restart'),
      command: 'form4.restartServer',
      tooltip: l10n.t('Start the Form 4 server anew'),
    };
    const show = (): void => this.#show();
    this.#listeners = Disposable.from(
      languages.onDidChangeDiagnostics(show),
      window.onDidChangeActiveTextEditor(show),
      workspace.onDidOpenTextDocument(show), // which a change of language is too
    );
    this.#show();
  }

  set state(state: State) {
    this.#state = state;
    this.#show();
  }

  #show(): void {
    const { text, severity, busy } = this.#describe();
    this.#item.text = text;
    this.#item.severity = severity;
    this.#item.busy = busy;
    const document = form4InFront();
    this.#item.detail = document ? l10n.t('Form 4, {0}', layoutName(document)) : 'Form 4';
    this.#item.accessibilityInformation = { label: `${this.#item.detail}: ${text}` };
    const language = document?.languageId ?? FORM4;
    if (language !== this.#language) this.#item.selector = { language: (this.#language = language) };
  }

  /** Nothing is said to be without findings that no server has looked at. */
  #describe(): { text: string; severity: LanguageStatusSeverity; busy: boolean } {
    const state = this.#state;
    switch (state.kind) {
      case 'running':
        return { text: this.#found(), severity: LanguageStatusSeverity.Information, busy: false };
      case 'starting':
        return { text: l10n.t('Starting'), severity: LanguageStatusSeverity.Information, busy: true };
      case 'waiting': {
        const { seconds } = state;
        const text =
          seconds === 0
            ? l10n.t('The server stopped; trying again at once')
            : l10n.t('The server stopped; trying again in {0} s', seconds);
        return { text, severity: LanguageStatusSeverity.Warning, busy: true };
      }
      case 'stopped':
        return { text: l10n.t('Not running'), severity: LanguageStatusSeverity.Warning, busy: false };
    }
  }

  #found(): string {
    const document = form4InFront();
    if (!document) return l10n.t('Running');
    return this.last.isChecked(document.uri) ? foundIn(document.uri) : l10n.t('Being checked');
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#item.dispose();
  }
}
