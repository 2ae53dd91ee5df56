import { rowsOf } from '../../filing/queries';
import { compare, multiply, whole } from '../../text/decimal';
import type { Rule } from '../rule';
import { byClassAndDay, dollars, priceOf } from './trades';

/** How far apart two market prices of one day are not. */
const TIMES = whole(10);

/** A market price ten times, or a tenth of, the others of that class and day. */
export const priceOutlier: Rule = {
  id: 'price-outlier',
  family: 'prices',
  severity: 'hint',
  summary: 'Prices of one class and day a factor of 10 apart',
  check({ filing, report, suspect }) {
    const market = rowsOf(filing).filter(
      (row) =>
        (row.transactionCode.value === 'P' || row.transactionCode.value === 'S') &&
        priceOf(row) !== undefined &&
        !suspect(row.transactionPricePerShare),
    );
    for (const rows of byClassAndDay(market)) {
      if (rows.length < 2) continue;
      const sorted = [...rows].sort((a, b) => compare(priceOf(a)!, priceOf(b)!));
      const middle = sorted[(sorted.length - 1) >> 1]!;
      const usual = priceOf(middle)!;
      for (const row of rows) {
        const price = priceOf(row)!;
        if (compare(price, multiply(usual, TIMES)) < 0 && compare(multiply(price, TIMES), usual) > 0) continue;
        const { transactionPricePerShare: cell } = row;
        report({
          row,
          cell,
          span: cell.span,
          message: `Check the price: ${dollars(price)} is a factor of ten or more from ${dollars(usual)}, the price of another row of this class and day. A decimal point may have slipped.`,
          related: [
            { message: `another price of that day, ${dollars(usual)}`, span: middle.transactionPricePerShare.span },
          ],
        });
      }
    }
  },
};
