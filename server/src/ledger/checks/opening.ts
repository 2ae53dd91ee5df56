/**
 * A filing begins from what the last one left. Where it does not and nothing lies between, a row was left out, a number was
 * mistyped, or the last filing was copied without its own rows. Most breaks on accepted filings have a reason that no Form 4
 * shows: plans, splits, another form of ownership, filings that are not in the folder. Of those nothing is said.
 */
import { slip } from '../../rules/holdings/digits';
import {
  add,
  absolute,
  compare,
  equals,
  grouped,
  isNegative,
  isZero,
  subtract,
  whole,
  type Decimal,
} from '../../text/decimal';
import type { Entry } from '../entry';
import { changeIn } from '../holdings';
import type { Known } from '../shelf';
import { classOfStep, nameOf, rowOf, type PastContext } from './check';

/** Days between two filings up to which nothing is thought to have happened that no filing shows. */
const NEAR = 65;
/** Below it two numbers are one slip apart by chance. */
const SMALL = whole(1000);

export function opening({ filing, entry, past, report }: PastContext): void {
  if (entry.documentType !== '4' || entry.oneOfSeveral || entry.elsewhere !== undefined) return;
  const broken = past.holdings.filter((known) => isBroken(known, entry, past.before));
  // Several holdings that do not go on are a filing that is not here, unless the numbers say something else.
  const [known] = broken;
  if (!known) return;
  const proven = broken.map((one) => ({ one, why: whyOf(one) })).filter(({ why }) => why !== undefined);
  for (const { one, why } of proven) say(one, why);
  if (proven.length === 0 && broken.length === 1 && isNear(known, entry)) say(known, undefined);

  function say({ holding, link, earlier }: Known, why: string | undefined): void {
    const before = earlier[earlier.length - 1]!;
    const left = before.holding.closings[0]!;
    const begins = holding.openings[0]!;
    const difference = link.gap!.difference;
    const far = grouped(absolute(difference));
    const explanation =
      why ?? `no filing in this folder explains the ${far} ${isNegative(difference) ? 'fewer' : 'more'}`;
    report({
      rule: 'opening',
      severity: why !== undefined && isNear({ holding, link, earlier }, entry) ? 'warning' : 'information',
      message: `The last filing ${nameOf(before.entry)} left ${grouped(left)} shares; this one begins from ${grouped(begins)}: ${explanation}.`,
      span: rowOf(filing, holding.steps[0]!).sharesOwnedFollowingTransaction.span,
    });
  }
}

/** True where a filing does not begin from what the last one left, and nothing is known that may lie between. */
function isBroken({ holding, link, earlier }: Known, entry: Entry, before: readonly Entry[]): boolean {
  const last = earlier[earlier.length - 1];
  if (link.kind !== 'gap' || !last || !holding.tallies || !last.holding.tallies) return false;
  if (last.entry.documentType !== '4' || last.entry.oneOfSeveral || last.entry.withdraws) return false;
  if (isNegative(holding.openings[0]!) || holding.steps.some(({ noted }) => noted)) return false;
  if ((entry.periodOfReport ?? 0) < (last.entry.periodOfReport ?? 0)) return false;
  // A holding that has had such a gap before is one of those that change without a Form 4.
  if (earlier.some(({ kind }) => kind === 'gap')) return false;
  const between = before.slice(before.indexOf(last.entry) + 1);
  const own = classOfStep(holding.steps[0]!);
  return !between.some(({ steps }) => steps.some((step) => classOfStep(step) === own));
}

function isNear({ earlier }: Known, { periodOfReport }: Entry): boolean {
  const { signed, filed } = earlier[earlier.length - 1]!.entry;
  const day = signed ?? filed;
  return day !== undefined && periodOfReport !== undefined && periodOfReport - day <= NEAR;
}

/** What the numbers say of a gap; undefined where they say nothing. */
function whyOf({ holding, link, earlier }: Known): string | undefined {
  const last = earlier[earlier.length - 1]!.holding;
  const left = last.closings[0]!;
  const begins = holding.openings[0]!;
  if (isZero(left) || compare(left, SMALL) < 0) return undefined;
  const [opened] = last.openings;
  if (
    opened &&
    last.steps.some(({ kind }) => kind === 'transaction') &&
    equals(opened, begins) &&
    !equals(opened, left)
  )
    return 'that is what the last filing itself began from, before its own rows';
  const amount = rowOfAmount(last.steps, link.gap!.difference);
  if (amount) return `the last filing's row of ${grouped(amount)} is not in it, or is in it twice`;
  const own = rowOfAmount(holding.steps, link.gap!.difference);
  if (own && equals(add(left, link.gap!.difference), begins) && statesLast(holding, left))
    return `its total is still the last filing's, as if its own row of ${grouped(own)} were not there`;
  const how = slip(begins, left);
  return how && `${how}`;
}

/** True where a row repeats the last filing's total. */
const statesLast = ({ steps }: Known['holding'], left: Decimal): boolean =>
  steps.some(({ sharesOwnedFollowingTransaction: total }) => total !== undefined && equals(total, left));

/** The amount of a row that is as large as a difference. */
function rowOfAmount(steps: Known['holding']['steps'], difference: Decimal): Decimal | undefined {
  for (const step of steps) {
    const change = step.kind === 'transaction' ? changeIn(step) : undefined;
    if (change && !isZero(change) && isZero(subtract(absolute(change), absolute(difference)))) return absolute(change);
  }
  return undefined;
}
