import type { DateCell, OwnerSignature } from '../../filing/model';
import { isNamed } from '../../filing/queries';
import { formDate } from '../../text/days';
import { encloses } from '../../text/span';
import { firstOnOrAfter, setDate, wrongPart } from '../dates/dateCells';
import { verdictOf, type Verdict } from '../dates/verdict';
import type { Rule, RuleContext } from '../rule';
import { quote } from '../words';

/** A Form 4 is signed by name and date, and not before what it reports. */
export const signature: Rule = {
  id: 'signature',
  family: 'boxes',
  severity: 'error',
  // EDGAR asks for a name and a date: it does not compare the date, and takes any words for a name.
  suspends: ({ ownerSignatures }, finding) =>
    !ownerSignatures.some(
      ({ signatureName, signatureDate, span }) =>
        signatureName.raw !== '' && signatureDate.value !== undefined && encloses(span, finding.span),
    ),
  summary: 'No signature, no name or date of it, or a date before box 3',
  fixable: true,
  draftInformation: true,
  sign: 'dates',
  check(context) {
    const { filing, report } = context;
    if (filing.ownerSignatures.length === 0) {
      const at = Math.max(filing.footnotes.span.end, filing.remarks?.span.end ?? 0);
      const message =
        'Expected the signature of the reporting person and its date below the footnotes and remarks; found none.';
      report({ span: { start: at, end: at }, message });
    }
    for (const each of filing.ownerSignatures) reportMissing(context, each);
    const verdict = context.once(verdictOf);
    // `box-3` says that the two have changed places.
    if (verdict.exchanged) return;
    for (const { signatureDate } of verdict.signatures) reportEarly(context, signatureDate, verdict);
  },
};

/** A name or a date that is not there, or both. */
function reportMissing({ report }: RuleContext, signature: OwnerSignature): void {
  const { signatureName: name, signatureDate: date, span } = signature;
  const isUndated = date.raw === '';
  if (isNamed(signature)) {
    if (isUndated) report({ cell: date, span, message: 'Expected a date beside the signature; found none.' });
    return;
  }
  const expected = isUndated ? 'a name and a date' : 'a name before the date of the signature';
  const found = name.raw === '' ? 'none' : `${quote(name.value ?? name.raw)} alone`;
  report({ cell: name, span, message: `Expected ${expected}; found ${found}.` });
}

/** Dated before box 3, and so before the transactions. */
function reportEarly({ filing, report }: RuleContext, cell: DateCell, { lastTransaction }: Verdict): void {
  const { periodOfReport: box3 } = filing;
  const last = lastTransaction?.transactionDate;
  const day = last?.value ?? box3.value!;
  const right = firstOnOrAfter(cell.value!, day);
  report({
    cell,
    span: wrongPart(cell, right),
    message: `Expected a signature on or after ${formDate(day)}, ${last ? 'the day of the last transaction' : 'the date in box 3'}; found ${formDate(cell.value!)}.`,
    related: [
      ...(last ? [{ message: 'the last transaction', span: last.span }] : []),
      { message: 'box 3', span: box3.span },
    ],
    fixes: () => (right === undefined ? [] : [setDate(cell, right, true)]),
  });
}
