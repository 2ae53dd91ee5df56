import { codesOf, transactionCode } from '../../facts/transactionCodes';
import type { Filing, Row } from '../../filing/model';
import { rowsOf } from '../../filing/queries';
import { absolute, compare, multiply, parseDecimal, plain, subtract, whole, type Decimal } from '../../text/decimal';
import type { Rule } from '../rule';
import { byClassAndDay, dollars, priceOf, tradeNotes } from './trades';

/** How far apart two prices of Table II are not: one title may stand for options of several terms. */
const TIMES = whole(10);
/** Two prices of a share on one day: on accepted filings the highest is at most 1.15 times the lowest. */
const SHARE_TIMES = parseDecimal('1.5')!;

/** The least at which two prices are told of which one comes near the other with two of its digits exchanged. */
const DIGITS_TIMES = parseDecimal('1.2')!;

const NEAR = whole(33);

/** Prices that are agreed on are no prices of that day. */
const AGREED =
  /\b(?:private|privately|negotiated|offering|underwrit\w{2,6}|block|discount|forward|agreement|option|warrants?|exercise[ds]?|conver\w{3,6}|tender|merger|plan)\b/i;

/** A price far from the others of that class and day. */
export const priceOutlier: Rule = {
  id: 'price-outlier',
  family: 'prices',
  severity: 'information',
  summary: 'Prices of one class and day that are far apart',
  sign: 'prices',
  codes: codesOf('averaged'),
  check({ filing, report, suspect, accused }) {
    const market = rowsOf(filing).filter(isTradeOfTheDay);
    if (!areApart(market)) return;
    const trusted = market.filter((row) => !suspect(row.transactionPricePerShare) && !accused(row, 'holdings-total'));
    for (const rows of byClassAndDay(trusted)) {
      if (rows.length < 2) continue;
      const sorted = [...rows].sort((a, b) => compare(priceOf(a)!, priceOf(b)!));
      const middle = usualOf(sorted);
      const usual = priceOf(middle)!;
      for (const row of rows) {
        const price = priceOf(row)!;
        const tenfold = isFar(price, usual, TIMES);
        const isShare = row.table === 'nonDerivativeTable';
        if (!tenfold && !(isShare && isFarForShares(price, usual) && !isAgreed(filing, row, middle))) continue;
        // `withhold-price` looks at shares withheld by themselves.
        if (isWithheld(row) && isWithheld(middle)) continue;
        const { transactionPricePerShare: cell } = row;
        report({
          row,
          cell,
          span: cell.span,
          message: tenfold
            ? `Check the price: ${dollars(price)} is a factor of ten or more from ${dollars(usual)}, the price of another row of this class and day. A decimal point may have slipped.`
            : `Check the price: ${dollars(price)} is far from ${dollars(usual)}, the price of another row of this class and day. One of the two may be mistyped.`,
          related: [
            { message: `another price of that day, ${dollars(usual)}`, span: middle.transactionPricePerShare.span },
          ],
        });
      }
    }
  },
};

/** Shares withheld go by the price of the market too. */
const isTradeOfTheDay = (row: Row): boolean => {
  const code = transactionCode(row.transactionCode.value);
  return (
    (code?.market === true || (code?.averaged === true && row.table === 'nonDerivativeTable')) &&
    priceOf(row) !== undefined
  );
};

const isWithheld = ({ transactionCode, transactionPricePerShare: { markers } }: Row): boolean =>
  transactionCode.value === 'F' && markers.length === 0;

const isFar = (price: Decimal, usual: Decimal, times: Decimal): boolean =>
  compare(price, multiply(usual, times)) >= 0 || compare(multiply(price, times), usual) <= 0;

const isFarForShares = (price: Decimal, usual: Decimal): boolean =>
  isFar(price, usual, SHARE_TIMES) || (isFar(price, usual, DIGITS_TIMES) && nearWithDigits(price, usual));

/** The row in the middle; of two the one that the other would be near to with two of its digits exchanged. */
function usualOf<R extends Row>(sorted: readonly R[]): R {
  const [low, high] = sorted as readonly [R, R];
  if (
    sorted.length === 2 &&
    !nearWithDigits(priceOf(high)!, priceOf(low)!) &&
    nearWithDigits(priceOf(low)!, priceOf(high)!)
  )
    return high;
  return sorted[(sorted.length - 1) >> 1]!;
}

/** True where a price with two neighbouring digits exchanged is within three hundredths of another. */
function nearWithDigits(price: Decimal, other: Decimal): boolean {
  const digits = plain(price);
  for (let at = 0; at + 1 < digits.length; at++) {
    if (digits[at] === '.' || digits[at + 1] === '.') continue;
    const swapped = parseDecimal(digits.slice(0, at) + digits[at + 1]! + digits[at]! + digits.slice(at + 2));
    if (swapped && compare(multiply(absolute(subtract(swapped, other)), NEAR), other) <= 0) return true;
  }
  return false;
}

const isAgreed = (filing: Filing, ...rows: readonly Row[]): boolean =>
  rows.some((row) => tradeNotes(filing, row).some(({ text }) => AGREED.test(text)));

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
  return isFar(high, low, DIGITS_TIMES);
}
