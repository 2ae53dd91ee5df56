import { compare, equals, grouped, isZero, multiply, whole } from '../../text/decimal';
import { isRatio, slip } from '../holdings/digits';
import type { Rule } from '../rule';

/** Columns 5 and 7 of Table II: the derivative securities and the shares under them. */
export const underlyingAmount: Rule = {
  id: 'underlying-amount',
  family: 'limits',
  severity: 'information',
  summary: 'Columns 5 and 7 of Table II differ by a zero or by a slip of the hand',
  sign: 'derivatives',
  checkRow(row, { accused, report, suspect }) {
    if (row.table !== 'derivativeTable' || row.kind !== 'transaction' || accused(row)) return;
    const { transactionShares: amount, underlyingSecurityShares: cell, securityTitle: title } = row;
    if (!amount.value || !cell.value || suspect(cell) || suspect(amount) || cell.dollars || amount.dollars) return;
    // A contract is for 100 shares, a fractional share of preferred stock for many, a note for what it converts into.
    if (OTHER_RATIO.test(title.value ?? '') || amount.markers.length > 0 || cell.markers.length > 0) return;
    const [a, b] = [amount.value, cell.value];
    const [more, less] = compare(a, b) > 0 ? [a, b] : [b, a];
    if (isZero(less)) return;
    // A note may give a ratio of two, ten or a hundred; it does not give one that swaps two digits, or changes one.
    const noted = row.cells.some(({ markers }) => markers.length > 0);
    const tenfold = RATIOS.some((n) => equals(multiply(less, n), more));
    const how = tenfold ? 'they differ by a zero or two' : isRatio(a, b) ? undefined : slip(b, a);
    if (!how || (noted && tenfold)) return;
    report({
      cell,
      span: cell.span,
      message: `Check the amounts: ${grouped(a)} in column 5 and ${grouped(b)} in column 7; ${how}.`,
      related: [{ message: 'column 5', span: amount.span }],
    });
  },
};

const RATIOS = [whole(10), whole(100)];

const OTHER_RATIO =
  /\b(?:puts?|calls?|preferred|notes?|debentures?|warrants?|contracts?|swaps?|forwards?|convertible)\b/i;
