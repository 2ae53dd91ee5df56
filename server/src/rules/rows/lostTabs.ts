/** Where the tabs of a row stood that an editor or a mail program has turned into spaces. */
import type { Row, TextCell } from '../../filing/model';
import type { Edit } from '../rule';

/** The widths that a tab is drawn in. */
const WIDTHS = Array.from({ length: 15 }, (_, index) => index + 2);

/**
 * The edits that put the tabs of a row back which is all one cell, if there is just one way to do it: each tab was
 * drawn as so many spaces, or led to the next column that is a multiple of so many. `fewest` and `most` tabs make a row.
 */
export function tabsInstead(row: Row, cell: TextCell, fewest: number, most: number): Edit[] | undefined {
  const runs = [...cell.raw.matchAll(/ {2,}/g)].map(({ 0: { length }, index }) => ({ start: index, length }));
  const indent = cell.span.start - row.span.start;
  const ways = new Map<string, number[]>();
  for (const width of WIDTHS) {
    const filled = runs.map(({ length }) => length / width);
    const stops = runs.map(({ start, length }) => {
      const end = indent + start + length;
      return end % width === 0 ? end / width - Math.floor((indent + start) / width) : NaN;
    });
    for (const tabs of [filled, stops]) {
      const all = tabs.reduce((sum, one) => sum + one, 0);
      if (tabs.every(Number.isInteger) && all >= fewest && all <= most) ways.set(tabs.join(), tabs);
    }
  }
  const [only, ...others] = ways.values();
  if (!only || others.length > 0) return undefined;
  return runs.map(({ start, length }, index) => ({
    span: { start: cell.span.start + start, end: cell.span.start + start + length },
    newText: '\t'.repeat(only[index]!),
  }));
}
