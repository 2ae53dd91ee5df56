/** Where the running tally of Table I breaks, and which number is the wrong one. Shared by the rules of this folder. */
import { changeOf, classOf, holdingOf } from '../../filing/holdings';
import type { NonDerivativeRow, Row } from '../../filing/model';
import {
  absolute,
  add,
  compare,
  equals,
  isNegative,
  isZero,
  plain,
  subtract,
  whole,
  type Decimal,
} from '../../text/decimal';
import type { RuleContext } from '../rule';
import { addsUp, chainsOf, type Link, type Step } from './chains';
import { chainsInSomeOrder, followsStyle } from './habits';
import { exchangeIn, isNewestFirst, ownExchange, swapIn, type Exchange, type OwnExchange, type Swap } from './swaps';

/** A row whose total does not follow from the one before it. */
export interface Break {
  readonly step: Step;
  readonly before: Step;
  /** The chain that it stands in, and its place there. */
  readonly chain: readonly Step[];
  readonly place: number;
  readonly expected: Decimal;
  /** Stated less expected. */
  readonly difference: Decimal;
  /** 'total': the next row breaks by just as much the other way. 'either': the chain ends here. 'amount': the totals below follow from this one. */
  readonly suspect: 'total' | 'either' | 'amount';
  /** True for the second row of its chain: the total before it is proved by nothing else. */
  readonly second: boolean;
  /** Filers have habits that look like this: at most a hint. */
  readonly habit: boolean;
  /**
   * The total is that of the row above, and all else in the chain adds up: the row was left out of it. Where the two are
   * the whole chain, both may state what stands after both of them.
   */
  readonly repeats: 'alone' | 'pair' | undefined;
  /** Two numbers of one row that stand in each other's cell, which would make the chain whole. */
  readonly exchange?: OwnExchange | undefined;
  /** The two rows that would explain it by an exchange of places. */
  readonly swap?: Swap;
}

/** True where a row that was left out would explain a break: no other row proves which number is wrong. */
export const mayLackRow = ({ habit, suspect, swap, exchange }: Break): boolean =>
  !habit && suspect !== 'total' && swap === undefined && exchange === undefined;

/** The rows whose price stands where their amount or their total should, and the other way round. For `once`. */
export function rowsOfMovedPrices({ once }: RuleContext): ReadonlySet<Row> {
  const rows = new Set<Row>();
  for (const { step, before, exchange } of once(tallyOf).breaks) {
    const price = step.row.transactionPricePerShare.value;
    if (exchange?.other === 'price') rows.add(exchange.step.row);
    else if (price && equals(absolute(subtract(step.total, before.total)), price)) rows.add(step.row);
  }
  return rows;
}

export interface Tally {
  readonly breaks: readonly Break[];
  readonly swaps: readonly Swap[];
  readonly exchanges: readonly Exchange[];
  /** Rows that were not looked at, since too many before them do not follow. */
  readonly left: readonly NonDerivativeRow[];
}

const ONE = whole(1);
const WEEK = 7;

const ADDS_UP: Tally = { breaks: [], swaps: [], exchanges: [], left: [] };

/**
 * Rows of a table that are looked at although they do not follow. A form has 30 rows: where more break the table as a whole is
 * something else, and to go on would only take time.
 */
export const MOST_BROKEN = 300;

/** Reads the tally of a filing. Rows that rules before have accused are not checked, but their totals carry the chain on. */
export function tallyOf(context: RuleContext): Tally {
  const { rows } = context.filing.nonDerivativeTable;
  if (addsUp(rows)) return ADDS_UP;
  const { chains, until } = chainsOf(context, MOST_BROKEN);
  const tally = breaksOf(context, chains, until);
  const said = tally.breaks.length + tally.swaps.length + tally.exchanges.length > 0;
  // A habit may break every row of a long table: then there is nothing to say, and all of it is looked at.
  return until === rows.length || said ? tally : breaksOf(context, chainsOf(context, Infinity).chains, rows.length);
}

/** @param until the first row that is not in a chain */
function breaksOf(context: RuleContext, chains: readonly (readonly Link[])[], until: number): Tally {
  const { rows } = context.filing.nonDerivativeTable;
  const breaks: Break[] = [];
  const swaps: Swap[] = [];
  const exchanges: Exchange[] = [];
  const isAmendment = context.filing.documentType === '4/A';
  const siblings = new Siblings(until < rows.length ? rows.slice(0, until) : rows);
  for (const chain of chains) {
    if (!chain.some((link) => link.broken)) continue;
    const steps = chain.map((link) => link.step);
    if (followsStyle(steps) || isNewestFirst(steps)) continue;
    const swap = swapIn(chain);
    const exchange = swap || isAmendment ? undefined : exchangeIn(chain);
    if (swap && !swap.isOpen) swaps.push(swap);
    else if (exchange && !chainsInSomeOrder(steps)) exchanges.push(exchange);
    else for (const one of breaksIn(context, siblings, chain, steps)) breaks.push(swap ? { ...one, swap } : one);
  }
  return { breaks, swaps, exchanges, left: rows.slice(until) };
}

