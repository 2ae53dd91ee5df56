import { commands, l10n, languages, Uri, window, workspace, type Disposable, type TextDocument } from 'vscode';
import { FORM4, isForm4, isRefused, readsLikeForm4 } from '../documents';
import { form4InFront } from '../inFront';
import { chooseTarget, type Target } from '../targets';
import type { Previews } from '../previews';
import type { Views } from '../views';
import { tell } from '../tell';

/** Shows the filing in front in another layout beside it, readonly; the view follows the filing as it changes. */
export const openAs = (views: Views, previews: Previews): Disposable =>
  commands.registerCommand('form4.openAs', async (asked?: Target | Uri) => {
    const document = asked instanceof Uri ? await opened(asked) : form4InFront();
    if (!document) return;
    const file = document.uri.path.split('/').at(-1) ?? '';
    const target =
      asked && !(asked instanceof Uri) && asked.to
        ? asked
        : await chooseTarget(
            l10n.t('Open {0} as', file),
            l10n.t('Opens beside it to read, and follows what you change'),
          );
    if (target?.to === 'html') await previews.show();
    else if (target) await views.show(document, target);
  });

/** Opens a file of the explorer; a view stands beside its filing. Undefined, and said, where it is no Form 4. */
async function opened(file: Uri): Promise<TextDocument | undefined> {
  let document = await workspace.openTextDocument(file);
  if (!isForm4(document) && readsLikeForm4(document) && !isRefused(document))
    document = await languages.setTextDocumentLanguage(document, FORM4);
  if (!isForm4(document)) return tell(l10n.t('This file is no Form 4, as far as can be seen.'));
  await window.showTextDocument(document);
  return document;
}
