import { grouped, equals, multiply, whole } from '../../text/decimal';
import { slip } from '../holdings/digits';
import type { Rule } from '../rule';

/** Columns 5 and 7 of Table II: the derivative securities and the shares under them. */
export const underlyingAmount: Rule = {
  id: 'underlying-amount',
  family: 'limits',
  severity: 'information',
  summary: 'Columns 5 and 7 of Table II differ by a zero, or by two swapped digits',
  sign: 'derivatives',
  checkRow(row, { accused, report, suspect }) {
    if (row.table !== 'derivativeTable' || row.kind !== 'transaction' || accused(row)) return;
    const { transactionShares: amount, underlyingSecurityShares: cell, securityTitle: title } = row;
    if (!amount.value || !cell.value || suspect(cell) || cell.dollars || amount.dollars) return;
    // A contract is for 100 shares, a fractional share of preferred stock for many, a note for what it converts into.
    if (OTHER_RATIO.test(title.value ?? '') || amount.markers.length > 0 || cell.markers.length > 0) return;
    const [a, b] = [amount.value, cell.value];
    const swapped = slip(a, b) === 'two digits are swapped';
    // A note may give a ratio of ten or a hundred; it does not give one that swaps two digits.
    const noted = row.cells.some(({ markers }) => markers.length > 0);
    const tenfold = !noted && RATIOS.some((n) => equals(multiply(a, n), b) || equals(multiply(b, n), a));
    if (!swapped && !tenfold) return;
    report({
      cell,
      span: cell.span,
      message: `Check the amounts: ${grouped(a)} in column 5 and ${grouped(b)} in column 7; ${swapped ? 'two digits are swapped' : 'they differ by a zero or two'}.`,
      related: [{ message: 'column 5', span: amount.span }],
    });
  },
};

const RATIOS = [whole(10), whole(100)];

const OTHER_RATIO =
  /\b(?:puts?|calls?|preferred|notes?|debentures?|warrants?|contracts?|swaps?|forwards?|convertible)\b/i;
