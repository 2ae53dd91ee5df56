import { cellsOf } from '../../filing/columns';
import type { Filing, Row, Table } from '../../filing/model';
import { faultOf } from '../../rules/rows/rowCells';

/** The rows of a table that read without doubt; none where something in the table did not. */
export function cleanRows(filing: Filing, table: Table<Row>): readonly Row[] {
  const { start, end } = table.span;
  const inDoubt = filing.problems.some(({ span }) => span.start < end && start < span.end);
  if (inDoubt || !table.headings) return [];
  return table.rows.filter(
    (row) =>
      row.cells.length > 1 &&
      faultOf(row, table.columns) === undefined &&
      cellsOf(row, table).every(({ cell }) => cell.problem === undefined),
  );
}
