/**
 * A form whose cells stand between separators of some other kind than tabs or bars: a table saved as comma-separated values, or
 * the words of a page put together with a sign between them. The headings of Table I tell which sign it is.
 */
import type { LineIndex } from '../text/lines';
import { trim } from '../text/white';
import { Projection } from './projection';

/** The headings of the columns of Table I, with the same sign between all of them. */
const HEADINGS = /\bCode(\W{1,3})V\1Amount\1\(A\) or \(D\)\1Price/;
/** What begins the notes: from here on the sign may stand within sentences. */
const EXPLANATION = /Explanation of Responses\s?:/;
/** What begins a line of its own behind the notes' heading. */
const BEGINS_LINE =
  /\d{1,2}\. |\(\d{1,2}\) |\/s\/|\d{1,2}\/\d{1,2}\/\d{4}|\*|Remarks:|Reminder: |Note: |Persons who |Date\b/y;
/** A form whose cells are all on one line has lines longer than this, on the average. */
const STREAM = 400;
/** A line with so many cells is a row; a short one of the boxes or of the signatures has fewer. */
const ROW = 9;
const LONGEST_LINE = 200;

/** The text with tabs between the cells of a row, or with a cell a line; undefined where its cells stand in another way. */
export function withoutSeparators(text: string, lines: LineIndex): Projection | undefined {
  const isStream = text.length > STREAM * lines.starts.length;
  // Between tabs cells need no quotation marks; where some have them, each mark within is written twice.
  const isQuoted = text.includes('""') && (text.includes('\t"') || text.includes('\n"'));
  if (!isStream && !isQuoted && text.includes('Code\tV\tAmount')) return undefined;
  const headings = HEADINGS.exec(text);
  const sign = headings?.[1];
  if (!headings || sign === undefined || /^\s*$/.test(sign) !== (sign === '\t') || sign.includes('\n'))
    return undefined;
  const line = lines.lineSpan(lines.lineAt(headings.index));
  const alone = trim(text, line.start, line.end);
  const isRow = /^[\s"]*$/.test(text.slice(alone.start, headings.index).split(sign).join(''));
  if (isStream && !isRow) return cellsOnLines(text, sign);
  return isRow && (sign !== '\t' || isQuoted) && sign.trim() !== '|' ? rowsOnLines(text, lines, sign) : undefined;
}

/** Each cell on a line of its own; within the notes only what begins a line is one. */
function cellsOnLines(text: string, sign: string): Projection {
  const projection = new Projection(text);
  const notes = EXPLANATION.exec(text)?.index ?? text.length;
  const isInWords = /^[,;.:\s-]+$/.test(sign);
  let from = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, from)) {
    BEGINS_LINE.lastIndex = at + sign.length;
    projection.copy(from, at);
    if (at < notes || !isInWords || BEGINS_LINE.test(text)) projection.write('\n', at);
    else projection.copy(at, at + sign.length);
    from = at + sign.length;
  }
  return projection.copy(from, text.length);
}

function rowsOnLines(text: string, lines: LineIndex, sign: string): Projection {
  const projection = new Projection(text);
  const isQuoted = text.includes(`${sign}"`) || text.includes(`"${sign}`) || text.includes('\n"');
  const notes = EXPLANATION.exec(text)?.index ?? text.length;
  let open = 0;
  for (let number = 0; number < lines.starts.length; number++) {
    const start = lines.starts[number]!;
    if (start < open) continue;
    const { end } = lines.lineSpan(number);
    const words = text.slice(start, end);
    const parts =
      isQuoted || words.split(sign).length > ROW || (words.length < LONGEST_LINE && mayPart(words, start > notes));
    const label = parts || start < notes ? undefined : LABEL.exec(words)?.[0];
    open = parts ? writeCells(projection, text, start, end, sign, isQuoted) : end;
    if (label !== undefined && words.startsWith(sign, label.length))
      projection
        .copy(start, start + label.length)
        .write('\t', start + label.length)
        .copy(start + label.length + sign.length, end);
    else if (!parts) projection.copy(start, end);
    projection.write('\n', open);
    open++;
  }
  return projection;
}

/** Behind the notes' heading only the lines of a signature have cells. */
const mayPart = (words: string, isBehind: boolean): boolean => !isBehind || /\/s\/|Signature of|^[^\w(]/.test(words);
/** The number of a note, which has a cell of its own; the note's words may have the sign in them. */
const LABEL = /^\( ?\d{1,2} ?\)/;

/** Writes the cells of a line; one in quotation marks may go on on the next. @returns where the last one ends */
function writeCells(
  projection: Projection,
  text: string,
  start: number,
  lineEnd: number,
  sign: string,
  isQuoted: boolean,
): number {
  let at = start;
  let end = lineEnd;
  for (;;) {
    let stop: number;
    const closing = isQuoted && text.charAt(at) === '"' ? endOfQuoted(text, at + 1) : undefined;
    if (closing !== undefined && endsCell(text, closing + 1, sign)) {
      stop = closing;
      writeQuoted(projection, text, at + 1, stop);
      stop = Math.min(text.length, stop + 1);
      const next = text.indexOf('\n', stop);
      end = Math.max(end, next < 0 ? text.length : next);
    } else {
      let next = text.indexOf(sign, at);
      // No program that saves a table puts a blank behind a comma: such a one is of the words.
      while (sign === ',' && next >= 0 && next < end && text.charCodeAt(next + 1) === 32)
        next = text.indexOf(sign, next + 1);
      stop = next < 0 || next > end ? end : next;
      projection.copy(at, stop);
    }
    if (!text.startsWith(sign, stop) || stop >= end) return end;
    projection.write('\t', stop);
    at = stop + sign.length;
  }
}

/** A mark that nothing of a cell follows; other ones belong to the words. */
const endsCell = (text: string, at: number, sign: string): boolean =>
  at >= text.length || text.startsWith(sign, at) || /[\r\n]/.test(text.charAt(at));

/** No cell is longer. */
const LONGEST_CELL = 4_000;

function endOfQuoted(text: string, from: number): number {
  for (let at = from; at < text.length && at < from + LONGEST_CELL; at++)
    if (text.charCodeAt(at) === 34) {
      if (text.charCodeAt(at + 1) !== 34) return at;
      at++;
    }
  return Math.min(text.length, from + LONGEST_CELL);
}

/** A quotation mark is written twice in a quoted cell; a line break in it is a blank. */
function writeQuoted(projection: Projection, text: string, from: number, to: number): void {
  let open = from;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit !== 34 && unit !== 10) continue;
    projection.copy(open, at + (unit === 34 ? 1 : 0));
    if (unit === 10) projection.write(' ', at);
    open = at + (unit === 34 ? 2 : 1);
    at = open - 1;
  }
  projection.copy(open, to);
}
