/** How much of a text was read as the form. */
import { isForm4Type } from '../facts/forms';
import type { Filing, ReadPart } from './model';
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

/** The parts of a form in plain words. */
export const PART_NAMES: Readonly<Record<ReadPart, string>> = {
  reportingOwners: 'the boxes of the reporting person (1 and 5)',
  issuer: 'the issuer in box 2',
  periodOfReport: 'the date in box 3',
  dateOfOriginalSubmission: 'the date in box 4',
  nonDerivativeTable: 'Table I',
  derivativeTable: 'Table II',
  footnotes: 'the footnotes',
  ownerSignatures: 'the signature',
};

const PARTS = Object.keys(PART_NAMES) as ReadPart[];
/** The line of a converted text that says what of its source could not be read. */
const MARK = 'Not all could be read when this was converted';
const MARKED = new RegExp(`^${MARK}: (.{1,400}?)\\. `, 'm');

/** The line that a filing which was read in part takes along when it is converted; undefined where all was read. */
export function unreadMark({ unread }: Filing): string | undefined {
  const names = PARTS.filter((one) => unread.some(({ part }) => part === one)).map((part) => PART_NAMES[part]);
  return names.length === 0 ? undefined : `${MARK}: ${names.join('; ')}. Once it is right, delete this line.`;
}

/** The parts that such a line of a text names, and where it begins; undefined where there is none. */
export function unreadMarkIn(text: string): { readonly parts: readonly ReadPart[]; readonly at: number } | undefined {
  const match = text.includes(MARK) ? MARKED.exec(text) : null;
  if (!match) return undefined;
  const names = new Set(match[1]!.split('; '));
  return { parts: PARTS.filter((part) => names.has(PART_NAMES[part])), at: match.index };
}
