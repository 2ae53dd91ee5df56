import type { Row } from '../../filing/model';
import { add, compare, grouped, multiply, whole, ZERO } from '../../text/decimal';
import type { Day } from '../../text/days';
import type { Rule } from '../rule';
import { codeOf, rowsInPlace } from './codeCell';

/** Small acquisitions stay at or below this many dollars in six months. */
const MOST_DOLLARS = whole(10_000);
const SIX_MONTHS: Day = 182;

/** Small acquisitions that are no longer small: told once, at the row that goes over the limit. */
export const codeLLimit: Rule = {
  id: 'code-l-limit',
  family: 'codes',
  severity: 'warning',
  summary: 'Code L (small acquisition) over $10,000',
  check(context) {
    const small = rowsInPlace(context).filter((row) => codeOf(row) === 'L');
    for (const row of small) {
      const { transactionCode: cell } = row;
      const dollars = spentBy(row, small);
      if (compare(dollars, MOST_DOLLARS) <= 0) continue;
      context.report({
        cell,
        span: cell.span,
        message: `Code L (Small acquisition under Rule 16a-6) is for at most $10,000 in six months; the rows of code L come to $${grouped(dollars)} here. Check the code, the amount and the price.`,
      });
      return;
    }
  },
};

/** What the row and those before it in the six months to its day cost; a row without date or price costs nothing. */
function spentBy(row: Row, small: readonly Row[]): ReturnType<typeof whole> {
  const day = row.transactionDate.value;
  let sum = ZERO;
  for (const other of small) {
    const { transactionDate, transactionShares, transactionPricePerShare } = other;
    const near =
      other === row ||
      (day !== undefined &&
        transactionDate.value !== undefined &&
        transactionDate.value <= day &&
        day - transactionDate.value <= SIX_MONTHS);
    if (near && transactionShares.value && transactionPricePerShare.value)
      sum = add(sum, multiply(transactionShares.value, transactionPricePerShare.value));
    if (other === row) break;
  }
  return sum;
}
