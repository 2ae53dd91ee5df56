import { commands, env, l10n, window, type Disposable, type QuickPickItem } from 'vscode';
import { nameOf } from '../documents';
import { form4InFront } from '../inFront';
import type { Supervisor } from '../supervisor';
import { tell } from '../tell';

interface Choice extends QuickPickItem {
  readonly format: string;
}

const SHOWN_MS = 4000;

/** Puts the explanation of the filing in front on the clipboard; a key binding may name the format. */
export const copyExplanation = (server: Supervisor): Disposable =>
  commands.registerCommand('form4.copyExplanation', async (asked?: unknown) => {
    const document = form4InFront();
    if (!document) return;
    const format = typeof asked === 'string' ? asked : (await choose())?.format;
    if (format === undefined) return;
    const text = await server.request('form4/explainFiling', {
      textDocument: { uri: document.uri.toString() },
      name: nameOf(document),
      link: null,
      format,
    });
    if (!text) return tell(l10n.t('Not copied: the Form 4 server is not running yet.'));
    await env.clipboard.writeText(text);
    window.setStatusBarMessage(l10n.t('The explanation is on the clipboard'), SHOWN_MS);
  });

const choose = (): Thenable<Choice | undefined> =>
  window.showQuickPick<Choice>(
    [
      { label: l10n.t('Text'), description: l10n.t('plain sentences with their lines'), format: 'text' },
      { label: 'Markdown', description: l10n.t('the same with headings'), format: 'markdown' },
      { label: 'JSON', description: l10n.t('each sentence with its places, for programs'), format: 'json' },
    ],
    { title: l10n.t('Copy the explanation as'), placeHolder: l10n.t('Goes to the clipboard') },
  );
