import { workspace, type TextDocument } from 'vscode';

/** The language id. */
export const FORM4 = 'form4';

export const isForm4 = (document: TextDocument): boolean => document.languageId === FORM4;

/** Whether any Form 4 is open, shown or not. */
export const anyForm4 = (): boolean => workspace.textDocuments.some(isForm4);
