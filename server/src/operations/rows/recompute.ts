import { writtenLike } from '../../rules/words';
import type { NonDerivativeRow } from '../../filing/model';
import { rowAt } from '../../filing/queries';
import { unwritable, type Operation, type OperationContext, type Outcome, type Refusal } from '../operation';
import { habitsOf } from './habits';
import { tableAt } from './place';
import { recompute } from './tally';

/** Sets the totals of Table I from the row at the cursor on, each from the one before it, and says which they were. */
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
  const { changed, left, below } = recompute(filing, row?.index ?? 0);
  if (below)
    return {
      refused: `Nothing was changed: row ${below.index + 1} of Table I disposes of more than its holding has. Look at the amounts first.`,
    };
  if (changed.length === 0)
    return { refused: ['Nothing was changed: from here on the totals follow already.', ...leftAlone(left)].join(' ') };
  const { shares } = habitsOf(filing);
  const edits = changed.map(({ row: { sharesOwnedFollowingTransaction: cell }, total }) => ({
    span: cell.span,
    newText: cell.raw === '' ? shares(total) : writtenLike(cell, total),
  }));
  const said = changed.map(({ row }, at) => {
    const { raw } = row.sharesOwnedFollowingTransaction;
    return `row ${row.index + 1}, ${raw === '' ? 'blank' : raw} → ${edits[at]!.newText}`;
  });
  const { start } = edits[0]!.span;
  return {
    edits,
    changed: { start, end: start + edits[0]!.newText.length },
    remark: [`${counted(said.length)} changed in Table I: ${listed(said)}.`, ...leftAlone(left)].join(' '),
  };
}

const counted = (totals: number): string => (totals === 1 ? '1 total' : `${totals} totals`);

/** As many as can be read in a message. */
const MOST_SAID = 5;

const listed = (said: readonly string[]): string =>
  said.length <= MOST_SAID
    ? said.join('; ')
    : `${said.slice(0, MOST_SAID).join('; ')}; and ${said.length - MOST_SAID} more`;

/** The totals that do not follow and were left as they stand, with the reason. */
function leftAlone(rows: readonly NonDerivativeRow[]): string[] {
  if (rows.length === 0) return [];
  const which = listed(rows.map(({ index }) => `row ${index + 1}`));
  return [
    `Left as it stands: ${which}, whose total has a footnote or was not read for certain, or where another cell is likelier to be wrong.`,
  ];
}
