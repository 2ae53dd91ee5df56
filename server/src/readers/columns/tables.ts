/** Tables I and II on a page: labels → columns → cells, wrapped cells joined. */
import type { Projection } from '../projection';
import type { Span } from '../../text/span';
import { range, type Block } from './centred';
import { TABLE_I as GRAMMAR_I, TABLE_II as GRAMMAR_II } from '../loose/grammar';
import { AMOUNT, sideOf } from '../loose/side';
import { bandedRows } from './banded';
import { fitted } from './fitted';
import { cellStarts } from './frames';
import { columnStarts, emptyPlaces, type Label, type Page } from './page';
import { withoutRags } from './ragged';
import { inOrder, RowFinder, WIDEST } from './rows';

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

/** The last numbered line of the headings has these words side by side. */
const SECOND_LINE = /\bCode\s{1,40}V\b/;
/** Headings are not so long. */
const MOST_HEADING_LINES = 60;
/** What is left of the headings below it, in columns behind the first. */
const REST_OF_HEADINGS =
  /^\s{12}[\s()]*(?:(?:[AD\d]|or|of|Date|Exercisable|Expiration|Title|Amount|Number|Shares|Price|Instr\.|and)[\s(),]{1,200}){1,9}$/;

/** The pieces of each cell of a row. */
type Cells = readonly (readonly Span[])[];

/**
 * Writes the rows of a table as tab-separated ones.
 * @param drawn the page with its frames
 * @param sections the stretches of the table, each from the line of its numbered headings
 * @returns undefined where the columns alone have told the cells; else the rows of which some cell was not read
 */
export function writeRows(
  projection: Projection,
  page: Page,
  drawn: Page,
  headings: readonly Heading[],
  sections: readonly Block[],
): readonly Span[] | undefined {
  const rows: Cells[] = [];
  let lost: Span[] | undefined;
  for (const section of sections) {
    const found = rowsOf(page, drawn, headings, section, rows.length > 0);
    if (found.lost) lost = [...(lost ?? []), ...found.lost];
    const last = rows[rows.length - 1];
    if (found.rest && last) rows[rows.length - 1] = last.map((cell, at) => [...cell, ...found.rest![at]!]);
    rows.push(...found.rows);
  }
  for (const cells of rows) {
    const all = cells.flat();
    const start = Math.min(...all.map((piece) => piece.start));
    cells.forEach((pieces, at) => {
      if (at > 0) projection.write('\t', start);
      writeWrapped(projection, page.text, inOrder(page, pieces));
    });
    projection.write('\n', Math.max(...all.map((piece) => piece.end)));
  }
  return lost;
}

/** The rows of a stretch, and what at its beginning is the rest of a row on the page before. */
function rowsOf(
  page: Page,
  drawn: Page,
  headings: readonly Heading[],
  { from: head, to }: Block,
  mayGoOn: boolean,
): Found {
  const isDrawn = cellStarts(drawn.words(head)) !== undefined;
  const { under, blocks } = isDrawn ? belowFrame(page, head, to) : belowHeadings(page, head, to);
  const columns =
    columnsDrawn(drawn, blocks, headings) ?? columnsUnder(page, headings, head, range(head, under), blocks);
  const body = blocks.flatMap((block) => range(block.from, block.to));
  const count = headings.reduce((sum, { below }) => sum + (below?.length ?? 1), 0);
  if (!columns) return (isDrawn ? undefined : bandsOf(page, body, count)) ?? { rows: [] };
  const own = rowsIn(page, columns, blocks, mayGoOn, isDrawn);
  if (isDrawn || (own.areRows && own.rows.every(isWhole))) return own;
  // A page of a PDF has moved its columns from their headings.
  const moved = fitted(
    page,
    labelsOf(page, headings, head, range(head, under), columns),
    body,
    emptyPlaces(page, body, WIDEST),
  );
  const other = moved && rowsIn(page, moved, blocks, mayGoOn, isDrawn);
  return other?.areRows && other.rows.every(isWhole) ? other : (bandsOf(page, body, count) ?? own);
}

