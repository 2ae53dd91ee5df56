/** Tables I and II of a plain text: lines of cells, each cell cut at its column's edge, → tabbed rows. */
import type { TableName } from '../../filing/model';
import type { Span } from '../../text/span';
import { trim } from '../../text/white';
import { columnStarts, emptyPlaces, type Page } from '../columns/page';
import { range } from '../columns/centred';
import type { Projection } from '../projection';
import { isRule, isTag, WIDEST } from './lines';

/** What the tables of the form had before the deemed execution date came in 2002, and their places today. */
const DEEMED: Record<TableName, number> = { nonDerivativeTable: 2, derivativeTable: 3 };
const WIDTH: Record<TableName, number> = { nonDerivativeTable: 11, derivativeTable: 16 };
const HEADINGS: Record<TableName, string> = {
  nonDerivativeTable: '\t\t\tCode\tV\tAmount\t(A) or (D)\tPrice\t\t\t\n',
  derivativeTable:
    '\t\t\t\tCode\tV\t(A)\t(D)\tDate Exercisable\tExpiration Date\tTitle\tAmount or Number of Shares\t\t\t\t\n',
};
const COLUMN_TAGS = /<[SC]>/g;

/** What stands in a cell on one line. */
interface Piece {
  readonly words: Span;
  /** The edges of the column, where borders show them: words that touch both were cut, not wrapped. */
  readonly edges: Span | undefined;
}

/** A cell: its pieces from top to bottom. */
type Cell = readonly Piece[];

/** Writes the table between its title's line and `to` as tabbed rows. */
export function layOutTable(projection: Projection, page: Page, name: TableName, title: number, to: number): void {
  if (title >= page.count || title >= to) return;
  const { start, end } = page.line(title);
  const from = start + Math.max(0, page.words(title).search(/table i/i));
  const edge = page.words(title).trimEnd().endsWith('|') ? start + page.words(title).lastIndexOf('|') : end;
  projection.write('\n', from).copy(from, edge).write('\n', end).write(HEADINGS[name], end);
  const tags = page.find(/^\s{0,9}<S>/i, title, to);
  if (tags < 0) return;
  const body = range(tags + 1, to).filter((line) => !isTag(page.words(line)));
  const bordered = body.some((line) => !isRule(page.words(line)) && page.words(line).split('|').length > 6);
  const columns = bordered
    ? (line: number): Span[] => between(page.words(line).slice(0, WIDEST))
    : columnsUnder(page, tags, body);
  const rows = rowsOf(page, body, columns, bordered, DEEMED[name]);
  for (const row of rows) {
    const cells = name === 'derivativeTable' ? partSides(page.text, row) : row;
    cells.forEach((cell, at) => {
      if (at > 0) projection.write('\t', cell[0]?.words.start ?? page.line(tags).end);
      if (at === DEEMED[name] && cells.length < WIDTH[name]) projection.write('\t', cell[0]?.words.start ?? from);
      writeCell(projection, cell);
    });
    const last = row.flat().reduce((far, { words }) => Math.max(far, words.end), 0);
    projection.write('\n', last);
  }
  projection.write('\n', end);
}

/** The columns of a page without borders, by the tags above them. */
function columnsUnder(page: Page, tags: number, body: readonly number[]): () => Span[] {
  const labels = [...page.words(tags).slice(0, WIDEST).matchAll(COLUMN_TAGS)].map(({ index }) => ({
    start: index,
    end: index + 3,
  }));
  const filled = body.filter((line) => !isRule(page.words(line)));
  const starts = columnStarts(0, labels, emptyPlaces(page, filled, WIDEST));
  const columns = starts.map((start, at) => ({ start, end: starts[at + 1] ?? WIDEST }));
  return () => columns;
}

/** The stretches between the borders of a line, the last of which may have no border behind it. */
function between(words: string): Span[] {
  const found: Span[] = [];
  let start = words.startsWith('|') ? 1 : 0;
  for (let at = words.indexOf('|', start); at >= 0; at = words.indexOf('|', start)) {
    found.push({ start, end: at });
    start = at + 1;
  }
  if (words.slice(start).trim() !== '') found.push({ start, end: words.length });
  return found;
}

function rowsOf(
  page: Page,
  body: readonly number[],
  columns: (line: number) => Span[],
  bordered: boolean,
  deemed: number,
): Cell[][] {
  const rows: Piece[][][] = [];
  let open: Piece[][] | undefined;
  for (const line of body) {
    if (isRule(page.words(line))) {
      open = undefined;
      continue;
    }
    const { start, end } = page.line(line);
    const cells = columns(line).map((column) => {
      const span = { start: Math.min(end, start + column.start), end: Math.min(end, start + column.end) };
      return { words: trim(page.text, span.start, span.end), edges: bordered ? span : undefined };
    });
    if (cells.every(({ words }) => words.end === words.start)) {
      open = undefined;
      continue;
    }
    if (!open || begins(cells, open, deemed)) rows.push((open = cells.map(() => [])));
    const row = open;
    cells.forEach((cell, at) => {
      if (cell.words.end > cell.words.start) row[at]?.push(cell);
    });
  }
  return rows;
}

/** Rows may stand close together: a new one has a title and a code of its own, or a title and a total. */
function begins(cells: readonly Piece[], open: readonly Cell[], deemed: number): boolean {
  const filled = (at: number): boolean => (cells[at] ? cells[at].words.end > cells[at].words.start : false);
  if (!filled(0)) return false;
  const code = deemed + (cells.length === 11 || cells.length === 16 ? 1 : 0);
  const total = cells.length - 3;
  const last = open[total]?.[open[total].length - 1];
  return filled(code) || (filled(total) && last !== undefined && !goesOn(last, cells[total]!));
}

/** True where the words were cut at the edge of their column and go on at its other edge, without a space between. */
const goesOn = (above: Piece, below: Piece): boolean =>
  above.edges !== undefined && above.words.end === above.edges.end && below.words.start === below.edges?.start;

/** A cell's pieces as one: what was cut at the edge of its column is put together again. */
function writeCell(projection: Projection, cell: Cell): void {
  cell.forEach((piece, at) => {
    const before = cell[at - 1];
    if (before && !goesOn(before, piece)) projection.write(' ', piece.words.start);
    projection.copy(piece.words.start, piece.words.end);
  });
}

const AMOUNT = 5;

/** Item 5 of Table II as `Amount` and `A/D`: the amount goes to the column (A) or (D) of its letter. */
function partSides(text: string, row: readonly Cell[]): readonly Cell[] {
  const at = AMOUNT + (row.length === 16 ? 1 : 0);
  const amounts = wordsIn(text, row[at] ?? []);
  const letters = wordsIn(text, row[at + 1] ?? []);
  const said = letters.map(({ words }) => text.slice(words.start, words.end).toUpperCase());
  if (said.length === 0 || !said.every((letter) => letter === 'A' || letter === 'D')) return row;
  const side = (letter: string): Cell => amounts.filter((_, nth) => (said[nth] ?? said[said.length - 1]) === letter);
  return [...row.slice(0, at), side('A'), side('D'), ...row.slice(at + 2)];
}

/** The words of a cell one by one, as of two lists that belong together: `12,000 -` and `A,D`. */
function wordsIn(text: string, cell: Cell): Piece[] {
  return cell.flatMap(({ words, edges }) =>
    [...text.slice(words.start, words.end).matchAll(/[^\s/;,()]+(?:,\d{3})*(?:\.\d+)?/g)].map(({ 0: word, index }) => {
      const start = words.start + index;
      return { words: { start, end: start + word.length }, edges };
    }),
  );
}
