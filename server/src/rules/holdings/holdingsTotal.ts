import type { Filing, NumberCell } from '../../filing/model';
import { absolute, equals, grouped, isNegative, isZero, subtract, type Decimal } from '../../text/decimal';
import type { Fix, Related, Report, Rule } from '../rule';
import { count, writtenLike } from '../words';
import { slip } from './digits';
import { exchanged } from './exchanged';
import { judge, Witnesses, type Culprit, type Judged } from './judge';
import { swapFix, type Exchange } from './swaps';
import { lostNote } from '../footnotes/lost';
import { citesNothing } from '../footnotes/words';
import { MOST_BROKEN, mayLackRow, tallyOf } from './tally';

/** A total of Table I that does not follow from the one before it (staff FAQ 1: column 5 is a running tally). */
export const holdingsTotal: Rule = {
  id: 'holdings-total',
  family: 'holdings',
  severity: 'error',
  summary: 'A total that does not follow from the total before it and the shares acquired or disposed of',
  fixable: true,
  sign: 'tally',
  check(context) {
    const { breaks, exchanges, left } = context.once(tallyOf);
    for (const one of exchanges) context.report(reportOfExchange(one));
    if (breaks.length === 0) return;
    const witnesses = new Witnesses(context.filing);
    for (const one of breaks) context.report(reportOf(context.filing, judge(one, witnesses)));
    const [next] = left;
    if (next)
      context.report({
        severity: 'information',
        span: next.sharesOwnedFollowingTransaction.span,
        message: `The totals of ${count(left.length, 'row')} from here on are not added up: ${MOST_BROKEN} totals before them do not follow from one another.`,
      });
  },
};

/** Two totals that stand in each other's row: one cause, though more than one of them does not follow. */
function reportOfExchange({ first, second }: Exchange): Report {
  const [above, cell] = [first, second].map(({ row }) => row.sharesOwnedFollowingTransaction) as [
    NumberCell,
    NumberCell,
  ];
  return {
    row: second.row,
    cell,
    span: cell.span,
    message: `Expected ${grouped(first.total)} here and ${grouped(second.total)} in the row above; the two totals seem to have changed places.`,
    related: [{ message: 'the other total', span: above.span }],
    fixes: () => [{ ...exchanged('totals', above, cell), preferred: true }],
  };
}

function reportOf(filing: Filing, judged: Judged): Report {
  const { one, amount, opening, culprit } = judged;
  const { step, before, chain, place, expected, difference, habit } = one;
  const { row, total } = step;
  const acquired = row.transactionAcquiredDisposedCode.value === 'A';
  const verb = acquired ? 'acquired' : 'disposed of';
  const totalCell = row.sharesOwnedFollowingTransaction;
  const amountCell = row.transactionShares;
  const beforeCell = before.row.sharesOwnedFollowingTransaction;
  const stated = grouped(absolute(step.change));
  const off = `${isNegative(difference) ? 'short' : 'over'} by ${grouped(absolute(difference))}`;
  const sum = `${grouped(before.total)} ${acquired ? '+' : '−'} ${stated} ${verb}`;
  const related: Related[] = [{ message: 'the total before it', span: beforeCell.span }];
  const explained = totalCell.markers.length > 0;
  const severity = habit
    ? one.repeats && !explained
      ? 'information'
      : 'hint'
    : one.swap || one.repeats
      ? 'warning'
      : 'error';
  // The footnotes of a row that was left out are left without a marker.
  const lost = mayLackRow(one) ? lostNote(filing) : undefined;
  const at = (cell: NumberCell, words: string, places: Related[]): Report => ({
    row: cell === beforeCell ? before.row : row,
    cell,
    severity,
    span: cell.span,
    message:
      words +
      rivals(judged) +
      (lost ? ` Footnote ${lost.number}, which no cell cites, may be that of a row which is missing.` : ''),
    related: lost ? [...places, { message: citesNothing(lost), span: lost.labelSpan }] : places,
    fixes: () => fixesOf(filing, judged),
  });
  const leads: Related = { message: 'the total that it leads to', span: totalCell.span };
  const goes = `Expected ${grouped(amount)} (the totals go from ${grouped(before.total)} to ${grouped(total)})`;
  switch (culprit) {
    case 'amount': {
      const why = becauseOf(slip(absolute(step.change), amount));
      return at(amountCell, `${goes}; the filing says ${stated} ${verb}.${why}`, [leads, ...related]);
    }
    case 'price': {
      const price = { message: 'the number under the price', span: row.transactionPricePerShare.span };
      const words = `${goes}, the number that stands under the price; the filing says ${stated} ${verb}. Amount and price seem to be exchanged.`;
      return at(amountCell, words, [price, leads, ...related]);
    }
    case 'exchange': {
      const { step: own, other, total: meant } = one.exchange!;
      const cell = own.row.sharesOwnedFollowingTransaction;
      const from = other === 'price' ? own.row.transactionPricePerShare : own.row.transactionShares;
      const found = `the filing says ${grouped(own.total)}`;
      const words = `Expected ${grouped(meant)}, the number that stands under the ${other}; ${found}. Total and ${other} seem to be exchanged.`;
      const proof = own === step ? related[0]! : { message: 'the total that goes on from there', span: totalCell.span };
      return at(cell, words, [{ message: `the number under the ${other}`, span: from.span }, proof]);
    }
    case 'amounts': {
      const other = chain[place + 1]!.row.transactionShares;
      const words = `${goes}, the amount of the next row; the filing says ${stated} ${verb}. The amounts of the two rows seem to be exchanged.`;
      return at(amountCell, words, [{ message: 'the amount of the next row', span: other.span }, leads, ...related]);
    }
    case 'not added': {
      const change = grouped(absolute(before.change));
      const done = isNegative(before.change) ? ['disposed of', 'subtracted'] : ['acquired', 'added'];
      const words = `Expected ${grouped(opening)}, from which the next total goes on; the filing says ${grouped(before.total)}. The ${change} ${done[0]} in this row seem not to be ${done[1]}.`;
      const places = [
        { message: 'the total that goes on from there', span: totalCell.span },
        { message: `the shares ${done[0]}`, span: before.row.transactionShares.span },
      ];
      return at(beforeCell, words, places);
    }
    default: {
      const words = isNegative(expected)
        ? `More was disposed of (${stated}) than the total before it holds (${grouped(before.total)}); the filing says ${grouped(total)} is left.`
        : `Expected ${grouped(expected)} (${sum}); the filing says ${grouped(total)}, ${off}.${cause(judged)}`;
      return at(totalCell, words, [...related, { message: `the shares ${verb}`, span: amountCell.span }]);
    }
  }
}

