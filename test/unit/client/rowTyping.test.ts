import assert from 'node:assert/strict';
import { cellsAround, type Place } from '../../../client/src/cellsOfLine';
import { RowTyping, type Change } from '../../../client/src/rowTyping';

const HEADING = '1. Title of Security\t2. Date\t3. Code\tV\t4. Amount\t(A) or (D)\tPrice\t5. Owned';
const BLANK = 'Common Stock\t\t\t\t\t\t\t';

/** Numbers that look random and are the same in each run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

/** An editor and its extension host with what is on the way between them, each in its order. */
class Slow {
  readonly shown: string[];
  readonly known: string[];
  caret: Place;
  #version = 0;
  #knownVersion = 0;
  #knownCaret: Place;
  #typing: RowTyping | undefined;
  readonly #toHost: (() => void)[] = [];
  readonly #toEditor: (() => void)[] = [];

  constructor(lines: readonly string[], caret: Place) {
    this.shown = [...lines];
    this.known = [...lines];
    this.caret = this.#knownCaret = caret;
  }

  /** Presses keys, and carries over what is on the way, in any order but that of each way. */
  async run(keys: string, random: () => number, haste: number): Promise<void> {
    for (let next = 0; next < keys.length || this.#toHost.length > 0 || this.#toEditor.length > 0;) {
      if (next < keys.length && random() < haste) this.#press(keys[next++]!);
      else (random() < 0.5 ? this.#toHost : this.#toEditor).shift()?.();
      for (let turn = 0; turn < 8; turn++) await Promise.resolve();
    }
  }

  #press(key: string): void {
    if (key === '\t') return void this.#toHost.push(() => void this.#tab());
    const at = this.caret;
    this.#edit(this.shown, [{ line: at.line, from: at.character, to: at.character, text: key }]);
    this.caret = { line: at.line, character: at.character + 1 };
    this.#version++;
    this.#toHost.push(() => {
      this.#edit(this.known, [{ line: at.line, from: at.character, to: at.character, text: key }]);
      this.#knownVersion++;
      this.#knownCaret = { line: at.line, character: at.character + 1 };
      this.#typing?.type(key, at);
    });
  }

  async #tab(): Promise<void> {
    const document = { lineCount: this.known.length, lineAt: (line: number) => ({ text: this.known[line]! }) };
    const target = cellsAround(this.#typing ?? document, this.#typing?.caret ?? this.#knownCaret, 1);
    assert.ok(target);
    if (this.#typing) return this.#typing.moveTo(target);
    this.#typing = new RowTyping(document, this.#knownCaret);
    this.#typing.moveTo(target);
    const asked = (make: (done: (answer: boolean) => void) => void): Promise<boolean> =>
      new Promise((done) => this.#toEditor.push(() => make(done)));
    await this.#typing.catchUp(
      {
        change: (changes) => {
          const version = this.#knownVersion;
          return asked((done) => {
            const good = version === this.#version;
            if (good) {
              this.#edit(this.shown, changes);
              this.#version++;
              this.#toHost.push(() => {
                this.#edit(this.known, changes);
                this.#knownVersion++;
              });
            }
            this.#toHost.push(() => done(good));
          });
        },
        moveTo: (caret) => {
          this.#knownCaret = caret;
          this.#toEditor.push(() => (this.caret = caret));
        },
        answered: () => asked((done) => this.#toHost.push(() => done(true))),
      },
      () => false,
    );
    this.#typing = undefined;
  }

  #edit(lines: string[], changes: readonly Change[]): void {
    for (const { line, from, to, text } of changes)
      lines[line] = lines[line]!.slice(0, from) + text + lines[line]!.slice(to);
  }
}

describe('what is typed before the editor has moved the cursor', () => {
  for (const [speed, haste] of [
    ['at a hand’s speed', 0.1],
    ['in haste', 0.5],
    ['all at once', 0.98],
  ] as const)
    it(`stands in its own cell: ${speed}`, async () => {
      for (let seed = 1; seed <= 300; seed++) {
        const editor = new Slow([HEADING, BLANK, BLANK], { line: 1, character: 0 });
        await editor.run('\t05/13\tS\t\t1,600\tD\t62.80\t48,310\tX\t1\tP', randomNumbers(seed), haste);
        const rows = ['Common Stock\t05/13\tS\t\t1,600\tD\t62.80\t48,310', 'Common StockX\t1\tP\t\t\t\t\t'];
        assert.deepEqual(editor.shown.slice(1), rows, `${seed}`);
        assert.deepEqual(editor.known, editor.shown);
        assert.deepEqual(editor.caret, { line: 2, character: 'Common StockX\t1\tP'.length });
      }
    });
});
