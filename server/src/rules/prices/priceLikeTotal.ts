import { classOf } from '../../filing/holdings';
import { rowsOf } from '../../filing/queries';
import type { Row } from '../../filing/model';
import {
  absolute,
  compare,
  digitsOf,
  divide,
  equals,
  isZero,
  multiply,
  subtract,
  whole,
  type Decimal,
} from '../../text/decimal';
import { rowsOfMovedPrices } from '../holdings/tally';
import type { Fix, Rule } from '../rule';
import { writtenLike } from '../words';
import { dollars, priceOf } from './trades';

/** From here on a price per share is worth a second look. */
const LARGE = whole(10_000);
/** From here on a price that is just the amount is no coincidence. */
const MANY = whole(1_000);

/** Few hold so many shares of a company whose share costs that much. */
const SHARES = whole(100);
/** Preferred stock, units of a fund and notes may be that dear. */
const STOCK = /\b(?:common|ordinary|capital)\b(?!.{1,60}\b(?:preferred|units?|interests?)\b)/i;

/** A price that is the value of the whole transaction, or its number of shares. */
export const priceLikeTotal: Rule = {
  id: 'price-like-total',
  family: 'prices',
  severity: 'warning',
  summary: 'A price that is the total value, or the number of shares',
  fixable: true,
  sign: 'prices',
  check(context) {
    const { filing, report, suspect } = context;
    const moved = context.once(rowsOfMovedPrices);
    const priced = rowsOf(filing).filter((row) => row.kind === 'transaction' && priceOf(row) !== undefined);
    let classes: ReadonlyMap<string, readonly Row[]> | undefined;
    for (const row of priced) {
      const { transactionPricePerShare: cell, transactionShares } = row;
      const price = priceOf(row)!;
      const amount = transactionShares.value;
      if (!amount || isZero(amount) || transactionShares.dollars || suspect(cell)) continue;
      if (moved.has(row)) continue;
      if (equals(price, amount) && compare(amount, MANY) >= 0) {
        report({
          row,
          cell,
          span: cell.span,
          message: `Expected the price per share; found ${dollars(price)}, which is the number of shares in the same row.`,
          related: [{ message: 'the number of shares', span: transactionShares.span }],
        });
        continue;
      }
      const each = compare(price, LARGE) >= 0 ? divide(price, amount, 4) : undefined;
      if (!each) continue;
      const peers = (classes ??= classesOf(priced)).get(keyOf(row))!;
      const like = nearest(peers, row, each);
      if (!like) {
        // Of several rows at such prices each bears out the others.
        // `price-outlier` compares the prices of one day.
        const isOfDay = peers.some((one) => one !== row && one.transactionDate.value === row.transactionDate.value);
        const isEven = isExact(price, amount, each);
        if (
          (isEven || (compare(amount, SHARES) >= 0 && !isOfDay)) &&
          STOCK.test(row.securityTitle.value ?? '') &&
          !nearest(peers, row, price)
        )
          report({
            cell,
            span: cell.span,
            severity: isEven ? 'information' : 'hint',
            message: `Check the price: ${dollars(price)} for one share of common stock, as hardly any costs. If it is the value of the whole transaction, one share comes to ${isEven ? 'just ' : ''}${dollars(each)}.`,
          });
        continue;
      }
      report({
        row,
        cell,
        span: cell.span,
        message: `Expected the price per share; found ${dollars(price)}, which looks like the value of the whole transaction: divided by the amount it comes to ${dollars(each)}, near the price of another row.`,
        related: [
          {
            message: `a price of the same class, ${dollars(priceOf(like)!)}`,
            span: like.transactionPricePerShare.span,
          },
        ],
        fixes: (): Fix[] => [
          {
            title: `Set the price to ${dollars(each)}`,
            edits: [{ span: cell.span, newText: writtenLike(cell, each) }],
          },
        ],
      });
    }
  },
};

/** True where a value divided by an amount comes to a price to the digit, though hardly one amount in fifty would do so. */
function isExact(value: Decimal, amount: Decimal, each: Decimal): boolean {
  if (amount.scale > 0 || !equals(multiply(each, amount), value)) return false;
  let odd = digitsOf(amount);
  for (const factor of [2n, 5n]) while (odd !== 0n && odd % factor === 0n) odd /= factor;
  return odd > 50n;
}

const keyOf = (row: Row): string => `${row.table} ${classOf(row)}`;

/** The rows of each class, by their prices from low to high. */
function classesOf(priced: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const classes = new Map<string, Row[]>();
  for (const row of priced) {
    const rows = classes.get(keyOf(row));
    if (rows) rows.push(row);
    else classes.set(keyOf(row), [row]);
  }
  for (const rows of classes.values()) rows.sort((a, b) => compare(priceOf(a)!, priceOf(b)!));
  return classes;
}

/** Another row of the class whose price is near; undefined where there is none. */
function nearest(rows: readonly Row[], row: Row, price: Decimal): Row | undefined {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = priceOf(rows[middle]!)!;
    if (compare(other, price) < 0 && !near(price, other)) low = middle + 1;
    else high = middle;
  }
  const other = rows[low] === row ? rows[low + 1] : rows[low];
  return other && near(price, priceOf(other)!) ? other : undefined;
}

/** Within a fifth of one another. */
function near(a: Decimal, b: Decimal): boolean {
  return compare(multiply(absolute(subtract(a, b)), whole(5)), b) <= 0;
}
