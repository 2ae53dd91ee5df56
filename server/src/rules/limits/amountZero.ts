import { transactionCode } from '../../facts/transactionCodes';
import { cellsOf } from '../../filing/columns';
import type { Filing, Row } from '../../filing/model';
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
    } else if (cell.value && isZero(cell.value) && !mayBeExplained(filing, row))
      report({
        row,
        cell,
        span: cell.span,
        severity: 'warning',
        message: isTraded(row)
          ? `The amount in ${where} is 0, though the trade has a price, and no footnote at the amount says why. Check it.`
          : `The amount in ${where} is 0, and no footnote of the row says why. Check it.`,
      });
  },
};

/** A footnote says why; of a trade that has a price the other footnotes speak of that, of the plan or of the owner. */
const mayBeExplained = (filing: Filing, row: Row): boolean =>
  isTraded(row)
    ? row.transactionShares.markers.length > 0
    : cellsOf(row, tableOf(filing, row)).some(({ cell }) => cell.markers.length > 0);

const isTraded = ({ transactionCode: { value: code }, transactionPricePerShare: { value: price } }: Row): boolean =>
  transactionCode(code)?.averaged === true && price !== undefined && !isZero(price);
