/** What "expand selection" takes in, step by step: value, cell, row, rows, table, document. */
import type { SelectionRange } from 'vscode-languageserver-protocol';
import type { Filing } from '../filing/model';
import { spanOfRow } from '../filing/queries';
import type { Position } from '../text/lines';
import { encloses, hull, touches, type Span } from '../text/span';
import { outline } from './outline';
import { placeAt } from './place';

/** One chain of ranges for each position, the innermost outermost in the answer, as LSP has it. */
export function selectionRange(filing: Filing, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => {
    const offset = filing.lines.offset(position);
    let chain: SelectionRange = { range: filing.lines.range({ start: 0, end: filing.text.length }) };
    let outer: Span = { start: 0, end: filing.text.length };
    for (const span of [...spansAt(filing, offset)].reverse()) {
      const grows = span.end - span.start < outer.end - outer.start;
      if (!grows || !encloses(outer, span) || !touches(span, offset)) continue;
      chain = { range: filing.lines.range(span), parent: chain };
      outer = span;
    }
    return chain;
  });
}

/** From the smallest to the largest. */
function spansAt(filing: Filing, offset: number): Span[] {
  const part = outline(filing).find(({ span }) => touches(span, offset));
  const section = part ? [part.span] : [];
  const place = placeAt(filing, offset);
  if (place?.kind === 'footnote') {
    const { list } = filing.footnotes;
    return [place.footnote.textSpan, place.footnote.span, hull(list[0]!.span, list[list.length - 1]!.span), ...section];
  }
  if (place) {
    const { rows, span } = place.table;
    const all = hull(spanOfRow(rows[0]!), spanOfRow(rows[rows.length - 1]!));
    const marker = place.kind === 'marker' ? [place.marker.span, place.marker.outer] : [];
    return [...marker, place.cell.span, place.cell.cellSpan, spanOfRow(place.row), all, span];
  }
  return [...valuesOf(filing).filter((span) => touches(span, offset)), ...section];
}

/** The values of the boxes and signatures. */
function valuesOf(filing: Filing): Span[] {
  const { reportingOwners, issuer, ownerSignatures } = filing;
  return [
    ...reportingOwners.flatMap(({ rptOwnerName, address, officerTitle, otherText }) => [
      rptOwnerName,
      address,
      officerTitle,
      otherText,
    ]),
    issuer.issuerName,
    issuer.issuerTradingSymbol,
    filing.periodOfReport,
    filing.dateOfOriginalSubmission,
    filing.remarks,
    ...ownerSignatures.flatMap(({ signatureName, signatureDate }) => [signatureName, signatureDate]),
  ]
    .flatMap((cell) => (cell && cell.raw !== '' ? [cell.span] : []))
    .sort((a, b) => a.end - a.start - (b.end - b.start));
}