/** What else may have happened: said where it is open which number is wrong, for then no fix is the best. */
function rivals({ one, isSure }: Judged): string {
  if (isSure || one.habit) return '';
  if (one.swap) return ' Or the two rows have changed places.';
  return one.suspect === 'total'
    ? ' It is open which number is wrong.'
    : ' It is open which number is wrong, or whether a row is missing.';
}

const becauseOf = (how: string | undefined): string => (how ? ` It looks as if ${how}.` : '');

/** Why the total is off, where that shows. */
function cause({ one, opening, flips, culprit }: Judged): string {
  const { step, before, expected } = one;
  if (culprit === 'left out') return ' The row before it was left out of this total.';
  if (flips) {
    const letter = step.row.transactionAcquiredDisposedCode.value;
    return ` The shares were ${letter === 'A' ? 'subtracted' : 'added'}, though the row says ${letter}.`;
  }
  if (equals(step.total, before.total)) return ' The row was left out of the total.';
  if (culprit === 'before') {
    const how = slip(before.total, opening);
    if (!how) return ' The totals after it add up, so that the total before it may be the wrong one.';
    return ` In the total before it, it looks as if ${how}.`;
  }
  return becauseOf(slip(step.total, expected));
}

function fixesOf(filing: Filing, { one, amount, opening, flips, culprit, isSure }: Judged): Fix[] {
  const { step, before, chain, place, expected, difference, suspect, swap } = one;
  const totalCell = step.row.sharesOwnedFollowingTransaction;
  const amountCell = step.row.transactionShares;
  const side = step.row.transactionAcquiredDisposedCode;
  const beforeCell = before.row.sharesOwnedFollowingTransaction;
  const set = (cell: NumberCell, value: Decimal, what: string): Fix => ({
    title: `Set ${what} to ${grouped(value)}`,
    edits: [{ span: cell.span, newText: writtenLike(cell, value) }],
  });
  // Only what leaves the rest of the chain whole is offered: a total that the next row proves is not moved alone.
  const offers: [Culprit, Fix][] = [];
  if (suspect !== 'amount' && !isNegative(expected)) offers.push(['total', set(totalCell, expected, 'the total')]);
  if (suspect !== 'total' && !isNegative(amount) && !isZero(amount))
    offers.push(['amount', set(amountCell, amount, 'the amount')]);
  if (suspect !== 'total' && flips) {
    const other = side.value === 'A' ? 'D' : 'A';
    offers.push(['side', { title: `Change ${side.value} to ${other}`, edits: [{ span: side.span, newText: other }] }]);
  }
  if (culprit === 'before' || culprit === 'not added')
    offers.push([culprit, set(beforeCell, opening, 'the total before it')]);
  if (culprit === 'price')
    offers.push([culprit, exchanged('amount and the price', amountCell, step.row.transactionPricePerShare)]);
  if (culprit === 'amounts')
    offers.push([culprit, exchanged(culprit, amountCell, chain[place + 1]!.row.transactionShares)]);
  if (culprit === 'exchange') {
    const { step: own, other } = one.exchange!;
    const from = other === 'price' ? own.row.transactionPricePerShare : own.row.transactionShares;
    offers.push([culprit, exchanged(`total and the ${other}`, own.row.sharesOwnedFollowingTransaction, from)]);
  }
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
  const likeliest = culprit === 'left out' ? (suspect === 'amount' ? 'below' : 'total') : culprit;
  const best = offers.findIndex(([name]) => name === likeliest);
  const ordered = best > 0 ? [offers[best]!, ...offers.slice(0, best), ...offers.slice(best + 1)] : offers;
  const fixes = ordered.map(([, fix], at) => (at === 0 && isSure ? { ...fix, preferred: true } : fix));
  return swap ? [...fixes, swapFix(filing, swap)] : fixes;
}
