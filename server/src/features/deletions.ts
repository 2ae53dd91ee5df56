/** Whether edits delete a row or a footnote: what is gone is not seen, and is shown before it goes. */
import type { Filing } from '../filing/model';
import { rowsOf } from '../filing/queries';
import { read } from '../readers';
import type { Edit } from '../rules/rule';
import { applied } from '../text/edits';

/** True where the filing has fewer rows or footnotes after the edits. */
export function deletesRowsOrNotes(filing: Filing, edits: readonly Edit[]): boolean {
  const after = read(applied(filing.text, edits));
  return after.footnotes.list.length < filing.footnotes.list.length || rowsOf(after).length < rowsOf(filing).length;
}
