/**
 * Signs of a filing that a rule may ask for: what it speaks of is there at all, or is not as it is on nearly every filing.
 * They are looked for once, in a few loops over numbers; rules whose sign a filing does not show are not asked.
 */
import { PLAN_BOX } from '../facts/eras';
import { LIMITS, MOST_NOTES, MOST_NOTE_CHARACTERS } from '../facts/limits';
import { filedOn } from '../filing/filed';
import { mentions, notesIn } from '../filing/mentions';
import type { DateCell, Filing, ReportingOwner, TextCell } from '../filing/model';
import { OF_PLAN } from '../filing/plans';
import { mayNameRange } from '../filing/priceRanges';
import { citationsOf, isNamed, lastSigned } from '../filing/queries';
import { DAY, earliestIn, PLACES, type Cited, type RowNumbers } from '../filing/rowNumbers';
import { weekday, type Day } from '../text/days';
import { AMENDED } from './boxes/amendment';
import { PLACEHOLDER } from './footnotes/edits';
import { areAveragesUsual, speaksOfAverages } from './prices/usualAverages';
import { signsOfRows } from './rowSigns';
import { BITS } from './signBits';

/** The numbers of both tables. */
export interface NumberedRows {
  readonly first: RowNumbers;
  readonly second: RowNumbers;
}

/** The numbers of the rows of a filing; undefined where they do not stand for all of them. */
export function numberedRows({ nonDerivativeTable, derivativeTable }: Filing): NumberedRows | undefined {
  const first = nonDerivativeTable.numbers;
  const second = derivativeTable.numbers;
  return first && second && { first, second };
}

/** The signs of a filing, a bit for each. @param today the day of the check */
export function signsOf(filing: Filing, rows: NumberedRows | undefined, today: Day | undefined): number {
  const { reportingOwners, documentType, dateOfOriginalSubmission } = filing;
  let signs = signsOfRows(filing.nonDerivativeTable.numbers, filing.derivativeTable.numbers);
  if (filing.xml) signs |= BITS.xml | BITS.owners;
  if (filing.unread.length > 0) signs |= BITS.unread;
  if (reportingOwners.length > 1) signs |= BITS.owners;
  if (!isUsualHead(filing)) signs |= BITS.head;
  if (!reportingOwners.some(({ isDirector, isOfficer }) => isDirector || isOfficer)) signs |= BITS.outsider;
  if (filing.ownerSignatures.some(({ signatureName }) => mayBeForAnother(signatureName))) signs |= BITS.signedFor;
  if (!rows || !areInOrder(filing, rows, today)) signs |= BITS.dates;
  if (!rows || isLate(filing, rows)) signs |= BITS.late;
  if (documentType !== '4' || dateOfOriginalSubmission.raw !== '' || mentions(filing, AMENDED)) signs |= BITS.amends;
  if (mayBePlanned(filing)) signs |= BITS.plan;
  if (UNUSUAL.test(filing.text)) signs |= BITS.unusual;
  if (filing.text.includes('‹') || filing.text.includes(PLACEHOLDER)) signs |= BITS.placeholders;
  if (areOdd(filing, rows)) signs |= BITS.notes;
  if (!filing.hasMarkers) return signs;
  signs |= BITS.markers;
  if (!mayNameRange(notesIn(filing)) && !mentions(filing, AVERAGES)) return signs;
  const isOrderly = rows !== undefined && (signs & BITS.notes) === 0;
  if (isOrderly ? !areAveragesUsual(filing, [rows.first, rows.second]) : speaksOfAverages(filing))
    signs |= BITS.averages;
  return signs;
}

const AVERAGES = /weighted/i;
const UNUSUAL = /[^\0-\xff]/;

/** A name and a ticker in their boxes, and ticks in box 5 with the words that they ask for. */
function isUsualHead({ reportingOwners, issuer, remarks, ownerSignatures }: Filing): boolean {
  const { issuerName, issuerTradingSymbol } = issuer;
  return (
    reportingOwners.every(isUsualOwner) &&
    isFitting(issuerName, LIMITS.issuerName.characters) &&
    isFitting(issuerTradingSymbol, LIMITS.issuerTradingSymbol.characters) &&
    !issuerTradingSymbol.value?.includes(' ') &&
    (!remarks || isFitting(remarks, LIMITS.remarks.characters)) &&
    ownerSignatures.every(({ signatureName: { value = '' } }) => value.length <= LIMITS.signatureName.characters)
  );
}

const isFitting = ({ raw, value = raw }: TextCell, most: number): boolean => raw !== '' && value.length <= most;

