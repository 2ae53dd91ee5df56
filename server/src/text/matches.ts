/**
 * Every match of a global pattern in some words, in their order. `matchAll` makes a new pattern at each call, which took
 * longer than most searches do.
 */
export function matchesOf(pattern: RegExp, words: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(words); match; match = pattern.exec(words)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return found;
}
