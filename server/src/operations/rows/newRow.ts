import type { Column, Row } from '../../filing/model';
import type { Operation } from '../operation';
import { unwritable } from '../operation';
import { cellStart, columnsOf, insertLines, lineOf, writtenOf, type Written } from './line';
import { NO_ROW, rowHere } from './place';

/** What a row has in common with the next one of its holding; code and side stay blank: a default would be taken. */
const SHARED: readonly Column[] = [
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
  kind: 'refactor',
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
    const line = lineOf(filing, row.table, written, row);
    const { edit, start } = insertLines(filing, row.span.end, [line]);
    const at = start + cellStart(line, firstToFill(filing, row));
    return { edits: [edit], caret: { start: at, end: at } };
  },
};

/** The place of the column that is typed first. */
function firstToFill(filing: Parameters<typeof columnsOf>[0], { kind, table }: Row): number {
  const wanted: Column = kind === 'holding' ? 'sharesOwnedFollowingTransaction' : 'transactionCode';
  return columnsOf(filing, table).findIndex((shared) => shared.includes(wanted));
}
