import type { Column } from '../../filing/model';
import type { Operation } from '../operation';
import { unwritable } from '../operation';
import { lineOf, writtenOf, type Written } from './line';
import { END } from '../../text/snippet';
import { NO_ROW, rowHere } from './place';
import { lineBelow, piecesOf, stopAt, TO_FILL } from './stops';

/** What a row has in common with the next one of its holding; code and side stay blank: a default would be taken. */
export const SHARED: readonly Column[] = [
  'securityTitle',
  'conversionOrExercisePrice',
  'transactionDate',
  'exerciseDate',
  'expirationDate',
  'underlyingSecurityTitle',
  'directOrIndirectOwnership',
  'natureOfOwnership',
];

/** A row of the same holding below this one, with the rest still to be filled in. */
export const newRow: Operation = {
  id: 'row.new',
  kind: 'refactor.rewrite',
  offer: ({ filing, selection }) =>
    !unwritable(filing) && rowHere(filing, selection) ? 'New row like this one' : undefined,
  run({ filing, selection }) {
    const refusal = unwritable(filing);
    if (refusal) return refusal;
    const row = rowHere(filing, selection);
    if (!row) return NO_ROW;
    const all = writtenOf(filing, row);
    const written: Written = {};
    for (const column of SHARED) if (all[column] !== undefined) written[column] = all[column];
    const toFill = TO_FILL[row.table][row.kind];
    toFill.forEach(([column], at) => (written[column] = stopAt(at)));
    const line = piecesOf(lineOf(filing, row.table, written, row), toFill);
    const { span, before, behind } = lineBelow(filing, row.span.end);
    // The cursor stays in the row, so that the next one can follow it.
    return { edits: [], snippet: { span, pieces: [...before, ...line, END, ...behind] } };
  },
};
