/** Edits that empty and fill cells as the layout writes them. */
import { LAYOUTS } from '../facts/layouts';
import { tableOf } from '../filing/queries';
import type { Cell, Column, Filing, Row } from '../filing/model';
import type { Edit } from './rule';

/** Takes the words out of a cell and leaves its markers. A blank cell may be wider than none. */
export function cleared(filing: Filing, { span, cellSpan, markers }: Cell<unknown>): Edit {
  const first = markers[0];
  if (first) return { span: { start: span.start, end: Math.max(span.end, first.outer.start) }, newText: '' };
  const { emptyCell } = LAYOUTS[filing.layout];
  return { span: emptyCell === '' ? span : cellSpan, newText: emptyCell };
}

/**
 * Writes words into a blank cell; undefined where the cell does not stand in the text and cannot be added to its line.
 */
export function filled(filing: Filing, row: Row, column: Column, cell: Cell<unknown>, words: string): Edit | undefined {
  const place = tableOf(filing, row).columns.findIndex((names) => names.includes(column));
  const lacking = place + 1 - row.cells.length;
  if (lacking <= 0) return { span: cell.span, newText: words + (cell.markers.length > 0 ? ' ' : '') };
  if (LAYOUTS[filing.layout].separator !== '\t') return undefined;
  return { span: { start: row.span.end, end: row.span.end }, newText: '\t'.repeat(lacking) + words };
}
