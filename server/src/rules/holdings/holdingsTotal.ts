import { transactionCode } from '../../facts/transactionCodes';
import type { NumberCell } from '../../filing/model';
import { absolute, equals, grouped, isNegative, isZero, plain, subtract, type Decimal } from '../../text/decimal';
import type { Fix, Related, Report, Rule } from '../rule';
import { count, writtenLike } from '../words';
import { slip } from './digits';
import { MOST_BROKEN, tallyOf, type Break } from './tally';

/** A total of Table I that does not follow from the one before it (staff FAQ 1: column 5 is a running tally). */
export const holdingsTotal: Rule = {
  id: 'holdings-total',
  family: 'holdings',
  severity: 'error',
  summary: 'A total that does not follow from the total before it and the shares acquired or disposed of',
  fixable: true,
  check(context) {
    const { breaks, left } = context.once(tallyOf);
    if (breaks.length === 0) return;
    const amounts = amountsIn(context.filing.nonDerivativeTable.rows.map((row) => row.transactionShares));
    for (const row of context.filing.derivativeTable.rows) note(amounts, row.transactionShares);
    for (const one of breaks) context.report(reportOf(one, amounts));
    const [next] = left;
    if (next)
      context.report({
        severity: 'information',
        span: next.sharesOwnedFollowingTransaction.span,
        message: `The totals of ${count(left.length, 'row')} from here on are not added up: ${MOST_BROKEN} totals before them do not follow from one another.`,
      });
  },
};

/** How often each amount stands in the filing: a number that stands there again is seldom the wrong one. */
function amountsIn(cells: readonly NumberCell[]): Amounts {
  const counts: Amounts = new Map();
  for (const cell of cells) note(counts, cell);
  return counts;
}

function note(counts: Amounts, { value }: NumberCell): void {
  if (value) counts.set(keyOf(value), (counts.get(keyOf(value)) ?? 0) + 1);
}

/** Whole numbers by their digits, others as they are written. */
type Amounts = Map<number | bigint | string, number>;

const keyOf = (value: Decimal): number | bigint | string => (value.scale === 0 ? value.digits : plain(value));

type Culprit = 'total' | 'amount' | 'side' | 'before' | 'below';

interface Judged {
  readonly one: Break;
  /** The amount that the stated totals ask for; negative where only the other side would do. */
  readonly amount: Decimal;
  /** The total before that this total and this amount ask for. */
  readonly opening: Decimal;
  readonly flips: boolean;
  readonly culprit: Culprit;
}

/** Which one number, changed, is the likeliest to explain the break. */
function judge(one: Break, amounts: Amounts): Judged {
  const { step, before, expected, suspect, second } = one;
  const acquired = step.row.transactionAcquiredDisposedCode.value === 'A';
  const moved = subtract(step.total, before.total);
  const amount = acquired ? moved : subtract(before.total, step.total);
  const stated = absolute(step.change);
  const opening = subtract(step.total, step.change);
  const flips = equals(step.total, subtract(before.total, step.change)) && !isZero(stated);
  const judged = (culprit: Culprit): Judged => ({ one, amount, opening, flips, culprit });
  if (suspect === 'total') return judged('total');
  const usual = transactionCode(step.row.transactionCode.value)?.side[step.row.table];
  if (flips && usual !== step.row.transactionAcquiredDisposedCode.value) return judged('side');
  const seen = (value: Decimal): number => amounts.get(keyOf(value)) ?? 0;
  // What the rest of the filing says of the amount: the stated one stands again elsewhere, or the other one does.
  const holds = seen(stated) > 1 && seen(amount) === 0;
  const wrong = seen(amount) > 0 && seen(stated) === 1;
  const ofAmount = isNegative(amount) ? FAR : effort(stated, amount) + (holds ? 2 : wrong ? -2 : 0);
  const ofBefore = second && !isNegative(opening) ? effort(before.total, opening) : FAR;
  // Where totals below follow from this one, it is right, or all of them are wrong.
  const ofTotal = suspect === 'either' ? effort(step.total, expected) : FAR - 1;
  const least = Math.min(ofTotal, ofAmount, ofBefore);
  // One number is sooner wrong than all below: the total before, where nothing else proves it.
  const several = second && !isNegative(opening) ? 'before' : 'below';
  if (suspect === 'amount' && least >= FAR - 1) return judged(holds || isNegative(amount) ? several : 'amount');
  return judged(least === ofTotal || least >= FAR - 1 ? 'total' : least === ofAmount ? 'amount' : 'before');
}

const FAR = 9;

/** How much has to go wrong for one number to be typed as another. */
function effort(stated: Decimal, meant: Decimal): number {
  const how = slip(stated, meant);
  if (how === undefined) return FAR - 1;
  return how === 'one digit is different' || how === 'two digits are swapped' ? 1 : 2;
}

