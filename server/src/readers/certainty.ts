/** How sure a reading is, part by part: what a page has torn or hidden in part was not read for certain. */
import type { Filing, InferredPart, ReadPart, Row, Table } from '../filing/model';

/**
 * A filing with the names of the parts that were inferred: what its reader says, what is unread in part, and each table with
 * a row that was inferred. On a page in columns of blanks all rows of a table are as sure as the least of them.
 */
export function withCertainty(filing: Filing): Filing {
  const { nonDerivativeTable, derivativeTable, unread, layout } = filing;
  if (unread.length === 0 && !filing.inferred && nonDerivativeTable.numbers && derivativeTable.numbers) return filing;
  const names = new Set<InferredPart>(filing.inferred);
  for (const { part } of unread) names.add(part);
  const lower = <R extends Row>(part: ReadPart & keyof Filing, table: Table<R>): Table<R> => {
    // Each of its rows is certain.
    if (table.numbers) return table;
    const isTorn = layout === 'columns' && names.has(part) && table.rows.some(({ read }) => read === 'certain');
    if (table.rows.some(({ read }) => read === 'inferred')) names.add(part);
    return isTorn ? { ...table, rows: table.rows.map((row) => inferredRow(row)) } : table;
  };
  const first = lower('nonDerivativeTable', nonDerivativeTable);
  const second = lower('derivativeTable', derivativeTable);
  if (names.size === 0) return filing;
  return { ...filing, nonDerivativeTable: first, derivativeTable: second, inferred: [...names] };
}

/** A row that was inferred, with all else as it is. */
export function inferredRow<R extends Row>(row: R): R {
  return row.read === 'inferred' ? row : { ...row, read: 'inferred' };
}
