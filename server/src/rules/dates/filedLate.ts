import { latestDueOn } from '../../filing/due';
import { formDate } from '../../text/days';
import { codeOf, rowsInPlace } from '../codes/codeCell';
import type { Rule } from '../rule';
import { count } from '../words';
import { verdictOf } from './verdict';

/** No form is due in fewer days after its transaction. */
const SOONEST = 2;
/** How many late rows are named beside the finding. */
const NAMED = 3;

/** Signed after the second business day: then it was filed after it too. */
export const filedLate: Rule = {
  id: 'filed-late',
  family: 'dates',
  severity: 'information',
  summary: 'Signed after the day on which the form was due',
  sign: 'late',
  check(context) {
    const { filing, report, suspect } = context;
    const { box3, last, wrong } = context.once(verdictOf);
    // Late for its rows and in time for box 3: `box-3` says so.
    if (box3?.oldRows) return;
    // What is amended was filed before.
    if (!last || filing.dateOfOriginalSubmission.raw !== '' || wrong.has(last.signatureDate)) return;
    const signed = last.signatureDate.value!;
    const late = rowsInPlace(context).flatMap((row) => {
      const { value } = row.transactionDate;
      if (value === undefined || signed <= value + SOONEST) return [];
      if (suspect(row.transactionDate) || wrong.has(row.transactionDate)) return [];
      const due = codeOf(row) === undefined ? undefined : latestDueOn(row, context.closed);
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
