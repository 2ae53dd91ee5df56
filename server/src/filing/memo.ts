/** What is worked out once for a filing and asked for by several. */
import type { Filing, Footnote } from './model';

/**
 * A function whose result is kept for the filing that it was asked for last: the rules and features ask about one filing at a
 * time. One slot and no map by filing, since V8 keeps alive whatever a WeakMap holds until the next full collection: of
 * 10,000 filings every one then lived on, for a third of the time of the command line (docs/performance.md).
 */
export function perFiling<T>(make: (filing: Filing) => T): (filing: Filing) => T {
  let last: Filing | undefined;
  let value: T | undefined;
  return (filing) => {
    if (filing !== last) {
      value = make(filing);
      last = filing;
    }
    return value as T;
  };
}

/** The same for what is found in the words of a note. `find` is given the note's words as they stand and where they begin. */
export function perNote<T>(find: (words: string, start: number) => T): (filing: Filing, note: Footnote) => T {
  const found = perFiling(() => new Map<Footnote, T>());
  return (filing, note) => {
    const known = found(filing);
    let value = known.get(note);
    if (value === undefined) {
      const { start, end } = note.textSpan;
      known.set(note, (value = find(filing.text.slice(start, end), start)));
    }
    return value;
  };
}
