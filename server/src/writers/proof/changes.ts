/** What a redline says of a thing: the words that were there, struck out, before those that are. */
import { el, type HtmlNode } from '../html';

/** The words of a thing, with what they were where that is said. */
export function changed(was: string | undefined, ...words: readonly HtmlNode[]): HtmlNode {
  if (was === undefined) return words;
  return [was !== '' && [el('del', {}, was), ' '], el('ins', {}, words)];
}