/** The rows by what their cells can be, wherever their columns stand. */
function bandsOf(page: Page, body: readonly number[], count: number): Found | undefined {
  const isFirst = count === GRAMMAR_I.columns.length;
  const found = bandedRows(page, body, isFirst ? GRAMMAR_I : GRAMMAR_II);
  if (!found) return undefined;
  const rows: Cells[] = [];
  const lost: Span[] = [];
  for (const { aligned, cells } of found) {
    const side = isFirst ? undefined : sideOf(aligned.tokens, aligned.cells);
    const amount = side ? cells[AMOUNT]! : [];
    if (aligned.doubtful.size > 0 || (!isFirst && !side))
      lost.push({ start: aligned.tokens[0]!.start, end: aligned.tokens[aligned.tokens.length - 1]!.end });
    rows.push(
      isFirst
        ? cells
        : cells.flatMap((cell, at) => (at !== AMOUNT ? [cell] : side === 'A' ? [amount, []] : [[], amount])),
    );
  }
  return { rows, lost };
}

/** What stands in every row, and what in every row of a transaction. */
const EVERY = { 11: [0, 8, 9], 16: [0, 1, 8, 9, 10, 11, 13, 14] } as const;
const OF_TRANSACTION = { 11: [1, 3, 5, 6], 16: [2, 4] } as const;

/** True where nothing is blank in a row that every row of its table has. */
function isWhole(cells: Cells): boolean {
  const count = cells.length === 16 ? 16 : 11;
  const isThere = (at: number): boolean => (cells[at]?.length ?? 0) > 0;
  const of: readonly number[] = OF_TRANSACTION[count];
  return EVERY[count].every(isThere) && (of.every(isThere) || !of.some(isThere));
}

interface Found {
  readonly rows: readonly Cells[];
  readonly rest?: Cells;
  /** Where the order of its cells alone has told a row's columns: the rows with a cell that may be another. */
  readonly lost?: readonly Span[];
}

function rowsIn(
  page: Page,
  columns: readonly number[],
  blocks: readonly Block[],
  mayGoOn: boolean,
  isDrawn: boolean,
): Found & { readonly areRows: boolean } {
  const finder = new RowFinder(page, columns);
  const cellsOf = (row: Block): Cells => columns.map((_, at) => finder.pieces(row, at));
  const [first, ...others] = blocks;
  const goesOn = mayGoOn && first && others.length > 0 && finder.isRest(first);
  const own = goesOn ? others : blocks;
  const areRows = (some: readonly Block[]): boolean => some.every((row) => finder.isRow(row));
  let rows = own.flatMap((block) => {
    const found = finder.rowsIn(block);
    return isDrawn || areRows(found) ? found : (finder.bandsIn(block) ?? found);
  });
  if (!isDrawn && !areRows(rows))
    rows = [...(finder.bandsIn({ from: own[0]?.from ?? 0, to: own[own.length - 1]?.to ?? 0 }) ?? rows)];
  const cells = rows
    .map((row) => withoutRags(page.text, cellsOf(row)))
    .filter((row) => row.some((pieces) => pieces.length > 0));
  return {
    rows: cells,
    areRows: areRows(rows) && (rows.length > 0 || own.length === 0),
    ...(goesOn && { rest: cellsOf(first) }),
  };
}

interface Parts {
  /** The line behind the headings. */
  readonly under: number;
  readonly blocks: readonly Block[];
}

/** The headings of a drawn table and its rows: a frame may part the headings of the groups from those of their columns. */
function belowFrame(page: Page, head: number, to: number): Parts {
  const [first, ...blocks] = page.blocks(head, to);
  const second = blocks[0] && SUBHEADING.test(page.words(blocks[0].from)) ? blocks.shift() : undefined;
  return { under: second?.to ?? first?.to ?? to, blocks };
}

