/**
 * Every operation, in the order in which code actions show them: what is used most first, what deletes last. An editor groups
 * them by kind as well, and shows those that rewrite before those that move something and those of no such kind.
 */
import { deleteFootnote } from './footnotes/delete';
import { insertFootnote } from './footnotes/insert';
import { mergeFootnotes } from './footnotes/merge';
import { moveFootnoteDown, moveFootnoteUp } from './footnotes/move';
import { sortFootnotes } from './footnotes/sort';
import { tickBox } from './boxes/tick';
import type { Operation } from './operation';
import { amendFiling } from './filing/amend';
import { newFiling } from './filing/newFiling';
import { newFromThis } from './filing/newFromThis';
import { nextCell, previousCell } from './rows/cells';
import { deleteRows } from './rows/deleteRows';
import { duplicateRow } from './rows/duplicateRow';
import { exercise } from './rows/exercise';
import { fillsToRows } from './paste/fills';
import { moveRowDown, moveRowUp } from './rows/moveRows';
import { newRow } from './rows/newRow';
import { linesToRows } from './paste/linesToRows';
import { pasteRows } from './paste/pasteRows';
import { recomputeTotals } from './rows/recompute';
import { seeRemarks } from './filing/seeRemarks';
import { shiftLeft, shiftRight } from './rows/shiftCells';
import { splitFiling } from './filing/split';

export const OPERATIONS: readonly Operation[] = [
  recomputeTotals,
  newRow,
  duplicateRow,
  insertFootnote,
  shiftRight,
  shiftLeft,
  linesToRows,
  tickBox,
  exercise,
  seeRemarks,
  mergeFootnotes,
  sortFootnotes,
  amendFiling,
  splitFiling,
  newFiling,
  newFromThis,
  moveRowUp,
  moveRowDown,
  moveFootnoteUp,
  moveFootnoteDown,
  pasteRows,
  fillsToRows,
  nextCell,
  previousCell,
  deleteRows,
  deleteFootnote,
];

/** The operation of an id; undefined where there is none. */
export function operationOf(id: unknown): Operation | undefined {
  return OPERATIONS.find((one) => one.id === id);
}
