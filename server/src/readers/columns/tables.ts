/** Tables I and II on a page: labels → columns → cells, wrapped cells joined. */
import type { Projection } from '../projection';
import type { Span } from '../../text/span';
import { range, type Block } from './centred';
import { TABLE_I as GRAMMAR_I, TABLE_II as GRAMMAR_II } from '../loose/grammar';
import { AMOUNT, sideOf } from '../loose/side';
import { bandedRows } from './banded';
import { fitted } from './fitted';
import { cellStarts } from './frames';
import { columnsDrawn, columnsUnder, labelsOf, type Heading } from './headings';
import { emptyPlaces, type Page } from './page';
import { withoutRags } from './ragged';
import { inOrder, RowFinder, WIDEST } from './rows';
import { writeWrapped } from '../wrapped';

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
  for (const cells of withWholeTitles(page.text, rows)) {
    const all = cells.flat();
    // A blank cell is behind the one before it.
    let behind = Math.min(...all.map((piece) => piece.start));
    cells.forEach((pieces, at) => {
      if (at > 0) projection.write('\t', behind);
      const ordered = inOrder(page, pieces);
      writeWrapped(projection, page.text, ordered);
      behind = ordered[0]?.end ?? behind;
    });
    projection.write('\n', Math.max(...all.map((piece) => piece.end)));
  }
  return lost;
}

/**
 * The rows with the last line of a title given back to it: of two rows of one security the second has it as its first line
 * too many, as its own title shows.
 */
function withWholeTitles(text: string, rows: readonly Cells[]): readonly Cells[] {
  const words = (pieces: readonly Span[]): string => pieces.map(({ start, end }) => text.slice(start, end)).join(' ');
  const found = rows.slice();
  for (let at = 0; at + 1 < found.length; at++) {
    const [own = [], next = []] = [found[at]![0], found[at + 1]![0]];
    const [first, ...rest] = next;
    if (!first || own.length === 0 || words(rest) !== words([...own, first])) continue;
    found[at] = [[...own, first], ...found[at]!.slice(1)];
    found[at + 1] = [rest, ...found[at + 1]!.slice(1)];
  }
  return found;
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
