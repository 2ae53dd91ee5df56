import type { Row } from '../../filing/model';
import { equals, plain } from '../../text/decimal';
import { rowsOfMovedPrices } from '../holdings/tally';
import type { Rule } from '../rule';
import { byClassAndDay, dollars, priceOf } from './trades';

/** Shares of one class withheld on one day at different prices. */
export const withholdPrice: Rule = {
  id: 'withhold-price',
  family: 'prices',
  severity: 'warning',
  summary: 'Shares withheld on one day at different prices',
  sign: 'prices',
  codes: ['F'],
  check(context) {
    const { filing, report, accused, suspect } = context;
    const moved = context.once(rowsOfMovedPrices);
    const withheld = filing.nonDerivativeTable.rows.filter(
      (row) =>
        row.transactionCode.value === 'F' &&
        priceOf(row) !== undefined &&
        row.transactionPricePerShare.markers.length === 0 &&
        !suspect(row.transactionPricePerShare) &&
        !moved.has(row) &&
        !accused(row, 'price-outlier'),
    );
    // One price is no other than another.
    if (withheld.length < 2) return;
    for (const rows of byClassAndDay(withheld)) {
      const usual = mostUsed(rows);
      for (const row of rows) {
        const price = priceOf(row)!;
        if (!usual || equals(price, priceOf(usual)!)) continue;
        const { transactionPricePerShare: cell } = row;
        report({
          row,
          cell,
          span: cell.span,
          message: `Expected one price for shares of this class withheld on one day; found ${dollars(price)} here and ${dollars(priceOf(usual)!)} in another row. Check which is right.`,
          related: [
            {
              message: `the price of another row, ${dollars(priceOf(usual)!)}`,
              span: usual.transactionPricePerShare.span,
            },
          ],
        });
      }
    }
  },
};

/** The first row of the price that most rows have. */
function mostUsed<R extends Row>(rows: readonly R[]): R | undefined {
  const counts = new Map<string, number>();
  const countOf = (row: R): number => counts.get(plain(priceOf(row)!)) ?? 0;
  for (const row of rows) counts.set(plain(priceOf(row)!), countOf(row) + 1);
  return rows.reduce<R | undefined>((best, row) => (best && countOf(best) >= countOf(row) ? best : row), undefined);
}
