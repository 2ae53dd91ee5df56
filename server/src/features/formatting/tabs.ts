import type { Filing, Row, Table } from '../../filing/model';
import { trim } from '../../text/white';
import type { Edit } from '../../text/edits';

/** White space around the values of tabbed cells goes, and each row gets as many cells as its table has columns. */
export function tabEdits({ text }: Filing, table: Table<Row>, rows: readonly Row[]): Edit[] {
  const isTabbed = ({ cells }: Row): boolean =>
    cells.every((cell, at) => at === 0 || text[cell.cellSpan.start - 1] === '\t');
  return rows.filter(isTabbed).flatMap((row) => {
    const edits: Edit[] = [];
    const count = table.columns.length;
    for (const { cellSpan } of row.cells.slice(0, count)) {
      const { start, end } = trim(text, cellSpan.start, cellSpan.end);
      if (start > cellSpan.start) edits.push({ span: { start: cellSpan.start, end: start }, newText: '' });
      if (cellSpan.end > end) edits.push({ span: { start: end, end: cellSpan.end }, newText: '' });
    }
    const { end } = row.span;
    const last = row.cells[count - 1];
    if (last && row.cells.length > count) edits.push({ span: { start: last.cellSpan.end, end }, newText: '' });
    else if (row.cells.length < count)
      edits.push({ span: { start: end, end }, newText: '\t'.repeat(count - row.cells.length) });
    return edits;
  });
}
