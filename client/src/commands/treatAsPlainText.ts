import { commands, languages, window, type Disposable } from 'vscode';
import { hasForm4Language } from '../documents';
import { textLanguage } from '../recognise';

/** Takes the language from the file in front, which is kept like any such change by hand (recognise.ts). */
export const treatAsPlainText = (): Disposable =>
  commands.registerCommand('form4.treatAsPlainText', async () => {
    const document = window.activeTextEditor?.document;
    if (document && hasForm4Language(document))
      await languages.setTextDocumentLanguage(document, textLanguage(document));
  });
