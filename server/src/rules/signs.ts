/**
 * Signs of a filing that a rule may ask for: what it speaks of is there at all, or is not as it is on nearly every filing.
 * They are looked for once, in a few loops; rules whose sign a filing does not show are not asked.
 */
import { MOST_NOTES, MOST_NOTE_CHARACTERS } from '../facts/limits';
import { changeOf, holdingOf } from '../filing/holdings';
import { mentions } from '../filing/mentions';
import type { Filing, NonDerivativeRow, Row, TextCell } from '../filing/model';
import { citationsOf, isVoluntary, lastSigned } from '../filing/queries';
import type { Day } from '../text/days';
import { add, equals, type Decimal } from '../text/decimal';

const BITS = {
  /** It is XML. */
  xml: 1,
  /** Something could not be read. */
  unread: 2,
  /** Several owners. */
  owners: 4,
  /** Rows in Table II. */
  derivatives: 8,
  /** Rows that state a holding. */
  holdings: 16,
  /** Several titles in one table. */
  titles: 32,
  /** Two rows of a table with one total. */
  sameTotals: 64,
  /** A total of Table I that does not follow to the digit from the one before it, or a row that is not plain. */
  tally: 128,
  /** Box 3, transactions and signatures that are not all there and in their order. */
  dates: 256,
  /** A signature later than the second day after a transaction. */
  late: 512,
  /** Box 4 is filled, or a note speaks of an amendment. */
  amends: 1024,
  /** Notes and markers are not 1, 2, 3 and so on, each cited, first in that order, and each of a fitting length. */
  notes: 2048,
  /** Cells that cite. */
  markers: 4096,
} as const;

export type Sign = keyof typeof BITS;

export const bitOf = (sign: Sign | undefined): number => (sign === undefined ? 0 : BITS[sign]);

/** Every sign: what is not known is taken to be there. */
export const ALL_SIGNS = 2 * BITS.markers - 1;

/** The signs of a filing, a bit for each. @param isPlain all of its rows are */
export function signsOf(filing: Filing, isPlain: boolean): number {
  const { nonDerivativeTable: first, derivativeTable: second, documentType, dateOfOriginalSubmission } = filing;
  let signs = isPlain && addsUpExactly(first.rows) ? 0 : BITS.tally;
  if (filing.xml) signs |= BITS.xml | BITS.owners;
  if (filing.unread.length > 0) signs |= BITS.unread;
  if (filing.reportingOwners.length > 1) signs |= BITS.owners;
  if (second.rows.length > 0) signs |= BITS.derivatives;
  signs |= ofRows(first.rows) | ofRows(second.rows);
  if (!isPlain || areOutOfOrder(filing, first.rows, second.rows)) signs |= BITS.dates;
  if (isLate(filing)) signs |= BITS.late;
  if (documentType !== '4' || dateOfOriginalSubmission.raw !== '' || mentions(filing, AMENDS)) signs |= BITS.amends;
  if (areOdd(filing)) signs |= BITS.notes;
  return filing.hasMarkers ? signs | BITS.markers : signs;
}

const AMENDS = ['amend', 'correct'];

/** More rows than a form has are not compared one with each other. */
const FEW = 30;

function ofRows(rows: readonly Row[]): number {
  let signs = rows.length > FEW ? BITS.sameTotals : 0;
  for (let at = 0; at < rows.length; at++) {
    const { kind, securityTitle, sharesOwnedFollowingTransaction: total } = rows[at]!;
    if (kind === 'holding') signs |= BITS.holdings;
    if (at > 0 && securityTitle.value !== rows[0]!.securityTitle.value) signs |= BITS.titles;
    for (let before = 0; before < at && (signs & BITS.sameTotals) === 0; before++)
      if (rows[before]!.sharesOwnedFollowingTransaction.value?.digits === total.value?.digits) signs |= BITS.sameTotals;
  }
  return signs;
}

/** True where every total of Table I follows to the digit from the last of its holding. */
function addsUpExactly(rows: readonly NonDerivativeRow[]): boolean {
  const last = new Map<string, Decimal>();
  let above: NonDerivativeRow | undefined;
  let holding = '';
  for (const row of rows) {
    const total = row.sharesOwnedFollowingTransaction.value;
    if (row.kind !== 'transaction') continue;
    if (!total) return false;
    if (!above || !standAlike(above, row)) holding = holdingOf(row);
    above = row;
    const before = last.get(holding);
    if (before) {
      const change = changeOf(row);
      if (!change || !equals(add(before, change), total)) return false;
    }
    last.set(holding, total);
  }
  return true;
}

/** The same holding to the letter, and without a marker, as most rows and the ones above them. */
const standAlike = (a: NonDerivativeRow, b: NonDerivativeRow): boolean =>
  isSame(a.securityTitle, b.securityTitle) &&
  isSame(a.directOrIndirectOwnership, b.directOrIndirectOwnership) &&
  isSame(a.natureOfOwnership, b.natureOfOwnership);

const isSame = (a: TextCell, b: TextCell): boolean =>
  a.raw === b.raw && a.markers.length === 0 && b.markers.length === 0;

/** False where box 3 is the day of the first transaction, and each signature has a name and a day on or behind the last. */
function areOutOfOrder(
  { periodOfReport: { value: period }, ownerSignatures }: Filing,
  ...tables: readonly (readonly Row[])[]
): boolean {
  if (period === undefined || ownerSignatures.length === 0) return true;
  let first: Day | undefined;
  let last = period;
  for (const rows of tables)
    for (const row of rows) {
      if (row.kind !== 'transaction') continue;
      const day = row.transactionDate.value;
      if (day === undefined || isVoluntary(row)) return true;
      if (first === undefined || day < first) first = day;
      if (day > last) last = day;
    }
  for (const { signatureName, signatureDate } of ownerSignatures)
    if (signatureName.raw === '' || signatureDate.value === undefined || signatureDate.value < last) return true;
  return first !== undefined && first !== period;
}

/** No form is due in fewer days after its transaction. */
const SOONEST = 2;

function isLate(filing: Filing): boolean {
  const signed = lastSigned(filing);
  if (signed === undefined) return false;
  const is = ({ transactionDate: { value } }: Row): boolean => value !== undefined && signed > value + SOONEST;
  return filing.nonDerivativeTable.rows.some(is) || filing.derivativeTable.rows.some(is);
}

/** Behind all letters and signs that words of the form begin with. */
const UNUSUAL = 0x1680;

function areOdd(filing: Filing): boolean {
  const { list, heading } = filing.footnotes;
  if (list.length > MOST_NOTES || (list.length > 0 && (!heading || !filing.hasMarkers))) return true;
  for (let at = 0; at < list.length; at++) {
    const { number, label, textSpan } = list[at]!;
    const length = textSpan.end - textSpan.start;
    if (number !== at + 1 || (label !== '' && label !== String(number))) return true;
    if (length === 0 || length > MOST_NOTE_CHARACTERS || filing.text.charCodeAt(textSpan.start) >= UNUSUAL) return true;
  }
  let cited = 0;
  for (const { marker } of citationsOf(filing)) {
    const { number, label } = marker;
    if (number === undefined || number > cited + 1 || number < 1 || label !== String(number)) return true;
    if (number > cited) cited = number;
  }
  return cited !== list.length;
}
