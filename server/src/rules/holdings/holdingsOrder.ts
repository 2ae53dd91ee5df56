import { grouped } from '../../text/decimal';
import type { Fix, Rule } from '../rule';
import { exchanged } from './exchanged';
import { swapFix, type Swap } from './swaps';
import { tallyOf } from './tally';

/** Two rows of one holding whose totals chain only when the rows change places. No instruction fixes the order of rows. */
export const holdingsOrder: Rule = {
  id: 'holdings-order',
  family: 'holdings',
  severity: 'warning',
  summary: 'Two rows whose totals add up only in the other order',
  fixable: true,
  sign: 'tally',
  check({ filing, once, report }) {
    for (const swap of once(tallyOf).swaps) {
      const { first, second, isDated, rival } = swap;
      const cell = second.row.sharesOwnedFollowingTransaction;
      const totals = `${grouped(first.total)} and ${grouped(second.total)}`;
      report({
        row: second.row,
        cell,
        span: cell.span,
        severity: isDated ? 'information' : 'warning',
        message: isDated
          ? `The totals ${totals} follow the dates, not the rows: this row comes before the other by its date.`
          : `The totals ${totals} add up only if this row comes before the other; the two rows${rival ? `, or their ${rival},` : ''} seem to have changed places.`,
        related: [
          { message: 'the row that seems to come after it', span: first.row.sharesOwnedFollowingTransaction.span },
        ],
        // The rows go where their dates stand, or where the totals ask for them and nothing else would do.
        fixes: () => [{ ...swapFix(filing, swap), preferred: isDated || rival === undefined }, ...rivalFixes(swap)],
      });
    }
  },
};

function rivalFixes({ first: { row: first }, second: { row: second }, rival }: Swap): Fix[] {
  if (rival === undefined) return [];
  const column = rival === 'amounts' ? 'transactionShares' : 'sharesOwnedFollowingTransaction';
  return [exchanged(rival, first[column], second[column])];
}
