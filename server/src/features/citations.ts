/** Which cells cite which footnotes. A marker and a note belong together by number or, where they have none, by label. */
import { perFiling } from '../filing/memo';
import type { Filing, Footnote, Marker } from '../filing/model';
import { citationsOf, type Citation } from '../filing/queries';

interface Links {
  readonly notes: ReadonlyMap<string, readonly Footnote[]>;
  readonly citations: ReadonlyMap<Footnote, readonly Citation[]>;
}

/** What a marker and its notes have in common: the number or, without one, the label. */
const keyOf = (one: Pick<Marker, 'number' | 'label'>): string =>
  one.number === undefined ? `label ${one.label}` : String(one.number);

/** Markers and notes put together once for a filing, so that no request goes through all of them. */
const linksOf = perFiling((filing): Links => {
  const notes = new Map<string, Footnote[]>();
  for (const note of filing.footnotes.list) put(notes, keyOf(note), note);
  const citations = new Map<Footnote, Citation[]>();
  for (const citation of citationsOf(filing))
    for (const note of notes.get(keyOf(citation.marker)) ?? []) put(citations, note, citation);
  return { notes, citations };
});

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The notes that a marker names: none where there is no such note, two where a number is used twice. */
export function notesOf(filing: Filing, marker: Marker): readonly Footnote[] {
  return linksOf(filing).notes.get(keyOf(marker)) ?? [];
}

/** Every citation of a note, in the order of the text. */
export function citationsOfNote(filing: Filing, note: Footnote): readonly Citation[] {
  return linksOf(filing).citations.get(note) ?? [];
}

/** A note's label without the space behind it: `-`, `1.`, `(1)`. */
export function labelOf(filing: Filing, note: Footnote): { start: number; end: number } {
  const { start, end } = note.labelSpan;
  return { start, end: start + filing.text.slice(start, end).trimEnd().length };
}
