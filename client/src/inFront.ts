import { commands, Disposable, Uri, window, workspace, type TextDocument } from 'vscode';
import { isForm4, isRefused } from './documents';

/** The context keys that `when` clauses ask. */
const KEYS = { 'form4.isForm4': isForm4, 'form4.isRefused': isRefused };

/** The document in front, where it is a Form 4. */
export function form4InFront(): TextDocument | undefined {
  const document = window.activeTextEditor?.document;
  return document && isForm4(document) ? document : undefined;
}

/** The filing that a menu names by its address, or the one in front; undefined where it is none. */
export async function filingMeant(given: unknown): Promise<TextDocument | undefined> {
  if (!(given instanceof Uri)) return form4InFront();
  const document = await workspace.openTextDocument(given);
  return isForm4(document) ? document : undefined;
}

/** Keeps the context keys true while the file in front is a Form 4, or an XML or web page that is not to be one. */
export function followForm4InFront(): Disposable {
  const told = new Map<string, boolean>();
  const tell = (): void => {
    const document = window.activeTextEditor?.document;
    for (const [key, holds] of Object.entries(KEYS)) {
      const now = document !== undefined && holds(document);
      if (now !== told.get(key)) void commands.executeCommand('setContext', key, now);
      told.set(key, now);
    }
  };
  tell();
  return Disposable.from(
    window.onDidChangeActiveTextEditor(tell),
    workspace.onDidOpenTextDocument(tell), // which a change of language is too
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === window.activeTextEditor?.document) tell();
    }),
  );
}
