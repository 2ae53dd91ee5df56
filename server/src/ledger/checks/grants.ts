/**
 * Table II, where this owner's rows show column 9 kept per grant: what is exercised comes off what the last filing left of the
 * grant, and no more than that can be exercised. Filers keep column 9 in several ways, so that nothing is said where a grant
 * cannot be told from others, or where awards grow: at a payout above target, by dividend equivalents, at a split.
 */
import { absolute, compare, equals, grouped, isNegative, isZero, subtract, type Decimal } from '../../text/decimal';
import { formDate } from '../../text/days';
import type { Entry, Step } from '../entry';
import { splitBetween } from '../gaps';
import { nameOf, rowOf, type PastContext } from './check';

const GROWS =
  /\bperformance\b|\bpsu\b|\bprsu\b|\btarget\b|\bphantom\b|\bdeferred\b|\bdividend equivalent|\breprice|\bsplit\b|\bmaximum\b/i;

export function grants({ filing, entry, past, report }: PastContext): void {
  if (entry.documentType !== '4') return;
  const own = grantsIn(entry);
  if (own.size === 0) return;
  const before = past.before.map((one) => ({ entry: one, grants: grantsIn(one) }));
  const grow = [...filing.footnotes.list.map(({ text }) => text), filing.remarks?.value ?? ''].some((text) =>
    GROWS.test(text),
  );
  for (const [grant, steps] of own) {
    const last = lastOfGrant(before, grant);
    if (!last || last.entry.signed === entry.signed) continue;
    const left = last.step.sharesOwnedFollowingTransaction;
    if (!left || isZero(left)) continue;
    const unreduced = notReduced(steps, left);
    if (unreduced) {
      const { step, expected } = unreduced;
      const amount = grouped(step.transactionShares!);
      report({
        rule: 'grant-not-reduced',
        severity: 'information',
        message: `The last filing ${nameOf(last.entry)} left ${grouped(left)} of this grant; this one takes ${amount} of it and still states ${grouped(left)}, where ${grouped(expected)} would be left.`,
        span: rowOf(filing, step).sharesOwnedFollowingTransaction.span,
      });
      continue;
    }
    // What more was taken or left may stand in another part of the same report.
    if (entry.oneOfSeveral || last.entry.oneOfSeveral) continue;
    const [step] = steps;
    const amount = step!.transactionShares;
    const total = step!.sharesOwnedFollowingTransaction;
    if (steps.length > 1 || step!.transactionAcquiredDisposedCode !== 'D' || !amount || !total) continue;
    if (grow || GROWS.test(step!.securityTitle) || !isTold(grant) || compare(amount, left) <= 0) continue;
    if (isSplit(left, amount, total) || !isKeptPerGrant([...before.map(({ grants: known }) => known), own])) continue;
    const row = rowOf(filing, step!);
    report({
      rule: 'grant-over',
      severity: 'information',
      message: `The last filing ${nameOf(last.entry)} left ${grouped(left)} of this grant${until(row)}; this one takes ${grouped(amount)}, ${grouped(subtract(amount, left))} more than that.`,
      span: row.transactionShares.span,
    });
  }
}

/**
 * The row that still states what the last filing left of its grant, and what would be left. Of several rows the others must
 * go on from that, so that it is known that they are of one grant.
 */
function notReduced(steps: readonly Step[], left: Decimal): { step: Step; expected: Decimal } | undefined {
  let expected = left;
  let found: { step: Step; expected: Decimal } | undefined;
  let follow = 0;
  for (const step of steps) {
    const { transactionShares: amount, sharesOwnedFollowingTransaction: total } = step;
    if (step.transactionAcquiredDisposedCode !== 'D' || !amount || !total || isZero(amount)) return undefined;
    expected = subtract(expected, amount);
    if (isNegative(expected)) return undefined;
    if (equals(total, expected)) follow++;
    else if (!found && equals(total, left)) found = { step, expected };
  }
  return found && follow === steps.length - 1 ? found : undefined;
}

/** The rows of each grant of Table II, as far as its cells tell one grant from another. */
function grantsIn({ steps }: Entry): ReadonlyMap<string, readonly Step[]> {
  const found = new Map<string, Step[]>();
  for (const step of steps) {
    if (step.table !== 'derivativeTable' || step.dollars) continue;
    const known = found.get(step.grant);
    if (known) known.push(step);
    else found.set(step.grant, [step]);
  }
  return found;
}

/** True where a price or a date tells the grant from others. */
function isTold(grant: string): boolean {
  const [price = '', exercisable = '', expires = ''] = grant.split('|').slice(-3);
  return (price !== '' && price !== '0') || exercisable !== '' || expires !== '';
}

/** A filing with the rows of its grants. */
interface Granted {
  readonly entry: Entry;
  readonly grants: ReadonlyMap<string, readonly Step[]>;
}

/** The last row of a grant in the filings before. */
function lastOfGrant(before: readonly Granted[], grant: string): { entry: Entry; step: Step } | undefined {
  for (let at = before.length - 1; at >= 0; at--) {
    const { entry, grants: known } = before[at]!;
    if (entry.withdraws || entry.documentType.startsWith('5')) continue;
    const rows = known.get(grant);
    if (rows) return { entry, step: rows[rows.length - 1]! };
  }
  return undefined;
}

/** True where some grant of these filings has been reduced by what was taken of it, and none was not. */
function isKeptPerGrant(filings: readonly Granted['grants'][]): boolean {
  const left = new Map<string, Decimal>();
  let kept = 0;
  for (const known of filings)
    for (const [grant, steps] of known)
      for (const step of steps) {
        const { transactionShares: amount, sharesOwnedFollowingTransaction: total } = step;
        const from = left.get(grant);
        if (from && amount && total && step.transactionAcquiredDisposedCode === 'D' && !isZero(total)) {
          if (equals(subtract(from, amount), total)) kept++;
          else if (compare(amount, from) <= 0) return false;
        }
        if (total) left.set(grant, total);
      }
  return kept > 0;
}

/** A split makes more of a grant: what is taken and what is left are together a multiple of what was left before. */
const isSplit = (left: Decimal, amount: Decimal, total: Decimal): boolean =>
  splitBetween(left, amount) !== undefined || splitBetween(left, subtract(amount, absolute(total))) !== undefined;

function until(row: ReturnType<typeof rowOf>): string {
  const day = row.table === 'derivativeTable' ? row.expirationDate.value : undefined;
  return day === undefined ? '' : ` (until ${formDate(day)})`;
}
