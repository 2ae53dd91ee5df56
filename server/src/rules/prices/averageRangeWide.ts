import { codesOf } from '../../facts/transactionCodes';
import { priceRanges } from '../../filing/priceRanges';
import { subtract } from '../../text/decimal';
import type { Rule } from '../rule';
import { averageNotes, dollars, isMistyped, isWide, underTheLetter } from './trades';

/** A weighted average price of trades more than a dollar apart. */
export const averageRangeWide: Rule = {
  id: 'average-range-wide',
  family: 'prices',
  severity: 'warning',
  summary: 'A weighted average price of trades more than $1.00 apart',
  sign: 'averages',
  codes: codesOf('averaged'),
  mentions: /weighted/i,
  check(context) {
    const { filing, report, once } = context;
    if (!underTheLetter(context)) return;
    for (const { note, row } of once(averageNotes))
      for (const range of priceRanges(filing, note)) {
        if (range.foreign || !isWide(range)) continue;
        const { low, high, span } = range;
        report({
          row,
          span,
          message: `Expected trades put together in one line to be at most $1.00 apart; found ${dollars(low)} to ${dollars(high)}, a range of ${dollars(subtract(high, low))}.${isMistyped(range) ? ' One of the two prices may be mistyped.' : ''}`,
          related: [{ message: 'the average price', span: row.transactionPricePerShare.span }],
        });
      }
  },
};
