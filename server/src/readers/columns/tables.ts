/** Tables I and II on a page: labels → columns → cells, wrapped cells joined. */
import type { Projection } from '../projection';
import type { Span } from '../../text/span';
import { cellStarts } from './frames';
import { columnStarts, emptyPlaces, type Label, type Page } from './page';

/** The headings of a table, left to right; a group has headings of its own below it. */
export interface Heading {
  readonly number: string;
  readonly below?: readonly RegExp[];
}

export const TABLE_I: readonly Heading[] = [
  { number: '1.' },
  { number: '2.' },
  { number: '2A.' },
  { number: '3.', below: [/Code/, /V/] },
  { number: '4.', below: [/Amount/, /\(A\)/, /Price/] },
  { number: '5.' },
  { number: '6.' },
  { number: '7.' },
];
export const TABLE_II: readonly Heading[] = [
  { number: '1.' },
  { number: '2.' },
  { number: '3.' },
  { number: '3A.' },
  { number: '4.', below: [/Code/, /V/] },
  { number: '5.', below: [/\(A\)/, /\(D\)/] },
  { number: '6.', below: [/Exercisable/, /Expiration/] },
  { number: '7.', below: [/Title/, /Amount|Number|Shares/] },
  { number: '8.' },
  { number: '9.' },
  { number: '10.' },
  { number: '11.' },
];

/** Past this a page has no column: w3m and its like print at most so wide. */
const WIDEST = 2000;

/** The starts of the numbered headings on a line; undefined where one of them is not there. */
function headingStarts(words: string, headings: readonly Heading[]): number[] | undefined {
  const starts: number[] = [];
  let from = 0;
  for (const { number } of headings) {
    let at = words.indexOf(number, from);
    while (at > 0 && words[at - 1] !== ' ') at = words.indexOf(number, at + 1);
    if (at < 0) return undefined;
    starts.push(at);
    from = at + number.length;
  }
  return starts;
}

/** The lowest place of a heading between two columns of the heading lines. */
function lowest(page: Page, lines: readonly number[], pattern: RegExp, from: number, to: number): Label | undefined {
  for (let at = lines.length - 1; at > 0; at--) {
    const match = pattern.exec(page.words(lines[at]!).slice(from, to));
    if (match) return { start: from + match.index, end: from + match.index + match[0].length };
  }
  return undefined;
}

const SUBHEADING = /^\D{0,400}\bCode\s{1,40}V\b|^\s{0,400}Code\b/;

/**
 * Writes the rows of a table between two lines as tab-separated ones. `head` is the line of the numbered headings;
 * `drawn` is the page with its frames.
 */
export function writeRows(
  projection: Projection,
  page: Page,
  drawn: Page,
  headings: readonly Heading[],
  head: number,
  to: number,
): void {
  const [first, ...more] = page.blocks(head, to);
  if (!first) return;
  // A frame may draw a line between the headings of the groups and those of their columns.
  const second = more[0] && SUBHEADING.test(page.words(more[0].from)) ? more.shift() : undefined;
  const columns =
    columnsDrawn(drawn, more, headings) ??
    columnsUnder(page, headings, head, range(first.from, second?.to ?? first.to), more);
  if (!columns) return;
  const rows = more.flatMap((block) => rowsIn(page, block, columns, headings));
  for (const block of rows) {
    columns.forEach((from, at) => {
      if (at > 0) projection.write('\t', page.line(block.from).start);
      writeWrapped(
        projection,
        page.text,
        range(block.from, block.to).flatMap(
          (line) => page.piece(line, at === 0 ? 0 : from, columns[at + 1] ?? WIDEST * 2) ?? [],
        ),
      );
    });
    projection.write('\n', page.line(block.to - 1).end);
  }
}

interface Block {
  readonly from: number;
  readonly to: number;
}

/** Where the columns begin, by the bars between the cells of the first row; undefined where there are none, or others. */
function columnsDrawn(drawn: Page, rows: readonly Block[], headings: readonly Heading[]): number[] | undefined {
  const cells = rows[0] && cellStarts(drawn.words(rows[0].from));
  const count = headings.reduce((sum, { below }) => sum + (below?.length ?? 1), 0);
  return cells?.length === count + 1 ? cells.slice(0, count) : undefined;
}

/** Where the columns begin, by their headings and by what stands empty in all rows. */
function columnsUnder(
  page: Page,
  headings: readonly Heading[],
  head: number,
  headingLines: readonly number[],
  rows: readonly Block[],
): number[] | undefined {
  const starts = headingStarts(page.words(head).slice(0, WIDEST), headings);
  if (!starts) return undefined;
  const body = rows.flatMap((block) => range(block.from, block.to));
  const empty = emptyPlaces(page, [...body, ...headingLines.slice(-1)], WIDEST);
  return headings.flatMap(({ below }, at) => {
    const from = starts[at]!;
    const end = starts[at + 1] ?? WIDEST;
    const labels = below?.map((pattern) => lowest(page, headingLines, pattern, from, end));
    return labels?.every((label) => label !== undefined)
      ? columnStarts(from, labels, empty)
      : [from, ...(below?.slice(1).map(() => end) ?? [])];
  });
}

/**
 * The rows of a block: one, or several that stand close together, each with a title and a code or a total of its own on
 * its first line. Where a row's cells are centred, its first line has no code.
 */
function rowsIn(
  page: Page,
  block: { from: number; to: number },
  columns: readonly number[],
  headings: readonly Heading[],
): { from: number; to: number }[] {
  const at = headings.flatMap(({ number, below }) => below?.map(() => number) ?? [number]);
  const code = at.indexOf(headings === TABLE_II ? '4.' : '3.');
  const begins = (line: number, place: number): boolean => {
    const piece = page.piece(line, place === 0 ? 0 : columns[place]!, columns[place + 1] ?? WIDEST * 2);
    return piece !== undefined && /[A-Z\d$]/.test(page.text.charAt(piece.start));
  };
  const isFirst = (line: number): boolean => begins(line, 0) && (begins(line, code) || begins(line, at.length - 3));
  if (!isFirst(block.from)) return [block];
  const starts = range(block.from, block.to).filter(isFirst);
  return starts.map((from, nth) => ({ from, to: starts[nth + 1] ?? block.to }));
}

const MARKER = /\^\s{0,4}(?:(\(\d{1,3}\))|$)|^(\(\d{1,3}\))/g;

/** A cell wrapped over lines, as one; `^(1)` is a footnote's number, and may be split between two lines. */
export function writeWrapped(projection: Projection, text: string, pieces: readonly Span[]): void {
  let caret = false;
  pieces.forEach(({ start, end }, at) => {
    if (at > 0 && !caret) projection.write(' ', start);
    let from = start;
    for (const match of text.slice(start, end).matchAll(MARKER)) {
      const [whole, behindCaret, alone] = match;
      const index = start + match.index;
      if (alone !== undefined && !caret) continue;
      projection.copy(from, index);
      from = index + whole.length;
      const marker = behindCaret ?? alone;
      if (marker === undefined) caret = true;
      else {
        caret = false;
        projection
          .write('<sup>', from)
          .copy(from - marker.length, from)
          .write('</sup>', from);
      }
    }
    projection.copy(from, end);
  });
}

export const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
