import type { Filing, Footnote } from './model';
import { sourceOf } from './watched';
import type { Span } from '../text/span';

/** What is found in the words of a note, once for the note. `move`: the same where the note has come to stand elsewhere. */
export function perNote<T>(
  find: (words: string, start: number) => T,
  move: (found: T, by: number) => T,
): (filing: Filing, note: Footnote) => T {
  const known = new WeakMap<Footnote, { start: number; found: T }>();
  return (filing, note) => {
    const { start } = note.textSpan;
    let entry = known.get(note);
    if (!entry) known.set(note, (entry = { start, found: find(sourceOf(filing, note.textSpan), start) }));
    else if (entry.start !== start) {
      entry.found = move(entry.found, start - entry.start);
      entry.start = start;
    }
    return entry.found;
  };
}

export const shifted = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });
