import { changeOf, rowBefore } from '../../filing/holdings';
import type { Filing, Row } from '../../filing/model';
import { writtenLike } from '../../rules/words';
import { add, isNegative } from '../../text/decimal';
import { unwritable, type Operation, type Outcome } from '../operation';
import { insertLines } from './line';
import { NO_ROW, rowHere } from './place';

/** The same row once more below it. In Table I its total goes on from the row's own, since two rows never leave one total. */
export const duplicateRow: Operation = {
  id: 'row.duplicate',
  kind: 'refactor.rewrite',
  offer: ({ filing, selection }) =>
    !unwritable(filing) && rowHere(filing, selection) ? 'Duplicate this row' : undefined,
  run({ filing, selection }) {
    const refusal = unwritable(filing);
    if (refusal) return refusal;
    const row = rowHere(filing, selection);
    if (!row) return NO_ROW;
    const { edit, start } = insertLines(filing, row.span.end, [lineOfNext(filing.text, row)]);
    const at = start + Math.min(Math.max(0, selection.start - row.span.start), edit.newText.length);
    const caret = { start: at, end: at };
    const goesOn = followerOf(filing, row);
    return goesOn ? { edits: [edit], caret, ...recomputeAfter(goesOn) } : { edits: [edit], caret };
  },
};

/** The row whose total goes on from this one. */
const followerOf = (filing: Filing, row: Row): Row | undefined =>
  row.table === 'nonDerivativeTable' && row.kind === 'transaction'
    ? filing.nonDerivativeTable.rows.slice(row.index + 1).find((one) => rowBefore(filing, one) === row)
    : undefined;

/** The numbers of others are not touched unasked. */
const recomputeAfter = ({ index }: Row): Pick<Outcome, 'remark' | 'next'> => ({
  remark: `The row stands twice now. The totals of its holding from row ${index + 2} of Table I on do not count it yet.`,
  next: { operation: 'row.recompute', title: 'Recompute Totals' },
});

function lineOfNext(text: string, row: Row): string {
  const total = totalBehind(row);
  const { span } = row.sharesOwnedFollowingTransaction;
  if (total === undefined) return text.slice(row.span.start, row.span.end);
  return text.slice(row.span.start, span.start) + total + text.slice(span.end, row.span.end);
}

/** What the total is behind a row that is made once more, written as its own is; undefined where it stays as it stands. */
export function totalBehind(row: Row): string | undefined {
  const { sharesOwnedFollowingTransaction: cell } = row;
  const change = row.table === 'nonDerivativeTable' && row.kind === 'transaction' ? changeOf(row) : undefined;
  const total = change && cell.value && add(cell.value, change);
  return !total || isNegative(total) ? undefined : writtenLike(cell, total);
}
