/** Which footnotes are cited and which are not: the one look at markers and notes that the footnote rules share. */
import { MOST_NOTES } from '../../facts/limits';
import type { Filing, Footnote } from '../../filing/model';
import { citedBy, isLetter, type Citation } from '../../filing/queries';
import { perFiling } from '../../filing/memo';

/** Markers of one label that lead to no footnote. */
export interface Stray {
  readonly label: string;
  /** Undefined for a letter. */
  readonly number: number | undefined;
  readonly citations: readonly [Citation, ...Citation[]];
}

export interface Duplicate {
  readonly note: Footnote;
  /** Its place in the list, from 1. */
  readonly place: number;
  /** The footnote that has the number first. */
  readonly first: Footnote;
  /** Markers that miss a footnote, which is likely this one. */
  readonly missedBy: Stray | undefined;
}

export interface Numbering {
  /** The markers that cite each number and each letter, in the order of the text. */
  readonly cited: ReadonlyMap<number | string, readonly [Citation, ...Citation[]]>;
  /** The first footnote of each number. */
  readonly notes: ReadonlyMap<number, Footnote>;
  /** Footnotes whose number stands before another one already. */
  readonly duplicates: readonly Duplicate[];
  /** Markers to footnotes from 1 to MOST_NOTES that are not there, by number in the order of the text. */
  readonly undefinedMarkers: readonly Stray[];
  /** Markers that no form numbers footnotes by: 0, over MOST_NOTES, a letter. */
  readonly oddMarkers: readonly Stray[];
  /** Footnotes that no marker cites and whose label is a number. */
  readonly uncited: readonly Footnote[];
  /** The one uncited footnote that a stray marker is likely to mean: then one finding speaks of both. */
  readonly meant: Footnote | undefined;
}

/** The first footnote of each number. */
export const notesOf = perFiling(({ footnotes: { list } }) => {
  const notes = new Map<number, Footnote>();
  for (const note of list) if (note.number !== undefined && !notes.has(note.number)) notes.set(note.number, note);
  return notes;
});

/** Worked out once a filing. */
export const numberingOf = perFiling(work);

/** True where a cell cites a footnote that is not there: what no footnote says, that one may. */
export function lacksNote(filing: Filing): boolean {
  const { undefinedMarkers, duplicates } = numberingOf(filing);
  return undefinedMarkers.length > 0 || duplicates.some(({ missedBy }) => missedBy);
}

function work(filing: Filing): Numbering {
  const notes: ReadonlyMap<number, Footnote> = notesOf(filing);
  const again: { readonly note: Footnote; readonly place: number }[] = [];
  let lettered = false;
  filing.footnotes.list.forEach((note, at) => {
    if (isLetter(note.label)) lettered = true;
    if (note.number === undefined) return;
    if (notes.get(note.number) !== note) again.push({ note, place: at + 1 });
  });
  const cited = citedBy(filing);
  const undefinedMarkers: Stray[] = [];
  const oddMarkers: Stray[] = [];
  // A list of letters is one fault, whatever the markers say.
  if (!lettered)
    for (const [key, citations] of cited) {
      const number = typeof key === 'number' ? key : undefined;
      if (number !== undefined && notes.has(number)) continue;
      const isOdd = number === undefined || number < 1 || number > MOST_NOTES;
      (isOdd ? oddMarkers : undefinedMarkers).push({ label: citations[0].marker.label, number, citations });
    }
  const duplicates = again.map(({ note, place }): Duplicate => ({
    note,
    place,
    first: notes.get(note.number!)!,
    missedBy: undefinedMarkers.shift(),
  }));
  const uncited = filing.hasMarkers ? [...notes.values()].filter(({ number }) => !cited.has(number!)) : [];
  const meant = uncited.length === 1 && undefinedMarkers.length + oddMarkers.length > 0 ? uncited[0] : undefined;
  return { cited, notes, duplicates, undefinedMarkers, oddMarkers, uncited, meant };
}
