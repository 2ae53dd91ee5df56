/** What lies between two balances that do not meet: a split, by its ratio, or so many shares. */
import {
  add,
  compare,
  divide,
  equals,
  isZero,
  multiply,
  parseDecimal,
  subtract,
  whole,
  type Decimal,
} from '../text/decimal';

export interface Gap {
  /** What the earlier filing left, from which the later one is expected to begin. */
  readonly left: Decimal;
  /** What the later filing begins from. */
  readonly begins: Decimal;
  /** What the later filing begins from less what the earlier one left. */
  readonly difference: Decimal;
  /** `2-for-1`, `1-for-10`: how a split would explain it; undefined where none does. */
  readonly split: string | undefined;
}

/** Ratios of splits as companies declare them, new shares for old ones. */
const RATIOS: readonly (readonly [number, number])[] = [
  ...[2, 3, 4, 5, 6, 7, 8, 10, 15, 20, 25, 30, 50].map((n): [number, number] => [n, 1]),
  ...[3, 5].map((n): [number, number] => [n, 2]),
  ...[4].map((n): [number, number] => [n, 3]),
  ...[5].map((n): [number, number] => [n, 4]),
  ...[2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 35, 40, 50, 75, 100].map((n): [number, number] => [1, n]),
];
const ONE = whole(1);
/** Below so many shares nearly every number is some multiple of another. */
const FEW = parseDecimal('100')!;

/** What lies between what one filing left and what the next begins from. */
export function gapBetween(left: Decimal, begins: Decimal): Gap {
  return { left, begins, difference: subtract(begins, left), split: splitBetween(left, begins) };
}

/** The split that makes one balance of the other, fractions of a share left out or paid; undefined where none does. */
export function splitBetween(left: Decimal, begins: Decimal): string | undefined {
  if (isZero(left) || isZero(begins) || compare(left, FEW) < 0) return undefined;
  for (const [to, from] of RATIOS) {
    const exact = divide(multiply(left, whole(to)), whole(from), 4)!;
    if (equals(exact, begins)) return `${to}-for-${from}`;
    if (from === 1) continue;
    // A fraction of a share is paid out, or rounded up.
    const off = subtract(begins, exact);
    if (compare(off, ONE) < 0 && compare(add(off, ONE), whole(0)) > 0) return `${to}-for-${from}`;
  }
  return undefined;
}