function isUsualOwner(owner: ReportingOwner): boolean {
  const { rptOwnerName, officerTitle, otherText, isDirector, isTenPercentOwner, isOfficer, isOther } = owner;
  return (
    isFitting(rptOwnerName, LIMITS.rptOwnerName.characters) &&
    (isDirector || isTenPercentOwner || isOfficer || isOther) &&
    (isOfficer ? isSaid(officerTitle) : officerTitle === undefined || isOther) &&
    (isOther ? isSaid(otherText) : otherText === undefined)
  );
}

const isSaid = (cell: TextCell | undefined): boolean =>
  cell?.value !== undefined && isFitting(cell, LIMITS.officerTitle.characters);

/** "attorney-in-fact for Rowan Alder". */
const mayBeForAnother = ({ value = '' }: TextCell): boolean => FOR.test(value);
const FOR = /fact for\b/i;

/** A date as EDGAR takes it, on a day since 1970 and none to come. */
const isUsualDate = ({ value, dateForm, raw }: DateCell, today: Day | undefined): boolean =>
  value !== undefined &&
  value > 0 &&
  dateForm === 'month-first' &&
  raw.length === 10 &&
  (today === undefined || value <= today);

/** True where box 3 is the day of the first transaction, and each signature has a name and a day on or behind the last. */
function areInOrder(filing: Filing, { first, second }: NumberedRows, today: Day | undefined): boolean {
  const { periodOfReport: period, dateOfOriginalSubmission: original, ownerSignatures } = filing;
  if (first.hasDeemed || second.hasDeemed) return false;
  if (!isUsualDate(period, today) || ownerSignatures.length === 0) return false;
  if (original.raw !== '' && !isUsualDate(original, today)) return false;
  const earliest = Math.min(earliestIn(first), earliestIn(second));
  const latest = Math.max(period.value!, latestIn(first), latestIn(second));
  for (const signature of ownerSignatures) {
    const { signatureDate } = signature;
    if (!isNamed(signature) || !isUsualDate(signatureDate, today) || signatureDate.value! < latest) return false;
  }
  return earliest === Infinity || earliest === period.value;
}

/** A holding has no day, which is neither earlier nor later than any. */
function latestIn({ values }: RowNumbers): Day {
  let latest = -Infinity;
  for (let at = 0; at < values.length; at += PLACES) if (values[at + DAY]! > latest) latest = values[at + DAY]!;
  return latest;
}

/** No form is due before the second day after its transaction that is not at a weekend. */
function isLate(filing: Filing, { first, second }: NumberedRows): boolean {
  const signed = lastSigned(filing);
  const earliest = Math.min(earliestIn(first), earliestIn(second));
  if (signed === undefined || earliest === Infinity) return false;
  return signed > earliest + SOONEST[weekday(earliest)]!;
}

/** By the day of the week of a transaction, from Sunday on. */
const SOONEST = [2, 2, 2, 2, 4, 4, 3];

/** The box is ticked or may be missing, or a note or remark speaks of a plan. */
function mayBePlanned(filing: Filing): boolean {
  const { aff10b5One: box } = filing;
  if (box) return box.checked || mentions(filing, OF_PLAN);
  const filed = lastSigned(filing) === undefined ? undefined : filedOn(filing);
  if (filed === undefined || filed >= PLAN_BOX.from) return true;
  return mentions(filing, OF_PLAN);
}

/** Behind all letters and signs that words of the form begin with. */
const ODD_BEGINNING = 0x1680;

function areOdd(filing: Filing, rows: NumberedRows | undefined): boolean {
  const { list, heading } = filing.footnotes;
  if (list.length > MOST_NOTES || (list.length > 0 && !heading)) return true;
  for (let at = 0; at < list.length; at++) {
    const { number, label, textSpan } = list[at]!;
    const length = textSpan.end - textSpan.start;
    if (number !== at + 1 || (label !== '' && label !== String(number))) return true;
    if (length === 0 || length > MOST_NOTE_CHARACTERS || filing.text.charCodeAt(textSpan.start) >= ODD_BEGINNING)
      return true;
  }
  let cited = 0;
  for (const { number, label } of rows ? markersOf(rows) : citationsOf(filing).map(({ marker }) => marker)) {
    if (number === undefined || number > cited + 1 || number < 1 || label !== String(number)) return true;
    if (number > cited) cited = number;
  }
  return cited !== list.length;
}

const markersOf = ({ first, second }: NumberedRows): readonly Cited[] =>
  second.markers.length === 0 ? first.markers : [...first.markers, ...second.markers];
