import { transactionCode } from '../../facts/transactionCodes';
import { cellsOf } from '../../filing/columns';
import { isZero } from '../../text/decimal';
import type { Rule } from '../rule';
import { isTrade } from './trades';

/** A purchase, sale or withholding at $0. */
export const priceZero: Rule = {
  id: 'price-zero',
  family: 'prices',
  severity: 'warning',
  summary: 'P, S or F at a price of 0',
  checkRow(row, { columnsOf, report, accused }) {
    const { transactionPricePerShare: cell } = row;
    if (row.table !== 'nonDerivativeTable' || !isTrade(row)) return;
    if (accused(row, 'code-side') || !cell.value || !isZero(cell.value)) return;
    if (cellsOf(row, columnsOf(row)).some((one) => one.cell.markers.length > 0)) return;
    const code = row.transactionCode.value!;
    report({
      row,
      cell,
      span: cell.span,
      message: `Expected ${transactionCode(code)!.price} beside code ${code}; found 0, and no footnote of the row says why.`,
    });
  },
};
