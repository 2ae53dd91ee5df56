import { grouped } from '../../text/decimal';
import type { Rule } from '../rule';
import { tallyOf } from './tally';

/** Two rows of one holding whose totals chain only when the rows change places. No instruction fixes the order of rows. */
export const holdingsOrder: Rule = {
  id: 'holdings-order',
  family: 'holdings',
  severity: 'warning',
  summary: 'Two rows whose totals add up only in the other order',
  fixable: true,
  check({ filing, once, report }) {
    for (const { first, second } of once(tallyOf).swaps) {
      const a = first.row;
      const b = second.row;
      report({
        row: b,
        cell: b.sharesOwnedFollowingTransaction,
        span: b.sharesOwnedFollowingTransaction.span,
        message: `The totals ${grouped(first.total)} and ${grouped(second.total)} add up only if this row comes before the other; the two rows seem to have changed places.`,
        related: [{ message: 'the row that seems to come after it', span: a.sharesOwnedFollowingTransaction.span }],
        fixes: () => [
          {
            title: 'Swap the two rows',
            preferred: true,
            edits: [
              { span: a.span, newText: filing.text.slice(b.span.start, b.span.end) },
              { span: b.span, newText: filing.text.slice(a.span.start, a.span.end) },
            ],
          },
        ],
      });
    }
  },
};
