/** What was copied as lines of cells: from a spreadsheet as text or as HTML, as CSV, or rows of a Markdown table. */
import { holdsTable, tableIn } from './htmlTable';

/** More is no report on trades that one form could take. */
const LONGEST = 400_000;
const MOST_LINES = 2000;
const LONGEST_CELL = 2000;

export interface Line {
  /** Counted from 1, as a person counts the lines of what was copied. */
  readonly number: number;
  readonly cells: readonly string[];
}

/** The lines in which something stands; undefined where there are none, or more than anyone would paste. */
export function gridOf(text: string): readonly Line[] | undefined {
  if (text.length > LONGEST) return undefined;
  const found = holdsTable(text)
    ? tableIn(text).map((cells) => cells.map(clean))
    : /^\s{0,9}\|/.test(text) && !text.includes('\t')
      ? barred(text)
      : separated(text, separatorOf(text));
  const lines = found
    .map((cells, at) => ({ number: at + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== '') && !cells.every((cell) => /^[-: ]*$/.test(cell)));
  return lines.length === 0 || lines.length > MOST_LINES ? undefined : lines;
}

/** A spreadsheet parts cells by tabs; in a file the sign that stands more often in the first line does. */
function separatorOf(text: string): string {
  if (text.includes('\t')) return '\t';
  const [first = ''] = text.split(/[\n\r]/, 1);
  return first.split(';').length > first.split(',').length ? ';' : ',';
}

const LINE = /\r\n|\n|\r/;

const barred = (text: string): string[][] =>
  text.split(LINE).map((line) => {
    const cells = line.trim().split(/(?<!\\)\|/);
    return cells.slice(1, cells[cells.length - 1] === '' ? -1 : undefined).map(clean);
  });

/** Cells in quotation marks may hold separators and line ends, and a doubled mark for one. */
function separated(text: string, separator: string): string[][] {
  const lines: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    const quoted = text.charCodeAt(at) === 34 ? quotedAt(text, at, separator) : undefined;
    let end = quoted?.end ?? at;
    if (!quoted) while (end < text.length && !isEnd(text, end, separator)) end++;
    lines[lines.length - 1]!.push(clean(quoted?.words ?? text.slice(at, end)));
    if (end >= text.length) break;
    if (!text.startsWith(separator, end)) {
      if (text.startsWith('\r\n', end)) end++;
      lines.push([]);
    }
    at = end + 1;
  }
  return lines;
}

const isEnd = (text: string, at: number, separator: string): boolean =>
  at >= text.length || text[at] === separator || text[at] === '\n' || text[at] === '\r';

/** The words between quotation marks and where their cell ends; undefined where the mark is just a character. */
function quotedAt(text: string, start: number, separator: string): { words: string; end: number } | undefined {
  let words = '';
  let from = start + 1;
  // No cell of a report is longer, and a mark that nothing closes is not looked for to the end of the text.
  const last = start + LONGEST_CELL;
  for (;;) {
    const close = near(text, from, last);
    if (close < 0) return undefined;
    words += text.slice(from, close);
    if (text.charCodeAt(close + 1) !== 34)
      return isEnd(text, close + 1, separator) ? { words, end: close + 1 } : undefined;
    words += '"';
    from = close + 2;
  }
}

/** The next quotation mark, as far as `last`. */
function near(text: string, from: number, last: number): number {
  for (let at = from; at <= last && at < text.length; at++) if (text.charCodeAt(at) === 34) return at;
  return -1;
}

/** Single spaces, no escapes of Markdown. */
const clean = (cell: string): string =>
  cell
    .replace(/[\s\u200b]+/gu, ' ')
    .replace(/\\([$*_|])/g, '$1')
    .trim();
