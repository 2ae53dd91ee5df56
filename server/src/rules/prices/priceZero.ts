import { transactionCode } from '../../facts/transactionCodes';
import { cellsOf } from '../../filing/columns';
import type { Cell, Filing } from '../../filing/model';
import { isZero } from '../../text/decimal';
import { numberingOf } from '../footnotes/numbering';
import type { Rule } from '../rule';
import { isTrade } from './trades';

/** A purchase, sale or withholding at $0. */
export const priceZero: Rule = {
  id: 'price-zero',
  family: 'prices',
  severity: 'warning',
  summary: 'P, S or F at a price of 0',
  oddRows: true,
  checkRow(row, { filing, columnsOf, report, accused }) {
    const { transactionPricePerShare: cell } = row;
    if (row.table !== 'nonDerivativeTable' || !isTrade(row)) return;
    if (accused(row, 'code-side') || !cell.value || !isZero(cell.value)) return;
    if (cell.markers.length > 0 || saysWhy(filing, cellsOf(row, columnsOf(row)))) return;
    const code = row.transactionCode.value!;
    report({
      row,
      cell,
      span: cell.span,
      message: `Expected ${transactionCode(code)!.price} beside code ${code}; found 0, and no footnote says why.`,
      related: [{ message: 'the code', span: row.transactionCode.span }],
    });
  },
};

/** Words of a footnote by which nothing was paid. */
const NOTHING_PAID =
  /\bconsideration\b|\bexchanged?\b|\b(?:no|without|without any) (?:price|cost|cash|payment)\b|\bgiven up\b|\bforfeit|\bcancel|\bsurrender/i;

/** True where a footnote of another cell of the row says that nothing was paid, not merely under what plan it was traded. */
function saysWhy(filing: Filing, cells: readonly { cell: Cell<unknown> }[]): boolean {
  const { notes } = numberingOf(filing);
  return cells.some(({ cell }) =>
    cell.markers.some(({ number }) => number !== undefined && NOTHING_PAID.test(notes.get(number)?.text ?? '')),
  );
}
