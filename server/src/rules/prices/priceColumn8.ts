import { codesOf } from '../../facts/transactionCodes';
import { transactionCode as codeFacts } from '../../facts/transactionCodes';
import { equals, ZERO } from '../../text/decimal';
import type { Rule } from '../rule';
import { writtenLike } from '../words';
import { dollars, priceOf } from './trades';

/** An exercise or conversion in Table II with a price in column 8. */
export const priceColumn8: Rule = {
  id: 'price-column-8',
  family: 'prices',
  severity: 'warning',
  summary: 'A price in column 8 beside an exercise or conversion',
  fixable: true,
  sign: 'exercise',
  codes: codesOf('exercise'),
  checkRow(row, { report }) {
    if (row.table !== 'derivativeTable') return;
    const { transactionPricePerShare: cell, conversionOrExercisePrice, transactionCode } = row;
    const price = priceOf(row);
    if (row.kind !== 'transaction' || !price || !codeFacts(transactionCode.value)?.exercise) return;
    const repeated = conversionOrExercisePrice.value !== undefined && equals(conversionOrExercisePrice.value, price);
    report({
      row,
      cell,
      severity: repeated ? 'warning' : 'information',
      span: cell.span,
      message: repeated
        ? `Expected $0 in column 8, the price of the derivative security itself; found ${dollars(price)}, the exercise price that column 2 states already.`
        : `Beside code ${transactionCode.value} column 8, the price of the derivative security itself, is mostly $0; found ${dollars(price)}.`,
      related: repeated ? [{ message: 'the exercise price in column 2', span: conversionOrExercisePrice.span }] : [],
      fixes: () => [
        {
          title: 'Set the price in column 8 to $0',
          edits: [{ span: cell.span, newText: writtenLike(cell, ZERO) }],
          preferred: repeated,
        },
      ],
    });
  },
};
