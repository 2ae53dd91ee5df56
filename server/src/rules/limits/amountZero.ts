import { cellsOf } from '../../filing/columns';
import { tableOf } from '../../filing/queries';
import { isZero } from '../../text/decimal';
import { columnName } from '../columnNames';
import { schemaSeverity } from '../era';
import type { Rule } from '../rule';

/** A transaction of nothing. In Table II a row with neither (A) nor (D) is the matter of `side-invalid`. */
export const amountZero: Rule = {
  id: 'amount-zero',
  family: 'limits',
  severity: 'error',
  suspends: true,
  summary: 'A transaction whose amount is blank, or 0 without a footnote',
  oddRows: true,
  checkRow(row, context) {
    const { filing, report, suspect } = context;
    const cell = row.transactionShares;
    if (row.kind !== 'transaction' || suspect(cell)) return;
    const where = columnName(row, 'transactionShares');
    if (cell.raw === '') {
      if (row.table === 'derivativeTable') return;
      report({
        row,
        cell,
        span: cell.span,
        incomplete: true,
        severity: schemaSeverity(context),
        message: `Expected the number of securities in ${where}; it is blank, and a footnote cannot stand for it.`,
      });
    } else if (
      cell.value &&
      isZero(cell.value) &&
      !cellsOf(row, tableOf(filing, row)).some((one) => one.cell.markers.length > 0)
    )
      report({
        row,
        cell,
        span: cell.span,
        severity: 'warning',
        message: `The amount in ${where} is 0, and no footnote of the row says why. Check it.`,
      });
  },
};
