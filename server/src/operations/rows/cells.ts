import { cellsOf } from '../../filing/columns';
import type { Filing, Row } from '../../filing/model';
import { rowsOf, tableOf } from '../../filing/queries';
import { touches, type Span } from '../../text/span';
import type { Operation, OperationContext, Outcome } from '../operation';

/** To the value of the next cell or the one before, on to the next row and table; it is selected, to be typed over. */
const go = (id: string, by: -1 | 1): Operation => ({ id, kind: 'refactor', run: (context) => gone(context, by) });

export const nextCell = go('cell.next', 1);
export const previousCell = go('cell.previous', -1);

function gone({ filing, selection }: OperationContext, by: -1 | 1): Outcome {
  const at = by > 0 ? selection.end : selection.start;
  const rows = rowsOf(filing);
  const here = rows.find(({ span }) => touches(span, at));
  const found = here ? beside(filing, rows, here, at, by) : beyond(filing, rows, at, by);
  return { edits: [], caret: found ?? selection };
}

/** The cells of a row as they stand, each once: two columns may share one. */
function cellsIn(filing: Filing, row: Row): { cellSpan: Span; span: Span }[] {
  const byPlace = new Map<number, { cellSpan: Span; span: Span }>();
  for (const { cell } of cellsOf(row, tableOf(filing, row)))
    if (!byPlace.has(cell.cellSpan.start)) byPlace.set(cell.cellSpan.start, cell);
  return [...byPlace.values()].sort((a, b) => a.cellSpan.start - b.cellSpan.start);
}

function beside(filing: Filing, rows: readonly Row[], row: Row, at: number, by: -1 | 1): Span | undefined {
  const cells = cellsIn(filing, row);
  const own = cells.findIndex(({ cellSpan }) => touches(cellSpan, at));
  // Before the first cell or behind the last one the nearest is next.
  const cell = own < 0 ? undefined : cells[own + by];
  if (cell) return cell.span;
  const next = rows[rows.indexOf(row) + by];
  if (!next) return undefined;
  const others = cellsIn(filing, next);
  return others[by > 0 ? 0 : others.length - 1]?.span;
}

function beyond(filing: Filing, rows: readonly Row[], at: number, by: -1 | 1): Span | undefined {
  const row =
    by > 0 ? rows.find(({ span }) => span.start >= at) : [...rows].reverse().find(({ span }) => span.end <= at);
  const cells = row ? cellsIn(filing, row) : [];
  return cells[by > 0 ? 0 : cells.length - 1]?.span;
}
