import { MOST_NOTES } from '../../facts/limits';
import type { CodeCell, Filing } from '../../filing/model';
import { citationsOf } from '../../filing/queries';
import { addNotes, markerLike, PLACEHOLDER, TO_BE_WRITTEN } from '../footnotes/edits';
import type { Fix, Rule } from '../rule';
import { codeOf } from './codeCell';

/** A transaction of code J that nothing describes: no marker in its row, and no remark in the filing. */
export const codeJFootnote: Rule = {
  id: 'code-j-footnote',
  family: 'codes',
  severity: 'error',
  summary: 'Code J without a footnote that describes the transaction',
  fixable: true,
  codes: ['J'],
  checkRow(row, context) {
    const { filing, report } = context;
    if (filing.remarks) return;
    // Notes without a single marker were there before a converter dropped the markers: that is the fault.
    if (filing.footnotes.list.length > 0 && !filing.hasMarkers) return;
    if (context.accused(row, 'row-cells')) return;
    const { transactionCode: cell } = row;
    if (codeOf(row) !== 'J' || row.cells.some(({ markers }) => markers.length > 0)) return;
    report({
      cell,
      span: cell.span,
      message:
        'Expected a footnote that describes the transaction, as code J (Other acquisition or disposition) asks for; no cell of the row cites one, and there is no remark.',
      fixes: () => addFootnote(filing, cell),
    });
  },
};

function addFootnote(filing: Filing, { span }: CodeCell): Fix[] {
  const number = filing.footnotes.list.length + 1;
  const notes = addNotes(filing, [number], PLACEHOLDER);
  if (!notes || number > MOST_NOTES) return [];
  const model = citationsOf(filing)[0]?.marker;
  const marker = model ? markerLike(filing, model, number) : `<sup>(${number})</sup>`;
  return [
    {
      title: `Add footnote ${number} and cite it here`,
      edits: [{ span: { start: span.end, end: span.end }, newText: ` ${marker}` }, ...notes],
      preferred: true,
      brings: TO_BE_WRITTEN,
    },
  ];
}
