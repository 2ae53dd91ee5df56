import { distance } from 'fastest-levenshtein';

/** Two letters that are swapped are two changes, in a short word too. */
const FEWEST = 2;

/**
 * The one of some words that a mistyped one is likely to stand for: at most a third of its letters are changed, added or
 * lost, or two of four and more. Undefined where none is near.
 */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const typed = word.slice(0, 60).toLowerCase();
  let best: string | undefined;
  let most = typed.length < 4 ? 1 : Math.max(FEWEST, Math.floor(typed.length / 3));
  for (const candidate of words) {
    const steps = distance(typed, candidate.toLowerCase());
    if (steps <= most) [best, most] = [candidate, steps - 1];
  }
  return best;
}

/** ` Did you mean "x"?`, or nothing where no word is near. */
export function didYouMean(word: string, words: readonly string[]): string {
  const near = nearest(word, words);
  return near === undefined ? '' : ` Did you mean "${near}"?`;
}
