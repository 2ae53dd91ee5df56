import type { Cell, Column, DerivativeRow, Row, Table } from './model';
import { touches } from '../text/span';

/** Table I, left to right. */
export const NON_DERIVATIVE_COLUMNS: readonly (readonly Column[])[] = [
  ['securityTitle'],
  ['transactionDate'],
  ['deemedExecutionDate'],
  ['transactionCode'],
  ['transactionFormType'],
  ['transactionShares'],
  ['transactionAcquiredDisposedCode'],
  ['transactionPricePerShare'],
  ['sharesOwnedFollowingTransaction'],
  ['directOrIndirectOwnership'],
  ['natureOfOwnership'],
];

/** Table II, left to right, with item 7 in two columns. */
export const DERIVATIVE_COLUMNS: readonly (readonly Column[])[] = [
  ['securityTitle'],
  ['conversionOrExercisePrice'],
  ['transactionDate'],
  ['deemedExecutionDate'],
  ['transactionCode'],
  ['transactionFormType'],
  ['acquired'],
  ['disposed'],
  ['exerciseDate'],
  ['expirationDate'],
  ['underlyingSecurityTitle'],
  ['underlyingSecurityShares'],
  ['transactionPricePerShare'],
  ['sharesOwnedFollowingTransaction'],
  ['directOrIndirectOwnership'],
  ['natureOfOwnership'],
];

/** Table II with title and amount of item 7 in one column. */
export const DERIVATIVE_COLUMNS_ITEM_7_IN_ONE: readonly (readonly Column[])[] = [
  ...DERIVATIVE_COLUMNS.slice(0, 10),
  ['underlyingSecurityTitle', 'underlyingSecurityShares'],
  ...DERIVATIVE_COLUMNS.slice(12),
];

/** The cell of a column; undefined where the row's table has no such column. */
export function cellOf(row: Row, column: Column): Cell<unknown> | undefined {
  return (row as DerivativeRow)[column as keyof DerivativeRow] as Cell<unknown> | undefined;
}

/** The cells of a row that hold words, left to right. */
export function wordCells(row: Row): readonly Cell<string>[] {
  const { securityTitle, transactionCode, transactionFormType, directOrIndirectOwnership, natureOfOwnership } = row;
  const between = row.table === 'derivativeTable' ? row.underlyingSecurityTitle : row.transactionAcquiredDisposedCode;
  return [securityTitle, transactionCode, transactionFormType, between, directOrIndirectOwnership, natureOfOwnership];
}

/** Every column of a row with its cell, left to right. */
export function cellsOf(row: Row, { columns }: Pick<Table<Row>, 'columns'>): { column: Column; cell: Cell<unknown> }[] {
  const out: { column: Column; cell: Cell<unknown> }[] = [];
  for (const place of columns)
    for (const column of place) {
      const cell = cellOf(row, column);
      if (cell) out.push({ column, cell });
    }
  return out;
}

/** The column of a row at an offset; the value that the offset touches wins over the cell around it. */
export function columnAt(
  row: Row,
  table: Table<Row>,
  offset: number,
): { column: Column; cell: Cell<unknown> } | undefined {
  const all = cellsOf(row, table).filter(({ cell }) => touches(cell.cellSpan, offset));
  return all.find(({ cell }) => cell.raw !== '' && touches(cell.span, offset)) ?? all[0];
}

/** True where nothing stands in the cell, not even a marker. */
export function isBlank(cell: Cell<unknown>): boolean {
  return cell.raw === '' && cell.markers.length === 0;
}
