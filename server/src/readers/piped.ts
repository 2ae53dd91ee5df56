import { splitTabs } from './tabbed';
import { trim } from './cells';
import type { Span } from '../text/span';

const PIPE = 124;
const BACKSLASH = 92;

/** The cells of a line of a Markdown table, `| a | b |`; `\|` is a character of a cell. Other lines part at tabs. */
export function splitPipes(text: string, line: Span): Span[] {
  const words = trim(text, line.start, line.end);
  if (text.charCodeAt(words.start) !== PIPE || words.end === words.start) return splitTabs(text, line);
  const cells: Span[] = [];
  let start = words.start + 1;
  for (let at = start; at < words.end; at++) {
    if (text.charCodeAt(at) !== PIPE || text.charCodeAt(at - 1) === BACKSLASH) continue;
    cells.push({ start, end: at });
    start = at + 1;
  }
  if (start < words.end) cells.push({ start, end: words.end });
  return cells;
}
