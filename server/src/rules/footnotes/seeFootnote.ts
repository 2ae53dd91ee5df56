import { wordCells } from '../../filing/columns';
import type { Cell, Filing, Row } from '../../filing/model';
import { citationsOf, rowsOf } from '../../filing/queries';
import type { Fix, Rule } from '../rule';
import { newMarker } from './edits';
import { lostNote } from './lost';
import { numberingOf } from './numbering';
import { quote } from '../words';

/** No shorter words say it. */
const SHORTEST = 'see footnote'.length;
const SEE = /\bsee(?: the)?(?: attached)? foot-?notes?\b(?:\s?[([]?(\d{1,2})\b)?/i;

/** A cell that sends the reader to a footnote and does not say which. */
export const seeFootnote: Rule = {
  id: 'see-footnote',
  family: 'footnotes',
  severity: 'hint',
  summary: '"See footnote" without a marker',
  fixable: true,
  sign: 'citing',
  check({ filing, report }) {
    const cells = seeCells(filing);
    // The footnote that has lost this marker is spoken of already.
    if (cells.length === 1 && lostNote(filing)) return;
    for (const { row, cell, named } of cells)
      report({
        row,
        cell,
        span: cell.span,
        message: `Expected a marker such as (1) after ${quote(cell.raw)}, so that it is clear which footnote is meant; found none.`,
        fixes: () => cite(filing, row, cell, named),
      });
  },
};

/** The cells that say "See footnote" and have no marker, with the number that they name in words, if any. */
export function seeCells(filing: Filing): { row: Row; cell: Cell<unknown>; named: string | undefined }[] {
  const found: { row: Row; cell: Cell<unknown>; named: string | undefined }[] = [];
  for (const row of rowsOf(filing)) {
    for (const cell of wordCells(row)) {
      if (cell.raw.length < SHORTEST || cell.markers.length > 0) continue;
      const see = SEE.exec(cell.value ?? '');
      if (see) found.push({ row, cell, named: see[1] });
    }
  }
  return found;
}

/** Cites the footnote that the words name; else the one that the rest of the row cites. */
function cite(filing: Filing, row: Row, cell: Cell<unknown>, named: string | undefined): Fix[] {
  const { notes } = numberingOf(filing);
  const ofRow = new Set(
    citationsOf(filing).flatMap(({ marker, row: other }) =>
      other === row && marker.number !== undefined ? [marker.number] : [],
    ),
  );
  const guess = ofRow.size === 1 ? [...ofRow][0] : undefined;
  const number = named === undefined ? guess : Number(named);
  if (number === undefined || !notes.has(number)) return [];
  return [
    {
      title: `Cite footnote (${number})`,
      edits: [{ span: { start: cell.span.end, end: cell.span.end }, newText: ` ${newMarker(filing, number)}` }],
      preferred: named !== undefined,
    },
  ];
}
