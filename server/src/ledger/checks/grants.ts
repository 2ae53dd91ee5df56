/**
 * Table II, where this owner's rows show column 9 kept per grant: what is exercised comes off what the last filing left of the
 * grant, and no more than that can be exercised. Filers keep column 9 in several ways, so that nothing is said where a grant
 * cannot be told from others, or where awards grow: at a payout above target, by dividend equivalents, at a split.
 */
import { absolute, compare, equals, grouped, isZero, subtract, type Decimal } from '../../text/decimal';
import { formDate } from '../../text/days';
import type { Entry, Step } from '../entry';
import { splitBetween } from '../gaps';
import { nameOf, rowOf, type PastContext } from './check';

const GROWS =
  /\bperformance\b|\bpsu\b|\bprsu\b|\btarget\b|\bphantom\b|\bdeferred\b|\bdividend equivalent|\breprice|\bsplit\b|\bmaximum\b/i;

export function grants({ filing, entry, past, report }: PastContext): void {
  if (entry.documentType !== '4' || entry.oneOfSeveral) return;
  const own = grantsIn(entry);
  if (own.size === 0) return;
  const notes = [...filing.footnotes.list.map(({ text }) => text), filing.remarks?.value ?? ''];
  if (notes.some((text) => GROWS.test(text))) return;
  for (const [grant, steps] of own) {
    const [step] = steps;
    if (GROWS.test(step!.securityTitle)) continue;
    const last = lastOfGrant(past.before, grant);
    if (!last || last.entry.oneOfSeveral || last.entry.signed === entry.signed) continue;
    const amount = step!.transactionShares;
    const total = step!.sharesOwnedFollowingTransaction;
    const left = last.step.sharesOwnedFollowingTransaction;
    if (step!.transactionAcquiredDisposedCode !== 'D' || !amount || !total || !left || isZero(amount)) continue;
    const row = rowOf(filing, step!);
    if (equals(total, left) && !isZero(total))
      report({
        rule: 'grant-not-reduced',
        severity: 'information',
        message: `The last filing ${nameOf(last.entry)} left ${grouped(left)} of this grant, and this one still states ${grouped(total)} after ${grouped(amount)} more: expected ${grouped(subtract(left, amount))}.`,
        span: row.sharesOwnedFollowingTransaction.span,
      });
    else if (
      isTold(grant) &&
      steps.length === 1 &&
      compare(amount, left) > 0 &&
      isKeptPerGrant(past.before, entry) &&
      !isSplit(left, amount, total)
    )
      report({
        rule: 'grant-over',
        severity: 'information',
        message: `The last filing ${nameOf(last.entry)} left ${grouped(left)} of this grant${until(row)}; this one takes ${grouped(amount)}, ${grouped(absolute(subtract(amount, left)))} more than that.`,
        span: row.transactionShares.span,
      });
  }
}

/** The rows of each grant of Table II. A grant that is told by its title alone counts where the filing has one row of it. */
function grantsIn({ steps }: Entry): ReadonlyMap<string, readonly Step[]> {
  const found = new Map<string, Step[]>();
  for (const step of steps) {
    if (step.table !== 'derivativeTable' || step.dollars) continue;
    const known = found.get(step.grant);
    if (known) known.push(step);
    else found.set(step.grant, [step]);
  }
  for (const [grant, rows] of found) if (rows.length > 1 && !isTold(grant)) found.delete(grant);
  return found;
}

/** True where a price or a date tells the grant from others. */
function isTold(grant: string): boolean {
  const [price = '', exercisable = '', expires = ''] = grant.split('|').slice(-3);
  return (price !== '' && price !== '0') || exercisable !== '' || expires !== '';
}

/** The last row of a grant in the filings before. */
function lastOfGrant(before: readonly Entry[], grant: string): { entry: Entry; step: Step } | undefined {
  for (let at = before.length - 1; at >= 0; at--) {
    const entry = before[at]!;
    if (entry.withdraws || entry.documentType.startsWith('5')) continue;
    const rows = grantsIn(entry).get(grant);
    if (rows) return { entry, step: rows[rows.length - 1]! };
  }
  return undefined;
}

/** True where some grant of these filings has been reduced by what was taken of it, and none was not. */
function isKeptPerGrant(before: readonly Entry[], entry: Entry): boolean {
  const left = new Map<string, Decimal>();
  let kept = 0;
  for (const one of [...before, entry])
    for (const [grant, steps] of grantsIn(one))
      for (const {
        transactionShares: amount,
        transactionAcquiredDisposedCode: side,
        sharesOwnedFollowingTransaction: total,
      } of steps) {
        const from = left.get(grant);
        if (from && amount && total && side === 'D' && !isZero(total)) {
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
