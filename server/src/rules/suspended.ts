/** What EDGAR itself would not let pass, among all that can be wrong. */
import type { Filing } from '../filing/model';
import type { Finding } from './rule';

/**
 * Rules of which a finding at error level means that EDGAR suspends the filing: something mandatory is missing, too long
 * or not one of its choices, or a footnote is not cited as it must be.
 * Source: EDGAR Ownership XML Technical Specification v5.5, sections 3 to 5.
 */
export const SUSPENDED: ReadonlySet<string> = new Set([
  'table-rows',
  'no-transaction',
  'number-format',
  'amount-zero',
  'field-too-long',
  'date-format',
  'code-unknown',
  'code-k-alone',
  'code-v-in-code',
  'code-form5-suffix',
  'code-multiple',
  'side-invalid',
  'ownership-form',
  'nature-with-direct',
  'nature-missing',
  'cell-needs-footnote',
  'holdings-total-missing',
  'price-missing',
  'footnote-number',
  'footnote-duplicate',
  'footnote-undefined',
  'footnote-unreferenced',
  'footnote-twice',
  'footnote-too-long',
  'relationship',
  'signature',
  'amendment',
]);

/** Whether EDGAR would suspend the filing for a finding. It asks for dates, and does not compare them. */
export function isSuspended(filing: Filing, { rule, severity, span }: Finding): boolean {
  if (severity !== 'error' || !SUSPENDED.has(rule)) return false;
  if (rule === 'amendment') return filing.dateOfOriginalSubmission.value === undefined;
  if (rule !== 'signature') return true;
  return !filing.ownerSignatures.some(
    ({ signatureName, signatureDate: { value, span: date } }) =>
      signatureName.raw !== '' && value !== undefined && date.start <= span.start && span.end <= date.end,
  );
}
