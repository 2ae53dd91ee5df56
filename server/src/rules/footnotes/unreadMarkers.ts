/** Markers that may stand where the reader found none: while there is one, no footnote is surely cited by nothing. */
import { cellsOf } from '../../filing/columns';
import { rowsOf, tableOf } from '../../filing/queries';
import { rowsInPlace } from '../codes/codeCell';
import type { RuleContext } from '../rule';

/** A number in brackets, raised digits, an asterisk or a dagger at the end: what is left of a marker in a cell's words. */
const LEFT_OVER =
  /[([{^] ?(?:fn|note|footnote)?\.? ?F?\d{1,2} ?[)\]}^]|[\u00b2\u00b3\u00b9\u2070\u2074-\u2079]|[*\u2020\u2021]$/i;

/**
 * True where a row could not be read (`row-cells`), or a cell holds what may be a marker: `1,204 (1)-(3)`. The code cell
 * `S1` may be a code and a marker that lost its brackets.
 */
export function mayCiteUnread(context: RuleContext): boolean {
  const { filing } = context;
  const rows = rowsInPlace(context);
  if (rows.length < rowsOf(filing).length) return true;
  return rows.some(
    (row) =>
      row.transactionCode.suffix !== undefined ||
      cellsOf(row, tableOf(filing, row)).some(({ cell }) => LEFT_OVER.test(cell.raw)),
  );
}
