import { commands, languages, type Disposable } from 'vscode';
import type { Decisions } from '../decisions';
import { hasForm4Language } from '../documents';
import { form4InFront } from '../inFront';
import { openAnew, textLanguage } from '../recognise';

/**
 * Leaves the file in front alone from now on. A text loses its language, which is kept like any such change by hand
 * (recognise.ts); an XML or a web page keeps its own and has no findings any more.
 */
export const treatAsPlainText = (decisions: Decisions): Disposable =>
  commands.registerCommand('form4.treatAsPlainText', async () => {
    const document = form4InFront();
    if (!document) return;
    if (hasForm4Language(document))
      return void (await languages.setTextDocumentLanguage(document, textLanguage(document)));
    await openAnew(document, () => decisions.keep(document.uri, 'text'));
  });
