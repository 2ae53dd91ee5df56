/** White space, as texts copied from pages and spreadsheets have it. */
import type { Span } from './span';

const SPACE = 32;

/** Space, tab, line ends, no-break and other Unicode spaces, and the zero-width ones that copying leaves behind. */
export function isSpace(unit: number): boolean {
  if (unit <= SPACE) return true;
  if (unit < 0xa0) return false;
  return (
    unit === 0xa0 ||
    (unit >= 0x2000 && unit <= 0x200b) ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000 ||
    unit === 0xfeff
  );
}

/** True where nothing stands in a stretch but white space. */
export function isBlankIn(text: string, { start, end }: Span): boolean {
  for (let at = start; at < end; at++) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}

/** The span without white space at its edges; an empty span at its start where it is all white space. */
export function trim(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  if (from === to) return { start, end: start };
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}
