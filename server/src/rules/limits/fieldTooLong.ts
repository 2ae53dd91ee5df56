import { LIMITS, type LimitedField } from '../../facts/limits';
import type { TextCell } from '../../filing/model';
import { schemaSeverity } from '../era';
import type { Rule, RuleContext } from '../rule';

/** More words than EDGAR's field takes. */
export const fieldTooLong: Rule = {
  id: 'field-too-long',
  family: 'limits',
  severity: 'error',
  suspends: true,
  summary: 'More characters than the field takes',
  sign: 'head',
  oddRows: true,
  check(context) {
    const { issuer, ownerSignatures, remarks, reportingOwners } = context.filing;
    for (const { rptOwnerName, officerTitle, otherText } of reportingOwners) {
      look(context, 'rptOwnerName', rptOwnerName);
      look(context, 'officerTitle', officerTitle);
      look(context, 'otherText', otherText);
    }
    look(context, 'issuerName', issuer.issuerName);
    look(context, 'issuerTradingSymbol', issuer.issuerTradingSymbol);
    look(context, 'remarks', remarks);
    for (const { signatureName } of ownerSignatures) look(context, 'signatureName', signatureName);
  },
  checkRow(row, context) {
    if (context.accused(row, 'row-cells')) return;
    look(context, 'securityTitle', row.securityTitle);
    if (row.table === 'derivativeTable') look(context, 'underlyingSecurityTitle', row.underlyingSecurityTitle);
    look(context, 'natureOfOwnership', row.natureOfOwnership);
  },
};

function look(context: RuleContext, field: LimitedField, cell: TextCell | undefined): void {
  const { name, characters } = LIMITS[field];
  // A character beyond the sixteen-bit ones counts once, so only a text that is long in units need be counted.
  if (!cell?.value || cell.value.length <= characters) return;
  const length = charactersIn(cell.value);
  if (length <= characters) return;
  context.report({
    cell,
    span: cell.span,
    severity: schemaSeverity(context),
    message: `Expected at most ${characters} characters in ${name}; found ${length}, ${length - characters} too many. ${adviceFor(field)}`,
  });
}

/** A pair of units that stands for one character counts once. */
function charactersIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++, count++) if (text.codePointAt(at)! > 0xffff) at++;
  return count;
}

function adviceFor(field: LimitedField): string {
  if (field === 'officerTitle' || field === 'otherText') return 'Filers write “See Remarks” and put the rest there.';
  if (field === 'remarks' || field === 'signatureName') return 'What is beyond would be lost.';
  return 'A footnote can take the rest.';
}
