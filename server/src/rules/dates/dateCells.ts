/** The date cells of a filing, and how their dates are put right. */
import type { Column, DateCell, Filing, Row } from '../../filing/model';
import { rowsOf } from '../../filing/queries';
import { dateAs, dayOf, partsOf, type Day } from '../../text/days';
import type { Span } from '../../text/span';
import { columnName } from '../columnNames';
import type { Fix } from '../rule';

/** A row whose transaction date can be read. */
export type DatedRow = Row & { readonly transactionDate: DateCell & { readonly value: Day } };

export interface PlacedDate {
  readonly cell: DateCell;
  /** Where it stands, in the form's words. */
  readonly name: string;
  readonly row?: Row;
  /** True for days that have come when the form is filed; what may be exercised or expires may lie ahead. */
  readonly past: boolean;
}

/** The dates in the boxes and beside the signatures, in the order of the text. */
export function datesOutsideRows(filing: Filing): PlacedDate[] {
  return [
    { cell: filing.periodOfReport, name: 'box 3', past: true },
    { cell: filing.dateOfOriginalSubmission, name: 'box 4', past: true },
    ...filing.ownerSignatures.map(({ signatureDate: cell }) => ({ cell, name: 'the signature', past: true })),
  ];
}

/** The dates of a row, from left to right. */
export function datesIn(row: Row): PlacedDate[] {
  const placed = (cell: DateCell, column: Column, past: boolean): PlacedDate => ({
    cell,
    name: columnName(row, column),
    row,
    past,
  });
  const dates = [
    placed(row.transactionDate, 'transactionDate', true),
    placed(row.deemedExecutionDate, 'deemedExecutionDate', true),
  ];
  if (row.table === 'derivativeTable')
    dates.push(placed(row.exerciseDate, 'exerciseDate', false), placed(row.expirationDate, 'expirationDate', false));
  return dates;
}

/** Every date of the form in the order of the text. */
export function datesOf(filing: Filing): PlacedDate[] {
  const [period, original, ...signatures] = datesOutsideRows(filing);
  return [period!, original!, ...rowsOf(filing).flatMap(datesIn), ...signatures];
}

/** Another day in the cell's place, written as the cell writes dates. */
export function setDate(cell: DateCell, day: Day, preferred = false): Fix {
  const newText = dateAs(day, writtenForm(cell));
  return { title: `Write ${newText}`, edits: [{ span: cell.span, newText }], preferred };
}

/** A day of its own in each of several cells; where it is the one day in all, the title says which. */
export function setDates(cells: readonly DateCell[], days: readonly Day[], preferred: boolean): Fix {
  const edits = cells.flatMap((cell, at) => setDate(cell, days[at]!).edits);
  const [first] = edits;
  const same = edits.every(({ newText }) => newText === first!.newText);
  const what = same ? first!.newText : String(partsOf(days[0]!).year);
  return { title: `Write ${what}${cells.length > 1 ? ` in the ${cells.length} rows` : ''}`, edits, preferred };
}

function writtenForm({ dateForm, raw }: DateCell): 'month-first' | 'iso' {
  return dateForm === 'iso' || /^\d{4}-/.test(raw) ? 'iso' : 'month-first';
}

/** The same month and day in another year; undefined for 29 February of a common year. */
export function inYear(day: Day, year: number): Day | undefined {
  const { month, dayOfMonth } = partsOf(day);
  return dayOf(year, month, dayOfMonth);
}

/** A date that is off by less has another month or day, not another year. */
const HALF_A_YEAR = 182;

/**
 * The day meant by one that should not lie after `limit`: the same month and day in the last year in which it does not.
 * Undefined where the year cannot be what is wrong.
 */
export function lastOnOrBefore(day: Day, limit: Day): Day | undefined {
  const { year } = partsOf(limit);
  if (Math.abs(day - limit) < HALF_A_YEAR) return undefined;
  return [inYear(day, year), inYear(day, year - 1)].find((one) => one !== undefined && one <= limit);
}

/** The day meant by one that should not lie before `limit`, likewise. */
export function firstOnOrAfter(day: Day, limit: Day): Day | undefined {
  const { year } = partsOf(limit);
  if (Math.abs(day - limit) < HALF_A_YEAR) return undefined;
  return [inYear(day, year), inYear(day, year + 1)].find((one) => one !== undefined && one >= limit);
}

/** Where the digits of the year stand, for a date of which only the year is wrong. */
function yearSpan({ span, raw, dateForm }: DateCell): Span {
  if (dateForm === 'iso') return { start: span.start, end: span.start + 4 };
  return { start: span.start + raw.lastIndexOf('/') + 1, end: span.end };
}

/** The year of the cell where the right day has another year and the same month and day, else the whole date. */
export function wrongPart(cell: DateCell, right: Day | undefined): Span {
  if (right === undefined || cell.value === undefined) return cell.span;
  return inYear(cell.value, partsOf(right).year) === right ? yearSpan(cell) : cell.span;
}