/** The headings of a table without lines, which end below the names of the columns, and its rows. */
function belowHeadings(page: Page, head: number, to: number): Parts {
  const lines = range(head, Math.min(to, head + MOST_HEADING_LINES));
  let under = head;
  for (const line of lines) if (SECOND_LINE.test(page.words(line))) under = line + 1;
  if (under === head) return belowFrame(page, head, to);
  for (let line = under; line < to; line++) {
    if (page.isBlank(line)) continue;
    if (!REST_OF_HEADINGS.test(`${page.words(line)} `)) break;
    under = line + 1;
  }
  return { under, blocks: page.blocks(under, to) };
}

const SUBHEADING = /^\D{0,400}\bCode\s{1,40}V\b|^\s{0,400}Code\b/;

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
  const inRows = emptyPlaces(page, body, WIDEST);
  const found = headings.flatMap(({ below }, at) => {
    const from = starts[at]!;
    const end = starts[at + 1] ?? WIDEST;
    const labels = below?.map((pattern) => lowest(page, headingLines, pattern, from, end));
    return labels?.every((label) => label !== undefined)
      ? columnStarts(from, labels, empty)
      : [from, ...(below?.slice(1).map(() => end) ?? [])];
  });
  return beside(found, inRows);
}

/** Where the heading of each column stands: those of a group may stand beside it, since a PDF moves each line by itself. */
function labelsOf(
  page: Page,
  headings: readonly Heading[],
  head: number,
  lines: readonly number[],
  columns: readonly number[],
): readonly (readonly [number, number])[] {
  const starts = headingStarts(page.words(head).slice(0, WIDEST), headings) ?? [];
  let place = 0;
  return headings.flatMap(({ below }, at): (readonly [number, number])[] => {
    const own = [starts[at] ?? columns[at]!, starts[at + 1] ?? WIDEST] as const;
    if (!below) return [own];
    return below.map((pattern) => {
      const label = lowest(page, lines, pattern, Math.max(place, own[0] - MOST_BESIDE), own[1] + MOST_BESIDE);
      if (!label) return own;
      place = label.start + 1;
      return [label.start, label.end] as const;
    });
  });
}

/** So far may the headings of a group's columns stand beside it. */
const MOST_BESIDE = 40;

/** So far may a page of a PDF have moved a column from its heading. */
const MOST_MOVED = 12;

/** Places of columns, each that stands amid words of some row moved to the nearest one that does not. */
function beside(starts: readonly number[], empty: readonly boolean[]): number[] {
  return starts.map((start, at) => {
    if (at === 0 || (empty[start - 1] ?? true)) return start;
    const [before, behind] = [starts[at - 1]! + 1, starts[at + 1] ?? WIDEST];
    for (let moved = 1; moved <= MOST_MOVED; moved++)
      for (const place of [start - moved, start + moved])
        if (place > before && place < behind && empty[place - 1]) return place;
    return start;
  });
}

const MARKER = /\^\s{0,4}(?:(\(\d{1,3}\))|$)|^(\(\d{1,3}\))/g;

/** Some pages break their lines behind a slash or within a word that has a hyphen, where no blank was. */
export const isSlashed = (text: string, { end }: Span, start: number): boolean =>
  text.charAt(start) === '/' ||
  (text.charAt(end - 1) === '/' && /[^\s/]/.test(text.charAt(end - 2))) ||
  (text.charAt(end - 1) === '-' && /[a-z]/i.test(text.charAt(end - 2)) && /[a-z]/.test(text.charAt(start)));

/** A cell wrapped over lines, as one; `^(1)` is a footnote's number, and may be split between two lines. */
export function writeWrapped(projection: Projection, text: string, pieces: readonly Span[]): void {
  let caret = false;
  pieces.forEach(({ start, end }, at) => {
    const last = pieces[at - 1];
    if (last && !caret && !isSlashed(text, last, start)) projection.write(' ', start);
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
