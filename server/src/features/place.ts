/** What of the filing stands at an offset. */
import { columnAt } from '../filing/columns';
import type { Cell, Column, Filing, Footnote, Marker, Row, Table } from '../filing/model';
import { footnoteAt } from '../filing/places';
import { rowAt, tableOf } from '../filing/queries';

export interface CellPlace {
  readonly kind: 'cell';
  readonly row: Row;
  readonly table: Table<Row>;
  readonly column: Column;
  readonly cell: Cell<unknown>;
}

export interface MarkerPlace extends Omit<CellPlace, 'kind'> {
  readonly kind: 'marker';
  readonly marker: Marker;
}

export interface FootnotePlace {
  readonly kind: 'footnote';
  readonly footnote: Footnote;
}

export type Place = CellPlace | MarkerPlace | FootnotePlace;

/** The marker, the cell or the footnote at an offset; undefined elsewhere. */
export function placeAt(filing: Filing, offset: number): Place | undefined {
  const footnote = footnoteAt(filing, offset);
  if (footnote) return { kind: 'footnote', footnote };
  const row = rowAt(filing, offset);
  if (!row) return undefined;
  const table = tableOf(filing, row);
  const found = columnAt(row, table, offset);
  if (!found) return undefined;
  const place = { row, table, ...found };
  const marker = markerAt(filing, found.cell, offset);
  return marker ? { kind: 'marker', marker, ...place } : { kind: 'cell', ...place };
}

/** The marker at an offset, tags and all; what the offset stands before wins over what it stands behind. */
function markerAt({ text }: Filing, cell: Cell<unknown>, offset: number): Marker | undefined {
  const { markers } = cell;
  const under = markers.find(({ outer }) => outer.start <= offset && offset < outer.end);
  if (under) return under;
  const inValue = cell.raw !== '' && cell.span.start <= offset && offset < cell.span.end;
  if (inValue) return undefined;
  const behind = markers.find(({ outer }) => outer.end === offset);
  if (behind || text.charAt(offset).trim() === '') return behind;
  // The tags around several markers belong to none of them: the nearest is meant.
  return markers.reduce<Marker | undefined>(
    (best, marker) => (!best || distance(marker, offset) < distance(best, offset) ? marker : best),
    undefined,
  );
}

const distance = ({ span }: Marker, offset: number): number =>
  offset < span.start ? span.start - offset : Math.max(0, offset - span.end);
