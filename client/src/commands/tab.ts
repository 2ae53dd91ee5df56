import {
  commands,
  Disposable,
  Range,
  Selection,
  TextEditorSelectionChangeKind,
  window,
  workspace,
  type TextDocumentChangeEvent,
  type TextEditor,
  type TextEditorEdit,
} from 'vscode';
import { cellsAround, wantsList, type Place } from '../cellsOfLine';
import { ANSWERED, FORM4 } from '../documents';
import { RowTyping, type SlowEditor } from '../rowTyping';

/** True where the cursor stands in a row of a table, so that Tab goes to the next cell. */
const KEY = 'form4.inRow';
/** What the commands are called with when no key was pressed. */
const READY = 'ready';

/** What is typed while the editor has not moved the cursor yet for a Tab. */
interface Behind {
  readonly editor: TextEditor;
  readonly typing: RowTyping;
  /** The version that comes of a change of our own, where no key comes before it. */
  ownVersion?: number;
}
let behind: Behind | undefined;

/**
 * Tab and Shift+Tab in a row: to the next cell and the one before. The key binding looks at the context key, which may be
 * late: each command looks at the place again, and where it is no cell does what the key does elsewhere.
 */
export function tabInRow(): Disposable {
  let told: boolean | undefined;
  const tell = (): void => {
    const editor = window.activeTextEditor;
    const now = editor !== undefined && targetOf(editor, 1) !== undefined;
    // The editor lets the first key for a command of an extension wait, and what is typed then overtakes it.
    if (now && !asked) asked = getReady();
    if (now !== told) void commands.executeCommand('setContext', KEY, now);
    told = now;
  };
  let asked = false;
  tell();
  return Disposable.from(
    commands.registerCommand('form4.tab', (how) => (how === READY ? undefined : go(1))),
    commands.registerCommand('form4.tabBack', (how) => (how === READY ? undefined : go(-1))),
    window.onDidChangeActiveTextEditor(() => {
      behind = undefined;
      tell();
    }),
    window.onDidChangeTextEditorSelection(({ textEditor, selections, kind }) => {
      if (textEditor === behind?.editor && goesElsewhere(behind, selections[0]!.active, kind)) behind = undefined;
      if (textEditor === window.activeTextEditor) tell();
      if (kind !== TextEditorSelectionChangeKind.Mouse && isAtPlace(textEditor)) void list();
    }),
    workspace.onDidChangeTextDocument((change) => {
      if (change.document === behind?.editor.document) follow(behind, change);
      if (change.document === window.activeTextEditor?.document) tell();
    }),
  );
}

/** Whether a cursor has moved for another reason than what was typed, and what we tell it. */
function goesElsewhere({ typing }: Behind, at: Place, kind: TextEditorSelectionChangeKind | undefined): boolean {
  if (kind === TextEditorSelectionChangeKind.Keyboard) return !typing.isBehindTyped(at);
  return kind === TextEditorSelectionChangeKind.Mouse || !typing.hasLine(at.line);
}

function getReady(): true {
  const both = ['form4.tab', 'form4.tabBack'].map((command) => ({ command, args: READY }));
  void commands.executeCommand('runCommands', { commands: both });
  return true;
}

async function go(by: 1 | -1): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const target = targetOf(editor, by);
  if (!target) return void (await commands.executeCommand(by > 0 ? 'tab' : 'outdent'));
  if (behind) return behind.typing.moveTo(target);
  const typing = new RowTyping(editor.document, editor.selection.active);
  typing.moveTo(target);
  const keys: Behind = { editor, typing };
  behind = keys;
  await typing.catchUp(slowEditor(keys), () => behind !== keys);
  if (behind === keys) behind = undefined;
  editor.revealRange(editor.selection);
  if (behind === undefined && editor.selection.isEmpty && wantsList(editor.document, editor.selection.active))
    await list();
}

/** Shows a list as if the editor did so by itself: nothing of it is chosen, so that no key takes what nobody asked for. */
const list = (): Thenable<unknown> => commands.executeCommand('editor.action.triggerSuggest', { auto: true });

/** Whether a place to fill in is selected for which a list is of help, as when Tab goes from place to place of a new row. */
function isAtPlace({ document, selection, selections }: TextEditor): boolean {
  if (document.languageId !== FORM4 || selections.length !== 1 || !selection.isSingleLine) return false;
  return /^‹[^‹›\n]{1,60}›$/.test(document.getText(selection)) && wantsList(document, selection.active);
}

/** VS Code as it takes what a row is to become; nothing of it is an undo step of its own. */
const slowEditor = (keys: Behind): SlowEditor => ({
  change: (changes) => {
    keys.ownVersion = keys.editor.document.version + 1;
    const make = (edit: TextEditorEdit): void => {
      for (const { line, from, to, text } of changes) edit.replace(new Range(line, from, line, to), text);
    };
    return keys.editor.edit(make, { undoStopBefore: false, undoStopAfter: false });
  },
  // No selection: a Tab that comes before the editor knows of it would put a tab in the place of what is selected.
  moveTo: ({ line, character }) => {
    keys.editor.selection = new Selection(line, character, line, character);
  },
  answered: () => commands.executeCommand('setContext', ANSWERED, true),
});

/** Takes down what is typed. Any other change says that somebody does something else: then nothing is moved any more. */
function follow(keys: Behind, { document, contentChanges, reason }: TextDocumentChangeEvent): void {
  if (contentChanges.length === 0) return; // saved, or said to be as saved
  if (keys.ownVersion === document.version && keys.typing.changes().length === 0) return;
  const [change] = contentChanges;
  const isTyped = contentChanges.length === 1 && change!.rangeLength === 0 && !/[\r\n]/.test(change!.text);
  if (!isTyped || reason !== undefined) behind = undefined;
  else keys.typing.type(change!.text, change!.range.start);
}

/** Where Tab leads: undefined where it is not ours. */
function targetOf(editor: TextEditor, by: 1 | -1): Place | undefined {
  const { document, selections, selection } = editor;
  if (behind?.editor === editor) return cellsAround(behind.typing, behind.typing.caret, by);
  if (document.languageId !== FORM4 || selections.length !== 1 || !selection.isEmpty) return undefined;
  return cellsAround(document, selection.active, by);
}
