/** Cells and notes that are wrapped over lines, as one. */
import type { Span } from '../text/span';
import type { Projection } from './projection';

const MARKER = /\^\s{0,4}(?:(\(\d{1,3}\))|$)|^(\(\d{1,3}\))/g;

/** Some pages break their lines behind a slash or within a word that has a hyphen, where no blank was. */
export const isSlashed = (text: string, { end }: Span, start: number): boolean =>
  text.charAt(start) === '/' ||
  (text.charAt(end - 1) === '/' && /[^\s/]/.test(text.charAt(end - 2))) ||
  (text.charAt(end - 1) === '-' && /[a-z]/i.test(text.charAt(end - 2)) && /[a-z]/.test(text.charAt(start)));

/** A cell wrapped over lines, as one; `^(1)` is a footnote's number, and may be split between two lines. */
export function writeWrapped(projection: Projection, text: string, pieces: readonly Span[]): void {
  let caret = false;
  pieces.forEach(({ start, end }, at) => {
    const last = pieces[at - 1];
    if (last && !caret && !isSlashed(text, last, start)) projection.write(' ', start);
    let from = start;
    for (const match of text.slice(start, end).matchAll(MARKER)) {
      const [whole, behindCaret, alone] = match;
      const index = start + match.index;
      if (alone !== undefined && !caret) continue;
      projection.copy(from, index);
      from = index + whole.length;
      const marker = behindCaret ?? alone;
      if (marker === undefined) caret = true;
      else {
        caret = false;
        projection
          .write('<sup>', from)
          .copy(from - marker.length, from)
          .write('</sup>', from);
      }
    }
    projection.copy(from, end);
  });
}
