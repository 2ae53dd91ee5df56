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
  let hasAddress = false;
  let title: 'none' | 'below' | 'other' = 'none';
  for (let line = from; line < to; line++) {
    const words = page.words(line);
    const blank = words.trim() === '';
    if (!blank && (RULE.test(words) || PLACEHOLDER.test(words))) {
      hasAddress ||= words.includes('(Street)');
      continue;
    }
    const box = BOX.test(words);
    if (box) title = 'none';
    else if (TICKED_OTHER.test(words)) title = 'other';
    else if (title === 'none' && hasAddress && BELOW.test(words)) title = 'below';
    if (box) page.projection.write('\n', page.lines.lineSpan(line).start);
    let next = line + 1;
    while (!blank && next < to && next <= line + MOST_BLANK_LINES && page.words(next, 80).trim() === '') next++;
    const below = next < to ? page.words(next, 80).trim() : '';
    const goesOn =
      !blank &&
      (words.trim() === '[' ||
        below === ']' ||
        OPENS.test(below) ||
        (title === 'below' && next === line + 1 && isOwn(words) && isOwn(below)));
    page.copyLine(line, goesOn ? ' ' : '\n');
    if (goesOn) line = next - 1;
  }
}

/** What stands above the title of an officer, once the address has gone before: an older page has that below. */
const BELOW = /\bbelow\)\s{0,9}$/;
const TICKED_OTHER = /^\W{0,9}X\W{0,9}\s{0,9}Other\b/;
/** Words of a title, which may be wrapped: none of the form's labels. */
const isOwn = (words: string): boolean =>
  words.trim() !== '' && !BELOW.test(words) && !BOX.test(words) && !OF_FORM.test(words);
const OF_FORM =
  /^\W{0,9}(?:(?:X|_)\W{0,9})?(?:Director|10%|Officer \(|Other\b|Table I|Form filed|\(Check|\(give|\(specify)/i;

/** So many blank lines may stand between an issuer and its ticker. */
const MOST_BLANK_LINES = 5;
