/** Where the running tally of Table I breaks, and which number is the wrong one. Shared by the rules of this folder. */
import { IDENTITIES, changeOf, classOf, holdingOf, holdingsOf } from '../../filing/holdings';
import type { NonDerivativeRow } from '../../filing/model';
import {
  ZERO,
  absolute,
  add,
  compare,
  equals,
  isNegative,
  isZero,
  parseDecimal,
  plain,
  subtract,
  whole,
  type Decimal,
} from '../../text/decimal';
import type { RuleContext } from '../rule';
import { slip } from './digits';
import { chainsInSomeOrder, followsStyle } from './habits';

/** A row of a chain with all that the tally needs known of it. */
export interface Step {
  readonly row: NonDerivativeRow;
  /** Above zero for shares acquired, below for shares disposed of. */
  readonly change: Decimal;
  readonly total: Decimal;
}

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
}

/** Two neighbours that chain only when they change places. */
export interface Swap {
  readonly first: Step;
  readonly second: Step;
}

export interface Tally {
  readonly breaks: readonly Break[];
  readonly swaps: readonly Swap[];
  /** Rows that were not looked at, since too many before them do not follow. */
  readonly left: readonly NonDerivativeRow[];
}

interface Link {
  readonly step: Step;
  /** False where a rule before has found fault with the row, or its change cannot be read. */
  readonly checked: boolean;
  /** Breaks under every identity, as far as a row of the same holding stands before it. */
  readonly broken: boolean;
  /** Stated less expected, under the finest identity. */
  readonly difference: Decimal;
}

const CENT = parseDecimal('0.01')!;
const ONE = whole(1);
const WEEK = 7;

const ADDS_UP: Tally = { breaks: [], swaps: [], left: [] };

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
  const said = tally.breaks.length + tally.swaps.length > 0;
  // A habit may break every row of a long table: then there is nothing to say, and all of it is looked at.
  return until === rows.length || said ? tally : breaksOf(context, chainsOf(context, Infinity).chains, rows.length);
}

/** @param until the first row that is not in a chain */
function breaksOf(context: RuleContext, chains: readonly (readonly Link[])[], until: number): Tally {
  const { rows } = context.filing.nonDerivativeTable;
  const breaks: Break[] = [];
  const swaps: Swap[] = [];
  const siblings = new Siblings(until < rows.length ? rows.slice(0, until) : rows);
  for (const chain of chains) {
    if (!chain.some((link) => link.broken)) continue;
    const steps = chain.map((link) => link.step);
    if (followsStyle(steps)) continue;
    const swap = swapIn(chain);
    if (swap) swaps.push(swap);
    else for (const one of breaksIn(context, siblings, chain, steps)) breaks.push(one);
  }
  return { breaks, swaps, left: rows.slice(until) };
}

/**
 * True where every total follows from the last of its holding, in all that can be read: no chain that is cut, and no
 * looser identity, can then make a break. Nearly every filing is like that.
 */
function addsUp(rows: readonly NonDerivativeRow[]): boolean {
  const last = new Map<string, Decimal>();
  for (const row of rows) {
    const total = row.sharesOwnedFollowingTransaction.value;
    if (row.kind !== 'transaction' || !total) continue;
    const holding = holdingOf(row);
    const before = last.get(holding);
    const change = before && changeOf(row);
    if (before && change && !follows(before, change, total)) return false;
    last.set(holding, total);
  }
  return true;
}

/** What is open in one class of securities: the last step of each holding, under each identity, and its chain. */
interface OpenClass {
  readonly last: readonly Map<string, Step>[];
  readonly chains: Map<string, Link[]>;
}

