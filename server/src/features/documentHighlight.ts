/** A footnote and its markers, or the totals of one holding, shown together when the cursor is on one of them. */
import type { DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-protocol';
import { rowBefore } from '../filing/holdings';
import { LAYOUTS } from '../facts/layouts';
import type { Filing, Row } from '../filing/model';
import type { Position } from '../text/lines';
import { labelOf } from './citations';
import { placeAt } from './place';
import { markersOf, notesAt } from './references';

const READ: DocumentHighlightKind = 2;
const WRITE: DocumentHighlightKind = 3;

/** The footnote's label as written, its markers as read; the totals of a holding; undefined where there is neither. */
export function documentHighlight(filing: Filing, position: Position): DocumentHighlight[] | undefined {
  const { lines } = filing;
  const notes = notesAt(filing, position);
  if (notes)
    return [
      ...notes.map((note) => ({ range: lines.range(labelOf(filing, note)), kind: WRITE })),
      ...markersOf(filing, notes).map((span) => ({ range: lines.range(span), kind: READ })),
    ];
  const place = placeAt(filing, lines.offset(position));
  if (place?.kind !== 'cell' || place.column !== 'sharesOwnedFollowingTransaction')
    // An editor that is told nothing marks equal words instead, as the title of a class in every row: noise in a form.
    return LAYOUTS[filing.layout].language === 'form4' ? [] : undefined;
  return chainOf(filing, place.row).map((row) => ({
    range: lines.range(row.sharesOwnedFollowingTransaction.span),
    kind: row === place.row ? WRITE : READ,
  }));
}

/** The rows whose totals follow one from the other, this one among them, as far as their totals are filled. */
function chainOf(filing: Filing, row: Row): Row[] {
  let first = row;
  for (let before = rowBefore(filing, row); before; before = rowBefore(filing, before)) first = before;
  const chain = new Set<Row>([first]);
  for (const each of filing.nonDerivativeTable.rows) {
    const before = rowBefore(filing, each);
    if (before && chain.has(before)) chain.add(each);
  }
  return [...chain].filter(({ sharesOwnedFollowingTransaction }) => sharesOwnedFollowingTransaction.raw !== '');
}
