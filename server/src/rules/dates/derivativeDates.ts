import { transactionCode } from '../../facts/transactionCodes';
import { dayOf, formDate, type Day } from '../../text/days';
import type { DateCell, DerivativeRow } from '../../filing/model';
import { codeOf } from '../codes/codeCell';
import type { Report, Rule, RuleContext } from '../rule';
import { verdictOf } from './verdict';

/** Filers write this day for "no date". */
const PLACEHOLDER = dayOf(1988, 8, 8);
/** An exercise is often booked some days after the option ran out. */
const DAYS_OF_GRACE = 7;

/** A derivative security that had expired when it was dealt in, or before it could be exercised. */
export const derivativeDates: Rule = {
  id: 'derivative-dates',
  family: 'dates',
  severity: 'warning',
  summary: 'An expiration date before the transaction, or before the date exercisable',
  checkRow(row, context) {
    if (row.table !== 'derivativeTable') return;
    const expires = clear(row.expirationDate, context);
    if (expires === undefined || context.accused(row, 'row-cells')) return;
    const cell = row.expirationDate;
    const found = beforeTransaction(row, expires, context) ?? beforeExercisable(row, expires, context);
    if (found) context.report({ cell, span: cell.span, ...found });
  },
};

/** The day of a cell, where nothing is known against it and no footnote qualifies it. */
function clear(cell: DateCell, { suspect }: RuleContext): Day | undefined {
  return cell.markers.length > 0 || suspect(cell) || cell.value === PLACEHOLDER ? undefined : cell.value;
}

type Found = Pick<Report, 'message' | 'severity' | 'related'>;

function beforeTransaction(row: DerivativeRow, expires: Day, context: RuleContext): Found | undefined {
  const traded = clear(row.transactionDate, context);
  if (traded === undefined || expires >= traded || context.once(verdictOf).wrong.has(row.transactionDate))
    return undefined;
  const slow = transactionCode(codeOf(row))?.afterExpiration && traded - expires <= DAYS_OF_GRACE;
  return {
    severity: slow ? 'hint' : 'warning',
    message: `Expected an expiration date on or after ${formDate(traded)}, the day of the transaction, in column 6; found ${formDate(expires)}. Check both dates.`,
    related: [{ message: 'the transaction date', span: row.transactionDate.span }],
  };
}

function beforeExercisable(row: DerivativeRow, expires: Day, context: RuleContext): Found | undefined {
  const exercisable = clear(row.exerciseDate, context);
  if (exercisable === undefined || expires >= exercisable) return undefined;
  return {
    message: `Expected an expiration date on or after ${formDate(exercisable)}, the date exercisable, in column 6; found ${formDate(expires)}. Check both dates.`,
    related: [{ message: 'the date exercisable', span: row.exerciseDate.span }],
  };
}
