import { isBlank } from '../../filing/columns';
import type { Row, TextCell } from '../../filing/model';
import type { Edit } from '../../text/edits';
import { unwritable, type Operation, type OperationContext, type Outcome, type Refusal } from '../operation';
import { columnsOf } from './line';
import { NO_ROW, rowHere } from './place';

/** The cell at the cursor and those after it, one column on: for a row whose cells have slid. */
const shift = (id: string, title: string, run: (context: OperationContext) => Outcome | Refusal): Operation => ({
  id,
  kind: 'refactor.rewrite',
  offer: (context) => (hasSlid(context) && 'edits' in run(context) ? title : undefined),
  run,
});

export const shiftRight = shift('row.shiftRight', 'Shift the cells from here on to the right', right);
export const shiftLeft = shift('row.shiftLeft', 'Shift the cells from here on to the left', left);

/** As a command it works in any row; among the actions it is offered where the row has too many cells or too few. */
function hasSlid({ filing, selection }: OperationContext): boolean {
  const row = rowHere(filing, selection);
  return row !== undefined && row.cells.length !== columnsOf(filing, row.table).length;
}

interface Here {
  readonly row: Row;
  readonly at: number;
  readonly cell: TextCell;
  /** What stands between two cells, and a blank cell before it. */
  readonly blank: string;
}

function here({ filing, selection }: OperationContext): Here | Refusal {
  const refusal = unwritable(filing);
  if (refusal) return refusal;
  const row = rowHere(filing, selection);
  if (!row) return NO_ROW;
  let at = row.cells.findIndex(({ cellSpan }) => selection.start <= cellSpan.end);
  if (at < 0) at = row.cells.length - 1;
  const cell = row.cells[at]!;
  const line = filing.text.slice(row.span.start, row.span.end);
  return { row, at, cell, blank: line.includes('\t') || !line.includes('|') ? '\t' : '  |' };
}

function right(context: OperationContext): Outcome | Refusal {
  const place = here(context);
  if ('refused' in place) return place;
  const { row, cell, blank } = place;
  const { cells } = row;
  const start = cell.cellSpan.start;
  const edits: Edit[] = [{ span: { start, end: start }, newText: blank }];
  const last = cells[cells.length - 1]!;
  // The blank cell at the end makes room for the last column.
  if (cells.length >= columnsOf(context.filing, row.table).length && last !== cell && isBlank(last))
    edits.push({ span: { start: cells[cells.length - 2]!.cellSpan.end, end: last.cellSpan.end }, newText: '' });
  const caret = context.selection.start + blank.length;
  return { edits, caret: { start: caret, end: caret } };
}

function left(context: OperationContext): Outcome | Refusal {
  const place = here(context);
  if ('refused' in place) return place;
  const { row, at, cell, blank } = place;
  const before = row.cells[at - 1];
  if (!before || !isBlank(before))
    return { refused: 'The cell to the left is not blank: nothing was shifted, since its words would be lost.' };
  const { start } = before.cellSpan;
  const gone = cell.cellSpan.start - start;
  const edits: Edit[] = [{ span: { start, end: cell.cellSpan.start }, newText: '' }];
  const { end } = row.cells[row.cells.length - 1]!.cellSpan;
  if (row.cells.length <= columnsOf(context.filing, row.table).length)
    edits.push({ span: { start: end, end }, newText: blank === '\t' ? '\t' : '|  ' });
  const caret = Math.max(start, context.selection.start - gone);
  return { edits, caret: { start: caret, end: caret } };
}
