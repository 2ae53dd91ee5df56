import { codesOf, transactionCode } from '../../facts/transactionCodes';
import type { NonDerivativeRow } from '../../filing/model';
import type { Day } from '../../text/days';
import { plain } from '../../text/decimal';
import type { Rule } from '../rule';
import { dollars, priceOf } from './trades';

/** Shares sold or withheld at just the price at which an option was exercised on that day. */
export const priceOfExercise: Rule = {
  id: 'price-of-exercise',
  family: 'prices',
  severity: 'information',
  summary: 'A sale or withholding at just the exercise price of that day',
  sign: 'exercise',
  codes: codesOf('averaged'),
  check({ filing, report, accused, suspect }) {
    const { rows } = filing.nonDerivativeTable;
    const exercised = new Map<string, NonDerivativeRow>();
    for (const row of rows) {
      const key = keyOf(row);
      if (
        key !== undefined &&
        transactionCode(row.transactionCode.value)?.paysExercisePrice &&
        !accused(row, 'code-side')
      )
        exercised.set(key, row);
    }
    if (exercised.size === 0) return;
    for (const row of rows) {
      const { transactionPricePerShare: cell, transactionAcquiredDisposedCode: side } = row;
      const code = transactionCode(row.transactionCode.value);
      const key = code?.averaged && side.value === 'D' ? keyOf(row) : undefined;
      const from = key === undefined ? undefined : exercised.get(key);
      if (!from || suspect(cell) || cell.markers.length > 0) continue;
      report({
        cell,
        span: cell.span,
        message: `Check the price: ${dollars(priceOf(row)!)} is the exercise price of the row with code ${from.transactionCode.value} of that day. Options are exercised where the shares are worth more.`,
        related: [{ message: 'the exercise', span: from.transactionPricePerShare.span }],
      });
    }
  },
};

/** Day and price; undefined where one of them is not known. */
function keyOf(row: NonDerivativeRow): string | undefined {
  const day: Day | undefined = row.transactionDate.value;
  const price = priceOf(row);
  return day === undefined || !price ? undefined : `${day} ${plain(price)}`;
}
