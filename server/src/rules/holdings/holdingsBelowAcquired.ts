import { transactionCode } from '../../facts/transactionCodes';
import { cellsOf } from '../../filing/columns';
import type { DerivativeRow, Row } from '../../filing/model';
import { compare, grouped, isZero } from '../../text/decimal';
import { numberingOf } from '../footnotes/numbering';
import type { Rule, RuleContext } from '../rule';
import { tallyOf } from './tally';

/** After an acquisition a holding is not smaller than what was acquired. */
export const holdingsBelowAcquired: Rule = {
  id: 'holdings-below-acquired',
  family: 'holdings',
  severity: 'error',
  summary: 'A total that is smaller than the amount just acquired',
  oddRows: true,
  checkRow(row, context) {
    const { once, report } = context;
    const { transactionShares: amount, sharesOwnedFollowingTransaction: total } = row;
    if (row.transactionAcquiredDisposedCode.value !== 'A' || !amount.value || !total.value) return;
    // A short position that expires ends at nothing.
    if (transactionCode(row.transactionCode.value)?.endsShortPosition) return;
    if (total.markers.length > 0 || amount.dollars !== total.dollars || compare(total.value, amount.value) >= 0) return;
    if (row.table === 'derivativeTable' && isZero(total.value) && closesPosition(row, context)) return;
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

/** "Call Option (obligation to sell)": the holder owes, and buying such an option back ends it. */
const OWED = /\bobligation\b|\bwritten\b|\bshort\b/i;
const CLOSED =
  /\bclos(?:e[ds]?|ing|eout|e-out)\b|\bcover(?:ed|ing)?\b|\bb(?:uy|ought)[- ]?(?:to|back)\b|\bwritten\b|\bshort\b|\bassign(?:ed|ment)\b/i;

/** True where what was acquired ends what the holder owed, so that nothing is left of either. */
function closesPosition(row: DerivativeRow, { filing, columnsOf }: RuleContext): boolean {
  if (OWED.test(row.securityTitle.value ?? '')) return true;
  const { notes } = numberingOf(filing);
  return cellsOf(row, columnsOf(row)).some(({ cell }) =>
    cell.markers.some(({ number }) => number !== undefined && CLOSED.test(notes.get(number)?.text ?? '')),
  );
}
