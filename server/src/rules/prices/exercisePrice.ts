import { codesOf } from '../../facts/transactionCodes';
import { transactionCode as codeFacts } from '../../facts/transactionCodes';
import type { DerivativeRow, Filing, Row } from '../../filing/model';
import { isZero, plain } from '../../text/decimal';
import type { Rule } from '../rule';
import { writtenLike } from '../words';
import { dollars } from './trades';

/** The price paid on exercise in Table I, and the exercise price in Table II. */
export const exercisePrice: Rule = {
  id: 'exercise-price',
  family: 'prices',
  severity: 'warning',
  summary: 'The price paid on exercise is not the exercise price in Table II',
  fixable: true,
  sign: 'exercise',
  codes: codesOf('exercise'),
  check({ filing, report, accused, suspect }) {
    let all: ReturnType<typeof partnersOf> | undefined;
    for (const row of filing.nonDerivativeTable.rows) {
      const { transactionPricePerShare: cell, transactionCode } = row;
      if (
        !codeFacts(transactionCode.value)?.paysExercisePrice ||
        !cell.value ||
        cell.markers.length > 0 ||
        suspect(cell)
      )
        continue;
      if (accused(row, 'code-side')) continue;
      const partners = (all ??= partnersOf(filing)).get(keyOf(row));
      if (!partners || partners.prices.has(plain(cell.value))) continue;
      const partner = partners.first;
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

/** Rows of Table II that may be the other half of one exercise. */
interface Partners {
  readonly first: DerivativeRow;
  /** The exercise prices of them all, as `plain` writes them. */
  readonly prices: Set<string>;
}

/** The rows of Table II whose exercise price is above zero, by what they share with Table I. */
function partnersOf({ derivativeTable }: Filing): Map<string | undefined, Partners> {
  const found = new Map<string | undefined, Partners>();
  for (const row of derivativeTable.rows) {
    const key = keyOf(row);
    const { value } = row.conversionOrExercisePrice;
    if (key === undefined || !value || isZero(value)) continue;
    const partners = found.get(key);
    if (partners) partners.prices.add(plain(value));
    else found.set(key, { first: row, prices: new Set([plain(value)]) });
  }
  return found;
}
