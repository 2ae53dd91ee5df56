/** The form's head, above the first table. */
import { RULE, type LoosePage } from './page';

/** What a page prints below the name and the address. */
const PLACEHOLDER = /^\s*(?:\((?:Last|First|Middle|Street|City|State|Zip)\)\s*)+$/;
/** The line of a box's label. */
const BOX = /^[\s#]*\d\. ?(?:Name and Address|Issuer Name|Date of Earliest|If Amendment|Relationship|Individual)/i;
/** A bracket of the ticker on a line of its own. */
const BRACKET = /^\s*[[\]]\s*$/;

/**
 * Copies lines of the head as they stand, each box behind a blank line; what a page draws between them, and its words for
 * what stands above, are left out.
 */
export function writeHead(page: LoosePage, from: number, to: number): void {
  for (let line = from; line < to; line++) {
    const words = page.words(line);
    if (words.trim() !== '' && (RULE.test(words) || PLACEHOLDER.test(words))) continue;
    if (BOX.test(words)) page.projection.write('\n', page.lines.lineSpan(line).start);
    const goesOn = BRACKET.test(words) || (line + 1 < to && BRACKET.test(page.words(line + 1, 80)));
    page.copyLine(line, goesOn ? ' ' : '\n');
  }
}
