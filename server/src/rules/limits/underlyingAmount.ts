import type { DerivativeRow } from '../../filing/model';
import {
  absolute,
  compare,
  divide,
  equals,
  grouped,
  isZero,
  multiply,
  subtract,
  whole,
  type Decimal,
} from '../../text/decimal';
import { isRatio, slip } from '../holdings/digits';
import type { Rule, RuleContext } from '../rule';

/** Columns 5 and 7 of Table II: the derivative securities and the shares under them. */
export const underlyingAmount: Rule = {
  id: 'underlying-amount',
  family: 'limits',
  severity: 'information',
  summary: 'Columns 5 and 7 of Table II differ by a zero or by a slip of the hand',
  sign: 'underlying',
  checkRow(row, context) {
    const { accused, report, suspect } = context;
    if (row.table !== 'derivativeTable' || row.kind !== 'transaction' || accused(row)) return;
    const { transactionShares: amount, underlyingSecurityShares: cell, securityTitle: title } = row;
    if (!amount.value || !cell.value || suspect(cell) || suspect(amount) || cell.dollars) return;
    if (amount.dollars) return lookAtNote(row, context);
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

/** A note of so many dollars converts into as many shares as the price of column 2 goes into them. */
function lookAtNote(row: DerivativeRow, { report, suspect }: RuleContext): void {
  const { transactionShares: amount, conversionOrExercisePrice: price, underlyingSecurityShares: shares } = row;
  const cells = [amount, price, shares];
  if (!price.value || isZero(price.value) || cells.some((cell) => cell.markers.length > 0 || suspect(cell))) return;
  const expected = divide(amount.value!, price.value, 4);
  if (!expected || isZero(shares.value!)) return;
  // Fractions of a share are paid out.
  const close = (a: Decimal, b: Decimal, slack: Decimal): boolean => compare(absolute(subtract(a, b)), slack) < 0;
  const off = RATIOS.some(
    (n) => close(multiply(shares.value!, n), expected, n) || close(shares.value!, multiply(expected, n), ONE),
  );
  if (!off) return;
  report({
    cell: shares,
    span: shares.span,
    message: `Check the amounts: at ${dollars(price.value)} in column 2, ${dollars(amount.value!)} in column 5 converts into ${grouped(divide(amount.value!, price.value, 0)!)} shares; found ${grouped(shares.value!)} in column 7, which differs by a zero or two.`,
    related: [
      { message: 'column 5', span: amount.span },
      { message: 'column 2', span: price.span },
    ],
  });
}

const ONE = whole(1);
const dollars = (value: Decimal): string => `$${grouped(value)}`;

const OTHER_RATIO =
  /\b(?:puts?|calls?|preferred|notes?|debentures?|warrants?|contracts?|swaps?|forwards?|convertible)\b/i;
