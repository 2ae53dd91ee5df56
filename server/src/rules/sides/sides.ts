/** What says on which side a transaction stands: its code, and the totals before and after it. */
import { transactionCode, type Side } from '../../facts/transactionCodes';
import { rowBefore } from '../../filing/holdings';
import type { Cell, DerivativeRow, Filing, Row } from '../../filing/model';
import { add, equals, isZero } from '../../text/decimal';
import type { Span } from '../../text/span';
import { filled } from '../clear';
import type { Edit, Fix } from '../rule';

export const other = (side: Side): Side => (side === 'A' ? 'D' : 'A');

/** The side that the row's code takes in its table; undefined where it may take either. */
export function sideOfCode({ transactionCode: { value }, table }: Row): Side | undefined {
  return transactionCode(value)?.side[table];
}

/** Table I: the only side with which the total before the row leads to the row's own; undefined where none does. */
export function sideOfTotals(filing: Filing, row: Row): Side | undefined {
  const before = rowBefore(filing, row)?.sharesOwnedFollowingTransaction.value;
  const after = row.sharesOwnedFollowingTransaction.value;
  const amount = row.transactionShares.value;
  if (!before || !after || !amount || isZero(amount)) return undefined;
  if (equals(add(before, amount), after)) return 'A';
  return equals(add(after, amount), before) ? 'D' : undefined;
}

/** Said beside the letter: a light bulb speaks for its whole line, and A and D are letters of other columns too. */
const MEANING: Record<Side, string> = { A: 'acquired', D: 'disposed of' };

/** Table I: another letter under A/D; no fix where the cell cannot be added to its line. */
export function setSide(filing: Filing, row: Row, side: Side, preferred: boolean): Fix[] {
  const cell = row.transactionAcquiredDisposedCode;
  const edit: Edit | undefined =
    cell.raw === ''
      ? filled(filing, row, 'transactionAcquiredDisposedCode', cell, side)
      : { span: cell.span, newText: side };
  const title = cell.raw === '' ? `Write ${side} (${MEANING[side]})` : `Change ${cell.raw} to ${side}`;
  return edit ? [{ title, edits: [edit], preferred }] : [];
}

/** The words of a cell and its markers. */
function contentOf({ span, markers }: Cell<unknown>): Span {
  return markers.reduce(
    (all, { outer }) => ({ start: Math.min(all.start, outer.start), end: Math.max(all.end, outer.end) }),
    span,
  );
}

/** Table II: the amount under the other heading, with its markers. */
export function moveAmount(filing: Filing, row: DerivativeRow, to: Side): Fix {
  const [from, into] = to === 'A' ? [row.disposed, row.acquired] : [row.acquired, row.disposed];
  const span = contentOf(from);
  return {
    title: `Move ${from.raw} to (${to})`,
    edits: [
      { span, newText: '' },
      { span: contentOf(into), newText: filing.text.slice(span.start, span.end) },
    ],
    preferred: true,
  };
}
