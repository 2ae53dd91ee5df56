import {
  commands,
  DecorationRangeBehavior,
  type Disposable,
  Range,
  window,
  workspace,
  type TextDocument,
  type TextEditor,
  type TextEditorDecorationType,
} from 'vscode';
import type { Alignment, Stretch } from '../../server/src/protocol';
import { FORM4, isForm4 } from './documents';
import { Drawing } from './drawing';
import { form4InFront } from './inFront';
import type { Supervisor } from './supervisor';

/** What is typed at an edge stays out of what is drawn otherwise. */
const rangeBehavior = DecorationRangeBehavior.ClosedClosed;
/** A hair of space between letters: the editor then measures where the caret goes instead of counting characters. */
const letterSpacing = '0.001px';
/** No property of its own for it: what follows the semicolon goes into the same rule of style. */
const styled = (css: string): string => `none; ${css}`;

/** Draws the cells of tables under their headings, where the user wants it. The text, the cursor and what is copied stay as they are. */
export class AlignedColumns extends Drawing {
  readonly #tiny = window.createTextEditorDecorationType({
    rangeBehavior,
    letterSpacing,
    textDecoration: styled('font-size: 0'),
  });
  readonly #raised = window.createTextEditorDecorationType({
    rangeBehavior,
    letterSpacing,
    textDecoration: styled('font-size: 75%; position: relative; top: -0.3em'),
  });
  readonly #gaps = new Map<number, TextEditorDecorationType>();
  readonly #command: Disposable;
  /** What the user has said of documents that are open, over the setting. */
  readonly #chosen = new WeakMap<TextDocument, boolean>();

  constructor(private readonly server: Supervisor) {
    const before = { contentText: '…', width: '1ch' };
    super(window.createTextEditorDecorationType({ rangeBehavior, before }), `${FORM4}.alignColumns`);
    this.#command = commands.registerCommand('form4.alignColumns', () => this.#toggle());
  }

  protected override isWanted(document: TextDocument): boolean {
    return (
      isForm4(document) &&
      (this.#chosen.get(document) ?? workspace.getConfiguration(FORM4, document).get('alignColumns', false))
    );
  }

  async #toggle(): Promise<void> {
    const document = form4InFront();
    if (!document) return;
    this.#chosen.set(document, !this.isWanted(document));
    const here = window.visibleTextEditors.filter((editor) => editor.document === document);
    await Promise.all(here.map((editor) => this.draw(editor)));
  }

  protected override async draw(editor: TextEditor): Promise<void> {
    const { document } = editor;
    const { version } = document;
    const params = { textDocument: { uri: document.uri.toString() } };
    const wanted = this.isWanted(document);
    const answer = wanted ? await this.server.request('form4/alignment', params) : undefined;
    // What was typed meanwhile is drawn when it comes to rest; while no server runs what is drawn stays.
    if (document.version !== version || this.isWanted(document) !== wanted || (wanted && answer === undefined)) return;
    const { gaps, tiny, raised, cuts }: Alignment = answer ?? { gaps: [], tiny: [], raised: [], cuts: [] };
    editor.setDecorations(this.#tiny, [...tiny, ...cuts].map(rangeOf));
    editor.setDecorations(this.#raised, raised.map(rangeOf));
    editor.setDecorations(
      this.type,
      cuts.map(([line, start]) => new Range(line, start, line, start)),
    );
    const byWidth = new Map<number, Range[]>();
    for (const [line, character, width] of gaps) {
      const range = new Range(line, character, line, character);
      const same = byWidth.get(width);
      if (same) same.push(range);
      else byWidth.set(width, [range]);
    }
    for (const width of byWidth.keys()) this.#gap(width);
    for (const [width, type] of this.#gaps) editor.setDecorations(type, byWidth.get(width) ?? []);
  }

  /**
   * One type for each width, kept for the session: measured on a table of 30 rows, it is drawn in half the time that options of
   * each single gap take, for which the editor makes and throws away a rule of style each time.
   */
  #gap(width: number): void {
    if (this.#gaps.has(width)) return;
    const before = { contentText: '', width: `${width}ch` };
    this.#gaps.set(width, window.createTextEditorDecorationType({ rangeBehavior, before }));
  }

  override dispose(): void {
    for (const type of [this.#tiny, this.#raised, ...this.#gaps.values()]) type.dispose();
    this.#command.dispose();
    super.dispose();
  }
}

const rangeOf = ([line, start, end]: Stretch): Range => new Range(line, start, line, end);
