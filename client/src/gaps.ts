import {
  l10n,
  StatusBarAlignment,
  window,
  workspace,
  type Disposable,
  type StatusBarItem,
  type TextDocument,
} from 'vscode';

/** How the writer of EDGAR's XML marks what the filing does not say, and what wants a look. */
const TO_FILL_IN = '<!-- To fill in, ';
const TO_CHECK = '<!-- To check, ';

/** Says in the status bar how many marks a converted document in front still has; a click goes through them. */
export class Gaps implements Disposable {
  readonly #followed = new WeakSet<TextDocument>();
  readonly #listeners: Disposable[] = [];
  #item: StatusBarItem | undefined;

  /** Follows a document that has been converted to XML. */
  follow(document: TextDocument): void {
    this.#followed.add(document);
    if (this.#item) return;
    this.#item = window.createStatusBarItem('form4.gaps', StatusBarAlignment.Left);
    this.#item.name = l10n.t('Form 4: Left to Fill in');
    this.#item.tooltip = l10n.t('What EDGAR asks for and the filing does not say stands in this document as comments');
    this.#item.command = {
      title: l10n.t('Go through Them'),
      command: 'editor.actions.findWithArgs',
      arguments: [{ searchString: '<!-- To (?:fill in|check), ', isRegex: true, matchCase: true }],
    };
    this.#listeners.push(
      window.onDidChangeActiveTextEditor(() => this.#show()),
      workspace.onDidChangeTextDocument(({ document: changed }) => {
        if (changed === window.activeTextEditor?.document) this.#show();
      }),
    );
  }

  #show(): void {
    const document = window.activeTextEditor?.document;
    if (!document || !this.#followed.has(document)) return this.#item?.hide();
    this.#item!.text = l10n.t('Form 4: {0}', gapsIn(document.getText()));
    this.#item!.accessibilityInformation = { label: this.#item!.text };
    this.#item!.show();
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    this.#item?.dispose();
  }
}

/** As `5 to fill in, 1 to check`. */
function gapsIn(xml: string): string {
  const [missing, doubtful] = [TO_FILL_IN, TO_CHECK].map((mark) => xml.split(mark).length - 1);
  const said = [
    ...(missing ? [l10n.t('{0} to fill in', missing)] : []),
    ...(doubtful ? [l10n.t('{0} to check', doubtful)] : []),
  ];
  return said.join(', ') || l10n.t('nothing left to fill in');
}
