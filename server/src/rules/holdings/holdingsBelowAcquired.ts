import { transactionCode } from '../../facts/transactionCodes';
import type { Row } from '../../filing/model';
import { compare, grouped } from '../../text/decimal';
import type { Rule, RuleContext } from '../rule';
import { tallyOf } from './tally';

/** After an acquisition a holding is not smaller than what was acquired. */
export const holdingsBelowAcquired: Rule = {
  id: 'holdings-below-acquired',
  family: 'holdings',
  severity: 'error',
  summary: 'A total that is smaller than the amount just acquired',
  checkRow(row, { once, report }) {
    const { transactionShares: amount, sharesOwnedFollowingTransaction: total } = row;
    if (row.transactionAcquiredDisposedCode.value !== 'A' || !amount.value || !total.value) return;
    // A short position that expires ends at nothing.
    if (transactionCode(row.transactionCode.value)?.endsShortPosition) return;
    if (total.markers.length > 0 || amount.dollars !== total.dollars || compare(total.value, amount.value) >= 0) return;
    // A row whose total the tally has just doubted in the row behind it is spoken of there.
    if (row.table === 'nonDerivativeTable' && once(doubted).has(row)) return;
    report({
      row,
      cell: total,
      span: total.span,
      severity: row.table === 'nonDerivativeTable' ? 'error' : 'warning',
      message: `Expected a total of at least ${grouped(amount.value)}, the amount just acquired; the filing says ${grouped(total.value)}.`,
      related: [{ message: 'the amount acquired', span: amount.span }],
    });
  },
};

const doubted = (context: RuleContext): ReadonlySet<Row> => {
  const { breaks, exchanges } = context.once(tallyOf);
  return new Set([...breaks.map(({ before }) => before.row), ...exchanges.map(({ first }) => first.row)]);
};
