import { trim } from '../../text/white';
import { findTabs } from './tabs';

const PIPE = 124;
const BACKSLASH = 92;

/** The cells of a line of a Markdown table, `| a | b |`; `\|` is a character of a cell. Other lines part at tabs. */
export function findPipes(text: string, start: number, end: number, places: number[]): void {
  const words = trim(text, start, end);
  if (text.charCodeAt(words.start) !== PIPE || words.end === words.start) return findTabs(text, start, end, places);
  let from = words.start + 1;
  for (let at = from; at < words.end; at++) {
    if (text.charCodeAt(at) !== PIPE || text.charCodeAt(at - 1) === BACKSLASH) continue;
    places.push(from, at);
    from = at + 1;
  }
  if (from < words.end) places.push(from, words.end);
}
