/** The holdings of one filing: with what each begins and ends, as far as its rows say so. */
import {
  ZERO,
  absolute,
  add,
  compare,
  equals,
  isZero,
  negate,
  parseDecimal,
  subtract,
  type Decimal,
} from '../text/decimal';
import type { Entry, Step } from './entry';

/** The rows of Table I of one holding, in their order. */
export interface EntryHolding {
  readonly steps: readonly Step[];
  /**
   * What it may have begun with: the total of its first row without that row's own shares, in the order of the rows first.
   * Several where the rows may be read in several orders; none where nothing can be read.
   */
  readonly openings: readonly Decimal[];
  /** What it may have ended with, the likeliest first. */
  readonly closings: readonly Decimal[];
  /** Every total follows from the one above it. */
  readonly tallies: boolean;
}

/** What a row adds to its holding; undefined where side or amount cannot be read. A holding row adds nothing. */
export function changeIn(step: Step): Decimal | undefined {
  if (step.kind === 'holding') return ZERO;
  const { transactionAcquiredDisposedCode: side, transactionShares: amount } = step;
  if (amount === undefined || (side !== 'A' && side !== 'D')) return undefined;
  return side === 'A' ? amount : negate(amount);
}

const CENT = parseDecimal('0.01')!;

/** Equal, or as near as totals with fractions are rounded. */
export function sameTotal(a: Decimal, b: Decimal): boolean {
  if (equals(a, b)) return true;
  return (a.scale > 0 || b.scale > 0) && compare(absolute(subtract(a, b)), CENT) <= 0;
}

/**
 * The holdings of Table I, each by what tells it from others in its filing. Markers tell two holders apart, and they also
 * stand on a row for its own sake, "Common Stock (2)" for shares withheld: a row that goes on from the one above it, which has
 * the same words, is of its holding.
 */
export function holdingsIn({ steps }: Entry): ReadonlyMap<string, EntryHolding> {
  const found = new Map<string, Step[]>();
  /** Of rows with the same words the last one, and the rows of its holding. */
  const last = new Map<string, { readonly step: Step; readonly of: Step[] }>();
  for (const step of steps) {
    if (step.table !== 'nonDerivativeTable' || step.dollars) continue;
    const above = last.get(step.words);
    let of = found.get(step.holding);
    if (!of) {
      of = above && isOneWith(above.step, step) ? above.of : [];
      found.set(step.holding, of);
    }
    of.push(step);
    last.set(step.words, { step, of });
  }
  const holdings = new Map<string, EntryHolding>();
  for (const of of new Set(found.values())) holdings.set(of[0]!.holding, holdingOf(of));
  return holdings;
}

/** True where a transaction goes on from another, and not from nothing. */
function isOneWith(above: Step, step: Step): boolean {
  const from = above.sharesOwnedFollowingTransaction;
  if (above.kind !== 'transaction' || step.kind !== 'transaction' || !from || isZero(from)) return false;
  return follows(above, step);
}

function holdingOf(steps: readonly Step[]): EntryHolding {
  const moves = steps.filter(({ kind }) => kind === 'transaction');
  const of = moves.length > 0 ? moves : steps;
  const openings: Decimal[] = [];
  const closings: Decimal[] = [];
  const put = (list: Decimal[], value: Decimal | undefined): void => {
    if (value && !list.some((one) => equals(one, value))) list.push(value);
  };
  const openingOf = (step: Step | undefined): Decimal | undefined => {
    const total = step?.sharesOwnedFollowingTransaction;
    const change = step && changeIn(step);
    return total && change && subtract(total, change);
  };
  const totalOf = (step: Step | undefined): Decimal | undefined => step?.sharesOwnedFollowingTransaction;
  const [first] = of;
  const last = of[of.length - 1];
  const tallies = of.every((step, at) => at === 0 || follows(of[at - 1]!, step));
  const backwards = of.length > 1 && of.every((step, at) => at === 0 || follows(step, of[at - 1]!));
  put(openings, backwards && !tallies ? openingOf(last) : openingOf(first));
  put(closings, backwards && !tallies ? totalOf(first) : totalOf(last));
  if (!tallies) {
    // Rows in another order: what each begins from or ends with may be where the whole begins or ends.
    for (const step of of) {
      put(openings, openingOf(step));
      put(closings, totalOf(step));
    }
    const sum = of.reduce<Decimal | undefined>((all, step) => {
      const change = changeIn(step);
      return all && change && add(all, change);
    }, ZERO);
    // The last total on every row.
    const total = totalOf(last);
    if (sum && total) put(openings, subtract(total, sum));
  }
  for (const { kind, sharesOwnedFollowingTransaction: total } of steps) if (kind === 'holding') put(closings, total);
  return { steps, openings, closings, tallies };
}

function follows(before: Step, step: Step): boolean {
  const from = before.sharesOwnedFollowingTransaction;
  const total = step.sharesOwnedFollowingTransaction;
  const change = changeIn(step);
  return from !== undefined && total !== undefined && change !== undefined && sameTotal(add(from, change), total);
}
