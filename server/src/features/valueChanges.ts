/** Whether edits change what a filing says, and not only how it is written. */
import { cellsOf } from '../filing/columns';
import type { Cell, Column, Filing } from '../filing/model';
import { rowsOf, tableOf } from '../filing/queries';
import { read } from '../readers';
import type { Edit } from '../rules/rule';
import { isoDate } from '../text/days';
import { applied } from '../text/edits';

/** Columns of words, in which a change is one of spelling. */
const WORDS: ReadonlySet<Column> = new Set([
  'securityTitle',
  'underlyingSecurityTitle',
  'natureOfOwnership',
  'transactionFormType',
]);

/**
 * True where the edits bring a number, a date, a code, a side or an ownership form that did not stand in the filing, or
 * leave it with fewer rows or footnotes. A value that is cleared, moved or written in another way is no change.
 */
export function changesValues(filing: Filing, edits: readonly Edit[]): boolean {
  const after = read(applied(filing.text, edits));
  if (after.footnotes.list.length < filing.footnotes.list.length) return true;
  if (rowsOf(after).length < rowsOf(filing).length) return true;
  const before = valuesOf(filing);
  return [...valuesOf(after)].some(([value, count]) => count > (before.get(value) ?? 0));
}

/** How often each value stands in the boxes and rows. */
function valuesOf(filing: Filing): Map<string, number> {
  const values = new Map<string, number>();
  const add = (kind: string, cell: Cell<unknown>): void => {
    if (cell.raw === '') return;
    const key = `${kind} ${plainly(cell)}`;
    values.set(key, (values.get(key) ?? 0) + 1);
  };
  add('box 3', filing.periodOfReport);
  add('box 4', filing.dateOfOriginalSubmission);
  for (const { signatureDate } of filing.ownerSignatures) add('signed', signatureDate);
  for (const row of rowsOf(filing)) {
    for (const { column, cell } of cellsOf(row, tableOf(filing, row))) if (!WORDS.has(column)) add('', cell);
    if (row.table === 'derivativeTable') add('side', row.transactionAcquiredDisposedCode);
  }
  return values;
}

/** A date as its day; else the letters, digits and points. */
function plainly({ value, raw, dateForm }: Cell<unknown>): string {
  if (dateForm !== undefined && typeof value === 'number') return isoDate(value);
  return raw.replace(/[^\p{L}\d.]/gu, '').toUpperCase();
}
