/** Which cells hold numbers and dates, the boxes above the tables among them. */
import type { Cell, Column, DateCell, Filing } from '../../filing/model';

const NUMBERS: ReadonlySet<Column> = new Set<Column>([
  'conversionOrExercisePrice',
  'transactionShares',
  'acquired',
  'disposed',
  'underlyingSecurityShares',
  'transactionPricePerShare',
  'sharesOwnedFollowingTransaction',
]);
const DATES: ReadonlySet<Column> = new Set<Column>([
  'transactionDate',
  'deemedExecutionDate',
  'exerciseDate',
  'expirationDate',
]);

export const isNumber = (column: Column): boolean => NUMBERS.has(column);
export const isDate = (column: Column): boolean => DATES.has(column);

/** A dollar sign, the digits before the point, and the rest. */
export const NUMBER = /^(\\?\$?[\s\u200b]*)(\d[\d,]*)(\.\d*)?$/u;

/** The digits before the point with their commas; '' where there are none. */
export const unitsOf = ({ raw }: Cell<unknown>): string => NUMBER.exec(raw)?.[2] ?? '';

/** Box 3, box 4 and the dates of signatures. */
export function datesOfBoxes(filing: Filing): DateCell[] {
  return [
    filing.periodOfReport,
    filing.dateOfOriginalSubmission,
    ...filing.ownerSignatures.map(({ signatureDate }) => signatureDate),
  ];
}
