import { commands, l10n, Range, Selection, window, type Disposable, type TextDocument } from 'vscode';
import { tell } from '../tell';

/** What stands in a text for a place that is still to be filled in, as `‹amount›`, or for a note that is still to be written. */
const BLANK = /‹[a-z][^‹›\n\r\t|]{0,60}›|\[Explain here\]/g;

/** Goes to the next place of the document that is named and not filled in, from the end on to the first, and selects it. */
export const nextBlank = (): Disposable =>
  commands.registerCommand('form4.blank.next', () => {
    const editor = window.activeTextEditor;
    if (!editor) return;
    const blanks = blanksIn(editor.document);
    const next = blanks.find(({ start }) => start.isAfter(editor.selection.active)) ?? blanks[0];
    if (!next) return tell(l10n.t('Nothing is left to fill in.'));
    editor.selection = new Selection(next.start, next.end);
    editor.revealRange(next);
  });

const blanksIn = (document: TextDocument): Range[] =>
  [...document.getText().matchAll(BLANK)].map(
    ({ 0: words, index }) => new Range(document.positionAt(index), document.positionAt(index + words.length)),
  );
