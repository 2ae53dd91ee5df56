/** The form's head, above the first table. */
import { RULE, type LoosePage } from './page';

/** What a page prints below the name and the address. */
const PLACEHOLDER = /^\s*(?:\((?:Last|First|Middle|Street|City|State|Zip)\)\s*)+$/;
/** The line of a box's label. */
const BOX = /^[\s#]*\d\. ?(?:Name and Address|Issuer Name|Date of Earliest|If Amendment|Relationship|Individual)/i;
/** A ticker on a line of its own, or the bracket before it. */
const OPENS = /^\[(?:\s?[A-Z][^\][]{0,40}\]?)?$/;

/**
 * Copies lines of the head as they stand, each box behind a blank line; what a page draws between them, and its words for
 * what stands above, are left out. A ticker that stands below the issuer, whole or in pieces, comes on its line.
 */
export function writeHead(page: LoosePage, from: number, to: number): void {
  for (let line = from; line < to; line++) {
    const words = page.words(line);
    const blank = words.trim() === '';
    if (!blank && (RULE.test(words) || PLACEHOLDER.test(words))) continue;
    if (BOX.test(words)) page.projection.write('\n', page.lines.lineSpan(line).start);
    let next = line + 1;
    while (!blank && next < to && next <= line + MOST_BLANK_LINES && page.words(next, 80).trim() === '') next++;
    const below = next < to ? page.words(next, 80).trim() : '';
    const goesOn = !blank && (words.trim() === '[' || below === ']' || OPENS.test(below));
    page.copyLine(line, goesOn ? ' ' : '\n');
    if (goesOn) line = next - 1;
  }
}

/** So many blank lines may stand between an issuer and its ticker. */
const MOST_BLANK_LINES = 5;
