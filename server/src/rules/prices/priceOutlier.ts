import { codesOf, transactionCode } from '../../facts/transactionCodes';
import type { Row } from '../../filing/model';
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
  codes: codesOf('market'),
  check({ filing, report, suspect }) {
    const market = rowsOf(filing).filter(isMarketTrade);
    if (!areApart(market)) return;
    const trusted = market.filter((row) => !suspect(row.transactionPricePerShare));
    for (const rows of byClassAndDay(trusted)) {
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

const isMarketTrade = (row: Row): boolean =>
  transactionCode(row.transactionCode.value)?.market === true && priceOf(row) !== undefined;

/** True where the highest price of all is far from the lowest, whatever the class and the day. */
function areApart(rows: readonly Row[]): boolean {
  const [first] = rows;
  if (!first) return false;
  let low = priceOf(first)!;
  let high = low;
  for (const row of rows) {
    const price = priceOf(row)!;
    if (compare(price, low) < 0) low = price;
    if (compare(price, high) > 0) high = price;
  }
  return compare(high, multiply(low, TIMES)) >= 0;
}
