import { codesOf } from '../../facts/transactionCodes';
import { priceRanges, weightedAverage } from '../../filing/priceRanges';
import type { Rule } from '../rule';
import { averageNotes, tradeNotes, underTheLetter } from './trades';

/** A weighted average price whose footnote does not say between which prices the trades were. */
export const averageRangeMissing: Rule = {
  id: 'average-range-missing',
  family: 'prices',
  severity: 'warning',
  summary: 'A weighted average price without its range',
  sign: 'averages',
  codes: codesOf('averaged'),
  mentions: /weighted/i,
  check(context) {
    const { filing, report, once } = context;
    if (!underTheLetter(context)) return;
    for (const { note, row } of once(averageNotes)) {
      if (tradeNotes(filing, row).some((one) => priceRanges(filing, one).length > 0)) continue;
      report({
        row,
        span: weightedAverage(filing, note)!,
        message: `Expected the lowest and the highest price of the trades ("ranging from $10.00 to $10.95"); footnote ${note.number} says "weighted average" and gives no range.`,
        related: [{ message: 'the average price', span: row.transactionPricePerShare.span }],
      });
    }
  },
};
