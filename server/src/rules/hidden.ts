/** The gate: what of a filing rules must not rest on, because it was not read. */
import type { DateCell, Filing, ReadPart } from '../filing/model';
import { partOf, type Parts } from '../filing/watched';

const HEADER = partsNamed(
  'boxes',
  'reportingOwners',
  'issuer',
  'periodOfReport',
  'dateOfOriginalSubmission',
  'documentType',
  'notSubjectToSection16',
  'aff10b5One',
);
/** With one of these the rows are hidden. */
export const HIDDEN_ROWS = partsNamed('nonDerivativeTable', 'derivativeTable', 'hasMarkers');
const NOTES = partsNamed('footnotes', 'remarks');
const SIGNATURES = partsNamed('ownerSignatures');

/** What hides with a part that was not read: rows are at the heart of the form, and a page that lost them has lost more. */
const HIDES: Readonly<Record<ReadPart, Parts>> = {
  reportingOwners: HEADER,
  issuer: HEADER,
  periodOfReport: HEADER,
  dateOfOriginalSubmission: HEADER,
  nonDerivativeTable: HEADER | HIDDEN_ROWS | NOTES | SIGNATURES,
  derivativeTable: HEADER | HIDDEN_ROWS | NOTES | SIGNATURES,
  footnotes: NOTES,
  ownerSignatures: SIGNATURES,
};

/** Rules know what to make of a blank date or of no signature; that a note is not there would be taken as said. */
export const BLANKED = HEADER | SIGNATURES;

/** A filing in which the boxes and signatures that are hidden are blank. */
export function without(filing: Filing, hidden: Parts): Filing {
  const blank = ({ span, cellSpan }: DateCell): DateCell => ({
    value: undefined,
    raw: '',
    span,
    cellSpan,
    markers: [],
  });
  const { periodOfReport, dateOfOriginalSubmission } = filing;
  return {
    ...filing,
    ...(hidden & HEADER && {
      periodOfReport: blank(periodOfReport),
      dateOfOriginalSubmission: blank(dateOfOriginalSubmission),
    }),
    ...(hidden & SIGNATURES && { ownerSignatures: [] }),
  };
}

function partsNamed(...names: Parameters<typeof partOf>[0][]): Parts {
  return names.reduce((parts, name) => parts | partOf(name), 0);
}

/** The parts of a filing that a rule must not have looked at, for what it says to count. */
export const hiddenIn = ({ unread }: Filing): Parts => unread.reduce((parts, { part }) => parts | HIDES[part], 0);
