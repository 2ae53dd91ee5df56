import { dueDate, latestDueDate } from '../facts/edgarCalendar';
import { transactionCode } from '../facts/transactionCodes';
import { GIFTS_ON_FORM_4, isSince } from '../facts/eras';
import type { Filing, Row } from './model';
import { isVoluntary, rowsOf } from './queries';
import type { Day } from '../text/days';

/**
 * The last day on which the Form 4 of a row is on time, until 10 p.m. Eastern. Undefined for holdings, for what is
 * reported voluntarily or may wait for Form 5 (small acquisitions, inheritances, voting trusts, gifts received, and gifts
 * made before they had to be on Form 4), where the date cannot be read, and before 29 August 2002.
 * @param closed further days on which EDGAR is closed
 */
export function dueOn(row: Row, closed?: ReadonlySet<Day>): Day | undefined {
  return dueBy(dueDate, row, closed);
}

/** The same, if EDGAR was closed on each day of which nobody has shown that it was open: after this day a form is late. */
export function latestDueOn(row: Row, closed?: ReadonlySet<Day>): Day | undefined {
  return dueBy(latestDueDate, row, closed);
}

function dueBy(counted: typeof dueDate, row: Row, closed: ReadonlySet<Day> | undefined): Day | undefined {
  const { value: day } = row.transactionDate;
  if (row.kind !== 'transaction' || day === undefined || mayWait(row, day)) return undefined;
  return counted(day, row.deemedExecutionDate.value, closed);
}

/** The row that is due first, and its day; undefined where none is due. */
export function firstDue(filing: Filing, closed?: ReadonlySet<Day>): { row: Row; due: Day } | undefined {
  let first: { row: Row; due: Day } | undefined;
  for (const row of rowsOf(filing)) {
    const due = dueOn(row, closed);
    if (due !== undefined && (!first || due < first.due)) first = { row, due };
  }
  return first;
}

function mayWait(row: Row, day: Day): boolean {
  const { transactionCode: code, transactionAcquiredDisposedCode: side } = row;
  if (isVoluntary(row)) return true;
  if (code.value === 'G') return side.value !== 'D' || !isSince(GIFTS_ON_FORM_4, day);
  return code.value === undefined || transactionCode(code.value)?.mayWait === true;
}
