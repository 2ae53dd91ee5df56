/** The gate: what of a filing rules must not rest on, because it was not read. */
import type { DateCell, Filing, ReadPart } from '../filing/model';
import type { RuleContext } from './rule';

type Part = keyof Filing;

const HEADER: readonly Part[] = [
  'boxes',
  'reportingOwners',
  'issuer',
  'periodOfReport',
  'dateOfOriginalSubmission',
  'documentType',
  'notSubjectToSection16',
  'aff10b5One',
];
const ROWS: readonly Part[] = ['nonDerivativeTable', 'derivativeTable', 'hasMarkers'];
const NOTES: readonly Part[] = ['footnotes', 'remarks'];
const SIGNATURES: readonly Part[] = ['ownerSignatures'];
const ALL: readonly Part[] = [...HEADER, ...ROWS, ...NOTES, ...SIGNATURES];

/** What hides with a part that was not read: rows are at the heart of the form, and a page that lost them has lost more. */
const HIDES: Readonly<Record<ReadPart, readonly Part[]>> = {
  reportingOwners: HEADER,
  issuer: HEADER,
  periodOfReport: HEADER,
  dateOfOriginalSubmission: HEADER,
  nonDerivativeTable: ALL,
  derivativeTable: ALL,
  footnotes: NOTES,
  ownerSignatures: SIGNATURES,
};

/** Rules know what to make of a blank date or of no signature; that a note is not there would be taken as said. */
const BLANKED: readonly Part[] = [...HEADER, ...SIGNATURES];

/** The parts of a filing that a rule must not have looked at, for what it says to count. */
export const hiddenIn = ({ unread }: Filing): ReadonlySet<Part> =>
  unread.length === 0 ? NOTHING : new Set(unread.flatMap(({ part }) => HIDES[part]));

const NOTHING: ReadonlySet<Part> = new Set();

/** True where the rows are among them. */
export const hidesRows = (hidden: ReadonlySet<Part>): boolean => hidden.has('nonDerivativeTable');

/** A filing in which the boxes and signatures that are hidden are blank. */
export function without(filing: Filing, hidden: ReadonlySet<Part>): Filing {
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
    ...(hidden.has('periodOfReport') && {
      periodOfReport: blank(periodOfReport),
      dateOfOriginalSubmission: blank(dateOfOriginalSubmission),
    }),
    ...(hidden.has('ownerSignatures') && { ownerSignatures: [] }),
  };
}

/** A filing that notes which of its parts are asked for. */
export function watched(filing: Filing, asked: Set<Part>): Filing {
  return new Proxy(filing, {
    get(of, name) {
      asked.add(name as Part);
      return of[name as Part];
    },
  });
}

/** What several rules share was made from blanks in the place of boxes and signatures that were not read: it may be asked for. */
export function sharing({ once }: RuleContext, asked: Set<Part>): RuleContext['once'] {
  return (make) => {
    const before = new Set(asked);
    const value = once(make);
    for (const part of BLANKED) if (!before.has(part)) asked.delete(part);
    return value;
  };
}
