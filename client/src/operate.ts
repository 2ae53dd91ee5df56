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
import { ask, BACK } from './ask';
import { holdBack } from './heldBack';
import { FORM4 } from './documents';
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
  /** The names of the answers that the user gave or is about to give, in their order, and what was given last. */
  const asked: string[] = [];
  const given = new Map<string, string>();
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
    const { answer: name, step, kind } = done.asks;
    const own = kind === 'text' || kind === 'choice';
    if (own && !asked.includes(name)) asked.push(name);
    const answer = await ask(done.asks, {
      number: step?.number ?? asked.length,
      of: step?.of,
      back: asked.length > 1,
      before: given.get(name),
    });
    if (answer === undefined) return false;
    if (answer === BACK) {
      asked.pop();
      const before = asked.pop();
      known = Object.fromEntries(Object.entries(known).filter(([each]) => each !== name && each !== before));
      continue;
    }
    if (own) given.set(name, answer);
    known = { ...known, [name]: answer };
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
    const range = rangeOf(done.snippet.range);
    const { text } = done.snippet;
    if (isRow(text)) holdBack(document, range.start.line + (/^\r?\n/.test(text) ? 1 : 0));
    if (!(await insert(editor, range, text))) return false;
  }
  if (done.selection) {
    const range = rangeOf(done.selection);
    editor.selection = new Selection(range.start, range.end);
    editor.revealRange(range);
  }
  if (done.another) {
    await open(done.another, document.languageId);
  }
  if (done.remark !== undefined) void say(done.remark, done.changed, editor);
  return true;
}

/** One line and its line end. */
const isRow = (snippet: string): boolean => snippet.trim().split('\n').length === 1;

/** Opens what came out of it: beside the filing to be looked at or, where there are places to fill in, in front. */
async function open({ text, snippet }: NonNullable<Operated['another']>, language: string): Promise<void> {
  if (snippet === undefined) {
    const other = await workspace.openTextDocument({ content: text, language });
    await window.showTextDocument(other, { viewColumn: ViewColumn.Beside, preview: false, preserveFocus: true });
    return;
  }
  const other = await workspace.openTextDocument({ content: '', language: FORM4 });
  const editor = await window.showTextDocument(other, { preview: false });
  await insert(editor, new Range(0, 0, 0, 0), snippet);
}

/** Sets in text with places to fill in, as it stands: tabs part cells. */
async function insert(editor: TextEditor, range: Range, snippet: string): Promise<boolean> {
  // `keepWhitespace` is there since VS Code 1.98; before, a line that begins with white space is indented as the editor does.
  const options = { undoStopBefore: true, undoStopAfter: true, keepWhitespace: true };
  return editor.insertSnippet(new SnippetString(snippet), range, options);
}

/** Says what was done, with a button that leads to it. */
async function say(remark: string, changed: Operated['changed'], { document }: TextEditor): Promise<void> {
  const show = l10n.t('Show');
  const chosen = await window.showInformationMessage(remark, ...(changed ? [show] : []));
  if (chosen === show && changed) await window.showTextDocument(document, { selection: rangeOf(changed) });
}
