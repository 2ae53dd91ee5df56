/** Marker → footnote, and footnote → its markers, so that one key leads there and back. */
import type { LocationLink } from 'vscode-languageserver-protocol';
import type { Filing } from '../filing/model';
import type { Position } from '../text/lines';
import type { Span } from '../text/span';
import { citationsOfNote, notesOf } from './citations';
import { placeAt } from './place';

/** Where to go from a marker or a footnote; undefined elsewhere. */
export function definition(filing: Filing, position: Position, uri: string): LocationLink[] | undefined {
  const { lines } = filing;
  const place = placeAt(filing, lines.offset(position));
  const link = (from: Span, target: Span): LocationLink => {
    const range = lines.range(target);
    return { originSelectionRange: lines.range(from), targetUri: uri, targetRange: range, targetSelectionRange: range };
  };
  if (place?.kind === 'marker') return notesOf(filing, place.marker).map((note) => link(place.marker.span, note.span));
  if (place?.kind === 'footnote')
    return citationsOfNote(filing, place.footnote).map(({ marker }) => link(place.footnote.span, marker.span));
  return undefined;
}
