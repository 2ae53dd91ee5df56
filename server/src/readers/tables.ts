/** Tables I and II: lines of cells → rows. */
import {
  DERIVATIVE_COLUMNS,
  DERIVATIVE_COLUMNS_ITEM_7_IN_ONE,
  NON_DERIVATIVE_COLUMNS,
  isBlank,
} from '../filing/columns';
import type { Column, DerivativeRow, NonDerivativeRow, Row, Table, TableName, TextCell } from '../filing/model';
import { CellReader, blankCell, isSpace, trim } from './cells';
import type { LineRun, Source } from './source';
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
    const words = trim(text, line.start, line.end);
    if (words.end === words.start) continue;
    const cells = splitCells(text, line);
    if (seen++ < MOST_HEADING_LINES && firstBody === run.to) {
      if (isHeading(text, line, cells)) {
        lastHeading = number;
        width = Math.max(width, cells.length);
      } else if (cells.length > 5 && cells.some((cell) => NUMBER_OR_DATE.test(wordIn(text, cell)))) firstBody = number;
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

function isHeading(text: string, line: Span, cells: readonly Span[]): boolean {
  const begin = text.slice(line.start, Math.min(line.end, line.start + 2000));
  if (HEADING.test(begin) || (cells.length === 1 && SECOND_LINE_IN_ONE.test(begin))) return true;
  const words = cells.map((cell) => wordIn(text, cell));
  return (
    words.filter((word) => SECOND_LINE.has(word.toLowerCase())).length > 1 &&
    !words.some((word) => NUMBER_OR_DATE.test(word))
  );
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

type Places = Partial<Record<Column, TextCell>>;

/** Reads the rows between a table's title and the next section. `run` begins behind the title line. */
export function readTable<N extends TableName>(
  source: Source,
  cells: CellReader,
  name: N,
  title: Span | undefined,
  run: LineRun,
): Table<Extract<Row, { table: N }>> {
  const grid = gridOf(source, run);
  const columns = columnsFor(name, grid);
  const rows = grid.body.map(({ line, cells: spans }, index) => {
    const words = spans.map((span) => cells.words(span));
    const places: Places = {};
    columns.forEach((names, place) => {
      const cell = words[place] ?? blankCell(line.end);
      if (names.length === 1) places[names[0]!] = cell;
      else [places.underlyingSecurityTitle, places.underlyingSecurityShares] = splitItem7(source.text, cell);
    });
    return name === 'nonDerivativeTable'
      ? nonDerivativeRow(cells, places, words, line, index)
      : derivativeRow(cells, places, words, line, index);
  });
  const { lines, text } = source;
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
    rows: rows as unknown as Extract<Row, { table: N }>[],
    columns,
  };
}

function columnsFor(name: TableName, { width, body }: Grid): readonly (readonly Column[])[] {
  if (name === 'nonDerivativeTable') return NON_DERIVATIVE_COLUMNS;
  if (width >= 15) return width === 15 ? DERIVATIVE_COLUMNS_ITEM_7_IN_ONE : DERIVATIVE_COLUMNS;
  const of15 = body.filter((row) => row.cells.length === 15).length;
  return of15 * 2 > body.length ? DERIVATIVE_COLUMNS_ITEM_7_IN_ONE : DERIVATIVE_COLUMNS;
}

type Common = Omit<NonDerivativeRow, 'table' | 'transactionShares' | 'transactionAcquiredDisposedCode'>;

function common(cells: CellReader, places: Places, words: readonly TextCell[], line: Span, index: number): Common {
  const at = (column: Column): TextCell => places[column] ?? blankCell(line.end);
  return {
    kind: 'transaction',
    index,
    span: line,
    cells: words,
    securityTitle: at('securityTitle'),
    transactionDate: cells.date(at('transactionDate')),
    deemedExecutionDate: cells.date(at('deemedExecutionDate')),
    transactionCode: cells.code(at('transactionCode')),
    transactionFormType: at('transactionFormType'),
    transactionPricePerShare: cells.number(at('transactionPricePerShare')),
    sharesOwnedFollowingTransaction: cells.number(at('sharesOwnedFollowingTransaction')),
    directOrIndirectOwnership: at('directOrIndirectOwnership'),
    natureOfOwnership: at('natureOfOwnership'),
  };
}

function nonDerivativeRow(
  cells: CellReader,
  places: Places,
  words: readonly TextCell[],
  line: Span,
  index: number,
): NonDerivativeRow {
  const row = common(cells, places, words, line, index);
  const transactionShares = cells.number(places.transactionShares ?? blankCell(line.end));
  const transactionAcquiredDisposedCode = places.transactionAcquiredDisposedCode ?? blankCell(line.end);
  const said = [row.transactionDate, row.deemedExecutionDate, row.transactionCode, row.transactionFormType];
  const blank = [...said, transactionShares, transactionAcquiredDisposedCode, row.transactionPricePerShare].every(
    isBlank,
  );
  return {
    ...row,
    kind: blank ? 'holding' : 'transaction',
    table: 'nonDerivativeTable',
    transactionShares,
    transactionAcquiredDisposedCode,
  };
}

function derivativeRow(
  cells: CellReader,
  places: Places,
  words: readonly TextCell[],
  line: Span,
  index: number,
): DerivativeRow {
  const row = common(cells, places, words, line, index);
  const at = (column: Column): TextCell => places[column] ?? blankCell(line.end);
  const acquired = cells.number(at('acquired'));
  const disposed = cells.number(at('disposed'));
  const side = isBlank(acquired) === isBlank(disposed) ? undefined : isBlank(disposed) ? 'A' : 'D';
  const amount = side === 'D' ? disposed : acquired;
  const said = [
    row.transactionDate,
    row.deemedExecutionDate,
    row.transactionCode,
    row.transactionFormType,
    acquired,
    disposed,
  ];
  return {
    ...row,
    kind: said.every(isBlank) ? 'holding' : 'transaction',
    table: 'derivativeTable',
    conversionOrExercisePrice: cells.number(at('conversionOrExercisePrice')),
    acquired,
    disposed,
    exerciseDate: cells.date(at('exerciseDate')),
    expirationDate: cells.date(at('expirationDate')),
    underlyingSecurityTitle: at('underlyingSecurityTitle'),
    underlyingSecurityShares: cells.number(at('underlyingSecurityShares')),
    transactionShares: amount,
    transactionAcquiredDisposedCode: {
      ...blankCell(amount.span.start),
      span: amount.span,
      cellSpan: amount.cellSpan,
      value: side,
      raw: side ?? '',
    },
  };
}

const TRAILING_NUMBER = /(?:^|[\s>])(\\?\$?\d[\d,]*(?:\.\d+)?)$/;

/** Item 7 in one column: `Common Stock 125,000` → the title and the amount, each with the markers behind it. */
function splitItem7(text: string, cell: TextCell): [TextCell, TextCell] {
  const tail = cell.raw.slice(-40);
  const number = TRAILING_NUMBER.exec(tail)?.[1];
  const { cellSpan } = cell;
  if (number === undefined) return [cell, { ...blankCell(cell.span.end), cellSpan }];
  const at = cell.span.end - number.length;
  const span = { start: at, end: cell.span.end };
  const behind = cell.markers.filter((marker) => marker.span.start >= at);
  const before = cell.markers.filter((marker) => marker.span.start < at);
  const amount: TextCell = {
    value: number,
    raw: number,
    span,
    cellSpan: { start: at, end: cellSpan.end },
    markers: behind,
  };
  const first = before[0]?.outer.start ?? at;
  const words = trim(text, cell.span.start, Math.max(cell.span.start, Math.min(first, at)));
  const raw = text.slice(words.start, words.end);
  return [
    {
      value: raw === '' ? undefined : raw,
      raw,
      span: words,
      cellSpan: { start: cellSpan.start, end: at },
      markers: before,
    },
    amount,
  ];
}
