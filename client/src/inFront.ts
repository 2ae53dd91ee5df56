import { commands, Disposable, window, workspace, type TextDocument } from 'vscode';
import { isForm4 } from './documents';

/** The context key that `when` clauses ask. */
const KEY = 'form4.isForm4';

/** The document in front, where it is a Form 4. */
export function form4InFront(): TextDocument | undefined {
  const document = window.activeTextEditor?.document;
  return document && isForm4(document) ? document : undefined;
}

/** Keeps the context key true while the file in front is a Form 4, whatever its language. */
export function followForm4InFront(): Disposable {
  let told: boolean | undefined;
  const tell = (): void => {
    const now = form4InFront() !== undefined;
    if (now !== told) void commands.executeCommand('setContext', KEY, (told = now));
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