function breaksIn(context: RuleContext, siblings: Siblings, chain: readonly Link[], steps: readonly Step[]): Break[] {
  const found: Break[] = [];
  const broken = chain.filter((link) => link.broken).length;
  for (let at = 1; at < chain.length; at++) {
    const link = chain[at]!;
    if (!link.broken) continue;
    const { step, difference } = link;
    const before = steps[at - 1]!;
    const next = chain[at + 1];
    const undone = next !== undefined && !isZero(next.difference) && isZero(add(next.difference, difference));
    const suspect = undone ? 'total' : next === undefined ? 'either' : 'amount';
    const expected = add(before.total, step.change);
    const alone = broken === (undone ? 2 : 1) && chain.every(({ checked }) => checked);
    const again =
      alone &&
      context.filing.documentType === '4' &&
      !isZero(step.change) &&
      !isNegative(expected) &&
      equals(step.total, before.total);
    const repeats = again ? (chain.length > 2 ? 'alone' : 'pair') : undefined;
    const follows = repeats === 'alone' ? undefined : (next?.step ?? 'last');
    const exchange = context.filing.documentType === '4' ? ownExchange(steps, at) : undefined;
    const habit = exchange === undefined && isHabit(context, siblings, before, step, difference, follows);
    found.push({
      step,
      before,
      chain: steps,
      place: at,
      expected,
      difference,
      suspect,
      second: at === 1,
      habit,
      repeats,
      exchange,
    });
    if (undone || exchange?.step === step) at++;
  }
  // A single wrong total makes two breaks that are one finding; it does not make the rows look reordered.
  // Where a row is in doubt, whether they are cannot be told.
  const reordered = broken > 1 && found.length > 1 && (chainsInSomeOrder(steps) || chain.some((link) => !link.checked));
  return reordered ? found.map((one) => ({ ...one, habit: true })) : found;
}

/**
 * The reasons for which filers' totals leave the tally without being wrong.
 * @param next the next step; undefined where a total that repeats the one above it is no habit
 */
function isHabit(
  { filing }: RuleContext,
  siblings: Siblings,
  before: Step,
  step: Step,
  difference: Decimal,
  next: Step | 'last' | undefined,
): boolean {
  const { row, total } = step;
  if (filing.documentType === '4/A') return true;
  // A note on this total may explain it; one that the total before carries too explains no difference between them.
  const known = new Set(before.row.sharesOwnedFollowingTransaction.markers.map(({ label }) => label));
  if (row.sharesOwnedFollowingTransaction.markers.some(({ label }) => !known.has(label))) return true;
  const fractional = total.scale > 0 || before.total.scale > 0 || step.change.scale > 0;
  if (fractional && compare(absolute(difference), ONE) <= 0) return true;
  // Dividends reinvested between trades of whole shares.
  if (difference.scale > 0 && step.change.scale === 0 && !isNegative(difference)) return true;
  if (next && (equals(total, before.total) || (next !== 'last' && equals(total, next.total)))) return true;
  const days = row.transactionDate.value;
  const daysBefore = before.row.transactionDate.value;
  if (days !== undefined && daysBefore !== undefined && Math.abs(days - daysBefore) > WEEK) return true;
  return siblings.hold(row, subtract(total, step.change));
}

/**
 * Balances of Table I at which another holding of a class was left: its own next row does not go on from there, so that
 * a row of this holding may, where a marker is missing on one of them.
 */
class Siblings {
  private byBalance: Map<string, { holding: string; start: number }[]> | undefined;

  constructor(private readonly rows: readonly NonDerivativeRow[]) {}

  private left(): Map<string, { holding: string; start: number }[]> {
    const byBalance = new Map<string, { holding: string; start: number }[]>();
    const next = new Map<string, NonDerivativeRow>();
    for (let at = this.rows.length - 1; at >= 0; at--) {
      const row = this.rows[at]!;
      const { value } = row.sharesOwnedFollowingTransaction;
      if (value === undefined) continue;
      const holding = holdingOf(row);
      const after = row.kind === 'transaction' ? next.get(holding) : undefined;
      if (row.kind === 'transaction') next.set(holding, row);
      const change = after && changeOf(after);
      const total = after?.sharesOwnedFollowingTransaction.value;
      if (change && total && equals(total, add(value, change))) continue;
      const key = `${classOf(row)}|${plain(value)}`;
      const known = byBalance.get(key);
      if (!known) byBalance.set(key, [{ holding, start: row.span.start }]);
      // Two holdings are enough: one of them is another than any row's own. The earliest of each counts.
      else {
        const same = known.find((one) => one.holding === holding);
        if (same) same.start = row.span.start;
        else if (known.length < 2) known.push({ holding, start: row.span.start });
      }
    }
    return byBalance;
  }

  hold(row: NonDerivativeRow, balance: Decimal): boolean {
    const own = holdingOf(row);
    const known = (this.byBalance ??= this.left()).get(`${classOf(row)}|${plain(balance)}`);
    return known?.some(({ holding, start }) => holding !== own && start < row.span.start) ?? false;
  }
}
