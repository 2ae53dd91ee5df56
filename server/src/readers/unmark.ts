/** Words of Markdown without its escapes, links and emphasis. */
import { unescapeXml } from '../text/xml';
import type { Projection } from './projection';

/**
 * An escape, a reference, a tag, the beginning of a link with its words, an image, the end of a link with its address, a
 * span with attributes, the name of a heading or of nothing, or a pair of stars. Every repetition is capped, so that a text of openings stays linear.
 */
const MARKUP =
  /\\([^\sa-z\d])|(&#?[a-z0-9]{1,10};)|<(br)\b[^<>]{0,40}>|(<\/?(?:sup|u)\b[^<>]{0,40}>)|<\/?[a-z][a-z0-9]{0,9}\b[^<>]{0,300}>|\]\([^()\s]{0,300}(?:\([^()\s]{0,99}\)[^()\s]{0,99})?(?: "[^"\n]{0,99}")?\)|(!?\[)(?=[^[\]\n]{0,300}\]\()|(?:\[\])?\{#[^{}\s]{1,60}\}|\*\*/gi;

/** How many characters of emphasis stand around all the words of a cell or a line. */
function around(text: string, start: number, end: number): number {
  const mark = text.charAt(start);
  if (mark !== '*' && mark !== '_') return 0;
  let count = 1;
  while (count < 3 && text.charAt(start + count) === mark) count++;
  const marks = mark.repeat(count);
  const inside = text.slice(start + count, end - count);
  const closes = end - start > 2 * count && text.startsWith(marks, end - count);
  return closes && text.charAt(end - count - 1) !== mark && !inside.includes(marks) ? count : 0;
}

/**
 * Writes a stretch of Markdown, which is a cell or a line.
 * @param inner whether pairs of stars amid its words are emphasis too: in a note they may be the filer's own
 */
export function unmark(projection: Projection, text: string, start: number, end: number, inner: boolean): void {
  const mark = around(text, start, end);
  let from = start + mark;
  const to = end - mark;
  for (const match of text.slice(from, to).matchAll(MARKUP)) {
    const [whole, escaped, reference, lineBreak, kept] = match;
    const at = start + mark + match.index;
    const behind = at + whole.length;
    if (kept !== undefined || (whole === '**' && !inner && at > start + mark)) continue;
    projection.copy(from, at);
    if (escaped !== undefined) projection.copy(at + 1, behind);
    else if (reference !== undefined) projection.replace(unescapeXml(reference.replace(BLANK, ' ')), at, behind);
    else if (lineBreak !== undefined) projection.write(' ', at);
    from = behind;
  }
  projection.copy(from, to);
}

const BLANK = /^&(?:nbsp|#160|#xa0);$/i;
