/** How much of a text was read: a fix must not make a text of which less is read than before. */
import { cellsOf } from '../filing/columns';
import type { Cell, Filing } from '../filing/model';
import { rowsOf, tableOf } from '../filing/queries';
import { isMistypedHeading } from '../rules/rows/rowCells';
import type { Edit } from '../text/edits';
import type { Span } from '../text/span';

/** What was read, and what was found and could not be. */
export interface Reading {
  readonly rows: number;
  readonly notes: number;
  /** Cells and boxes in which something stands. */
  readonly filled: number;
  /** Cells without a value for what stands in them, cells under no column, and parts of the form that were not found. */
  readonly unread: number;
}

/** What was read of a filing. */
export function readingOf(filing: Filing): Reading {
  return measured(filing, () => false);
}

/**
 * What must still be read after a fix: what its edits do not touch. A row or a note is theirs where they leave nothing of
 * it, a cell already where they change something in it.
 */
export function readingBeside(filing: Filing, edits: readonly Edit[]): Reading {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start);
  /** The last edit that begins at or before a place. */
  const editAt = (place: number): Edit | undefined => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.span.start <= place) low = middle + 1;
      else high = middle;
    }
    return sorted[low - 1];
  };
  return measured(filing, ({ start, end }, whole) => {
    const edit = editAt(whole ? start : end);
    if (!edit) return false;
    return whole ? edit.newText.trim() === '' && edit.span.end >= end : edit.span.end >= start;
  });
}

/** True where the text after a fix is read as well as the one before: nothing is lost that the fix did not touch. */
export function readsAsWell(before: Reading, beside: Reading, after: Reading): boolean {
  return (
    after.rows >= beside.rows &&
    after.notes >= beside.notes &&
    after.filled >= beside.filled &&
    after.unread <= before.unread
  );
}

/** @param isTouched whether edits touch a stretch or, where that is asked, take the whole of it away */
function measured(filing: Filing, isTouched: (span: Span, whole: boolean) => boolean): Reading {
  let rows = 0;
  let filled = 0;
  let unread = filing.problems.length;
  const look = ({ raw, markers, problem, cellSpan }: Cell<unknown>): void => {
    if (problem !== undefined) unread++;
    if ((raw !== '' || markers.length > 0) && !isTouched(cellSpan, false)) filled++;
  };
  for (const row of rowsOf(filing)) {
    // A heading with a letter too many is no row: the fix takes it out of the table.
    if (isTouched(row.span, true) || isMistypedHeading(row)) continue;
    rows++;
    const table = tableOf(filing, row);
    for (const { cell } of cellsOf(row, table)) look(cell);
    for (let at = table.columns.length; at < row.cells.length; at++) if (row.cells[at]!.raw !== '') unread++;
  }
  const { issuer, reportingOwners, ownerSignatures, periodOfReport, dateOfOriginalSubmission, remarks } = filing;
  for (const { rptOwnerName } of reportingOwners) look(rptOwnerName);
  for (const { signatureName, signatureDate } of ownerSignatures) [signatureName, signatureDate].forEach(look);
  [issuer.issuerName, issuer.issuerTradingSymbol, periodOfReport, dateOfOriginalSubmission].forEach(look);
  if (remarks) look(remarks);
  const notes = filing.footnotes.list.filter(({ span }) => !isTouched(span, true)).length;
  return { rows, notes, filled, unread };
}
