import {
  commands,
  l10n,
  Position,
  Range,
  Selection,
  SnippetString,
  ViewColumn,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import type { TextDocument, TextEditor, Uri, WorkspaceEditEntryMetadata } from 'vscode';
import type { Operated } from '../../server/src/protocol';
import { ask } from './ask';
import { converse, type Answers, type Turn } from './converse';
import { ANSWERED } from './documents';
import { holdBack } from './heldBack';
import { form4InFront, placeInFront } from './inFront';
import type { Supervisor } from './supervisor';
import { tell } from './tell';
import { showUntitled } from './untitled';

/** What an operation is for. */
interface At {
  readonly document: TextDocument;
  readonly range: Range;
  /** Undefined where the document is shown as a form: there is no cursor to be moved, and nowhere to fill places in. */
  readonly editor: TextEditor | undefined;
}

export const rangeOf = ({ start, end }: NonNullable<Operated['selection']>): Range =>
  new Range(start.line, start.character, end.line, end.character);

/** A range as the server takes it: VS Code's own goes over the wire as a list. */
export const plainRange = ({ start, end }: Range): NonNullable<Operated['selection']> => ({
  start: { line: start.line, character: start.character },
  end: { line: end.line, character: end.character },
});

const SHOWN_MS = 4000;

/**
 * Has the server work an operation out for the selection of the filing in front, or for the filing that is shown as a form,
 * asks the user what it must know, and makes its edits, as one step that one undo takes back. Whether it was done; the user is
 * told why it was not.
 */
export async function operate(
  server: Supervisor,
  operation: string,
  answers: Readonly<Record<string, unknown>> = {},
  editor: TextEditor | undefined = window.activeTextEditor,
): Promise<boolean> {
  const document = form4InFront();
  if (!document || (editor && editor.document !== document)) return false;
  const place = placeInFront() ?? new Position(0, 0);
  const at = { document, range: editor?.selection ?? new Range(place, place), editor };
  const done = await workedOut(server, operation, answers, document, at.range);
  if (!done || !(await make(done, at))) return false;
  if (done.remark !== undefined) void say(server, done, at);
  return true;
}

/**
 * What an operation comes to for a range of a filing, with the user's answers to what it asks; undefined where it was
 * refused, which the user is told, or given up.
 */
export async function workedOut(
  server: Supervisor,
  operation: string,
  answers: Readonly<Record<string, unknown>>,
  document: TextDocument,
  range: Range,
): Promise<Operated | undefined> {
  const version = document.version;
  let asked = 0;
  const next = async (known: Answers): Promise<Turn<Operated>> => {
    const done = await server.request('form4/operate', {
      textDocument: { uri: document.uri.toString() },
      range: plainRange(range),
      operation,
      answers: known,
      snippets: true,
    });
    if (!done) return { done: { refused: l10n.t('Nothing was changed: the Form 4 server is not running yet.') } };
    if (!done.asks) return { done };
    asked += 1;
    return { asks: done.asks };
  };
  const done = await converse(ask, next, answers);
  if (done?.refused !== undefined) return tell(done.refused);
  // The edits are for the text that the server saw: a key pressed meanwhile would put them in the wrong place.
  if (done && document.version === version) return done;
  if (asked > 0) window.setStatusBarMessage(l10n.t('Form 4: nothing was changed'), SHOWN_MS);
  return undefined;
}

/**
 * Edits of one document as VS Code takes them.
 * @param noteOf what is shown of an edit before it is made; nothing is, unless it is given
 */
export function editOf(
  { edit }: Pick<Operated, 'edit'>,
  uri: Uri,
  noteOf: (id: string) => WorkspaceEditEntryMetadata | undefined = () => undefined,
): WorkspaceEdit {
  const made = new WorkspaceEdit();
  for (const change of edit?.documentChanges ?? [])
    for (const one of 'edits' in change ? change.edits : [])
      if ('newText' in one)
        made.replace(
          uri,
          rangeOf(one.range),
          one.newText,
          'annotationId' in one ? noteOf(one.annotationId) : undefined,
        );
  return made;
}

async function make(done: Operated, { document, editor }: At): Promise<boolean> {
  const edit = editOf(done, document.uri);
  if (edit.size > 0 && !(await workspace.applyEdit(edit))) return false;
  if (done.snippet) {
    if (!editor) return false;
    const range = rangeOf(done.snippet.range);
    const { text } = done.snippet;
    if (isRow(text)) holdBack(document, range.start.line + (/^\r?\n/.test(text) ? 1 : 0));
    if (!(await insert(editor, range, text))) return false;
  }
  if (done.selection && editor) {
    const range = rangeOf(done.selection);
    editor.selection = new Selection(range.start, range.end);
    editor.revealRange(range);
    // What was written for a note is told once the cursor has left it.
    if (edit.size > 0 && !range.isEmpty) holdBack(document, range.start.line);
    if (edit.size === 0 && !range.isEmpty) await unlessTyped(editor, document.version);
  }
  if (done.another) await open(done.another, document.languageId);
  return true;
}

/**
 * A key that was pressed before the editor selected a value has moved the text under the selection: typing on would then take
 * a separator away. The answer to a command comes behind such a key.
 */
async function unlessTyped(editor: TextEditor, version: number): Promise<void> {
  await commands.executeCommand('setContext', ANSWERED, true);
  const { active, isEmpty } = editor.selection;
  if (editor.document.version !== version && !isEmpty) editor.selection = new Selection(active, active);
}

/** One line and its line end. */
const isRow = (snippet: string): boolean => snippet.trim().split('\n').length === 1;

/** Opens what came out of it: beside the filing to be looked at or, where there are places to fill in, in front. */
async function open({ title, text, snippet }: NonNullable<Operated['another']>, language: string): Promise<void> {
  if (snippet === undefined) {
    const other = await workspace.openTextDocument({ content: text, language });
    await window.showTextDocument(other, { viewColumn: ViewColumn.Beside, preview: false, preserveFocus: true });
    return;
  }
  await openForm(title, snippet);
}

/** Opens a new form with its places to fill in. */
export async function openForm(title: string, snippet: string): Promise<void> {
  const editor = await showUntitled(title);
  if (!editor) return;
  const end = new Position(1, 0);
  await insert(editor, new Range(end, end), snippet);
}

/** Sets in text with places to fill in, as it stands: tabs part cells. */
async function insert(editor: TextEditor, range: Range, snippet: string): Promise<boolean> {
  // `keepWhitespace` is there since VS Code 1.98; before, a line that begins with white space is indented as the editor does.
  const options = { undoStopBefore: true, undoStopAfter: true, keepWhitespace: true };
  return editor.insertSnippet(new SnippetString(snippet), range, options);
}

/** Says what was done, with a button that leads to it and one for what is likely to be wanted next. */
async function say(server: Supervisor, done: Operated, at: At): Promise<void> {
  const { document } = at;
  const { remark = '', changed, next, selection } = done;
  const show = l10n.t('Show');
  if (!changed && !next) return tell(remark);
  const chosen = await window.showInformationMessage(remark, ...(changed ? [show] : []), ...(next ? [next.title] : []));
  if (chosen === show && changed) await window.showTextDocument(document, { selection: rangeOf(changed) });
  if (!next || chosen !== next.title) return;
  const range = selection ? rangeOf(selection) : (at.editor?.selection ?? at.range);
  const following = await workedOut(server, next.operation, {}, document, range);
  if (following && (await make(following, at)) && following.remark !== undefined) await say(server, following, at);
}
