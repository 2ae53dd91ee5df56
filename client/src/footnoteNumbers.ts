import {
  Disposable,
  Range,
  ThemeColor,
  window,
  workspace,
  type DecorationOptions,
  type TextDocument,
  type TextEditor,
} from 'vscode';
import { FORM4, isForm4 } from './documents';
import type { Supervisor } from './supervisor';

/** What `form4/footnoteNumbers` answers (server/src/features/footnoteNumbers.ts). */
interface FootnoteNumber {
  readonly number: number;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

/** One key press is followed by others: numbers are drawn anew when they have come to rest. */
const REST_MS = 200;
/** As wide as a digit. */
const FIGURE_SPACE = '\u2007';

/** Draws the number of each footnote before its bullet, unless that is turned off. It is never part of the text. */
export class FootnoteNumbers implements Disposable {
  readonly #type = window.createTextEditorDecorationType({
    before: { color: new ThemeColor('descriptionForeground'), margin: '0 1ch 0 0', fontStyle: 'italic' },
  });
  readonly #waiting = new Map<TextDocument, ReturnType<typeof setTimeout>>();
  readonly #listeners: Disposable;

  constructor(private readonly server: Supervisor) {
    this.#listeners = Disposable.from(
      this.#type,
      window.onDidChangeVisibleTextEditors(() => this.drawAll()),
      workspace.onDidOpenTextDocument(() => this.drawAll()), // which a change of language is too
      workspace.onDidChangeTextDocument(({ document }) => this.#drawSoon(document)),
      workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      workspace.onDidChangeConfiguration((changed) => {
        if (changed.affectsConfiguration(`${FORM4}.footnoteNumbers`)) this.drawAll();
      }),
    );
  }

  /** Draws every editor that is in view. */
  drawAll(): void {
    for (const editor of window.visibleTextEditors) void this.#draw(editor);
  }

  #drawSoon(document: TextDocument): void {
    if (!wanted(document)) return;
    this.#forget(document);
    const draw = (): void => {
      this.#waiting.delete(document);
      for (const editor of window.visibleTextEditors) if (editor.document === document) void this.#draw(editor);
    };
    this.#waiting.set(document, setTimeout(draw, REST_MS));
  }

  #forget(document: TextDocument): void {
    clearTimeout(this.#waiting.get(document));
    this.#waiting.delete(document);
  }

  async #draw(editor: TextEditor): Promise<void> {
    const { document } = editor;
    const { version } = document;
    const params = { textDocument: { uri: document.uri.toString() } };
    const numbers = wanted(document)
      ? await this.server.request<FootnoteNumber[] | null>('form4/footnoteNumbers', params)
      : [];
    // What was typed meanwhile is drawn when it comes to rest.
    if (document.version !== version) return;
    const widest = Math.max(0, ...(numbers ?? []).map(({ number }) => String(number).length));
    editor.setDecorations(
      this.#type,
      (numbers ?? []).map((one) => drawn(one, widest)),
    );
  }

  dispose(): void {
    for (const document of [...this.#waiting.keys()]) this.#forget(document);
    this.#listeners.dispose();
  }
}

const wanted = (document: TextDocument): boolean =>
  isForm4(document) && workspace.getConfiguration(FORM4, document).get('footnoteNumbers', true);

function drawn({ number, range }: FootnoteNumber, widest: number): DecorationOptions {
  const { line, character } = range.start;
  return {
    range: new Range(line, character, line, character),
    renderOptions: { before: { contentText: String(number).padStart(widest, FIGURE_SPACE) } },
  };
}
