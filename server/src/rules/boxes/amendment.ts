import type { DateCell } from '../../filing/model';
import { mentions } from '../../filing/mentions';
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
  sign: 'amends',
  check(context) {
    const { filing, report, suspect } = context;
    const { dateOfOriginalSubmission: cell, boxes, footnotes, remarks } = filing;
    if (filing.documentType !== '4/A') return reportWords(context);
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

/** What all notes have that say what they amend, and few others. */
export const AMENDED = /amend|correct/i;

/** How an amendment speaks of itself. Other uses of the word are of plans, agreements and other forms. */
const AMENDS =
  /\bthis (?:Form 4\/A|amendment (?:is being|is|was) filed|amended Form 4)\b|\bthis (?:Form 4|filing|report|statement|amendment) (?:amends|corrects) the (?:\w+ )?(?:Form 4|report|statement|filing)\b|\bamends the (?:\w+ )?Form 4 (?:\w+ ){0,3}filed\b/i;

/** A note that calls the filing an amendment, where box 4 is blank. */
function reportWords({ filing, report }: RuleContext): void {
  const { dateOfOriginalSubmission: cell, boxes, footnotes, remarks } = filing;
  if (cell.raw !== '' || !boxes.originalFiled || !mentions(filing, AMENDED)) return;
  const notes = footnotes.list.map(({ text, textSpan }) => ({ text, span: textSpan }));
  if (remarks?.value) notes.push({ text: remarks.value, span: remarks.span });
  const note = notes.find(({ text }) => AMENDS.test(text));
  if (!note) return;
  report({
    cell,
    span: boxes.originalFiled,
    severity: 'warning',
    message: `Expected the date on which the original form was filed in box 4, since a note says “${AMENDS.exec(note.text)![0]}”; it is blank. Check it.`,
    related: [{ message: 'the note', span: note.span }],
  });
}
