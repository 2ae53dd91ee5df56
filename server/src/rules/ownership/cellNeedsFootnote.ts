import { isBlank } from '../../filing/columns';
import type { Cell, DerivativeRow } from '../../filing/model';
import { columnName } from '../columnNames';
import { schemaSeverity } from '../era';
import { citeHere } from '../footnotes/lost';
import type { Rule } from '../rule';

const COLUMNS = ['conversionOrExercisePrice', 'exerciseDate', 'expirationDate', 'underlyingSecurityShares'] as const;

const WANTED: Record<(typeof COLUMNS)[number], string> = {
  conversionOrExercisePrice: 'a price',
  exerciseDate: 'a date',
  expirationDate: 'a date',
  underlyingSecurityShares: 'an amount',
};

/** A blank cell of Table II that only a footnote can excuse. */
export const cellNeedsFootnote: Rule = {
  id: 'cell-needs-footnote',
  family: 'ownership',
  severity: 'error',
  suspends: true,
  summary: 'A blank cell of Table II without the footnote that it needs',
  fixable: true,
  oddRows: true,
  checkRow(row, context) {
    if (row.table !== 'derivativeTable') return;
    const item7InOne = context.columnsOf(row).columns.some((names) => names.length > 1);
    for (const column of COLUMNS) {
      const cell: Cell<unknown> = row[column];
      if (!isBlank(cell) || (item7InOne && column === 'underlyingSecurityShares' && citesInItem7(row))) continue;
      context.report({
        row,
        cell,
        span: cell.span,
        incomplete: true,
        severity: schemaSeverity(context),
        ...citeHere(context.filing, cell),
        message: `Expected ${WANTED[column]} in ${columnName(row, column)}, or the marker of a footnote that says why there is none; the cell is blank.`,
      });
    }
  },
};

/** Where title and amount share a cell, a marker behind the title may be the amount's. */
function citesInItem7({ underlyingSecurityTitle }: DerivativeRow): boolean {
  return underlyingSecurityTitle.markers.length > 0;
}
