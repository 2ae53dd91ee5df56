import type { DateCell, OwnerSignature } from '../../filing/model';
import { formDate, type Day } from '../../text/days';
import { columnName } from '../columnNames';
import type { Related, Rule, RuleContext } from '../rule';
import { firstOnOrAfter, lastOnOrBefore, setDate, wrongPart } from './dateCells';
import type { DatedRow } from './dateCells';
import { verdictOf } from './verdict';

/** A transaction that had not happened when the form was signed. */
export const dateAfterSignature: Rule = {
  id: 'date-after-signature',
  family: 'dates',
  severity: 'error',
  summary: 'A transaction dated after the signature',
  fixable: true,
  sign: 'dates',
  check(context) {
    const { late, last, lastSignatureWrong } = context.once(verdictOf);
    if (!last || late.length === 0) return;
    if (lastSignatureWrong) return reportSignature(context, last, late);
    const signed = last.signatureDate.value!;
    for (const row of late) {
      const cell = row.transactionDate;
      const right = lastOnOrBefore(cell.value!, signed);
      context.report({
        cell,
        span: wrongPart(cell, right),
        message: `Expected a transaction on or before ${formDate(signed)}, the day of the signature, in ${columnName(row, 'transactionDate')}; found ${formDate(cell.value!)}.`,
        related: [dateOfSignature(last.signatureDate, cell.value!)],
        fixes: () => (right === undefined ? [] : [setDate(cell, right, true)]),
      });
    }
  },
};

function dateOfSignature(cell: DateCell, transaction: Day): Related {
  return { message: 'the signature', span: wrongPart(cell, firstOnOrAfter(cell.value!, transaction)) };
}

/** Rows of several days come after the signature: one wrong date explains it, that of the signature. */
function reportSignature(
  { report }: RuleContext,
  { signatureDate: cell }: OwnerSignature,
  late: readonly DatedRow[],
): void {
  const latest = late.reduce((best, row) => (row.transactionDate.value > best.transactionDate.value ? row : best));
  const day = latest.transactionDate.value;
  const right = firstOnOrAfter(cell.value!, day);
  report({
    cell,
    span: wrongPart(cell, right),
    message: `Expected a signature on or after ${formDate(day)}, the day of the last transaction; found ${formDate(cell.value!)}, before ${late.length} of the transactions.`,
    related: [{ message: 'the last transaction', span: latest.transactionDate.span }],
    fixes: () => (right === undefined ? [] : [setDate(cell, right, true)]),
  });
}
