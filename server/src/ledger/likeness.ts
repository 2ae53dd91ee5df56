/** Which of several holdings is which by the notes that say whose they are, or of what grant: their words drift from filing to filing. */

import { sameWords } from '../filing/holdings';

/** What of the shorter note stands in the longer one too. */
const ALIKE = 0.6;
/** The next likest is so much less like. */
const CLEAR = 0.04;
/** More of the same words are not told apart. */
const MOST = 40;

/** Pairs each of some with the one that is likest to it, where both are the likest to one another and no other is as like. */
export function likest<A, B>(
  some: readonly A[],
  others: readonly B[],
  noteOf: (one: A) => string,
  noteOfOther: (other: B) => string,
): [A, B][] {
  if (some.length === 0 || others.length === 0 || some.length > MOST || others.length > MOST) return [];
  const wordsOf = (note: string): ReadonlySet<string> => new Set(note.split(' '));
  const [ones, twos] = [some.map((one) => wordsOf(noteOf(one))), others.map((other) => wordsOf(noteOfOther(other)))];
  const scores = ones.map((one) => twos.map((two) => likeness(one, two)));
  return some.flatMap((one, at): [A, B][] => {
    const best = clearBest(scores[at]!);
    if (best === undefined || clearBest(scores.map((row) => row[best]!)) !== at) return [];
    return [[one, others[best]!]];
  });
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let same = 0;
  for (const word of few) if (many.has(word)) same++;
  return few.size === 0 || few.has('') ? 0 : same / few.size;
}

/** True where two notes say the same but for some words, as a date or a typing error that was mended. */
export const saysTheSame = (a: string, b: string): boolean =>
  a === b || shared(new Set(sameWords(a).split(' ')), new Set(sameWords(b).split(' '))) >= SAME;

/** What part of the words of both must stand in both. */
const SAME = 0.85;

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let same = 0;
  for (const word of a) if (b.has(word)) same++;
  return same / (a.size + b.size - same);
}

/** Where the highest of some scores stands; undefined where it is low, or another is as high. */
function clearBest(scores: readonly number[]): number | undefined {
  const best = scores.reduce((found, score, at) => (score > scores[found]! ? at : found), 0);
  const isClear = scores.every((score, at) => at === best || score <= scores[best]! - CLEAR);
  return isClear && scores[best]! >= ALIKE ? best : undefined;
}