function reportOf(one: Break, amounts: Amounts): Report {
  const judged = judge(one, amounts);
  const { step, before, expected, difference, habit } = one;
  const { row, total } = step;
  const acquired = row.transactionAcquiredDisposedCode.value === 'A';
  const verb = acquired ? 'acquired' : 'disposed of';
  const totalCell = row.sharesOwnedFollowingTransaction;
  const amountCell = row.transactionShares;
  const stated = absolute(step.change);
  const off = `${isNegative(difference) ? 'short' : 'over'} by ${grouped(absolute(difference))}`;
  const sum = `${grouped(before.total)} ${acquired ? '+' : '−'} ${grouped(stated)} ${verb}`;
  const related: Related[] = [
    { message: 'the total before it', span: before.row.sharesOwnedFollowingTransaction.span },
  ];
  const severity = habit ? 'hint' : 'error';
  if (judged.culprit === 'amount') {
    const { amount } = judged;
    return {
      row,
      cell: amountCell,
      severity,
      span: amountCell.span,
      message: `Expected ${grouped(amount)} (the totals go from ${grouped(before.total)} to ${grouped(total)}); the filing says ${grouped(stated)} ${verb}.${becauseOf(slip(stated, amount))}`,
      related: [{ message: 'the total that it leads to', span: totalCell.span }, ...related],
      fixes: () => fixesOf(judged),
    };
  }
  return {
    row,
    cell: totalCell,
    severity,
    span: totalCell.span,
    message: isNegative(expected)
      ? `More was disposed of (${grouped(stated)}) than the total before it holds (${grouped(before.total)}); the filing says ${grouped(total)} is left.`
      : `Expected ${grouped(expected)} (${sum}); the filing says ${grouped(total)}, ${off}.${cause(judged)}`,
    related: [...related, { message: `the shares ${verb}`, span: amountCell.span }],
    fixes: () => fixesOf(judged),
  };
}

const becauseOf = (how: string | undefined): string => (how ? ` It looks as if ${how}.` : '');

/** Why the total is off, where that shows. */
function cause({ one, flips, culprit }: Judged): string {
  const { step, before, expected } = one;
  if (flips) {
    const letter = step.row.transactionAcquiredDisposedCode.value;
    return ` The shares were ${letter === 'A' ? 'subtracted' : 'added'}, though the row says ${letter}.`;
  }
  if (equals(step.total, before.total)) return ' The row was left out of the total.';
  if (culprit === 'before') {
    const how = slip(before.total, subtract(step.total, step.change));
    if (!how) return ' The totals after it add up, so that the total before it may be the wrong one.';
    return ` In the total before it, it looks as if ${how}.`;
  }
  return becauseOf(slip(step.total, expected));
}

function fixesOf({ one, amount, opening, flips, culprit }: Judged): Fix[] {
  const { step, before, chain, place, expected, difference } = one;
  const totalCell = step.row.sharesOwnedFollowingTransaction;
  const amountCell = step.row.transactionShares;
  const side = step.row.transactionAcquiredDisposedCode;
  const beforeCell = before.row.sharesOwnedFollowingTransaction;
  const set = (cell: NumberCell, value: Decimal, what: string): Fix => ({
    title: `Set ${what} to ${grouped(value)}`,
    edits: [{ span: cell.span, newText: writtenLike(cell, value) }],
  });
  const { suspect } = one;
  // Only what leaves the rest of the chain whole is offered: a total that the next row proves is not moved alone.
  const offers: [Culprit, Fix][] = [];
  if (suspect !== 'amount' && !isNegative(expected)) offers.push(['total', set(totalCell, expected, 'the total')]);
  if (suspect !== 'total' && !isNegative(amount) && !isZero(amount))
    offers.push(['amount', set(amountCell, amount, 'the amount')]);
  if (suspect !== 'total' && flips) {
    const other = side.value === 'A' ? 'D' : 'A';
    offers.push(['side', { title: `Change ${side.value} to ${other}`, edits: [{ span: side.span, newText: other }] }]);
  }
  if (culprit === 'before') offers.push(['before', set(beforeCell, opening, 'the total before it')]);
  const lower = chain.slice(place).map(({ row, total }) => ({
    cell: row.sharesOwnedFollowingTransaction,
    total: subtract(total, difference),
  }));
  if (suspect === 'amount' && lower.every(({ total }) => !isNegative(total)))
    offers.push([
      'below',
      {
        title: `Set this total to ${grouped(expected)} and change all below it by ${grouped(absolute(difference))}`,
        edits: lower.map(({ cell, total }) => ({ span: cell.span, newText: writtenLike(cell, total) })),
      },
    ]);
  const best = offers.findIndex(([name]) => name === culprit);
  const ordered = best > 0 ? [offers[best]!, ...offers.slice(0, best), ...offers.slice(best + 1)] : offers;
  return ordered.map(([, fix], at) => (at === 0 ? { ...fix, preferred: true } : fix));
}
