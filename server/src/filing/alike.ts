/**
 * Finds values that are alike in some words, without one long string for each value: to make and to hash such strings took
 * longer than all else that is done with thousands of rows.
 */
export interface WordsOf<T> {
  /** How many words there are. */
  readonly count: (value: T) => number;
  /** The word at a place; '' behind the last. The first few should tell most values apart. */
  readonly at: (value: T, place: number) => string;
}

/** A value alone, or those that are alike so far by their next words. */
type Branch<T> = T | Map<string, Branch<T>>;

export class Alike<T extends object> {
  private readonly root = new Map<string, Branch<T>>();

  constructor(private readonly words: WordsOf<T>) {}

  /** The first value that was asked for with the same words: the value itself where there was none before. */
  first(value: T): T {
    let branches = this.root;
    for (let place = 0; ; place++) {
      const word = this.words.at(value, place);
      const known = branches.get(word);
      if (known === undefined) {
        branches.set(word, value);
        return value;
      }
      if (known instanceof Map) {
        branches = known;
        continue;
      }
      const parts = this.partsAt(known, value, place + 1);
      if (parts === undefined) return known;
      // In one go down to where they part: to compare them anew at each place would take the square of their words.
      for (let at = place; at < parts; at++) {
        const further = new Map<string, Branch<T>>();
        branches.set(this.words.at(value, at), further);
        branches = further;
      }
      branches.set(this.words.at(known, parts), known).set(this.words.at(value, parts), value);
      return value;
    }
  }

  /** The first place, from one on, at which two values differ; undefined where there is none. */
  private partsAt(a: T, b: T, from: number): number | undefined {
    const end = Math.max(this.words.count(a), this.words.count(b));
    for (let place = from; place < end; place++) if (this.words.at(a, place) !== this.words.at(b, place)) return place;
    return undefined;
  }
}
