import { cellsOf } from '../../filing/columns';
import type { Cell, Filing, Row } from '../../filing/model';
import { citationsOf, rowsOf, tableOf } from '../../filing/queries';
import type { Fix, Rule } from '../rule';
import { markerLike } from './edits';
import { numberingOf } from './numbering';
import { quote } from '../words';

const SEE = /\bsee(?: the)?(?: attached)? foot-?notes?\b(?:\s?[([]?(\d{1,2})\b)?/i;

/** A cell that sends the reader to a footnote and does not say which. */
export const seeFootnote: Rule = {
  id: 'see-footnote',
  family: 'footnotes',
  severity: 'hint',
  summary: '"See footnote" without a marker',
  fixable: true,
  check({ filing, report }) {
    for (const row of rowsOf(filing))
      for (const { cell } of cellsOf(row, tableOf(filing, row))) {
        if (cell.markers.length > 0 || typeof cell.value !== 'string') continue;
        const see = SEE.exec(cell.value);
        if (!see) continue;
        report({
          row,
          cell,
          span: cell.span,
          message: `Expected a marker such as (1) behind ${quote(cell.raw)}, so that it is clear which footnote is meant; found none.`,
          fixes: () => cite(filing, row, cell, see[1]),
        });
      }
  },
};

/** Cites the footnote that the words name; else the one that no cell cites; else the one that the row cites. */
function cite(filing: Filing, row: Row, cell: Cell<unknown>, named: string | undefined): Fix[] {
  const { notes, uncited } = numberingOf(filing);
  const ofRow = new Set(
    citationsOf(filing).flatMap(({ marker, row: other }) =>
      other === row && marker.number !== undefined ? [marker.number] : [],
    ),
  );
  const guess = uncited.length === 1 ? uncited[0]!.number : ofRow.size === 1 ? [...ofRow][0] : undefined;
  const number = named === undefined ? guess : Number(named);
  if (number === undefined || !notes.has(number)) return [];
  const model = citationsOf(filing)[0]?.marker;
  const marker = model ? markerLike(filing, model, number) : `<sup>(${number})</sup>`;
  return [
    {
      title: `Cite footnote (${number})`,
      edits: [{ span: { start: cell.span.end, end: cell.span.end }, newText: ` ${marker}` }],
      preferred: named !== undefined,
    },
  ];
}
