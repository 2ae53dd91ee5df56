import { Disposable, EventEmitter, window, workspace, type Diagnostic, type TextDocument } from 'vscode';

/** A row or a note that a command has just made, and its line. */
interface Fresh {
  readonly document: TextDocument;
  line: number;
}

let fresh: Fresh | undefined;
const released = new EventEmitter<TextDocument>();

/** Tells the document whose row is filled in, or left: all that is said of it is to be said again. */
export const onReleased = released.event;

/** From now on nothing is said of what is still blank in a row or a note, until the cursor leaves it, the file is saved or a check is asked for. */
export function holdBack(document: TextDocument, line: number): void {
  release();
  fresh = { document, line };
}

/** Says again what was held back. */
export function release(): void {
  const { document } = fresh ?? {};
  fresh = undefined;
  if (document && !document.isClosed) released.fire(document);
}

/** The findings that are shown now: of a row or a note that is being written none about what is still blank there. */
export function withoutHeldBack(document: TextDocument, findings: Diagnostic[]): Diagnostic[] {
  if (fresh?.document !== document) return findings;
  const { line } = fresh;
  return findings.filter(({ range }) => range.start.line !== line || !isBlank(document.getText(range)));
}

export const isHeldBack = (document: TextDocument): boolean => fresh?.document === document;

/** Nothing but separators, and what holds a place that is still to be filled in. */
const isBlank = (words: string): boolean => /^(?:[\s|]|‹[^‹›]*›|\[Explain here\])*$/.test(words);

export function followFreshRow(): Disposable {
  return Disposable.from(
    window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      if (fresh?.document === textEditor.document && !selections.some(({ active }) => active.line === fresh?.line))
        release();
    }),
    window.onDidChangeActiveTextEditor((editor) => {
      if (fresh && editor && editor.document !== fresh.document) release();
    }),
    workspace.onDidSaveTextDocument((document) => {
      if (fresh?.document === document) release();
    }),
    workspace.onDidCloseTextDocument((document) => {
      if (fresh?.document === document) fresh = undefined;
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (fresh?.document !== document) return;
      for (const { range, text } of contentChanges)
        if (range.end.line < fresh.line)
          fresh.line += text.split('\n').length - 1 - (range.end.line - range.start.line);
    }),
  );
}
