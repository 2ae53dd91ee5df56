/** Which cells cite which footnotes. A marker and a note belong together by number or, where they have none, by label. */
import type { Filing, Footnote, Marker } from '../filing/model';
import { citationsOf, type Citation } from '../filing/queries';

const belong = (marker: Marker, note: Footnote): boolean =>
  marker.number === undefined
    ? note.number === undefined && marker.label === note.label
    : marker.number === note.number;

/** The notes that a marker names: none where there is no such note, two where a number is used twice. */
export function notesOf(filing: Filing, marker: Marker): readonly Footnote[] {
  return filing.footnotes.list.filter((note) => belong(marker, note));
}

/** Every citation of a note, in the order of the text. */
export function citationsOfNote(filing: Filing, note: Footnote): readonly Citation[] {
  return citationsOf(filing).filter(({ marker }) => belong(marker, note));
}

/** A note's label without the space behind it: `-`, `1.`, `(1)`. */
export function labelOf(filing: Filing, note: Footnote): { start: number; end: number } {
  const { start, end } = note.labelSpan;
  return { start, end: start + filing.text.slice(start, end).trimEnd().length };
}
