/** A text without the markup that a converter of pages puts around its words. */
import { matchesOf } from '../../text/matches';
import { unescapeXml } from '../../text/xml';
import { Projection } from '../projection';

/**
 * An address in brackets; a raised star, or nothing raised; the sign of a line's end; an escaped sign; a link, or words with
 * a class, of which the words stay; two stars or more; a character by its name or number.
 */
const MARKUP =
  /\[(?:\/|https?:)[^[\]\s]{1,400}\]|\^\([*\\]{0,4}\)\^?|\^\\?\*\^|\\$|\\([^a-zA-Z\d\s])|\[((?:[^[\]\\]|\\.){0,20000})\](?:\([^()\s]{0,400}\)|\{[.#][^{}\s]{0,80}\})|\*{2,}|&(nbsp|amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});/gm;
/** What any of it has; most texts have none of them. */
const SIGNS = ['\\', '](', ']{', '**', '&', '^(', '[/', '[http'];
/** Markup stands within markup no deeper than this. */
const DEEPEST = 3;

/** The list at the end of a page that numbers its links, and such a number before a word. */
const REFERENCES = /^ {0,9}References\s{0,9}$/m;
const FIRST = /^ {0,9}1\. \S/m;
const LINK_NUMBER = /(?<=^|\s)\[\d{1,3}\](?=[^\s\]])/gm;

/** The texts without markup, each made of the one before; none where the text has no markup. */
export function withoutMarkup(text: string): Projection[] {
  const numbered = withoutLinkNumbers(text);
  const found = numbered ? [numbered] : [];
  for (
    let words = numbered ? numbered.text : text;
    found.length < DEEPEST && SIGNS.some((sign) => words.includes(sign));
  ) {
    const projection = withoutMarkupOnce(words);
    if (!projection) break;
    found.push(projection);
    words = projection.text;
  }
  return found;
}

function withoutLinkNumbers(text: string): Projection | undefined {
  const end = text.includes('References') ? REFERENCES.exec(text)?.index : undefined;
  if (end === undefined || !FIRST.test(text.slice(end, end + 200))) return undefined;
  const projection = new Projection(text);
  let from = 0;
  for (const { 0: number, index } of matchesOf(LINK_NUMBER, text.slice(0, end))) {
    projection.copy(from, index);
    from = index + number.length;
  }
  return projection.copy(from, end);
}

function withoutMarkupOnce(text: string): Projection | undefined {
  const matches = matchesOf(MARKUP, text);
  if (matches.length === 0) return undefined;
  const projection = new Projection(text);
  let from = 0;
  for (const { 0: whole, 1: escaped, 2: words, 3: named, index } of matches) {
    const behind = index + whole.length;
    projection.copy(from, index);
    if (escaped !== undefined) projection.copy(index + 1, behind);
    else if (words !== undefined) projection.copy(index + 1, index + 1 + words.length);
    else if (named !== undefined) projection.replace(named === 'nbsp' ? ' ' : unescapeXml(whole), index, behind);
    from = behind;
  }
  return projection.copy(from, text.length);
}