/** The chains of the finest identity, each cut where a row cannot be followed, up to the row behind so many broken ones. */
function chainsOf({ filing, accused, suspect }: RuleContext, most: number): { chains: Link[][]; until: number } {
  const { rows } = filing.nonDerivativeTable;
  const open = new Map<string, OpenClass>();
  const chains: Link[][] = [];
  let brokenOnes = 0;
  let until = 0;
  for (; until < rows.length && brokenOnes < most; until++) {
    const row = rows[until]!;
    if (row.kind !== 'transaction') continue;
    if (accused(row, 'row-cells')) {
      open.clear();
      continue;
    }
    const total = row.sharesOwnedFollowingTransaction.value;
    const { securityTitle, directOrIndirectOwnership: ownership, natureOfOwnership: nature } = row;
    const unclear =
      (ownership.value !== 'D' && ownership.value !== 'I') ||
      suspect(securityTitle) ||
      suspect(ownership) ||
      suspect(nature);
    const name = classOf(row);
    if (unclear || total === undefined) {
      // Which holding the row belongs to, or where it left it, is not known: no chain of its class goes on across it.
      open.delete(name);
      continue;
    }
    let ofClass = open.get(name);
    if (!ofClass)
      open.set(
        name,
        (ofClass = { last: IDENTITIES.map(() => new Map<string, Step>()), chains: new Map<string, Link[]>() }),
      );
    const { last } = ofClass;
    const keys = holdingsOf(row);
    const known = changeOf(row);
    const change = known ?? ZERO;
    const step: Step = { row, change, total };
    const checked = known !== undefined && !accused(row);
    const finest = last[0]!.get(keys[0]);
    const difference = finest ? subtract(total, add(finest.total, change)) : ZERO;
    const broken =
      checked &&
      last.every((steps, at) => {
        const before = steps.get(keys[at]!);
        return before !== undefined && !follows(before.total, change, total);
      });
    for (let at = 0; at < last.length; at++) last[at]!.set(keys[at]!, step);
    if (broken) brokenOnes++;
    const link = { step, checked, broken, difference };
    const chain = ofClass.chains.get(keys[0]);
    if (chain) chain.push(link);
    else {
      const begun = [link];
      ofClass.chains.set(keys[0], begun);
      chains.push(begun);
    }
  }
  return { chains, until };
}

function follows(before: Decimal, change: Decimal, total: Decimal): boolean {
  const expected = add(before, change);
  if (equals(total, expected)) return true;
  // Totals with fractions are rounded here and there.
  return (total.scale > 0 || before.scale > 0) && compare(absolute(subtract(total, expected)), CENT) <= 0;
}

/** One digit of an amount explains a single break as well as an exchange of rows does, and is the likelier mistake. */
function slipExplains(chain: readonly Link[], at: number): boolean {
  if (chain.filter((link) => link.broken).length > 1) return false;
  const { step, difference } = chain[at]!;
  return slip(absolute(step.change), absolute(add(step.change, difference))) !== undefined;
}

/** The one pair of neighbours whose change of places mends the whole chain. */
function swapIn(chain: readonly Link[]): Swap | undefined {
  const steps = chain.map((link) => link.step);
  const at = chain.findIndex((link) => link.broken);
  for (const first of [at - 1, at]) {
    if (first < 0 || first + 1 >= steps.length) continue;
    const swapped = [...steps];
    [swapped[first], swapped[first + 1]] = [steps[first + 1]!, steps[first]!];
    // The opening before the first row is not stated; it must not be negative.
    const opening = subtract(swapped[0]!.total, swapped[0]!.change);
    const chains = swapped.every(
      (step, place) => place === 0 || follows(swapped[place - 1]!.total, step.change, step.total),
    );
    if (chains && !isNegative(opening) && !slipExplains(chain, at))
      return { first: steps[first]!, second: steps[first + 1]! };
  }
  return undefined;
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
    const habit = isHabit(context, siblings, before, step, difference, chain[at + 1]?.step);
    found.push({ step, before, chain: steps, place: at, expected, difference, suspect, second: at === 1, habit });
    if (undone) at++;
  }
  // A single wrong total makes two breaks that are one finding; it does not make the rows look reordered.
  // Where a row is in doubt, whether they are cannot be told.
  const reordered = broken > 1 && found.length > 1 && (chainsInSomeOrder(steps) || chain.some((link) => !link.checked));
  return reordered ? found.map((one) => ({ ...one, habit: true })) : found;
}

/** The reasons for which filers' totals leave the tally without being wrong. */
function isHabit(
  { filing }: RuleContext,
  siblings: Siblings,
  before: Step,
  step: Step,
  difference: Decimal,
  next: Step | undefined,
): boolean {
  const { row, total } = step;
  if (filing.documentType === '4/A') return true;
  // A note on this total may explain it; one that the total before carries too explains no difference between them.
  const known = new Set(before.row.sharesOwnedFollowingTransaction.markers.map(({ label }) => label));
  if (row.sharesOwnedFollowingTransaction.markers.some(({ label }) => !known.has(label))) return true;
  const fractional = total.scale > 0 || before.total.scale > 0 || step.change.scale > 0;
  if (fractional && compare(absolute(difference), ONE) <= 0) return true;
  // Dividends reinvested between trades of whole shares.
  if (difference.scale > 0 && step.change.scale === 0) return true;
  if (equals(total, before.total) || (next && equals(total, next.total))) return true;
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
