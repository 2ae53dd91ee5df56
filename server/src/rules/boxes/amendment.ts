import type { DateCell } from '../../filing/model';
import { rowsOf } from '../../filing/queries';
import { formDate, type Day } from '../../text/days';
import { verdictOf } from '../dates/verdict';
import { schemaSeverity } from '../era';
import type { Rule, RuleContext } from '../rule';

/** A Form 4/A names the day of the filing that it amends, in box 4, and says what it amends. */
export const amendment: Rule = {
  id: 'amendment',
  family: 'boxes',
  severity: 'error',
  // EDGAR asks for the date, and does not compare it.
  suspends: ({ dateOfOriginalSubmission }) => dateOfOriginalSubmission.value === undefined,
  summary: 'A 4/A without box 4, with an impossible date there, or without a word on what is amended',
  draftInformation: true,
  check(context) {
    const { filing, report, suspect } = context;
    const { dateOfOriginalSubmission: cell, boxes, footnotes, remarks } = filing;
    if (filing.documentType !== '4/A') return;
    if (cell.raw === '')
      report({
        cell,
        span: boxes.originalFiled ?? cell.span,
        incomplete: true,
        severity: schemaSeverity(context),
        message:
          'Expected the date on which the original form was filed in box 4, since this is a Form 4/A; it is blank.',
      });
    else if (cell.value !== undefined && !suspect(cell)) reportDate(context, cell, cell.value);
    if (footnotes.list.length === 0 && !remarks)
      report({
        span: cell.raw === '' ? (boxes.originalFiled ?? cell.span) : cell.span,
        severity: 'warning',
        message: 'Expected a footnote or a remark that says what this amendment changes; found neither. Check it.',
      });
  },
};

function reportDate({ filing, report, once, suspect }: RuleContext, cell: DateCell, filed: Day): void {
  const { last, wrong } = once(verdictOf);
  const signed = last && !wrong.has(last.signatureDate) ? last.signatureDate : undefined;
  if (signed && filed > signed.value!)
    return report({
      cell,
      span: cell.span,
      message: `Expected the original form to have been filed on or before ${formDate(signed.value!)}, the day of this signature, in box 4; found ${formDate(filed)}.`,
      related: [{ message: 'the signature', span: signed.span }],
    });
  const dates = rowsOf(filing).flatMap(({ kind, transactionDate }) =>
    kind === 'transaction' ? [transactionDate] : [],
  );
  if (dates.length === 0 || dates.some((date) => date.value === undefined || suspect(date) || wrong.has(date))) return;
  const first = dates.reduce((best, date) => (date.value! < best.value! ? date : best));
  if (filed >= first.value!) return;
  report({
    cell,
    span: cell.span,
    severity: 'warning',
    message: `Expected the original form to have been filed on or after ${formDate(first.value!)}, the earliest transaction, in box 4; found ${formDate(filed)}. Check it.`,
    related: [{ message: 'the earliest transaction', span: first.span }],
  });
}
