import type { Row } from '../../filing/model';
import { add, compare, grouped, multiply, whole, ZERO, type Decimal } from '../../text/decimal';
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
  codes: ['L'],
  check(context) {
    const small = rowsInPlace(context).filter((row) => codeOf(row) === 'L');
    const spent = new Map<Day, Decimal>();
    for (const row of small) {
      const { transactionCode: cell } = row;
      const dollars = spentBy(row, spent);
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

/**
 * What the row and those before it in the six months to its day cost; a row without price costs nothing, one without a
 * date stands alone. `spent`: what the rows before it cost, by their days; the row's own cost is added.
 */
function spentBy(
  { transactionDate, transactionShares, transactionPricePerShare }: Row,
  spent: Map<Day, Decimal>,
): Decimal {
  const [amount, price, day] = [transactionShares.value, transactionPricePerShare.value, transactionDate.value];
  const own = amount && price ? multiply(amount, price) : ZERO;
  if (day === undefined) return own;
  spent.set(day, add(spent.get(day) ?? ZERO, own));
  let sum = ZERO;
  for (let one = day - SIX_MONTHS; one <= day; one++) {
    const cost = spent.get(one);
    if (cost) sum = add(sum, cost);
  }
  return sum;
}
