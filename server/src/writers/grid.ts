/** Both tables of the form as cells of words, the same for every layout that prints them. */
import { DERIVATIVE_FIELDS, NON_DERIVATIVE_FIELDS, type Field } from '../facts/fields';
import { cellOf, DERIVATIVE_COLUMNS, NON_DERIVATIVE_COLUMNS } from '../filing/columns';
import type { Column, Filing, Row, TableName } from '../filing/model';
import { labelsOf, printedWords } from './words';

export interface GridCell {
  readonly words: string;
  /** The footnotes that it cites, as printed between the brackets. */
  readonly citations: readonly string[];
}

export interface Heading {
  /** The item that the column belongs to, `4. Securities Acquired (A) …`. */
  readonly item: string;
  /** Its own words below that; '' where it is the only column of the item. */
  readonly part: string;
}

export interface Grid {
  readonly title: string;
  readonly headings: readonly Heading[];
  readonly rows: readonly (readonly GridCell[])[];
}

const TITLES: Readonly<Record<TableName, string>> = {
  nonDerivativeTable: 'Table I - Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned',
  derivativeTable:
    'Table II - Derivative Securities Acquired, Disposed of, or Beneficially Owned (e.g., puts, calls, warrants, options, convertible securities)',
};

/** A table with its headings and rows, item 7 of Table II in two columns whatever the source had. */
export function gridOf(filing: Filing, name: TableName): Grid {
  const columns = (name === 'derivativeTable' ? DERIVATIVE_COLUMNS : NON_DERIVATIVE_COLUMNS).flat();
  const fields: Readonly<Record<string, Field>> =
    name === 'derivativeTable' ? DERIVATIVE_FIELDS : NON_DERIVATIVE_FIELDS;
  const rows: readonly Row[] = filing[name].rows;
  return {
    title: TITLES[name],
    headings: columns.map((column) => ({ item: fields[column]!.heading, part: fields[column]!.part ?? '' })),
    rows: withUnread(filing, name, rows, (row) => columns.map((column) => gridCell(filing, row, column))),
  };
}

/**
 * The rows in the order of the text. One that could not be read whole stays as the text has it, in a single cell, so that
 * nobody takes what was written for all there was.
 */
function withUnread(
  filing: Filing,
  name: TableName,
  rows: readonly Row[],
  cellsOf: (row: Row) => readonly GridCell[],
): Grid['rows'] {
  const unread = filing.unread.flatMap((one) => (one.part === name ? (one.rows ?? []) : []));
  if (unread.length === 0) return rows.map(cellsOf);
  const written = rows.filter(({ span }) => !unread.some(({ start, end }) => span.start < end && start < span.end));
  return [
    ...written.map((row) => ({ at: row.span.start, cells: cellsOf(row) })),
    ...unread.map(({ start, end }) => ({
      at: start,
      cells: [{ words: filing.text.slice(start, end).replace(/\s+/g, ' '), citations: [] }],
    })),
  ]
    .sort((one, other) => one.at - other.at)
    .map(({ cells }) => cells);
}

function gridCell(filing: Filing, row: Row, column: Column): GridCell {
  const cell = cellOf(row, column);
  return { words: printedWords(filing, row, column), citations: cell ? labelsOf(cell) : [] };
}

/** The headings on two lines: each item over the first of its columns, and what its columns are called below. */
export function headingLines({ headings }: Grid): readonly [readonly string[], readonly string[]] {
  return [
    headings.map(({ item }, at) => (at > 0 && headings[at - 1]!.item === item ? '' : item)),
    headings.map(({ part }) => part),
  ];
}
