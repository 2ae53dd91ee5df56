import type { Asked } from '../../server/src/protocol';
import { env, l10n, window, workspace } from 'vscode';

/** Larger files are no filings. */
const MOST_BYTES = 20_000_000;

/** Asks the user; undefined where the user turns it down. */
export async function ask({ title, prompt, kind, choices, value }: Asked): Promise<string | undefined> {
  if (kind === 'clipboard') return env.clipboard.readText();
  if (kind === 'text') return window.showInputBox({ title, prompt, value, ignoreFocusOut: true });
  if (kind === 'choice') {
    const options = { title, placeHolder: prompt, matchOnDescription: true, ignoreFocusOut: true };
    return (await window.showQuickPick([...(choices ?? [])], options))?.value;
  }
  const [file] = (await window.showOpenDialog({ title: prompt, openLabel: l10n.t('Compare') })) ?? [];
  if (!file) return undefined;
  if ((await workspace.fs.stat(file)).size > MOST_BYTES) {
    void window.showInformationMessage(l10n.t('This file is too large for a filing.'));
    return undefined;
  }
  return new TextDecoder().decode(await workspace.fs.readFile(file));
}
