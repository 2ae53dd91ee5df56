/** Edits in a cell of a table whose cells are parted by tabs or bars. */
import { cellOf, isBlank } from '../../filing/columns';
import type { Cell, Filing, Row } from '../../filing/model';
import type { Edit } from '../../text/edits';
import type { Span } from '../../text/span';
import { spaceBefore } from '../footnotes/markers';
import { columnsOf, isAligned } from '../rows/line';
import type { Refusal } from '../operation';
import { escaped } from './escape';
import { changed } from './pieces';
import { rowOfPlace, type CellPlace } from './place';

const NO_ROW: Refusal = { refused: 'Nothing was changed: this row is not in the filing any more.' };

/** Sets the words of a cell; `before` are those that are shown now. */
export function cellEdits(filing: Filing, place: CellPlace, before: string, after: string): readonly Edit[] | Refusal {
  const row = rowOfPlace(filing, place);
  const cell = row && cellOf(row, place.column);
  if (!row || !cell) return NO_ROW;
  const room = roomFor(filing, row, place);
  if (after === '') return kept(filing, row, cell, cleared(filing, cell));
  const words = escaped(filing, after, false);
  if (cell.raw !== '') {
    const isXml = false;
    const less = changed(filing.text, { span: cell.span, isXml }, before, after, (part) =>
      escaped(filing, part, false),
    );
    return kept(filing, row, cell, less ?? { span: cell.span, newText: words });
  }
  if (room) return [{ span: { start: room.at, end: room.at }, newText: room.before + words + room.after }];
  return kept(filing, row, cell, filled(filing, row, place, cell, words));
}

/** The value goes, and with it what stands between it and its markers. */
function cleared({ text }: Filing, { span, cellSpan, markers }: Cell<unknown>): Edit {
  const next = markers.reduce(
    (least, { outer }) => Math.min(least, outer.start >= span.end ? outer.start : least),
    cellSpan.end,
  );
  const end = markers.length > 0 && text.slice(span.end, next).trim() === '' && next < cellSpan.end ? next : span.end;
  return { span: { start: span.start, end }, newText: '' };
}

/** A value for a cell that has none: before its markers or, without any, spaced as the cells around it. */
function filled(filing: Filing, row: Row, place: CellPlace, cell: Cell<unknown>, words: string): Edit {
  const { text } = filing;
  const other = sharing(filing, row, place);
  const at = cell.span.start;
  if (other && other.raw !== '')
    return other.span.start >= at
      ? { span: { start: at, end: at }, newText: `${words} ` }
      : { span: { start: at, end: at }, newText: ` ${words}` };
  if (!isBlank(cell)) return { span: { start: at, end: at }, newText: words + spaceBefore(filing) };
  const { start, end } = cell.cellSpan;
  if (!isBarred(filing, row)) return { span: { start: at, end: at }, newText: words };
  const padded = isPadded(text, row);
  const written = padded ? ` ${words} ` : words;
  return { span: { start, end }, newText: isAligned(filing[row.table].rows) ? written.padEnd(end - start) : written };
}

/** The cell of the other column that the place of this one is shared with. */
function sharing(filing: Filing, row: Row, { column }: CellPlace): Cell<unknown> | undefined {
  const shared = columnsOf(filing, row.table).find((columns) => columns.includes(column)) ?? [];
  const other = shared.find((one) => one !== column);
  return other && cellOf(row, other);
}

const isPadded = (text: string, { cells }: Row): boolean =>
  cells.some(({ cellSpan, raw }) => raw !== '' && text.charAt(cellSpan.start) === ' ');

function isBarred({ text }: Filing, { span, cells }: Row): boolean {
  const [first, second] = cells;
  return first !== undefined && text.slice(span.start, second?.cellSpan.start ?? first.cellSpan.start).includes('|');
}

export interface Room {
  readonly at: number;
  readonly before: string;
  readonly after: string;
}

/** Where a row ends before the cell of a place: what must be written around it so that it stands in its column. */
export function roomFor(filing: Filing, row: Row, place: CellPlace): Room | undefined {
  const at = columnsOf(filing, row.table).findIndex((columns) => columns.includes(place.column));
  const missing = at - row.cells.length;
  const last = row.cells[row.cells.length - 1]?.cellSpan;
  if (missing < 0 || !last) return undefined;
  const { text } = filing;
  if (!isBarred(filing, row)) return { at: last.end, before: '\t'.repeat(missing + 1), after: '' };
  const space = isPadded(text, row) ? ' ' : '';
  const closing = text.indexOf('|', last.end);
  const closed = closing >= 0 && closing < row.span.end;
  if (closed) return { at: closing + 1, before: `${space || ' '} |`.repeat(missing) + space, after: `${space}|` };
  return { at: last.end, before: `${space}|`.repeat(missing + 1) + space, after: '' };
}

/** In a table whose bars stand one below another, the blanks behind a value take up what it grows or shrinks by. */
function kept(filing: Filing, row: Row, cell: Cell<unknown>, edit: Edit): readonly Edit[] {
  const { text } = filing;
  const { cellSpan } = cell;
  if (!isBarred(filing, row) || edit.span.end >= cellSpan.end || !isAligned(filing[row.table].rows)) return [edit];
  const grown = edit.newText.length - (edit.span.end - edit.span.start);
  const blanks = blanksBefore(text, { start: edit.span.end, end: cellSpan.end });
  if (grown === 0) return [edit];
  if (grown < 0) return [edit, { span: { start: cellSpan.end, end: cellSpan.end }, newText: ' '.repeat(-grown) }];
  const taken = Math.min(grown, Math.max(0, blanks - 1));
  if (taken === 0) return [edit];
  return [edit, { span: { start: cellSpan.end - taken, end: cellSpan.end }, newText: '' }];
}

function blanksBefore(text: string, { start, end }: Span): number {
  let at = end;
  while (at > start && text.charAt(at - 1) === ' ') at--;
  return end - at;
}
