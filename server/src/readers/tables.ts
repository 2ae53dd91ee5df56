/** Tables I and II: lines of cells → rows. */
import {
  DERIVATIVE_COLUMNS,
  DERIVATIVE_COLUMNS_ITEM_7_IN_ONE,
  NON_DERIVATIVE_COLUMNS,
  isBlank,
} from '../filing/columns';
import type {
  Columns,
  DateCell,
  DerivativeRow,
  NonDerivativeRow,
  NumberCell,
  Row,
  Table,
  TableName,
} from '../filing/model';
import { CellReader, blankAtEnd, isBlankIn, isSpace, trim } from './cells';
import { LineCell, LineSide } from './lineCells';
import type { LineRun, Source } from './source';
import type { Decimal } from '../text/decimal';
import type { Span } from '../text/span';

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

interface Grid {
  readonly headings: LineRun | undefined;
  /** The most cells that a heading line has. */
  readonly width: number;
  readonly body: { readonly line: Span; readonly cells: readonly Span[] }[];
}

function gridOf(source: Source, run: LineRun): Grid {
  const { text, lines, splitCells } = source;
  let lastHeading = run.from - 1;
  let width = 0;
  let seen = 0;
  let firstBody = run.to;
  const rows: { number: number; line: Span; cells: Span[] }[] = [];
  for (let number = run.from; number < run.to; number++) {
    const line = lines.lineSpan(number);
    if (isBlankIn(text, line)) continue;
    const cells = splitCells(text, line);
    if (seen++ < MOST_HEADING_LINES && firstBody === run.to) {
      if (isHeading(text, line, cells)) {
        lastHeading = number;
        width = Math.max(width, cells.length);
      } else if (looksLikeRow(text, cells)) firstBody = number;
    }
    if (!isEmptyRow(text, line, cells)) rows.push({ number, line, cells });
  }
  const body = rows.filter((row) => row.number > lastHeading);
  return { headings: lastHeading < run.from ? undefined : { from: run.from, to: lastHeading + 1 }, width, body };
}

const wordIn = (text: string, cell: Span): string => {
  const { start, end } = trim(text, cell.start, cell.end);
  return text.slice(start, Math.min(end, start + 24));
};

/** A look at the first character, which spares most cells the pattern. */
function isNumberOrDate(text: string, cell: Span): boolean {
  let at = cell.start;
  while (at < cell.end && isSpace(text.charCodeAt(at))) at++;
  const unit = at < cell.end ? text.charCodeAt(at) : 0;
  if ((unit < 48 || unit > 57) && unit !== 36 && unit !== 92) return false; // $ \\
  return NUMBER_OR_DATE.test(wordIn(text, cell));
}

function isHeading(text: string, line: Span, cells: readonly Span[]): boolean {
  const begin = text.slice(line.start, Math.min(line.end, line.start + 2000));
  if (HEADING.test(begin) || (cells.length === 1 && SECOND_LINE_IN_ONE.test(begin))) return true;
  let known = 0;
  for (const cell of cells) {
    if (isNumberOrDate(text, cell)) return false;
    if (cell.end > cell.start && SECOND_LINE.has(wordIn(text, cell).toLowerCase())) known++;
  }
  return known > 1;
}

/** Rows of dashes under a Markdown heading, and rows in which nothing stands, are not rows of the form. */
function isEmptyRow(text: string, line: Span, cells: readonly Span[]): boolean {
  if (cells.length > 1) {
    for (const cell of cells)
      for (let at = cell.start; at < cell.end; at++) {
        const unit = text.charCodeAt(at);
        if (!isSpace(unit) && unit !== 45 && unit !== 58 && unit !== 0x2014 && unit !== 0x2013) return false;
      }
    return true;
  }
  return RULE_OF_DASHES.test(text.slice(line.start, Math.min(line.end, line.start + 400)));
}

