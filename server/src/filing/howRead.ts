/** How much of a text was read as the form. */
import { isForm4Type } from '../facts/forms';
import type { Filing } from './model';
import { rowsOf } from './queries';

export type HowRead = 'whole' | 'part' | 'none';

/** `part` where a stretch that belongs to the form could not be read; `none` where no name, row or note of a
 * Form 4 was found, or where it is another form. */
export function howRead(filing: Filing): HowRead {
  const { reportingOwners, issuer, footnotes, unread } = filing;
  const found =
    rowsOf(filing).length > 0 ||
    footnotes.list.length > 0 ||
    issuer.issuerName.raw !== '' ||
    reportingOwners.some(({ rptOwnerName }) => rptOwnerName.raw !== '');
  if (!found || !isForm4Type(filing.documentType)) return 'none';
  return unread.length > 0 ? 'part' : 'whole';
}
