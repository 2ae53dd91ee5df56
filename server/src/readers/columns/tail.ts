/** What stands below the tables of a page: the notes, the remarks, and who signed. */
import type { Projection } from '../projection';
import type { Page } from './page';
import { range } from './tables';

const SIGNED = /^[\s_*]{0,200}\/s\/|^\s{0,200}Signatures\s*$/i;
const SIGNATURE_LINE = /Signature of Reporting Person|^\s{0,200}\*\* Signature of\b/;
/** The date beside a signature, wrapped above the line of the name. */
const DATE_ABOVE = /^\s{20,200}[\d/]{2,10}\s{0,9}$/;

/** What only a line of a signature says: a name behind "by". */
const SIGNED_BY = /\bby:?\s{0,9}\/s\//i;
const DATED = /\d[/-]\d{1,4}\s{0,9}$/;

/** The line behind the notes: the first that is signed, or the block above the line that says so. */
export function endOfNotes(page: Page, from: number): number {
  const signed = page.find(SIGNED, from);
  const line = page.find(SIGNATURE_LINE, from);
  let first = line < 0 ? page.count : line;
  if (signed >= 0 && signed < first) {
    first = signed;
    while (first > from && DATE_ABOVE.test(page.words(first - 1))) first--;
  } else if (line < 0) return page.count;
  else while (first > from && !page.isBlank(first - 1)) first--;
  // Joint filers sign in blocks of their own above.
  const remarks = page.find(/^\s{0,9}Remarks:/, from, first);
  const blocks = page.blocks(Math.max(from, remarks + 1), first);
  for (let last = blocks.pop(); last && isSignature(page, last); last = blocks.pop()) first = last.from;
  return first;
}

/** A note may have a paragraph without a number too, which ends with a full stop. */
function isSignature(page: Page, { from, to }: { from: number; to: number }): boolean {
  const lines = range(from, to).map((line) => page.words(line));
  if (lines.length > 4 || lines.some((words) => NUMBER.test(words))) return false;
  return DATED.test(lines[lines.length - 1]!) || lines.some((words) => SIGNED_BY.test(words));
}

const LEGEND = /^\s{0,9}\*{1,2}\s/;
const NUMBER = /^\s{0,9}(\(\d{1,3}\)|\d{1,2}\.)(?=\s|$)/;

/** Notes in a block: one, with its number on the middle line of it, or several, each with its number on its first. */
function notesIn(page: Page, block: { from: number; to: number }): { from: number; to: number }[] {
  if (!NUMBER.test(page.words(block.from))) return [block];
  const starts = range(block.from, block.to).filter((line) => NUMBER.test(page.words(line)));
  return starts.map((from, at) => ({ from, to: starts[at + 1] ?? block.to }));
}

export function writeNotes(projection: Projection, page: Page, from: number, to: number): void {
  for (const block of page.blocks(from, to).flatMap((one) => notesIn(page, one))) {
    const lines = range(block.from, block.to);
    if (LEGEND.test(page.words(block.from))) continue;
    const numbered = lines.find((line) => NUMBER.test(page.words(line)));
    const match = numbered === undefined ? null : NUMBER.exec(page.words(numbered));
    if (match && numbered !== undefined) {
      const end = page.line(numbered).start + match[0].length;
      projection.copy(end - match[1]!.length, end).write(' ', end);
    }
    lines.forEach((line, at) => {
      const piece = page.piece(line, line === numbered && match ? match[0].length : 0, Infinity);
      if (!piece) return;
      if (at > 0) projection.write(' ', piece.start);
      projection.copy(piece.start, piece.end);
    });
    projection.write('\n', page.line(block.to - 1).end);
  }
}

const CUT_DATE = /^\s{0,99}\/\d/;

/** Lines as they stand; a date that is cut before a slash is one again. */
export function copyLines(projection: Projection, page: Page, from: number, to: number): void {
  if (to <= from) return;
  for (const line of range(from, to)) {
    const { start, end } = page.line(line);
    const cut = line > from && CUT_DATE.test(page.words(line));
    const words = cut ? (page.piece(line, 0, Infinity) ?? { start, end }) : { start, end };
    if (line > from && !cut) projection.write('\n', start);
    projection.copy(words.start, words.end);
  }
  projection.write('\n', page.line(to - 1).end);
}

/** What stands behind the notes; a name and a date that are wrapped side by side, each in one. */
export function writeSigned(projection: Projection, page: Page, from: number): void {
  projection.write('\n', page.line(from).start);
  let done = from;
  for (let line = from; line < page.count; line++) {
    const match = WRAPPED_LEGEND.exec(page.words(line));
    if (!match) continue;
    const date = match[0].length - 'Date'.length;
    const lines = range(Math.max(done, line - 6), line);
    for (const [left, right] of [
      [0, date],
      [date, Infinity],
    ] as const) {
      for (const piece of lines.flatMap((one) => page.piece(one, left, right) ?? []))
        projection.copy(piece.start, piece.end).write(left === 0 ? ' ' : '', piece.end);
      projection.write(' ', page.line(line).start);
    }
    projection.write('\n** Signature of Reporting Person Date\n', page.line(line).start);
    done = Math.min(page.count, line + 2);
  }
  copyLines(projection, page, done, page.count);
}

/** The line below a signature where it is wrapped: its other words stand on the next line. */
const WRAPPED_LEGEND = /^\s{0,200}\*\* Signature of(?: Reporting)?\s{1,40}Date/;

/** Each signature with the line below it that says what it is. */
export function writeSignatures(projection: Projection, page: Page, from: number, to: number): void {
  for (const block of page.blocks(from, to)) {
    projection.write('\n', page.line(block.from).start);
    copyLines(projection, page, block.from, block.to);
  }
}
