import type { Filing, Footnote } from './model';
import { sourceOf } from './watched';
import type { Span } from '../text/span';

interface Found {
  start: number;
  found: unknown;
}

/** By note, what each of the questions below has found. */
const known = new WeakMap<Footnote, (Found | undefined)[]>();
let questions = 0;

/** What is found in the words of a note, once for the note. `move`: the same where the note has come to stand elsewhere. */
export function perNote<T>(
  find: (words: string, start: number) => T,
  move: (found: T, by: number) => T,
): (filing: Filing, note: Footnote) => T {
  const question = questions++;
  return (filing, note) => {
    const { start } = note.textSpan;
    let all = known.get(note);
    if (!all) known.set(note, (all = []));
    let entry = all[question];
    if (!entry) all[question] = entry = { start, found: find(sourceOf(filing, note.textSpan), start) };
    else if (entry.start !== start) {
      entry.found = move(entry.found as T, start - entry.start);
      entry.start = start;
    }
    return entry.found as T;
  };
}

export const shifted = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });
