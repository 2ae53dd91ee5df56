import type { Lines, Place } from './cellsOfLine';

/** A change of a text on one line. */
export interface Change {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The editor, which does what it is told a moment later, in the order in which it was told. */
export interface SlowEditor {
  /** Makes changes of the text as it is known now; false where a key has changed it meanwhile. */
  change(changes: readonly Change[]): Thenable<boolean>;
  moveTo(caret: Place): void;
  /** Resolves behind everything that was typed before the editor did what it was told. */
  answered(): Thenable<unknown>;
}

/**
 * A row as it is meant to be while the editor is behind the keys: VS Code moves the cursor for a Tab when it is answered, and
 * what is typed before that stands in the cell that was to be left. This keeps the order of the keys, in which nothing is in doubt.
 */
export class RowTyping implements Lines {
  /** The lines where the cursor was since the first Tab. */
  readonly #meant = new Map<number, string>();
  #caret: Place;
  /** Where the cursor of the editor must be by now: behind what was typed, or where it was told to go. */
  #there: Place;

  /** `document` is as it was when Tab was pressed, with the cursor at `caret`. */
  constructor(
    private readonly document: Lines,
    caret: Place,
  ) {
    this.#caret = this.#there = caret;
    this.#keep(caret.line);
  }

  get lineCount(): number {
    return this.document.lineCount;
  }

  lineAt(line: number): { readonly text: string } {
    const text = this.#meant.get(line);
    return text === undefined ? this.document.lineAt(line) : { text };
  }

  /** Where the next character is meant to stand. */
  get caret(): Place {
    return this.#caret;
  }

  moveTo(target: Place): void {
    this.#keep(target.line);
    this.#caret = target;
  }

  /** Something was typed; it stands behind `at`, and is meant to stand at the caret. */
  type(text: string, at: Place): void {
    const { line, character } = this.#caret;
    const before = this.lineAt(line).text;
    this.#meant.set(line, before.slice(0, character) + text + before.slice(character));
    this.#caret = { line, character: character + text.length };
    this.#there = { line: at.line, character: at.character + text.length };
  }

  /** Whether a cursor that moved with the keys did so because of what was typed. */
  isBehindTyped(at: Place): boolean {
    return same(at, this.#there);
  }

  /** Whether the keys have been in this line. */
  hasLine(line: number): boolean {
    return this.#meant.has(line);
  }

  /** What makes the lines as they are meant to be. */
  changes(): Change[] {
    const changes = [...this.#meant].map(([line, text]) => difference(line, this.document.lineAt(line).text, text));
    return changes.filter(({ from, to, text }) => from < to || text !== '');
  }

  /**
   * Moves the cursor and, where characters came before it moved, brings them into their cell, until text and cursor are as the
   * keys meant them.
   * @param isOver whether somebody does something else by now
   */
  async catchUp(editor: SlowEditor, isOver: () => boolean): Promise<void> {
    do {
      const changes = this.changes();
      const changed = changes.length > 0 ? editor.change(changes) : undefined;
      editor.moveTo(this.#caret);
      this.#there = this.#caret;
      await changed;
      await editor.answered();
    } while (!isOver() && !(same(this.#caret, this.#there) && this.changes().length === 0));
  }

  #keep(line: number): void {
    if (!this.#meant.has(line)) this.#meant.set(line, this.document.lineAt(line).text);
  }
}

const same = (one: Place, other: Place): boolean => one.line === other.line && one.character === other.character;

function difference(line: number, now: string, meant: string): Change {
  const most = Math.min(now.length, meant.length);
  let from = 0;
  while (from < most && now[from] === meant[from]) from++;
  let behind = 0;
  while (behind < most - from && now[now.length - 1 - behind] === meant[meant.length - 1 - behind]) behind++;
  return { line, from, to: now.length - behind, text: meant.slice(from, meant.length - behind) };
}
