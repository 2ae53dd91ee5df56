import { commands, languages, window, type Disposable } from 'vscode';
import type { Decisions } from '../decisions';
import { FORM4, isRefused } from '../documents';
import { openAnew } from '../recognise';

/** Reads the file in front as a Form 4, whatever it looks like, now and whenever it is opened. An XML keeps its language. */
export const treatAsForm4 = (decisions: Decisions): Disposable =>
  commands.registerCommand('form4.treatAsForm4', async () => {
    const document = window.activeTextEditor?.document;
    if (!document) return;
    if (isRefused(document)) return openAnew(document, () => decisions.forget(document.uri));
    await decisions.keep(document.uri, 'form4');
    await languages.setTextDocumentLanguage(document, FORM4);
  });
