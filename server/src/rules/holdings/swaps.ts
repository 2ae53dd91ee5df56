/** Two rows of a holding that add up in the other order alone. */
import type { Filing } from '../../filing/model';
import { absolute, add, compare, equals, isNegative, isZero, subtract, whole, type Decimal } from '../../text/decimal';
import type { Fix } from '../rule';
import { follows, type Link, type Step } from './chains';
import { slip } from './digits';

/** Two neighbours that chain only when they change places. */
export interface Swap {
  readonly first: Step;
  readonly second: Step;
  /** The second row bears the earlier date: the totals follow the dates. */
  readonly isDated: boolean;
  /** One digit of the second amount explains the totals as well: which of the two happened is open. */
  readonly isOpen: boolean;
  /** What else may have changed places, where that would do as well. */
  readonly rival: 'amounts' | 'totals' | undefined;
}

/** The one pair of neighbours whose change of places mends the whole chain. */
export function swapIn(chain: readonly Link[]): Swap | undefined {
  const steps = chain.map((link) => link.step);
  const at = chain.findIndex((link) => link.broken);
  for (const place of [at - 1, at]) {
    if (place < 0 || place + 1 >= steps.length) continue;
    const [first, second] = [steps[place]!, steps[place + 1]!];
    // Of a row that adds nothing, or whose amount cannot be read, no order can be told.
    if (isZero(first.change) || isZero(second.change)) continue;
    const swapped = [...steps];
    [swapped[place], swapped[place + 1]] = [second, first];
    // The opening before the first row is not stated; it must not be negative.
    const opening = subtract(swapped[0]!.total, swapped[0]!.change);
    const chains = swapped.every((step, to) => to === 0 || follows(swapped[to - 1]!.total, step.change, step.total));
    if (!chains || isNegative(opening) || isInOrder(first, second)) continue;
    const isDated = daysFrom(first, second) < 0;
    return { first, second, isDated, isOpen: numberExplains(chain, at), rival: rivalOf(first, second) };
  }
  return undefined;
}

/** What exchanges the two rows, with all that stands in them. */
export function swapFix({ text }: Filing, { first, second }: Swap): Fix {
  const [a, b] = [first.row.span, second.row.span];
  return {
    title: 'Swap the two rows',
    edits: [
      { span: a, newText: text.slice(b.start, b.end) },
      { span: b, newText: text.slice(a.start, a.end) },
    ],
  };
}

/** True where the dates or the sense of the two say that they stand in the order in which they happened. */
function isInOrder(first: Step, second: Step): boolean {
  if (daysFrom(first, second) > 0) return true;
  // Nothing is sold to the last share before it is acquired.
  return (
    !isNegative(first.change) &&
    isNegative(second.change) &&
    isZero(second.total) &&
    compare(absolute(second.change), first.change) <= 0
  );
}

/** The days from one row to another; 0 where a date is not known. */
function daysFrom(first: Step, second: Step): number {
  const [from, to] = [first.row.transactionDate.value, second.row.transactionDate.value];
  return from === undefined || to === undefined ? 0 : to - from;
}

/** What would do as well as an exchange of the rows. */
function rivalOf(first: Step, second: Step): Swap['rival'] {
  if (isNegative(first.change) !== isNegative(second.change)) return 'amounts';
  return equals(first.change, second.change) ? 'totals' : undefined;
}

/** One number of the row explains a single break as well as an exchange of rows does: a digit of the amount, or the price. */
function numberExplains(chain: readonly Link[], at: number): boolean {
  if (chain.filter((link) => link.broken).length > 1) return false;
  const { step, difference } = chain[at]!;
  const meant = add(step.change, difference);
  if (isNegative(meant) !== isNegative(step.change) || equals(meant, step.change)) return false;
  const price = step.row.transactionPricePerShare.value;
  return (price && equals(absolute(meant), price)) || slip(absolute(step.change), absolute(meant)) !== undefined;
}

