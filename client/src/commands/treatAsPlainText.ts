import { commands, languages, window, type Disposable } from 'vscode';
import type { Decisions } from '../decisions';
import { isForm4 } from '../documents';
import { textLanguage } from '../recognise';

/** Takes the language from the file in front, and leaves it alone from now on. */
export const treatAsPlainText = (decisions: Decisions): Disposable =>
  commands.registerCommand('form4.treatAsPlainText', async () => {
    const document = window.activeTextEditor?.document;
    if (!document || !isForm4(document)) return;
    await decisions.keep(document.uri, 'text');
    await languages.setTextDocumentLanguage(document, textLanguage(document));
  });
