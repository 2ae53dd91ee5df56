import { transactionCode } from '../../facts/transactionCodes';
import { dayOf, formDate, partsOf, type Day } from '../../text/days';
import type { DateCell, DerivativeRow } from '../../filing/model';
import { codeOf } from '../codes/codeCell';
import type { Report, Rule, RuleContext } from '../rule';
import { verdictOf } from './verdict';

/** Filers write this day for "no date". */
const PLACEHOLDER = dayOf(1988, 8, 8);
/** An exercise is often booked some days after the option ran out. */
const DAYS_OF_GRACE = 7;

/** No option runs for longer: those of employees mostly end after ten years. */
const LONGEST_TERM = 15;
const OPTION = /\boptions?\b|\bappreciation\srights?\b|\bSARs?\b/i;
const GRANTED = 'A';

/**
 * A derivative security that had expired when it was dealt in, or before it could be exercised; one that was exercised too
 * early, or an option that runs too long.
 */
export const derivativeDates: Rule = {
  id: 'derivative-dates',
  family: 'dates',
  severity: 'warning',
  summary:
    'An expiration date before the transaction or the date exercisable, an exercise before it, a term over 15 years',
  sign: 'terms',
  checkRow(row, context) {
    if (row.table !== 'derivativeTable' || context.accused(row, 'row-cells')) return;
    const expires = clear(row.expirationDate, context);
    const found =
      expires === undefined
        ? undefined
        : (beforeTransaction(row, expires, context) ??
          beforeExercisable(row, expires, context) ??
          tooLong(row, expires, context));
    const { expirationDate: end, exerciseDate: beginning } = row;
    if (found) context.report({ cell: end, span: end.span, ...found });
    else {
      const early = exercisedEarly(row, context);
      if (early) context.report({ cell: beginning, span: beginning.span, ...early });
    }
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
  const { exerciseDate: cell } = row;
  const { value: exercisable } = cell;
  if (exercisable === undefined || expires >= exercisable || exercisable === PLACEHOLDER || context.suspect(cell))
    return undefined;
  return {
    // A footnote tells of later dates, and hardly of one on which nothing is left to be exercised.
    ...(cell.markers.length > 0 && { severity: 'information' as const }),
    message: `Expected an expiration date on or after ${formDate(exercisable)}, the date exercisable, in column 6; found ${formDate(expires)}. Check both dates.`,
    related: [{ message: 'the date exercisable', span: row.exerciseDate.span }],
  };
}

function tooLong(row: DerivativeRow, expires: Day, context: RuleContext): Found | undefined {
  if (codeOf(row) !== GRANTED || !OPTION.test(row.securityTitle.value ?? '')) return undefined;
  const granted = clear(row.transactionDate, context);
  if (granted === undefined) return undefined;
  const { year, month, dayOfMonth } = partsOf(granted);
  const last = dayOf(year + LONGEST_TERM, month, dayOfMonth) ?? dayOf(year + LONGEST_TERM, month, dayOfMonth - 1);
  // Some plans let an option end a day after the anniversary.
  if (last === undefined || expires <= last + 1 || context.once(verdictOf).wrong.has(row.transactionDate))
    return undefined;
  return {
    severity: 'information',
    message: `Check the expiration date: ${formDate(expires)} is more than ${LONGEST_TERM} years after the grant on ${formDate(granted)}. Most options run for ten years.`,
    related: [{ message: 'the transaction date', span: row.transactionDate.span }],
  };
}

/** Vesting may be brought forward, and some plans let an option be exercised early: mostly a footnote says so. */
const EARLY =
  /\bacceler|\bearl(?:y|ier)\b|\bimmediate|\bunvested\b|\bprior to vest|\bchange (?:in|of) control\b|\bmerger\b/i;

function exercisedEarly(row: DerivativeRow, context: RuleContext): Found | undefined {
  if (!transactionCode(codeOf(row))?.exercise || row.disposed.value === undefined) return undefined;
  const exercisable = clear(row.exerciseDate, context);
  const exercised = clear(row.transactionDate, context);
  if (exercisable === undefined || exercised === undefined || exercisable <= exercised) return undefined;
  if (context.once(verdictOf).wrong.has(row.transactionDate)) return undefined;
  const { footnotes, remarks } = context.filing;
  if (EARLY.test(remarks?.value ?? '') || footnotes.list.some(({ text }) => EARLY.test(text))) return undefined;
  return {
    severity: 'hint',
    message: `Check the date exercisable: the derivative security was exercised on ${formDate(exercised)}, before ${formDate(exercisable)}, from when column 6 lets it be exercised.`,
    related: [{ message: 'the transaction date', span: row.transactionDate.span }],
  };
}
