import type { DerivativeRow, Filing, Row } from '../../filing/model';
import { equals, isZero, plain } from '../../text/decimal';
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
    const all = partnersOf(filing);
    for (const row of filing.nonDerivativeTable.rows) {
      const { transactionPricePerShare: cell, transactionCode } = row;
      if (!EXERCISES.has(transactionCode.value ?? '') || !cell.value || cell.markers.length > 0) continue;
      const partners = all.get(keyOf(row)) ?? [];
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

/** What an exercise has in common in both tables: code, day and amount; undefined where one of them is missing. */
function keyOf({ transactionCode, transactionDate, transactionShares }: Row): string | undefined {
  const amount = transactionShares.value;
  const day = transactionDate.value;
  return amount && day !== undefined ? `${transactionCode.value} ${day} ${plain(amount)}` : undefined;
}

/** The rows of Table II whose exercise price is above zero, by what they share with Table I. */
function partnersOf({ derivativeTable }: Filing): Map<string | undefined, DerivativeRow[]> {
  const found = new Map<string | undefined, DerivativeRow[]>();
  for (const row of derivativeTable.rows) {
    const key = keyOf(row);
    const { value } = row.conversionOrExercisePrice;
    if (key === undefined || !value || isZero(value)) continue;
    const rows = found.get(key);
    if (rows) rows.push(row);
    else found.set(key, [row]);
  }
  return found;
}
