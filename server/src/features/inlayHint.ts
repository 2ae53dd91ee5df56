/** Names of columns and meanings of codes, drawn into the text for whoever turns them on. */
import type { InlayHint, InlayHintKind } from 'vscode-languageserver-protocol';
import { LAYOUTS } from '../facts/layouts';
import { transactionCode } from '../facts/transactionCodes';
import { cellsOf, isBlank } from '../filing/columns';
import type { Column, Filing, Row } from '../filing/model';
import { rowsOf, tableOf } from '../filing/queries';
import { columnName } from '../rules/columnNames';
import { count } from '../rules/words';
import type { Range } from '../text/lines';

/** What is drawn: nothing, unless a setting says otherwise. */
export const INLAY_HINTS = ['off', 'columns', 'codes', 'all'] as const;
export type InlayHints = (typeof INLAY_HINTS)[number];

/** More than this in one answer is no help any more. */
export const MOST_HINTS = 500;

const TYPE: InlayHintKind = 1;
const PARAMETER: InlayHintKind = 2;

/**
 * The hints of the rows that a range touches, in the layouts in which what is drawn between cells pushes nothing out of its
 * place on the page: at most MOST_HINTS and, where there would be more, one that says so.
 */
export function inlayHints(filings: readonly Filing[], range: Range, what: InlayHints): InlayHint[] {
  if (what === 'off') return [];
  const hints = filings
    .filter(({ layout }) => LAYOUTS[layout].cells === 'separated')
    .flatMap((filing) => {
      const start = filing.lines.lineSpan(range.start.line).start;
      const { end } = filing.lines.lineSpan(range.end.line);
      return rowsOf(filing)
        .filter(({ span }) => span.start <= end && start <= span.end)
        .flatMap((row) => hintsOf(filing, row, what));
    });
  const next = hints[MOST_HINTS];
  if (!next) return hints;
  const label = `… ${count(hints.length - MOST_HINTS, 'more hint')} not shown`;
  return [...hints.slice(0, MOST_HINTS), { position: next.position, label, paddingRight: true }];
}

function hintsOf(filing: Filing, row: Row, what: InlayHints): InlayHint[] {
  const { lines } = filing;
  return cellsOf(row, tableOf(filing, row)).flatMap(({ column, cell }): InlayHint[] => {
    if (isBlank(cell)) return [];
    const hints: InlayHint[] = [];
    if (what !== 'codes') {
      const start = cell.raw === '' ? cell.markers[0]!.outer.start : cell.span.start;
      const label = `${shortName(row, column)}:`;
      hints.push({ position: lines.position(start), label, kind: PARAMETER, paddingRight: true });
    }
    const entry =
      what !== 'columns' && column === 'transactionCode' ? transactionCode(row.transactionCode.value) : undefined;
    const meaning = entry?.plain;
    if (meaning)
      hints.push({
        position: lines.position(cell.span.end),
        label: meaning,
        kind: TYPE,
        paddingLeft: true,
        tooltip: `${entry.code}: ${entry.definition}`,
      });
    return hints;
  });
}

/** `amount` of `column 4 (amount)`. */
function shortName(row: Row, column: Column): string {
  const name = columnName(row, column);
  return name.slice(name.indexOf('(') + 1, -1);
}
