/** What a place in a filing is and means. */
import type { Hover } from 'vscode-languageserver-protocol';
import type { Filing } from '../../filing/model';
import type { Past } from '../../ledger/shelf';
import type { Position } from '../../text/lines';
import { touches, type Span } from '../../text/span';
import { labelOf } from '../citations';
import { placeAt, type CellPlace } from '../place';
import { codeParts, voluntaryParts } from './code';
import { fieldAt, fieldOfColumn, fieldParts } from './field';
import { footnoteParts, markerParts } from './footnote';
import type { Markup } from './markup';
import { pastParts } from './past';
import { tickAt } from './tick';
import { sumOf } from './total';

/**
 * The hover at a position; undefined where there is nothing to say.
 * @param pasts what stands before the filing, asked for where it is of use
 */
export function hover(
  filing: Filing,
  position: Position,
  markup: Markup,
  pasts: () => readonly Past[] = () => [],
): Hover | undefined {
  const found = partsAt(filing, filing.lines.offset(position), markup, pasts);
  if (!found || found.parts.length === 0) return undefined;
  return { contents: { kind: markup.kind, value: found.parts.join('\n\n') }, range: filing.lines.range(found.span) };
}

function partsAt(
  filing: Filing,
  offset: number,
  markup: Markup,
  pasts: () => readonly Past[],
): { parts: string[]; span: Span } | undefined {
  const place = placeAt(filing, offset);
  if (place?.kind === 'footnote') {
    const span = labelOf(filing, place.footnote);
    return touches(span, offset) ? { parts: footnoteParts(filing, place.footnote, markup), span } : undefined;
  }
  if (place?.kind === 'marker') {
    const parts = markerParts(filing, place.marker, markup);
    if (parts.length > 0) return { parts, span: place.marker.outer };
  }
  if (place) return { parts: cellParts(filing, place, markup, pasts), span: place.cell.cellSpan };
  const tick = tickAt(filing, offset, markup);
  if (tick) return tick;
  const found = fieldAt(filing, offset);
  return found && { parts: fieldParts(found.field, markup), span: found.span };
}

function cellParts(
  filing: Filing,
  { row, column }: Pick<CellPlace, 'row' | 'column'>,
  markup: Markup,
  pasts: () => readonly Past[],
): string[] {
  const field = fieldOfColumn(row.table, column);
  const ofColumn = field ? fieldParts(field, markup) : [];
  if (column === 'transactionCode') return [...codeParts(row, markup), ...ofColumn];
  if (column === 'transactionFormType') return [...voluntaryParts(row, markup), ...ofColumn];
  if (column !== 'sharesOwnedFollowingTransaction') return ofColumn;
  const sum = sumOf(filing, row);
  return [...(sum === undefined ? [] : [sum]), ...pastParts(row, pasts(), markup), ...ofColumn];
}
