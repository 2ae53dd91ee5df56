import type { Span } from '../text/span';

const TAB = 9;

/** The cells of a line whose columns are parted by tabs. */
export function splitTabs(text: string, line: Span): Span[] {
  const cells: Span[] = [];
  let start = line.start;
  for (let at = start; at < line.end; at++) {
    if (text.charCodeAt(at) !== TAB) continue;
    cells.push({ start, end: at });
    start = at + 1;
  }
  cells.push({ start, end: line.end });
  return cells;
}
