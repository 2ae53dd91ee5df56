/** Which footnote of one filing is which of another: by their words, whatever their numbers. */
import { sameWords } from '../../filing/holdings';
import type { Filing, Footnote } from '../../filing/model';

export interface NoteChange {
  readonly kind: 'changed' | 'added' | 'removed' | 'renumbered';
  readonly before: Footnote | undefined;
  readonly after: Footnote | undefined;
}

export interface MatchedNotes {
  readonly changes: readonly NoteChange[];
  /** The note of the earlier filing that a note of the later one is. */
  readonly origin: ReadonlyMap<Footnote, Footnote>;
}

/** Two notes are one where they share so much of their words. */
const ALIKE = 0.5;
/** The same where they have the same number. */
const ALIKE_IN_PLACE = 0.25;
/** Of longer lists the notes that do not match to the word are matched by their numbers alone. */
const MOST = 120;

/** Matches the notes of two filings: to the word first, then by what they share. */
export function matchNotes(before: Filing, after: Filing): MatchedNotes {
  const origin = new Map<Footnote, Footnote>();
  const free = new Map<string, Footnote[]>();
  for (const note of before.footnotes.list) {
    const key = sameWords(note.text);
    free.set(key, [...(free.get(key) ?? []), note]);
  }
  const taken = new Set<Footnote>();
  const take = (note: Footnote, from: Footnote): void => {
    origin.set(note, from);
    taken.add(from);
  };
  for (const note of after.footnotes.list) {
    const same = free.get(sameWords(note.text))?.filter((one) => !taken.has(one)) ?? [];
    const from = same.find(({ number }) => number === note.number) ?? same[0];
    if (from) take(note, from);
  }
  const left = before.footnotes.list.filter((one) => !taken.has(one));
  const fresh = after.footnotes.list.filter((one) => !origin.has(one));
  for (const { note, from } of ranked(fresh, left)) if (!origin.has(note) && !taken.has(from)) take(note, from);
  return { origin, changes: changesOf(before, after, origin, taken) };
}

/** Pairs of notes that share enough, the likest first. */
function ranked(fresh: readonly Footnote[], left: readonly Footnote[]): { note: Footnote; from: Footnote }[] {
  const pairs: { note: Footnote; from: Footnote; likeness: number }[] = [];
  const words = new Map([...fresh, ...left].map((note) => [note, new Set(sameWords(note.text).split(' '))]));
  for (const note of fresh)
    for (const from of fresh.length * left.length > MOST * MOST ? sameNumber(left, note) : left) {
      const likeness = shared(words.get(note)!, words.get(from)!);
      const inPlace = note.number === from.number;
      if (likeness >= (inPlace ? ALIKE_IN_PLACE : ALIKE))
        pairs.push({ note, from, likeness: likeness + (inPlace ? 0.1 : 0) });
    }
  return pairs.sort((a, b) => b.likeness - a.likeness);
}

const sameNumber = (notes: readonly Footnote[], { number }: Footnote): Footnote[] =>
  notes.filter((one) => one.number === number).slice(0, 1);

/** What part of the words of both stands in both. */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const word of a) if (b.has(word)) both++;
  return both / (a.size + b.size - both);
}

function changesOf(
  before: Filing,
  after: Filing,
  origin: ReadonlyMap<Footnote, Footnote>,
  taken: ReadonlySet<Footnote>,
): NoteChange[] {
  const changes: NoteChange[] = [];
  for (const note of after.footnotes.list) {
    const from = origin.get(note);
    if (!from) changes.push({ kind: 'added', before: undefined, after: note });
    else if (from.text !== note.text) changes.push({ kind: 'changed', before: from, after: note });
    else if (from.number !== note.number) changes.push({ kind: 'renumbered', before: from, after: note });
  }
  for (const note of before.footnotes.list)
    if (!taken.has(note)) changes.push({ kind: 'removed', before: note, after: undefined });
  return changes;
}