/** Two totals, one below the other, that stand each in the other's row. */
export interface Exchange {
  readonly first: Step;
  readonly second: Step;
}

/** The one pair of neighbours whose totals, exchanged, mend a chain that breaks more than once. */
export function exchangeIn(chain: readonly Link[]): Exchange | undefined {
  if (chain.filter((link) => link.broken).length < 2) return undefined;
  const steps = chain.map((link) => link.step);
  const at = chain.findIndex((link) => link.broken);
  for (const place of [at, at - 1]) {
    const [first, second] = [steps[place], steps[place + 1]];
    if (!first || !second) continue;
    const totals = steps.map(({ total }) => total);
    [totals[place], totals[place + 1]] = [second.total, first.total];
    if (steps.every(({ change }, to) => to === 0 || follows(totals[to - 1]!, change, totals[to]!)))
      return { first, second };
  }
  return undefined;
}

/** True where the newest row stands first and the totals follow the dates: a way of writing the table. */
export function isNewestFirst(steps: readonly Step[]): boolean {
  const isDescending = steps.every((step, at) => at === 0 || daysFrom(steps[at - 1]!, step) <= 0);
  if (!isDescending || daysFrom(steps[0]!, steps[steps.length - 1]!) === 0) return false;
  if (steps.some(({ row }) => row.transactionDate.value === undefined)) return false;
  const byDate = [...steps].sort((a, b) => daysFrom(b, a));
  return [byDate, [...steps].reverse()].some((order) =>
    order.every((step, at) => at === 0 || follows(order[at - 1]!.total, step.change, step.total)),
  );
}

/** A row whose total stands where its price or its amount should, and the other way round. */
export interface OwnExchange {
  readonly step: Step;
  readonly other: 'price' | 'amount';
  /** The total that it then has. */
  readonly total: Decimal;
}

/** Smaller totals may be a price by chance. */
const FEWEST = whole(100);

/**
 * The exchange in a row that does not follow, or in the first row of the chain before it, after which both follow, and the
 * next one too.
 */
export function ownExchange(steps: readonly Step[], at: number): OwnExchange | undefined {
  const [before, step, next] = [steps[at - 1]!, steps[at]!, steps[at + 1]];
  const goesOn = (total: Decimal, change: Decimal, then: Step | undefined): boolean =>
    then === undefined || equals(then.total, add(total, change));
  const expected = add(before.total, step.change);
  if (isPrice(step, expected) && (!next || goesOn(expected, next.change, next)))
    return { step, other: 'price', total: expected };
  const amount = absolute(step.change);
  // Of a row that disposes of shares the exchange adds up as the row does.
  const exchanged = isNegative(step.change) ? undefined : add(before.total, step.total);
  if (
    exchanged &&
    equals(exchanged, amount) &&
    !equals(amount, step.total) &&
    (!next || goesOn(amount, next.change, next))
  )
    return { step, other: 'amount', total: amount };
  if (at !== 1) return undefined;
  const opening = subtract(step.total, step.change);
  if (isPrice(before, opening)) return { step: before, other: 'price', total: opening };
  const first = absolute(before.change);
  // What it then begins with must not be negative, and a slip of the hand is likelier than an exchange.
  const isPossible =
    !isZero(before.total) &&
    (isNegative(before.change) || compare(opening, before.total) >= 0) &&
    slip(before.total, opening) === undefined;
  return equals(opening, first) && isPossible && !equals(first, before.total)
    ? { step: before, other: 'amount', total: opening }
    : undefined;
}

/** The number under the price of a row is the total that it should have. */
function isPrice({ row, total }: Step, meant: Decimal): boolean {
  const { value, markers } = row.transactionPricePerShare;
  return (
    value !== undefined &&
    markers.length === 0 &&
    equals(value, meant) &&
    !equals(value, total) &&
    compare(meant, FEWEST) >= 0
  );
}
