import { commands, languages, window, type Disposable } from 'vscode';
import type { Decisions } from '../decisions';
import { FORM4 } from '../documents';

/** Reads the file in front as a Form 4, whatever it looks like, now and whenever it is opened. */
export const treatAsForm4 = (decisions: Decisions): Disposable =>
  commands.registerCommand('form4.treatAsForm4', async () => {
    const document = window.activeTextEditor?.document;
    if (!document) return;
    await decisions.keep(document.uri, 'form4');
    await languages.setTextDocumentLanguage(document, FORM4);
  });
