/** Markers that may stand where the reader found none: while there is one, no footnote is surely cited by nothing. */
import { LAYOUTS } from '../../facts/layouts';
import { cellsOf } from '../../filing/columns';
import type { Filing } from '../../filing/model';
import { rowsOf, tableOf } from '../../filing/queries';
import { rowsInPlace } from '../codes/codeCell';
import type { RuleContext } from '../rule';

/** A number in brackets, raised digits, an asterisk or a dagger at the end: what is left of a marker in a cell's words. */
const LEFT_OVER =
  /[([{^] ?(?:fn|note|footnote)?\.? ?F?\d{1,2} ?[)\]}^]|[\u00b2\u00b3\u00b9\u2070\u2074-\u2079]|[*\u2020\u2021]$/i;

/** A marker in the words of a page. */
const MARKER = /\(\d{1,2}\)|\u207d?[\u00b2\u00b3\u00b9\u2070\u2074-\u2079]{1,2}\u207e?/g;

/** True where a page of columns has more markers before and behind its notes than its rows have: some of its rows were not found. */
function hasMarkersBeside(filing: Filing): boolean {
  const { text, footnotes } = filing;
  const { list } = footnotes;
  if (list.length === 0) return false;
  const outside = text.slice(0, list[0]!.span.start) + text.slice(list[list.length - 1]!.span.end);
  const read = rowsOf(filing).flatMap((row) => cellsOf(row, tableOf(filing, row)).flatMap(({ cell }) => cell.markers));
  return (outside.match(MARKER)?.length ?? 0) > read.length;
}

/**
 * True where a row could not be read (`row-cells`), or a cell holds what may be a marker: `1,204 (1)-(3)`. The code cell
 * `S1` may be a code and a marker that lost its brackets.
 */
export function mayCiteUnread(context: RuleContext): boolean {
  const { filing } = context;
  if (LAYOUTS[filing.layout].cells === 'fixed' && hasMarkersBeside(filing)) return true;
  const rows = rowsInPlace(context);
  if (rows.length < rowsOf(filing).length) return true;
  return rows.some(
    (row) =>
      row.transactionCode.suffix !== undefined ||
      cellsOf(row, tableOf(filing, row)).some(({ cell }) => LEFT_OVER.test(cell.raw)),
  );
}
