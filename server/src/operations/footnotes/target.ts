/** What footnote, and what cell, a place is about. */
import { columnAt } from '../../filing/columns';
import type { Cell, Filing, Footnote } from '../../filing/model';
import { noteReferences, otherReferences } from '../../filing/notes';
import { rowAt, tableOf } from '../../filing/queries';
import { digitsOf } from '../../rules/footnotes/edits';
import { touches, type Span } from '../../text/span';
import { markersOf } from './plan';

export interface Target {
  /** Undefined where it is no number: `(a)`. */
  readonly number: number | undefined;
  /** The number's own characters; of a bullet the bullet, of words in a note nothing, where the cursor is. */
  readonly span: Span;
  /** The note, where the place is in it and not in a number that its words name. */
  readonly note?: Footnote;
}

/** The footnote that a marker cites, that some words name, or that a place lies in; undefined elsewhere. */
export function targetAt(filing: Filing, offset: number): Target | undefined {
  const row = rowAt(filing, offset);
  if (row) return markerIn(filing, offset);
  for (const { numbers } of [...noteReferences(filing), ...otherReferences(filing)])
    for (const { number, span } of numbers) if (touches(span, offset)) return { number, span };
  const note = filing.footnotes.list.find(({ span }) => touches(span, offset));
  if (!note) return undefined;
  const { start } = note.labelSpan;
  const shown = note.label === '' ? { start, end: start + 1 } : digitsOf(filing, note);
  const onLine = filing.lines.lineAt(offset) === filing.lines.lineAt(start);
  return { number: note.number, span: onLine ? shown : { start: offset, end: offset }, note };
}

/** The marker at an offset: the one that it lies in or, between tags, the one that it is nearest to. */
function markerIn(filing: Filing, offset: number): Target | undefined {
  const near = markersOf(filing)
    .filter(({ cell, marker }) => touches(cell.cellSpan, offset) && touches(marker.outer, offset))
    .map(({ marker }) => marker);
  const marker = near.find(({ outer }) => outer.start <= offset && offset < outer.end) ?? near[0];
  return marker && { number: marker.number, span: marker.labelSpan };
}

/** The cell of a row at an offset. */
export function cellAt(filing: Filing, offset: number): Cell<unknown> | undefined {
  const row = rowAt(filing, offset);
  return row && columnAt(row, tableOf(filing, row), offset)?.cell;
}
