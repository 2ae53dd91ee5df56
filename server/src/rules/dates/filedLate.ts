import { dueDate } from '../../facts/edgarCalendar';
import { GIFTS_ON_FORM_4, isSince } from '../../facts/eras';
import type { Row } from '../../filing/model';
import { formDate, type Day } from '../../text/days';
import { codeOf, isVoluntary, rowsInPlace } from '../codes/codeCell';
import type { Rule, RuleContext } from '../rule';
import { count } from '../words';
import { verdictOf } from './verdict';

/** How many late rows are named beside the finding. */
const NAMED = 3;

/** Signed after the second business day: then it was filed after it too. */
export const filedLate: Rule = {
  id: 'filed-late',
  family: 'dates',
  severity: 'information',
  summary: 'Signed after the day on which the form was due',
  check(context) {
    const { filing, report, suspect } = context;
    const { last, wrong } = context.once(verdictOf);
    // What is amended was filed before.
    if (!last || filing.dateOfOriginalSubmission.raw !== '' || wrong.has(last.signatureDate)) return;
    const signed = last.signatureDate.value!;
    const late = rowsInPlace(context).flatMap((row) => {
      if (suspect(row.transactionDate) || wrong.has(row.transactionDate)) return [];
      const due = dueOf(row, context);
      return due !== undefined && signed > due ? [{ row, due }] : [];
    });
    const [first] = late;
    if (!first) return;
    const { row, due } = late.reduce((best, one) => (one.due < best.due ? one : best), first);
    const rows = late.length > 1 ? ` ${count(late.length, 'transaction')} are late in this way.` : '';
    report({
      span: last.signatureDate.span,
      message: `The transaction of ${formDate(row.transactionDate.value!)} was due by 10 p.m. Eastern on ${formDate(due)}; the form is signed ${formDate(signed)}, which stands here for the day of filing.${rows}`,
      related: late.slice(0, NAMED).map((one) => ({
        message: `due ${formDate(one.due)}`,
        span: one.row.transactionDate.span,
      })),
    });
  },
};

/** The day on which a row was due on Form 4; undefined where it may wait for Form 5, or where nobody can say. */
function dueOf(row: Row, { closed }: RuleContext): Day | undefined {
  const { value: day } = row.transactionDate;
  if (row.kind !== 'transaction' || day === undefined || isVoluntary(row) || mayWait(row, day)) return undefined;
  return dueDate(day, row.deemedExecutionDate.value, closed);
}

/** Form 5 is soon enough for small acquisitions, inheritances, voting trusts, gifts received, and older gifts made. */
function mayWait(row: Row, day: Day): boolean {
  const code = codeOf(row);
  if (code === 'G') return row.transactionAcquiredDisposedCode.value !== 'D' || !isSince(GIFTS_ON_FORM_4, day);
  return code === undefined || code === 'L' || code === 'W' || code === 'Z';
}
