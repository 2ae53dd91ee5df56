import { LAYOUTS } from '../../facts/layouts';
import type { DerivativeRow, Filing, Marker } from '../../filing/model';
import { schemaSeverity } from '../era';
import type { Fix, Rule } from '../rule';

/** A footnote under the A/D code of Table II, the one cell of a transaction that EDGAR's schema lets cite none. */
export const footnoteOnSide: Rule = {
  id: 'footnote-on-side',
  family: 'xml',
  severity: 'error',
  summary: 'XML: a footnote under the A/D code of Table II',
  fixable: true,
  oddRows: true,
  checkRow(row, context) {
    const { filing, report } = context;
    if (!filing.xml || row.table !== 'derivativeTable') return;
    for (const marker of row.transactionAcquiredDisposedCode.markers)
      report({
        row,
        span: marker.span,
        severity: schemaSeverity(context),
        message: `Expected no footnote under the code A or D of Table II, where EDGAR takes none; found footnote ${marker.label}.`,
        fixes: () => moveToAmount(filing, row, marker),
      });
  },
};

/** The amount of the row cites it instead. */
function moveToAmount({ layout }: Filing, row: DerivativeRow, marker: Marker): Fix[] {
  const { transactionShares: amount } = row;
  if (amount.raw === '' || LAYOUTS[layout].cells !== 'xml') return [];
  const cited = amount.markers.some(({ label }) => label === marker.label);
  const at = amount.cellSpan.end;
  return [
    {
      title: `Let the amount cite footnote ${marker.label}`,
      edits: [
        { span: marker.outer, newText: '' },
        ...(cited ? [] : [{ span: { start: at, end: at }, newText: `<footnoteId id="F${marker.label}"/>` }]),
      ],
      preferred: true,
    },
  ];
}
