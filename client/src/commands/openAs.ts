import { commands, l10n, type Disposable } from 'vscode';
import { form4InFront } from '../inFront';
import { chooseTarget, type Target } from '../targets';
import type { Previews } from '../previews';
import type { Views } from '../views';

/** Shows the filing in front in another layout beside it, readonly; the view follows the filing as it changes. */
export const openAs = (views: Views, previews: Previews): Disposable =>
  commands.registerCommand('form4.openAs', async (asked?: Target) => {
    const document = form4InFront();
    if (!document) return;
    const file = document.uri.path.split('/').at(-1) ?? '';
    const target = asked?.to
      ? asked
      : await chooseTarget(l10n.t('Open {0} as', file), l10n.t('Opens beside it to read, and follows what you change'));
    if (target?.to === 'html') await previews.show();
    else if (target) await views.show(document, target);
  });
