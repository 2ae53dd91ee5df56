/** A text without the markup that a converter of pages puts around its words. */
import { matchesOf } from '../../text/matches';
import { Projection } from '../projection';

/** An escaped sign; a link, or words with a class, of which the words stay; `**`; a named blank or ampersand. */
const MARKUP =
  /\\([^a-zA-Z\d\s])|\[((?:[^[\]\\]|\\.){1,20000})\](?:\([^()\s]{0,400}\)|\{\.[^{}\s]{0,80}\})|\*\*|&(nbsp|amp);/g;

/** The text without markup; undefined where it has none. */
export function unmarked(text: string): Projection | undefined {
  if (!text.includes('\\') && !text.includes('](') && !text.includes('**') && !text.includes('&')) return undefined;
  const projection = new Projection(text);
  copyUnmarked(projection, text, 0, text.length);
  return projection;
}

function copyUnmarked(projection: Projection, text: string, start: number, end: number): void {
  let from = start;
  for (const match of matchesOf(MARKUP, text.slice(start, end))) {
    const at = start + match.index;
    const behind = at + match[0].length;
    projection.copy(from, at);
    if (match[1] !== undefined) projection.copy(behind - 1, behind);
    else if (match[2] !== undefined) copyUnmarked(projection, text, at + 1, at + 1 + match[2].length);
    else if (match[3] !== undefined) projection.replace(match[3] === 'amp' ? '&' : ' ', at, behind);
    from = behind;
  }
  projection.copy(from, end);
}
