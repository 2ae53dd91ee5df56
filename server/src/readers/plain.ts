/**
 * Text in tabs or Markdown bars with what mail programs, spreadsheets and web pages leave in it: marks of a quotation before each
 * line, blanks as `&nbsp;`, cells in quotation marks, N/A in cells that have nothing, raised digits for markers, and markers such as
 * `[^1]`, `(F1)` and `(fn 1)`.
 */
import type { LineIndex } from '../text/lines';
import { Projection } from './projection';

/** What a line is quoted with. */
const QUOTED = /^(?:> ?){1,5}/;
/** A row of a table has more cells. */
const ROW = 9;
const DIGITS = [...'\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079'];
/** A marker that is written in another way; its number, or its raised digits. */
const MARKER =
  /^(?:\[\^(\d{1,2})\]|\((?:F|FN|Fn|fn)\.? ?(\d{1,2})\)|\u207d([\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,2})\u207e|([\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,2}))/;
const LONGEST_MARKER = 12;
const BLANK = /&(?:nbsp|#160|#xa0);/gi;

/** The text without these; undefined where there are none. */
export function withoutHabits(text: string, lines: LineIndex): Projection | undefined {
  if (!isWrittenOver(text, lines)) return undefined;
  const projection = new Projection(text);
  const quoted = isQuoted(text, lines);
  for (let line = 0; line < lines.starts.length; line++) {
    const start = lines.starts[line]!;
    const end = lines.starts[line + 1] ?? text.length;
    const words = text.slice(start, end);
    const from = start + (quoted ? (QUOTED.exec(words)?.[0].length ?? 0) : 0);
    writeLine(projection, text, from, end);
  }
  return projection.end === text.length && projection.text === text ? undefined : projection;
}

/**
 * False for nearly every text, after a quick look: to look for a sign that is rare is ten times faster than for words that begin
 * with a frequent letter, or for a pattern.
 */
const isWrittenOver = (text: string, lines: LineIndex): boolean =>
  text.includes('[^') ||
  hasAt(text, '&', (at) => BLANK_HERE.test(text.slice(at, at + 6))) ||
  hasAt(text, '"', (at) => isEdge(text.charCodeAt(at - 1)) || isEdge(text.charCodeAt(at + 1))) ||
  hasAt(text, '/', (at) => NOTHING.test(text.slice(Math.max(0, at - 1), at + 2))) ||
  // What the form has below a name, `(First)`, begins like a marker and is none.
  hasAt(
    text,
    '(',
    (at) => (text.charCodeAt(at + 1) | 32) === 102 /* f */ && markerAt(text, at, text.length) !== undefined,
  ) ||
  DIGITS.some((digit) => text.includes(digit)) ||
  isQuoted(text, lines);

function hasAt(text: string, sign: string, isIt: (at: number) => boolean): boolean {
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) if (isIt(at)) return true;
  return false;
}

/** A tab or a bar, which parts cells. */
const isEdge = (unit: number): boolean => unit === 9 || unit === 124;
const NOTHING = /^n\/a$/i;

/** True where the lines of the form are quoted: most that are not blank. */
function isQuoted(text: string, lines: LineIndex): boolean {
  let quoted = 0;
  let filled = 0;
  for (const start of lines.starts) {
    const unit = text.charCodeAt(start);
    if (unit === 62 /* > */) quoted++;
    if (unit !== 10 && unit !== 13 && start < text.length) filled++;
  }
  return quoted * 10 > filled * 8;
}

function writeLine(projection: Projection, text: string, from: number, end: number): void {
  const line = text.slice(from, end);
  let stop = line.length;
  while (stop > 0 && (line[stop - 1] === '\n' || line[stop - 1] === '\r')) stop--;
  const body = line.slice(0, stop);
  const cells = body.split(body.includes('\t') ? '\t' : '|');
  if (cells.length <= ROW) {
    projection.copy(from, end);
    return;
  }
  let at = from;
  cells.forEach((cell, index) => {
    writeCell(projection, text, at, at + cell.length);
    at += cell.length;
    if (index < cells.length - 1) projection.copy(at, at + 1);
    at++;
  });
  projection.copy(from + body.length, end);
}

function writeCell(projection: Projection, text: string, start: number, end: number): void {
  const cell = text.slice(start, end);
  const words = cell.replace(BLANK, ' ').trim();
  if (words === '' || NOTHING.test(words)) {
    // Between bars a blank stays; else nothing was there.
    if (/^\s*$/.test(cell)) projection.copy(start, end);
    else if (text[end] === '|') projection.replace(' ', start, end);
    return;
  }
  let from = start;
  let to = end;
  if (/^"[^"\t]*"$/.test(cell)) [from, to] = [start + 1, end - 1];
  let marker: { number: string; end: number } | undefined;
  while (from < to) {
    const blank = BLANK_HERE.exec(text.slice(from, Math.min(to, from + 6)));
    if (blank) {
      projection.replace(' ', from, from + blank[0].length);
      from += blank[0].length;
    } else if ((marker = markerAt(text, from, to))) {
      projection.replace(` <sup>(${marker.number})</sup>`, from, marker.end);
      from = marker.end;
    } else {
      let stop = from + 1;
      while (stop < to && !STOPS.test(text[stop]!)) stop++;
      projection.copy(from, stop);
      from = stop;
    }
  }
}

/** What a character stands at where something else may begin. */
const STOPS = /[&[(\u207d\u00b9\u00b2\u00b3\u2070\u2074-\u2079]/;

function markerAt(text: string, from: number, to: number): { number: string; end: number } | undefined {
  if (!STOPS.test(text[from]!)) return undefined;
  const found = MARKER.exec(text.slice(from, Math.min(to, from + LONGEST_MARKER)));
  if (!found) return undefined;
  const [all, note, named, inBrackets, alone] = found;
  const raised = inBrackets ?? alone ?? '';
  const number = note ?? named ?? [...raised].map((digit) => DIGITS.indexOf(digit)).join('');
  return { number, end: from + all.length };
}

const BLANK_HERE = /^&(?:nbsp|#160|#xa0);/i;