/** Reads the rows between a table's title and the next section. `run` begins behind the title line. */
export function readTable<N extends TableName>(
  source: Source,
  cells: CellReader,
  name: N,
  title: Span | undefined,
  run: LineRun,
): Table<Extract<Row, { table: N }>> {
  const { lines, text } = source;
  const grid = gridOf(source, run);
  const columns = columnsFor(name, grid);
  const rows = grid.body.map(({ line, cells: spans }, index) =>
    readRow(text, cells, name, columns, line, spans, index),
  );

  const start = title?.start ?? lines.lineSpan(run.from).start;
  const headings = grid.headings && {
    start: lines.lineSpan(grid.headings.from).start,
    end: lines.lineSpan(grid.headings.to - 1).end,
  };
  const end = rows[rows.length - 1]?.span.end ?? headings?.end ?? title?.end ?? start;
  return {
    title,
    headings: headings && trim(text, headings.start, headings.end),
    span: { start, end: Math.max(start, end) },
    rows: rows as Extract<Row, { table: N }>[],
    columns,
  };
}

/** One row from the spans of its cells. */
export function readRow(
  text: string,
  cells: CellReader,
  name: TableName,
  columns: Columns,
  line: Span,
  spans: readonly Span[],
  index: number,
): Row {
  const words: LineCell<string>[] = [];
  for (const { start, end } of spans) words.push(cells.words(line, start, end));
  const places = columns === DERIVATIVE_COLUMNS_ITEM_7_IN_ONE ? spreadItem7(text, words) : words;
  return name === 'nonDerivativeTable'
    ? nonDerivativeRow(cells, places, words, line, index)
    : derivativeRow(cells, places, words, line, index);
}

/** True for a line that is a row wherever it stands among the lines of a table: headings are looked for up to the first such. */
export function isSurelyRow(text: string, line: Span, cells: readonly Span[]): boolean {
  return looksLikeRow(text, cells) && !isHeading(text, line, cells) && !isEmptyRow(text, line, cells);
}

const looksLikeRow = (text: string, cells: readonly Span[]): boolean =>
  cells.length > 5 && cells.some((cell) => isNumberOrDate(text, cell));

function columnsFor(name: TableName, { width, body }: Grid): Columns {
  if (name === 'nonDerivativeTable') return NON_DERIVATIVE_COLUMNS;
  if (width >= 15) return width === 15 ? DERIVATIVE_COLUMNS_ITEM_7_IN_ONE : DERIVATIVE_COLUMNS;
  const of15 = body.filter((row) => row.cells.length === 15).length;
  return of15 * 2 > body.length ? DERIVATIVE_COLUMNS_ITEM_7_IN_ONE : DERIVATIVE_COLUMNS;
}

/** A row whose date and total alone are filled is a holding in which somebody typed a date, not half a transaction. */
const isStrayDate = (date: DateCell, total: NumberCell): boolean => date.markers.length === 0 && !isBlank(total);

/** Table I: the columns of NON_DERIVATIVE_COLUMNS by number. */
function nonDerivativeRow(
  cells: CellReader,
  places: readonly LineCell<string>[],
  words: readonly LineCell<string>[],
  line: Span,
  index: number,
): NonDerivativeRow {
  const blank = places.length < 11 ? blankAtEnd(line) : undefined;
  const transactionDate = cells.date(places[1] ?? blank!);
  const deemedExecutionDate = cells.date(places[2] ?? blank!);
  const transactionCode = cells.code(places[3] ?? blank!);
  const transactionFormType = places[4] ?? blank!;
  const transactionShares = cells.number(places[5] ?? blank!);
  const transactionAcquiredDisposedCode = places[6] ?? blank!;
  const transactionPricePerShare = cells.number(places[7] ?? blank!);
  const sharesOwnedFollowingTransaction = cells.number(places[8] ?? blank!);
  const holding =
    isBlank(deemedExecutionDate) &&
    (isBlank(transactionDate) || isStrayDate(transactionDate, sharesOwnedFollowingTransaction)) &&
    isBlank(transactionCode) &&
    isBlank(transactionFormType) &&
    isBlank(transactionShares) &&
    isBlank(transactionAcquiredDisposedCode) &&
    isBlank(transactionPricePerShare);
  return {
    kind: holding ? 'holding' : 'transaction',
    table: 'nonDerivativeTable',
    index,
    span: line,
    cells: words,
    securityTitle: places[0] ?? blank!,
    transactionDate,
    deemedExecutionDate,
    transactionCode,
    transactionFormType,
    transactionShares,
    transactionAcquiredDisposedCode,
    transactionPricePerShare,
    sharesOwnedFollowingTransaction,
    directOrIndirectOwnership: places[9] ?? blank!,
    natureOfOwnership: places[10] ?? blank!,
  };
}

