import {
  l10n,
  Range,
  Selection,
  SnippetString,
  ViewColumn,
  window,
  workspace,
  WorkspaceEdit,
  type TextEditor,
} from 'vscode';
import type { Operated } from '../../server/src/protocol';
import { ask } from './ask';
import { form4InFront } from './inFront';
import type { Supervisor } from './supervisor';

const rangeOf = ({ start, end }: NonNullable<Operated['selection']>): Range =>
  new Range(start.line, start.character, end.line, end.character);

/** No operation asks more than this: a server that goes on asking is wrong. */
const MOST_QUESTIONS = 40;

/**
 * Has the server work an operation out for the selection of the filing in front, asks the user what it must know, and
 * makes its edits, as one step that one undo takes back. Whether it was done; the user is told why it was not.
 */
export async function operate(
  server: Supervisor,
  operation: string,
  answers: Readonly<Record<string, unknown>> = {},
  editor: TextEditor | undefined = window.activeTextEditor,
): Promise<boolean> {
  const document = form4InFront();
  if (!editor || !document || editor.document !== document) return false;
  const { start, end } = editor.selection;
  const version = document.version;
  let known = answers;
  for (let questions = 0; questions < MOST_QUESTIONS; questions++) {
    const done = await server.request('form4/operate', {
      textDocument: { uri: document.uri.toString() },
      range: {
        start: { line: start.line, character: start.character },
        end: { line: end.line, character: end.character },
      },
      operation,
      answers: known,
      snippets: true,
    });
    const refused = done ? done.refused : l10n.t('Nothing was changed: the Form 4 server is not running yet.');
    if (!done || refused !== undefined) return (void window.showInformationMessage(refused ?? ''), false);
    // The edits are for the text that the server saw: a key pressed meanwhile would put them in the wrong place.
    if (document.version !== version) return false;
    if (!done.asks) return make(done, editor);
    const answer = await ask(done.asks);
    if (answer === undefined) return false;
    known = { ...known, [done.asks.answer]: answer };
  }
  return false;
}

async function make(done: Operated, editor: TextEditor): Promise<boolean> {
  const { document } = editor;
  const edit = new WorkspaceEdit();
  for (const change of done.edit?.documentChanges ?? [])
    for (const one of 'edits' in change ? change.edits : [])
      if ('newText' in one) edit.replace(document.uri, rangeOf(one.range), one.newText);
  if (edit.size > 0 && !(await workspace.applyEdit(edit))) return false;
  if (done.snippet) {
    // As it stands: tabs part cells. Since VS Code 1.98; before, lines that begin with white space are set in as the editor indents.
    const options = { undoStopBefore: true, undoStopAfter: true, keepWhitespace: true };
    const range = rangeOf(done.snippet.range);
    if (!(await editor.insertSnippet(new SnippetString(done.snippet.text), range, options))) return false;
  }
  if (done.selection) {
    const range = rangeOf(done.selection);
    editor.selection = new Selection(range.start, range.end);
    editor.revealRange(range);
  }
  if (done.another) {
    const other = await workspace.openTextDocument({ content: done.another.text, language: document.languageId });
    await window.showTextDocument(other, { viewColumn: ViewColumn.Beside, preview: false, preserveFocus: true });
  }
  if (done.remark !== undefined) void say(done.remark, done.changed, editor);
  return true;
}

/** Says what was done, with a button that leads to it. */
async function say(remark: string, changed: Operated['changed'], { document }: TextEditor): Promise<void> {
  const show = l10n.t('Show');
  const chosen = await window.showInformationMessage(remark, ...(changed ? [show] : []));
  if (chosen === show && changed) await window.showTextDocument(document, { selection: rangeOf(changed) });
}
