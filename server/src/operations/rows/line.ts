/** A row as a line of the text: tabs or bars, padding and blank cells at the end as its neighbours have them. */
import { DERIVATIVE_COLUMNS, NON_DERIVATIVE_COLUMNS, cellOf, isBlank } from '../../filing/columns';
import { perFiling } from '../../filing/memo';
import type { Column, Filing, Row, TableName } from '../../filing/model';
import type { Edit } from '../../text/edits';

/** Stands in a cell for a place to fill in until the line is taken apart (stops.ts): of the characters that no text uses. */
export const STOP = /[\ue000-\ue01f]/;

/** What stands in the cells of a row, each as it is to be written; what is not named is blank. */
export type Written = Partial<Record<Column, string>>;

/** The columns of a table; those of the form where the text has no such table. */
export function columnsOf(filing: Filing, table: TableName): readonly (readonly Column[])[] {
  const { columns } = filing[table];
  return columns.length > 0 ? columns : table === 'derivativeTable' ? DERIVATIVE_COLUMNS : NON_DERIVATIVE_COLUMNS;
}

/** What stands around and between the cells of a line. */
interface Shape {
  readonly lead: string;
  readonly between: string;
  readonly tail: string;
  /** The cell at a place, padded. */
  readonly cell: (words: string, at: number) => string;
  /** The fewest cells of a line, blank ones at its end included. */
  readonly least: number;
}

/** The line of a row, without a line end, written as `like` is or, without it, as the table's rows are. */
export function lineOf(filing: Filing, table: TableName, written: Written, like?: Row): string {
  const places = columnsOf(filing, table);
  const shape = like ? shapeOf(filing, like, places.length) : usualShape(filing, table, places.length);
  const words = places.map((shared) =>
    shared
      .map((column) => written[column] ?? '')
      .filter((word) => word !== '')
      .join(' '),
  );
  let count = words.length;
  while (count > shape.least && words[count - 1] === '') count--;
  while (words.length < shape.least) words.push('');
  const cells = words.slice(0, Math.max(count, shape.least)).map((word, at) => shape.cell(word, at));
  return shape.lead + cells.join(shape.between) + shape.tail;
}

/** What a row's cells say, as it is written, markers too; to be written again. */
export function writtenOf(filing: Filing, row: Row): Written {
  const out: Written = {};
  for (const shared of columnsOf(filing, row.table))
    for (const column of shared) {
      const cell = cellOf(row, column);
      if (cell && !isBlank(cell)) out[column] = filing.text.slice(cell.cellSpan.start, cell.cellSpan.end).trim();
    }
  return out;
}

const shapesOf = perFiling(() => new Map<TableName, Shape>());

/** How the rows of a table are written; looked at once a filing. */
function usualShape(filing: Filing, table: TableName, width: number): Shape {
  const shapes = shapesOf(filing);
  let shape = shapes.get(table);
  if (!shape) {
    const model = modelRow(filing, table);
    shape = model ? shapeOf(filing, model, width) : shapeOfHeadings(filing, table, width);
    shapes.set(table, shape);
  }
  return shape;
}

/** The last row of the table, else of the other one, whose line has the cells of a row. */
function modelRow(filing: Filing, table: TableName): Row | undefined {
  const other = table === 'derivativeTable' ? 'nonDerivativeTable' : 'derivativeTable';
  for (const name of [table, other] as const) {
    const rows: readonly Row[] = filing[name].rows;
    for (let at = rows.length - 1; at >= 0; at--) if (rows[at]!.cells.length > 1) return rows[at];
  }
  return undefined;
}

function shapeOf({ text, nonDerivativeTable, derivativeTable }: Filing, row: Row, width: number): Shape {
  const { cells, span } = row;
  const first = cells[0]!.cellSpan;
  const last = cells[cells.length - 1]!.cellSpan;
  const between = cells[1] ? text.slice(first.end, cells[1].cellSpan.start) : '\t';
  // A row of the other table says how lines are made, not how many cells they have.
  const own = (row.table === 'derivativeTable') === width > NON_DERIVATIVE_COLUMNS.length;
  const bars = between.includes('|');
  const common = {
    lead: text.slice(span.start, first.start),
    between,
    tail: text.slice(last.end, span.end),
    least: own ? Math.min(cells.length, width) : width,
  };
  if (!bars) return { ...common, cell: (words) => words };
  const closed = common.lead.includes('|');
  const padded = cells.some(({ cellSpan, raw }) => raw !== '' && text.charAt(cellSpan.start) === ' ');
  const blank = cells.find((cell) => isBlank(cell))?.cellSpan;
  const blanks = blank ? Math.max(1, Math.min(3, blank.end - blank.start)) : 2;
  const table = row.table === 'derivativeTable' ? derivativeTable : nonDerivativeTable;
  const aligned = own && isAligned(table.rows);
  return {
    ...common,
    cell: (words, at) => {
      const before = padded && (closed || at > 0) ? ' ' : '';
      const after = padded && (closed || at < width - 1) ? ' ' : '';
      const cell = words === '' && closed ? ' '.repeat(blanks) : before + words + after;
      const wide = aligned ? cells[at]?.cellSpan : undefined;
      return wide ? cell.padEnd(wide.end - wide.start + (STOP.test(words) ? 1 : 0)) : cell;
    },
  };
}

/** True where the bars of all rows stand one below another: so many columns never are equally wide by chance. */
export function isAligned(rows: readonly Row[]): boolean {
  const width = ({ cellSpan }: Row['cells'][number]): number => cellSpan.end - cellSpan.start;
  const [first, ...others] = rows.slice(0, 12);
  if (!first || others.length === 0) return false;
  const same = (row: Row): boolean =>
    row.cells.every((cell, at) => first.cells[at] && width(cell) === width(first.cells[at]));
  const words = (row: Row): string => row.cells.map(({ raw }) => raw.length).join();
  return others.every(same) && others.some((row) => words(row) !== words(first));
}

/** A table without a row: its headings say whether cells are parted by bars. */
function shapeOfHeadings(filing: Filing, table: TableName, width: number): Shape {
  const { headings } = filing[table];
  const words = headings ? filing.text.slice(headings.start, headings.end) : '';
  const line = words.slice(0, 4000);
  if (!line.includes('|')) return { lead: '', between: '\t', tail: '', cell: (cell) => cell, least: width };
  const closed = line.startsWith('|');
  return {
    lead: closed ? '|' : '',
    between: '|',
    tail: closed ? '|' : '',
    least: width,
    cell: (cell, at) => (closed ? ` ${cell} ` : (at > 0 ? ' ' : '') + cell + (at < width - 1 ? ' ' : '')),
  };
}

/** The line end that the text uses. */
export const lineEndOf = ({ text }: Filing): string =>
  text.includes('\r\n') ? '\r\n' : text.includes('\n') || !text.includes('\r') ? '\n' : '\r';

/**
 * Lines set behind a line of the text, and where the first of them stands in the text as it is then, other edits not
 * counted. `end` is the end of the line before, without its line end.
 */
export function insertLines(filing: Filing, end: number, lines: readonly string[]): { edit: Edit; start: number } {
  const eol = lineEndOf(filing);
  return {
    edit: { span: { start: end, end }, newText: lines.map((line) => eol + line).join('') },
    start: end + eol.length,
  };
}