/** Table II: the columns of DERIVATIVE_COLUMNS by number. */
function derivativeRow(
  cells: CellReader,
  places: readonly LineCell<string>[],
  words: readonly LineCell<string>[],
  line: Span,
  index: number,
): DerivativeRow {
  const blank = places.length < 16 ? blankAtEnd(line) : undefined;
  const transactionDate = cells.date(places[2] ?? blank!);
  const deemedExecutionDate = cells.date(places[3] ?? blank!);
  const transactionCode = cells.code(places[4] ?? blank!);
  const transactionFormType = places[5] ?? blank!;
  const acquired = cells.number(places[6] ?? blank!);
  const disposed = cells.number(places[7] ?? blank!);
  const side = isBlank(acquired) === isBlank(disposed) ? undefined : isBlank(disposed) ? 'A' : 'D';
  const amount = side === 'D' ? disposed : acquired;
  const sharesOwnedFollowingTransaction = cells.number(places[13] ?? blank!);
  const holding =
    isBlank(deemedExecutionDate) &&
    (isBlank(transactionDate) || isStrayDate(transactionDate, sharesOwnedFollowingTransaction)) &&
    isBlank(transactionCode) &&
    isBlank(transactionFormType) &&
    isBlank(acquired) &&
    isBlank(disposed);
  return {
    kind: holding ? 'holding' : 'transaction',
    table: 'derivativeTable',
    index,
    span: line,
    cells: words,
    securityTitle: places[0] ?? blank!,
    conversionOrExercisePrice: cells.number(places[1] ?? blank!),
    transactionDate,
    deemedExecutionDate,
    transactionCode,
    transactionFormType,
    acquired,
    disposed,
    exerciseDate: cells.date(places[8] ?? blank!),
    expirationDate: cells.date(places[9] ?? blank!),
    underlyingSecurityTitle: places[10] ?? blank!,
    underlyingSecurityShares: cells.number(places[11] ?? blank!),
    transactionPricePerShare: cells.number(places[12] ?? blank!),
    sharesOwnedFollowingTransaction,
    directOrIndirectOwnership: places[14] ?? blank!,
    natureOfOwnership: places[15] ?? blank!,
    transactionShares: amount,
    transactionAcquiredDisposedCode: new LineSide(amount as LineCell<Decimal>, side),
  };
}

const ITEM_7 = 10;

/** A row whose item 7 is one cell, with that cell as two. */
function spreadItem7(text: string, words: readonly LineCell<string>[]): LineCell<string>[] {
  const item = words[ITEM_7];
  if (!item) return [...words];
  return [...words.slice(0, ITEM_7), ...splitItem7(text, item), ...words.slice(ITEM_7 + 1)];
}

const TRAILING_NUMBER = /(?:^|[\s>])(\\?\$?\d[\d,]*(?:\.\d+)?)$/;

/** Item 7 in one column: `Common Stock 125,000` → the title and the amount, each with the markers behind it. */
function splitItem7(text: string, cell: LineCell<string>): [LineCell<string>, LineCell<string>] {
  const { line, from, cellFrom, cellTo } = cell;
  const to = from + cell.raw.length;
  const number = TRAILING_NUMBER.exec(cell.raw.slice(-40))?.[1];
  if (number === undefined) return [cell, new LineCell<string>(line, undefined, '', to, cellFrom, cellTo, [])];
  const at = to - number.length;
  const before = cell.markers.filter((marker) => marker.span.start < line.start + at);
  const behind = cell.markers.filter((marker) => marker.span.start >= line.start + at);
  const first = before[0] ? before[0].outer.start - line.start : at;
  const title = trim(text, cell.span.start, line.start + Math.max(from, Math.min(first, at)));
  const words = text.slice(title.start, title.end);
  return [
    new LineCell(line, words === '' ? undefined : words, words, title.start - line.start, cellFrom, at, before),
    new LineCell(line, number, number, at, at, cellTo, behind),
  ];
}
