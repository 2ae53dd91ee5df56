/** Every marker that cites the footnote under the cursor. */
import type { Location } from 'vscode-languageserver-protocol';
import type { Filing, Footnote } from '../filing/model';
import type { Position } from '../text/lines';
import { citationsOfNote, notesOf } from './citations';
import { placeAt } from './place';

/** The markers in the order of the text, behind the footnote itself where that is asked for; undefined elsewhere. */
export function references(
  filing: Filing,
  position: Position,
  uri: string,
  includeDeclaration: boolean,
): Location[] | undefined {
  const notes = notesAt(filing, position);
  if (!notes) return undefined;
  const spans = [...(includeDeclaration ? notes.map(({ span }) => span) : []), ...markersOf(filing, notes)];
  return spans.map((span) => ({ uri, range: filing.lines.range(span) }));
}

/** The footnotes that the marker at a place cites, or the footnote at that place; undefined where there is none. */
export function notesAt(filing: Filing, position: Position): readonly Footnote[] | undefined {
  const place = placeAt(filing, filing.lines.offset(position));
  if (place?.kind === 'footnote') return [place.footnote];
  const notes = place?.kind === 'marker' ? notesOf(filing, place.marker) : [];
  return notes.length > 0 ? notes : undefined;
}

/** The spans of the markers of some footnotes; a number that two notes share is counted once. */
export function markersOf(filing: Filing, notes: readonly Footnote[]): { start: number; end: number }[] {
  const markers = new Set(notes.flatMap((note) => citationsOfNote(filing, note).map(({ marker }) => marker)));
  return [...markers].map(({ span }) => span);
}
