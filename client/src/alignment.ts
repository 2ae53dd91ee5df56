import {
  commands,
  DecorationRangeBehavior,
  Disposable,
  Range,
  window,
  workspace,
  type DecorationOptions,
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
  readonly #command: Disposable;
  /** What the user has said of documents that are open, over the setting. */
  readonly #chosen = new WeakMap<TextDocument, boolean>();

  constructor(private readonly server: Supervisor) {
    super(window.createTextEditorDecorationType({ rangeBehavior }), `${FORM4}.alignColumns`);
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
    editor.setDecorations(this.type, [...gaps.map(gap), ...cuts.map(dots)]);
  }

  override dispose(): void {
    const types: TextEditorDecorationType[] = [this.#tiny, this.#raised];
    for (const type of types) type.dispose();
    this.#command.dispose();
    super.dispose();
  }
}

const rangeOf = ([line, start, end]: Stretch): Range => new Range(line, start, line, end);

function gap([line, character, width]: Alignment['gaps'][number]): DecorationOptions {
  const range = new Range(line, character, line, character);
  return { range, renderOptions: { before: { contentText: '', width: `${width}ch` } } };
}

function dots([line, start]: Stretch): DecorationOptions {
  return { range: new Range(line, start, line, start), renderOptions: { before: { contentText: '…', width: '1ch' } } };
}
