import { l10n, window } from 'vscode';

/** So many characters surely fit into the one line of a toast; of more the end is cut off, unless there is a button below them. */
const FITTING = 50;

/** Says something whole, however long it is. */
export function tell(words: string): undefined {
  void window.showInformationMessage(words, ...(words.length > FITTING ? [l10n.t('OK')] : []));
}
