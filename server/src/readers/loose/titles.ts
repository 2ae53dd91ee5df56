/** The titles of a table whose rows no line parts: where one of them comes again, a row begins. */
import type { Token } from './tokens';

/** A title is no longer, in words. */
const MOST_WORDS = 24;

/**
 * Tells whether a title of the table begins at a token. Known are the title of the first row, which begins the table, and
 * those behind a D of column 6 or 10, which no nature stands behind; each ends before the first value of its row.
 */
export function titleAt(tokens: readonly Token[]): (at: number) => boolean {
  const known = new Set<string>();
  const add = (at: number): void => {
    const words = wordsFrom(tokens, at);
    if (words !== undefined) known.add(words);
  };
  add(0);
  for (let at = 2; at < tokens.length; at++) {
    const { kind, gap } = tokens[at]!;
    let before = at - 1;
    while (before > 0 && tokens[before]!.kind === 'marker') before--;
    if (kind === 'words' && gap !== 'blank' && tokens[before]!.kind === 'letter' && tokens[before]!.raw === 'D')
      add(at);
  }
  return (at) => {
    const words = wordsFrom(tokens, at);
    return words !== undefined && known.has(words);
  };
}

/** The words from a token to the first value or marker behind it; undefined where there are none, or too many. */
function wordsFrom(tokens: readonly Token[], from: number): string | undefined {
  let to = from;
  while (to < tokens.length && to - from <= MOST_WORDS && isWord(tokens[to]!)) to++;
  if (to === from || to - from > MOST_WORDS) return undefined;
  return tokens
    .slice(from, to)
    .map(({ raw }) => raw)
    .join(' ');
}

const isWord = ({ kind }: Token): boolean => kind === 'words' || kind === 'letter';
