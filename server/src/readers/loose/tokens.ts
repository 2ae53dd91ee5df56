/** The words of a table whose cells nothing parts any more, with what each may be and how far it stands from the one before. */
import type { LineIndex } from '../../text/lines';
import { isSpace } from '../../text/white';

/** What a token is, by its characters alone. */
export type Kind = 'date' | 'number' | 'letter' | 'marker' | 'words';

/** How far it stands from the token before: in the same word, behind a blank, behind more, on the next line, behind a blank line. */
export type Gap = 'none' | 'blank' | 'wide' | 'line' | 'paragraph';

/** A word, or the part of one that is a footnote's marker. */
export interface Token {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
  /** The token's characters, `6,577`, `$0`, `A`. Of a marker its digits. */
  readonly raw: string;
  /** The stretches of the source that `raw` is put together from; a `$` may stand before its number. */
  readonly pieces: readonly { readonly start: number; readonly end: number }[];
  readonly gap: Gap;
  /** True where the line before is so full that this word had no room on it: such a line may go on in this one. */
  readonly mayGoOn: boolean;
}

const DATE = /^(?:\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|\d{4}-\d{2}-\d{2})$/;
const NUMBER = /^\$?\d[\d,]*(?:\.\d+)?$|^\$?\.\d+$/;
const LETTER = /^[A-Z](?:\/K)?\d?$/;
/** One marker at the end of a word, or all of it: `(1)`, `[1]`, `^(1)`, `^(1)^`, `[^1]`, `<sup>(1)</sup>`, `⁽¹⁾`. */
const MARKER =
  /(?:<sup>|\^)?[([]\^?(\d{1,2})[)\]](?:<\/sup>|\^)?$|\u207d([\u2070\u00b9\u00b2\u00b3\u2074-\u2079]{1,2})\u207e$/;
const RULE = /^[\s_*=|+:.-]*$/;
const LONGEST_WORD = 400;

/** How wide a run of lines was made, in characters: its longest line; rules are not counted. */
export function widthOf(text: string, lines: LineIndex, from: number, to: number): number {
  let width = 0;
  for (let number = from; number < to; number++) {
    const { start, end } = lines.lineSpan(number);
    if (end - start > width && !RULE.test(text.slice(start, Math.min(end, start + 200)))) width = end - start;
  }
  return width;
}

/**
 * The tokens of a run of lines.
 * @param most where there are more, the rest is left out, and the last one says so by its place
 */
export function tokensOf(
  text: string,
  lines: LineIndex,
  from: number,
  to: number,
  width: number,
  most: number,
): Token[] {
  const found: Token[] = [];
  let blank = false;
  let lastLength = 0;
  for (let number = from; number < to && found.length < most; number++) {
    const { start, end } = lines.lineSpan(number);
    if (RULE.test(text.slice(start, Math.min(end, start + LONGEST_WORD)))) {
      blank = true;
      continue;
    }
    addLine(
      text,
      start,
      end,
      (length) => ({
        gap: blank ? 'paragraph' : 'line',
        mayGoOn: !blank && lastLength + 1 + length > width,
      }),
      found,
    );
    lastLength = end - start;
    blank = false;
  }
  return found;
}

/** A line of a table, and how far it stands from the one before. */
export interface LooseLine {
  readonly start: number;
  readonly end: number;
  readonly gap: 'line' | 'paragraph';
}

/** The tokens of lines that need not stand one below the other. */
export function tokensOfLines(text: string, lines: readonly LooseLine[], most: number): Token[] {
  const found: Token[] = [];
  for (const { start, end, gap } of lines) {
    if (found.length >= most) break;
    addLine(text, start, end, () => ({ gap, mayGoOn: false }), found);
  }
  return found;
}

/** The tokens of a cell. */
export function tokensIn(text: string, start: number, end: number): Token[] {
  const found: Token[] = [];
  addLine(text, start, end, () => ({ gap: 'blank', mayGoOn: false }), found);
  return found;
}

/** @param first where the first word of a line stands, by the word's length */
function addLine(
  text: string,
  start: number,
  end: number,
  first: (length: number) => Pick<Token, 'gap' | 'mayGoOn'>,
  found: Token[],
): void {
  let isFirst = true;
  for (let at = start; at < end;) {
    const before = at;
    while (at < end && isSpace(text.charCodeAt(at))) at++;
    if (at === end) return;
    const wordStart = at;
    while (at < end && !isSpace(text.charCodeAt(at))) at++;
    if (isFirst) {
      const { gap, mayGoOn } = first(at - wordStart);
      addWord(text, wordStart, at, gap, mayGoOn, found);
    } else {
      const wide = wordStart - before > 1 || text.charCodeAt(before) === 9;
      addWord(text, wordStart, at, wide ? 'wide' : 'blank', false, found);
    }
    isFirst = false;
  }
}

function addWord(text: string, start: number, end: number, gap: Gap, mayGoOn: boolean, found: Token[]): void {
  const last = found[found.length - 1];
  let word = text.slice(start, Math.min(end, start + LONGEST_WORD));
  // A marker that is cut behind its bracket: `(` and `1)`.
  if (last && last.raw === '(' && /^\d{1,2}\)$/.test(word)) {
    found[found.length - 1] = {
      ...last,
      kind: 'marker',
      end,
      raw: word.slice(0, -1),
      pieces: [{ start, end: end - 1 }],
    };
    return;
  }
  const markers: Token[] = [];
  let to = start + word.length;
  for (;;) {
    const match = MARKER.exec(word);
    // The bracket of `401(k)` holds no number; a word of digits before a bracket is a number with a marker.
    if (!match) break;
    const at = start + match.index;
    const label = match[1] ?? match[2]!;
    const digits = at + match[0].indexOf(label);
    markers.push({
      kind: 'marker',
      start: at,
      end: to,
      raw: label,
      pieces: [{ start: digits, end: digits + label.length }],
      gap: 'none',
      mayGoOn: false,
    });
    to = at;
    word = word.slice(0, match.index);
    if (word === '') break;
  }
  if (word !== '') addValue(start, word, gap, mayGoOn, found);
  markers.reverse().forEach((marker, at) => {
    found.push(word === '' && at === 0 ? { ...marker, gap, mayGoOn } : marker);
  });
}

function addValue(start: number, raw: string, gap: Gap, mayGoOn: boolean, found: Token[]): void {
  const piece = { start, end: start + raw.length };
  const last = found[found.length - 1];
  if (last?.raw === '$' && NUMBER.test(raw))
    found[found.length - 1] = {
      ...last,
      kind: 'number',
      end: piece.end,
      raw: '$' + raw,
      pieces: [...last.pieces, piece],
    };
  else found.push({ kind: kindOf(raw), ...piece, raw, pieces: [piece], gap, mayGoOn });
}

function kindOf(raw: string): Kind {
  const unit = raw.charCodeAt(0);
  if ((unit >= 48 && unit <= 57) || unit === 36 || unit === 46) {
    if (NUMBER.test(raw)) return 'number';
    if (DATE.test(raw)) return 'date';
    return 'words';
  }
  return raw.length <= 4 && LETTER.test(raw) ? 'letter' : 'words';
}
