import type { Cell, Filing, Marker } from '../../filing/model';
import { citationsOf } from '../../filing/queries';
import { schemaSeverity } from '../era';
import type { Fix, Rule } from '../rule';

/** A footnote that one cell cites twice. */
export const footnoteTwice: Rule = {
  id: 'footnote-twice',
  family: 'footnotes',
  severity: 'error',
  suspends: true,
  summary: 'A footnote that one cell cites twice',
  fixable: true,
  safe: true,
  sign: 'twice',
  check({ filing, columnsOf, filed, report }) {
    let before: Cell<unknown> | undefined;
    for (const { row, column, cell } of citationsOf(filing)) {
      const { markers } = cell;
      if (cell === before || markers.length < 2) continue;
      before = cell;
      // Title and amount of item 7 share a column in some layouts, and may each cite the same footnote.
      if (column === 'underlyingSecurityTitle' && columnsOf(row).columns.some((names) => names.length > 1)) continue;
      const first = new Map<string, Marker>();
      markers.forEach((marker, at) => {
        const earlier = first.get(marker.label);
        if (!earlier) {
          first.set(marker.label, marker);
          return;
        }
        report({
          row,
          cell,
          severity: schemaSeverity({ filed }),
          span: marker.span,
          message: `Expected each footnote to be cited once in a cell; (${marker.label}) stands here twice. EDGAR suspends a filing that cites a footnote twice in one cell.`,
          related: [{ message: `(${marker.label}) is cited here first`, span: earlier.span }],
          fixes: () => [remove(filing, cell, at)],
        });
      });
    }
  },
};

/** `at`: which of the cell's markers goes; it is never the first. */
function remove(filing: Filing, { markers }: Cell<unknown>, at: number): Fix {
  const marker = markers[at]!;
  const before = markers[at - 1]!.outer.end;
  const between = filing.text.slice(before, marker.outer.start);
  const start = /^[\s,]*$/.test(between) && before <= marker.outer.start ? before : marker.outer.start;
  return {
    title: `Remove the second (${marker.label})`,
    edits: [{ span: { start, end: marker.outer.end }, newText: '' }],
    preferred: true,
    safe: true,
  };
}
