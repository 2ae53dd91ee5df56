import { writtenLike } from '../../rules/words';
import { rowAt } from '../../filing/queries';
import { unwritable, type Operation, type OperationContext, type Outcome, type Refusal } from '../operation';
import { habitsOf } from './habits';
import { tableAt } from './place';
import { recompute } from './tally';

/** Sets the totals of Table I from the row at the cursor on, each from the one before it. Shown before it is made. */
export const recomputeTotals: Operation = {
  id: 'row.recompute',
  kind: 'refactor.rewrite',
  offer: (context) => ('edits' in recomputed(context) ? 'Recompute totals from here' : undefined),
  run: recomputed,
};

function recomputed({ filing, selection }: OperationContext): Outcome | Refusal {
  const refusal = unwritable(filing);
  if (refusal) return refusal;
  const row = rowAt(filing, selection.start);
  if (row?.table === 'derivativeTable' || (!row && tableAt(filing, selection.start) !== 'nonDerivativeTable'))
    return {
      refused: 'Put the cursor in a row of Table I first: only there does each total go on from the one before it.',
    };
  const { changed, below } = recompute(filing, row?.index ?? 0);
  if (below)
    return {
      refused: `Nothing was changed: row ${below.index + 1} of Table I disposes of more than its holding has. Look at the amounts first.`,
    };
  if (changed.length === 0) return { refused: 'Nothing was changed: from here on the totals follow already.' };
  const { shares } = habitsOf(filing);
  return {
    edits: changed.map(({ row: { sharesOwnedFollowingTransaction: cell }, total }) => ({
      span: cell.span,
      newText: cell.raw === '' ? shares(total) : writtenLike(cell, total),
    })),
    confirm: 'Recompute totals from here',
  };
}
