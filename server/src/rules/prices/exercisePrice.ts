import type { DerivativeRow, Filing, Row } from '../../filing/model';
import { equals, isZero } from '../../text/decimal';
import type { Rule } from '../rule';
import { writtenLike } from '../words';
import { dollars } from './trades';

const EXERCISES = new Set(['M', 'X']);

/** The price paid on exercise in Table I, and the exercise price in Table II. */
export const exercisePrice: Rule = {
  id: 'exercise-price',
  family: 'prices',
  severity: 'warning',
  summary: 'The price paid on exercise is not the exercise price in Table II',
  fixable: true,
  check({ filing, report }) {
    for (const row of filing.nonDerivativeTable.rows) {
      const { transactionPricePerShare: cell, transactionCode } = row;
      if (!EXERCISES.has(transactionCode.value ?? '') || !cell.value || cell.markers.length > 0) continue;
      const partners = partnersOf(filing, row);
      const [partner] = partners;
      if (!partner || partners.some(({ conversionOrExercisePrice: { value } }) => equals(value!, cell.value!)))
        continue;
      const price = partner.conversionOrExercisePrice.value!;
      report({
        row,
        cell,
        span: cell.span,
        message: `Expected ${dollars(price)}, the exercise price that column 2 of Table II states for this exercise; found ${dollars(cell.value)}.`,
        related: [{ message: 'the exercise price', span: partner.conversionOrExercisePrice.span }],
        fixes: () => [
          {
            title: `Set the price to ${dollars(price)}`,
            edits: [{ span: cell.span, newText: writtenLike(cell, price) }],
          },
        ],
      });
    }
  },
};

/** The rows of Table II of the same code, day and amount whose exercise price is above zero. */
function partnersOf(filing: Filing, { transactionCode, transactionDate, transactionShares }: Row): DerivativeRow[] {
  const amount = transactionShares.value;
  if (!amount || transactionDate.value === undefined) return [];
  return filing.derivativeTable.rows.filter(
    (other) =>
      other.transactionCode.value === transactionCode.value &&
      other.transactionDate.value === transactionDate.value &&
      other.transactionShares.value !== undefined &&
      equals(other.transactionShares.value, amount) &&
      other.conversionOrExercisePrice.value !== undefined &&
      !isZero(other.conversionOrExercisePrice.value),
  );
}
