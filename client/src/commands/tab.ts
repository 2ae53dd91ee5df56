import { commands, Disposable, Selection, window, workspace, type Position, type TextEditor } from 'vscode';
import { FORM4 } from '../documents';
import { cellsAround } from '../cellsOfLine';

/** True where the cursor stands in a row of a table, so that Tab goes to the next cell. */
const KEY = 'form4.inRow';

/**
 * Tab and Shift+Tab in a row: to the next cell and the one before. The key binding looks at the context key, which may be
 * late: each command looks at the place again, and where it is no cell does what the key does elsewhere.
 */
export function tabInRow(): Disposable {
  let told: boolean | undefined;
  const tell = (): void => {
    const editor = window.activeTextEditor;
    const now = editor !== undefined && targetOf(editor, 1) !== undefined;
    if (now !== told) void commands.executeCommand('setContext', KEY, now);
    told = now;
  };
  tell();
  return Disposable.from(
    commands.registerCommand('form4.tab', () => go(1)),
    commands.registerCommand('form4.tabBack', () => go(-1)),
    window.onDidChangeActiveTextEditor(tell),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === window.activeTextEditor) tell();
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === window.activeTextEditor?.document) tell();
    }),
  );
}

async function go(by: 1 | -1): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const target = targetOf(editor, by);
  if (!target) return void (await commands.executeCommand(by > 0 ? 'tab' : 'outdent'));
  // No selection: a Tab that comes before the editor knows of it would put a tab in the place of what is selected.
  editor.selection = new Selection(target, target);
  editor.revealRange(editor.selection);
}

/** Where Tab leads: undefined where it is not ours. */
function targetOf({ document, selections, selection }: TextEditor, by: 1 | -1): Position | undefined {
  if (document.languageId !== FORM4 || selections.length !== 1 || !selection.isEmpty) return undefined;
  return cellsAround(document, selection.active, by);
}
