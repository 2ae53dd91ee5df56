import {
  DiagnosticSeverity,
  Disposable,
  l10n,
  LanguageStatusSeverity,
  languages,
  window,
  workspace,
  type Diagnostic,
  type LanguageStatusItem,
} from 'vscode';
import { FORM4, layoutName } from './documents';
import { form4InFront } from './inFront';
import type { State } from './supervisor';

/** The item in the status bar's language menu: the server's state, the findings of the file in front, and a restart. */
export class Status implements Disposable {
  readonly #item: LanguageStatusItem;
  readonly #listeners: Disposable;
  /** Shown for one language at a time: that of the Form 4 in front. An ordinary file of the same language has no item. */
  #language = FORM4;
  #state: State = { kind: 'stopped' };

  constructor() {
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
    const { text, severity, busy } = describe(this.#state);
    this.#item.text = text;
    this.#item.severity = severity;
    this.#item.busy = busy;
    const document = form4InFront();
    this.#item.detail = document ? l10n.t('Form 4, {0}', layoutName(document)) : 'Form 4';
    this.#item.accessibilityInformation = { label: `${this.#item.detail}: ${text}` };
    const language = document?.languageId ?? FORM4;
    if (language !== this.#language) this.#item.selector = { language: (this.#language = language) };
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#item.dispose();
  }
}

function describe(state: State): { text: string; severity: LanguageStatusSeverity; busy: boolean } {
  switch (state.kind) {
    case 'running':
      return { text: counts(), severity: LanguageStatusSeverity.Information, busy: false };
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

function counts(): string {
  const document = form4InFront();
  if (!document) return l10n.t('Running');
  const findings = languages.getDiagnostics(document.uri).filter(({ source }) => source === FORM4);
  const count = (severity: DiagnosticSeverity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings] = [count(DiagnosticSeverity.Error), count(DiagnosticSeverity.Warning)];
  const remarks = count(DiagnosticSeverity.Information) + count(DiagnosticSeverity.Hint);
  const said = [
    ...(findings.some(isUnread) ? [l10n.t('Not all of it could be read')] : []),
    ...(errors === 0 ? [] : [errors === 1 ? l10n.t('1 error') : l10n.t('{0} errors', errors)]),
    ...(warnings === 0 ? [] : [warnings === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', warnings)]),
    ...(remarks === 0 ? [] : [remarks === 1 ? l10n.t('1 remark') : l10n.t('{0} remarks', remarks)]),
  ];
  return said.join(', ') || l10n.t('No findings');
}

/** What was not read was not checked: a few remarks alone would pass for a clean filing. */
const isUnread = ({ code }: Diagnostic): boolean => (typeof code === 'object' ? code.value : code) === 'unread';
