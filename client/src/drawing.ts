import {
  Disposable,
  window,
  workspace,
  type TextDocument,
  type TextEditor,
  type TextEditorDecorationType,
} from 'vscode';

/** One key press is followed by others: what is drawn is drawn anew when they have come to rest. */
const REST_MS = 200;

/** Something that is drawn into the text of every Form 4 in view and is never part of it. */
export abstract class Drawing implements Disposable {
  readonly #listeners: Disposable;
  readonly #waiting = new Map<TextDocument, ReturnType<typeof setTimeout>>();

  /** `section`: the settings that it depends on. */
  constructor(
    protected readonly type: TextEditorDecorationType,
    section: string,
  ) {
    this.#listeners = Disposable.from(
      type,
      window.onDidChangeVisibleTextEditors(() => this.drawAll()),
      workspace.onDidOpenTextDocument(() => this.drawAll()), // which a change of language is too
      workspace.onDidChangeTextDocument(({ document }) => this.#drawSoon(document)),
      workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      workspace.onDidChangeConfiguration((changed) => {
        if (changed.affectsConfiguration(section)) this.drawAll();
      }),
    );
  }

  protected abstract isWanted(document: TextDocument): boolean;
  protected abstract draw(editor: TextEditor): Promise<void>;

  /** Draws every editor that is in view. */
  drawAll(): void {
    for (const editor of window.visibleTextEditors) void this.draw(editor);
  }

  #drawSoon(document: TextDocument): void {
    if (!this.isWanted(document)) return;
    this.#forget(document);
    const draw = (): void => {
      this.#waiting.delete(document);
      for (const editor of window.visibleTextEditors) if (editor.document === document) void this.draw(editor);
    };
    this.#waiting.set(document, setTimeout(draw, REST_MS));
  }

  #forget(document: TextDocument): void {
    clearTimeout(this.#waiting.get(document));
    this.#waiting.delete(document);
  }

  dispose(): void {
    for (const document of [...this.#waiting.keys()]) this.#forget(document);
    this.#listeners.dispose();
  }
}
