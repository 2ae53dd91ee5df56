/** Text in tabs or bars in which a web page has left how it writes its characters and ends its lines: `&amp;`, `&#8217;`, `<br>`. */
import { matchesOf } from '../text/matches';
import { unescapeXml } from '../text/xml';
import { Projection } from './projection';

/** What words say by markup: a reference to a character, or the end of a line. Markup behind a backslash is words. */
const MARKUP = /&(?:amp|lt|gt|quot|apos|#\d{2,7}|#x[\da-f]{2,6});|(?<!\\)<br ?\/?>/gi;
/** Characters that part cells and lines, and would do so if they were read. */
const PARTS = /[\t\n\r|]/;

/** The text with the characters that are meant, each read once; undefined where all stand for themselves. */
export function withoutReferences(text: string): Projection | undefined {
  if (!text.includes('&') && !text.includes('<br') && !text.includes('<BR')) return undefined;
  const projection = new Projection(text);
  let from = 0;
  for (const { 0: written, index } of matchesOf(MARKUP, text)) {
    const meant = written.startsWith('<') ? ' ' : unescapeXml(written);
    if (meant === written || PARTS.test(meant)) continue;
    projection.copy(from, index).replace(meant, index, index + written.length);
    from = index + written.length;
  }
  return from === 0 ? undefined : projection.copy(from, text.length);
}
