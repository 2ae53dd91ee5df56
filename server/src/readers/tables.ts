/** Tables I and II: lines of cells → rows. */
import {
  DERIVATIVE_COLUMNS,
  DERIVATIVE_COLUMNS_ITEM_7_IN_ONE,
  NON_DERIVATIVE_COLUMNS,
  cellOf,
} from '../filing/columns';
import type { Columns, Row, Table, TableName } from '../filing/model';
import type { RowNumbers } from '../filing/rowNumbers';
import type { Span } from '../text/span';
import { isBlankIn, isSpace, trim } from '../text/white';
import { CellColumns, LETTER } from './cells/cellColumns';
import type { MarkerStyle } from './cells/markers';
import { numbersOf } from './rowNumbers';
import { TableIIRow, TableIRow } from './tableRows';
import type { LineRun, Source } from './source';

const HEADING = /\(Instr|Month\/Day\/Year|\bTitle of (?:Derivative )?Security|^\W{0,4}\d{1,2}A?\. [A-Z]/i;
/** The second line of headings where its tabs have become spaces. */
const SECOND_LINE_IN_ONE = /^\W{0,80}Code\s{1,40}V\s{1,40}(?:Amount|\(A\))/;
const SECOND_LINE = new Set([
  'code',
  'v',
  'amount',
  '(a) or (d)',
  'price',
  '(a)',
  '(d)',
  'date exercisable',
  'expiration date',
]);
const NUMBER_OR_DATE = /^\\?\$?\d[\d,./-]*$/;
const RULE_OF_DASHES = /^[-:\s]+$/;
/** Headings wrapped over more lines than this are not headings. */
const MOST_HEADING_LINES = 80;

/** The cells of a table's rows, and what stands above them. */
interface Grid {
  readonly headings: LineRun | undefined;
  /** The most cells that a heading line has. */
  readonly width: number;
  readonly body: CellColumns;
}

function gridOf({ text, lines, findCells }: Source, style: MarkerStyle, run: LineRun): Grid {
  const body = new CellColumns(text, style, run.to - run.from);
  let lastHeading = run.from - 1;
  let width = 0;
  let seen = 0;
  let inBody = false;
  const places: number[] = [];
  for (let number = run.from; number < run.to; number++) {
    const line = lines.lineSpan(number);
    if (isBlankIn(text, line)) continue;
    places.length = 0;
    findCells(text, line.start, line.end, places);
    if (!inBody && seen++ < MOST_HEADING_LINES) {
      if (isHeading(text, line, places)) {
        lastHeading = number;
        width = Math.max(width, places.length / 2);
        body.clear();
        continue;
      }
      inBody = looksLikeRow(text, places);
    }
    if (!isEmptyRow(text, line, places)) body.addRow(line, places);
  }
  return { headings: lastHeading < run.from ? undefined : { from: run.from, to: lastHeading + 1 }, width, body };
}

const wordIn = (text: string, from: number, to: number): string => {
  const { start, end } = trim(text, from, to);
  return text.slice(start, Math.min(end, start + 24));
};

/** A look at the first character, which spares most cells the pattern. */
function isNumberOrDate(text: string, from: number, to: number): boolean {
  let at = from;
  while (at < to && isSpace(text.charCodeAt(at))) at++;
  const unit = at < to ? text.charCodeAt(at) : 0;
  if ((unit < 48 || unit > 57) && unit !== 36 && unit !== 92) return false; // $ \\
  return NUMBER_OR_DATE.test(wordIn(text, from, to));
}

function isHeading(text: string, line: Span, places: readonly number[]): boolean {
  const begin = text.slice(line.start, Math.min(line.end, line.start + 2000));
  if (HEADING.test(begin) || (places.length === 2 && SECOND_LINE_IN_ONE.test(begin))) return true;
  let known = 0;
  for (let at = 0; at < places.length; at += 2) {
    const [from, to] = [places[at]!, places[at + 1]!];
    if (to === from) continue;
    if (isNumberOrDate(text, from, to)) return false;
    if (known < 2 && SECOND_LINE.has(wordIn(text, from, to).toLowerCase())) known++;
  }
  return known > 1;
}

/** Rows of dashes under a Markdown heading, and rows in which nothing stands, are not rows of the form. */
function isEmptyRow(text: string, line: Span, places: readonly number[]): boolean {
  if (places.length > 2) {
    for (let cell = 0; cell < places.length; cell += 2)
      for (let at = places[cell]!; at < places[cell + 1]!; at++) {
        const unit = text.charCodeAt(at);
        if (!isSpace(unit) && unit !== 45 && unit !== 58 && unit !== 0x2014 && unit !== 0x2013) return false;
      }
    return true;
  }
  return RULE_OF_DASHES.test(text.slice(line.start, Math.min(line.end, line.start + 400)));
}

/** A table of cells, whose rows are made when they are asked for. */
class CellTable<R extends Row> implements Table<R> {
  readonly #body: CellColumns;
  readonly #name: TableName;
  #rows: readonly R[] | undefined;

  constructor(
    readonly title: Span | undefined,
    readonly headings: Span | undefined,
    readonly span: Span,
    readonly columns: Columns,
    readonly numbers: RowNumbers | undefined,
    name: TableName,
    body: CellColumns,
  ) {
    this.#name = name;
    this.#body = body;
  }

  get rows(): readonly R[] {
    return (this.#rows ??= this.#made());
  }

  #made(): readonly R[] {
    const rows: Row[] = [];
    const isFirst = this.#name === 'nonDerivativeTable';
    for (let index = 0; index < this.#body.rows; index++)
      rows.push(isFirst ? new TableIRow(this.#body, index) : new TableIIRow(this.#body, index, this.columns));
    return rows as Row[] as R[];
  }

  /** The same as plain data. */
  toJSON(): Table<R> {
    const { title, headings, span, rows, columns } = this;
    return { title, headings, span, rows, columns };
  }
}

/** Reads the rows between a table's title and the next section. `run` begins behind the title line. */
export function readTable<N extends TableName>(
  source: Source,
  style: MarkerStyle,
  name: N,
  title: Span | undefined,
  run: LineRun,
): { readonly table: Table<Extract<Row, { table: N }>>; readonly sawMarker: boolean } {
  const { lines, text } = source;
  const grid = gridOf(source, style, run);
  const { body } = grid;
  const columns = columnsFor(name, grid);
  const start = title?.start ?? lines.lineSpan(run.from).start;
  const headings = grid.headings && {
    start: lines.lineSpan(grid.headings.from).start,
    end: lines.lineSpan(grid.headings.to - 1).end,
  };
  const end = body.lineEnd[body.rows - 1] ?? headings?.end ?? title?.end ?? start;
  const table = new CellTable<Extract<Row, { table: N }>>(
    title,
    headings && trim(text, headings.start, headings.end),
    { start, end: Math.max(start, end) },
    columns,
    columns === DERIVATIVE_COLUMNS_ITEM_7_IN_ONE ? undefined : numbersOf(body, name),
    name,
    body,
  );
  return { table, sawMarker: body.sawMarker || (body.endsLikeMarker && table.rows.some((row) => cites(row, table))) };
}

function cites(row: Row, { columns }: Pick<Table<Row>, 'columns'>): boolean {
  const places = row.citing ? row.citing.map((place) => columns[place]!) : columns;
  return places.some((names) => names.some((column) => (cellOf(row, column)?.markers.length ?? 0) > 0));
}

/** The first line of a body: enough cells for a row, and a number or a date among them. */
function looksLikeRow(text: string, places: readonly number[]): boolean {
  if (places.length <= 10) return false;
  for (let at = 0; at < places.length; at += 2) if (isNumberOrDate(text, places[at]!, places[at + 1]!)) return true;
  return false;
}

function columnsFor(name: TableName, { width, body }: Grid): Columns {
  if (name === 'nonDerivativeTable') return NON_DERIVATIVE_COLUMNS;
  if (width >= 15) return width === 15 ? DERIVATIVE_COLUMNS_ITEM_7_IN_ONE : DERIVATIVE_COLUMNS;
  let of15 = 0;
  // A letter at the end of a row is its ownership, behind which the blank cell of the nature was trimmed off.
  for (let row = 0; row < body.rows; row++)
    if (body.width(row) === 15 && body.look(body.firstCell[row + 1]! - 1) !== LETTER) of15++;
  return of15 * 2 > body.rows ? DERIVATIVE_COLUMNS_ITEM_7_IN_ONE : DERIVATIVE_COLUMNS;
}
