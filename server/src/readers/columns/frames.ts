/** Tables drawn with lines: `│`, `┼`, or `|` and `+---+`. */
import type { LineIndex } from '../../text/lines';

const DRAWN = /^[ \t]{0,9}(?:\+[-=+]{10}|[\u250c\u251c\u2552\u2554\u255e\u2560][\u2500-\u256c]{10})/m;
const RULE = /^[-=+|\u2500-\u257f\s]+$/;
/** Bars, and rules that go under some cells of a line alone. */
const DRAWN_IN_LINE = /[|\u2500-\u257f]|[-+]{4,}/g;
const BARS = /[|\u2502\u2503\u2551]/g;
const BAR = /^\s{0,9}[|\u2502\u2503\u2551]/;

/** True where a text draws its tables: a line that begins a frame stands in it. */
function isFramed(text: string): boolean {
  return DRAWN.test(text);
}

/**
 * The text with spaces for the lines that are drawn around its cells, so that all else stands where it stood. Rules
 * become blank lines, as pages without frames have them between rows.
 */
export function withoutFrames(text: string, lines: LineIndex): string {
  if (!isFramed(text)) return text;
  let out = '';
  let at = 0;
  for (let number = 0; number < lines.starts.length; number++) {
    const { start, end } = lines.lineSpan(number);
    const words = text.slice(start, end);
    if (words === '') continue;
    const rule = RULE.test(words);
    if (!rule && !BAR.test(words)) continue;
    out +=
      text.slice(at, start) +
      (rule ? ' '.repeat(words.length) : words.replace(DRAWN_IN_LINE, (drawn) => ' '.repeat(drawn.length)));
    at = end;
  }
  return out + text.slice(at);
}

/** Where the cells of a line begin that is drawn with bars, and where the last one ends; undefined of any other line. */
export function cellStarts(words: string): number[] | undefined {
  return BAR.test(words) ? Array.from(words.matchAll(BARS), ({ index }) => index + 1) : undefined;
}
