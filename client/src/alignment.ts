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
const TINY = { rangeBehavior, letterSpacing, textDecoration: styled('font-size: 0') };

/** Draws the cells of tables under their headings, where the user wants it. The text, the cursor and what is copied stay as they are. */
export class AlignedColumns extends Drawing {
  readonly #tiny = window.createTextEditorDecorationType(TINY);
  readonly #raised = window.createTextEditorDecorationType({
    rangeBehavior,
    letterSpacing,
    textDecoration: styled('font-size: 75%; position: relative; top: -0.3em'),
  });
  readonly #gaps = new Map<string, TextEditorDecorationType>();
  /** The types that an editor has pieces of. */
  readonly #drawn = new WeakMap<TextEditor, ReadonlySet<string>>();
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
    const tabs = new Map(tiny.filter(([, start, end]) => end === start + 1).map((one) => [keyOf(one[0], one[2]), one]));
    editor.setDecorations(this.#raised, raised.map(rangeOf));
    editor.setDecorations(
      this.type,
      cuts.map(([line, start]) => new Range(line, start, line, start)),
    );
    const byWidth = new Map<string, Range[]>();
    for (const [line, character, width] of gaps) {
      const key = keyOf(line, character);
      const tab = tabs.get(key);
      tabs.delete(key);
      const type = this.#gap(width, tab !== undefined);
      const range = tab ? rangeOf(tab) : new Range(line, character, line, character);
      const same = byWidth.get(type);
      if (same) same.push(range);
      else byWidth.set(type, [range]);
    }
    const left = tiny.filter(([line, start, end]) => end > start + 1 || tabs.has(keyOf(line, end)));
    editor.setDecorations(this.#tiny, [...left, ...cuts].map(rangeOf));
    for (const [name, type] of this.#gaps) {
      const ranges = byWidth.get(name) ?? [];
      if (ranges.length > 0 || this.#drawn.get(editor)?.has(name)) editor.setDecorations(type, ranges);
    }
    this.#drawn.set(editor, new Set(byWidth.keys()));
  }

  /**
   * One type for each width, kept for the session: measured on a table of 30 rows, it is drawn in half the time that options of
   * each single gap take, for which the editor makes and throws away a rule of style each time. A tab is made tiny by the type
   * of the gap behind it: one piece instead of two.
   * @returns the name of the type
   */
  #gap(width: number, behindTab: boolean): string {
    const name = `${width}${behindTab ? ' tab' : ''}`;
    if (this.#gaps.has(name)) return name;
    const gap = { contentText: '', width: `${width}ch` };
    const options = behindTab ? { ...TINY, after: gap } : { rangeBehavior, before: gap };
    this.#gaps.set(name, window.createTextEditorDecorationType(options));
    return name;
  }

  override dispose(): void {
    for (const type of [this.#tiny, this.#raised, ...this.#gaps.values()]) type.dispose();
    this.#command.dispose();
    super.dispose();
  }
}

/** A place as one number, which no other place has. */
const keyOf = (line: number, character: number): number => line * 2 ** 32 + character;
const rangeOf = ([line, start, end]: Stretch): Range => new Range(line, start, line, end);
