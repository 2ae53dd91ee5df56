/**
 * Trades of one day put together at their weighted average price, each line over prices at most a dollar apart
 * (SEC staff letter to the Society of Corporate Secretaries & Governance Professionals, 25 June 2008).
 */
import {
  add,
  compare,
  decimal,
  digitsOf,
  equals,
  multiply,
  subtract,
  whole,
  ZERO,
  type Decimal,
} from '../../text/decimal';

export interface Fill {
  readonly amount: Decimal;
  readonly price: Decimal;
}

export interface Bucket {
  readonly amount: Decimal;
  readonly low: Decimal;
  readonly high: Decimal;
  /** To four decimals, half up; the price itself where all trades have one. */
  readonly average: Decimal;
  /** False where the average had more decimals. */
  readonly exact: boolean;
}

const DOLLAR = whole(1);
/** EDGAR takes so many decimals. */
const PLACES = 4;

/** The trades from the lowest price to the highest, a new line wherever a price is more than a dollar above the line's lowest. */
export function bucketsOf(fills: readonly Fill[]): Bucket[] {
  const sorted = [...fills].sort((a, b) => compare(a.price, b.price));
  const buckets: Bucket[] = [];
  let open: Fill[] = [];
  for (const fill of sorted) {
    if (open[0] && compare(subtract(fill.price, open[0].price), DOLLAR) > 0) {
      buckets.push(bucketOf(open));
      open = [];
    }
    open.push(fill);
  }
  if (open.length > 0) buckets.push(bucketOf(open));
  return buckets;
}

function bucketOf(fills: readonly Fill[]): Bucket {
  const amount = fills.reduce((sum, fill) => add(sum, fill.amount), ZERO);
  const value = fills.reduce((sum, fill) => add(sum, multiply(fill.amount, fill.price)), ZERO);
  const average = quotient(value, amount);
  const low = fills[0]!.price;
  const high = fills[fills.length - 1]!.price;
  return { amount, low, high, average, exact: equals(multiply(average, amount), value) };
}

/** `a` divided by `b`, which is above zero, to four decimals, half up. */
function quotient(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  const over = digitsOf(a) * 10n ** BigInt(scale - a.scale + PLACES);
  const under = digitsOf(b) * 10n ** BigInt(scale - b.scale);
  return decimal((2n * over + under) / (2n * under), PLACES);
}
