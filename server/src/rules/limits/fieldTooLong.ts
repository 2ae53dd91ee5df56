import { LIMITS, type LimitedField } from '../../facts/limits';
import type { Row, TextCell } from '../../filing/model';
import { schemaSeverity } from '../era';
import type { Rule, RuleContext } from '../rule';

/** More words than EDGAR's field takes. */
export const fieldTooLong: Rule = {
  id: 'field-too-long',
  family: 'limits',
  severity: 'error',
  summary: 'More characters than the field takes',
  check(context) {
    eachField(context, (field, cell, row) => {
      // A character beyond the sixteen-bit ones counts once, so only a text that is long in units need be counted.
      if (!cell?.value || cell.value.length <= LIMITS[field].characters) return;
      const { name, characters } = LIMITS[field];
      const length = charactersIn(cell.value);
      if (length <= characters || (row && context.accused(row, 'row-cells'))) return;
      context.report({
        cell,
        span: cell.span,
        severity: schemaSeverity(context),
        message: `Expected at most ${characters} characters in ${name}; found ${length}, ${length - characters} too many. ${adviceFor(field)}`,
      });
    });
  },
};

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

type Look = (field: LimitedField, cell: TextCell | undefined, row?: Row) => void;

function eachField({ filing, rows }: RuleContext, look: Look): void {
  for (const owner of filing.reportingOwners) {
    look('rptOwnerName', owner.rptOwnerName);
    look('officerTitle', owner.officerTitle);
    look('otherText', owner.otherText);
  }
  look('issuerName', filing.issuer.issuerName);
  look('issuerTradingSymbol', filing.issuer.issuerTradingSymbol);
  for (const row of rows) {
    look('securityTitle', row.securityTitle, row);
    if (row.table === 'derivativeTable') look('underlyingSecurityTitle', row.underlyingSecurityTitle, row);
    look('natureOfOwnership', row.natureOfOwnership, row);
  }
  look('remarks', filing.remarks);
  for (const { signatureName } of filing.ownerSignatures) look('signatureName', signatureName);
}
