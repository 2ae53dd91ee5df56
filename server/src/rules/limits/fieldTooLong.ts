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
    for (const { field, cell, row } of fieldsOf(context)) {
      const { name, characters } = LIMITS[field];
      // A character beyond the sixteen-bit ones counts once, so only a text that is long in units need be counted.
      if (!cell?.value || cell.value.length <= characters || (row && context.accused(row, 'row-cells'))) continue;
      const length = charactersIn(cell.value);
      if (length <= characters) continue;
      context.report({
        cell,
        span: cell.span,
        severity: schemaSeverity(context),
        message: `Expected at most ${characters} characters in ${name}; found ${length}, ${length - characters} too many. ${adviceFor(field)}`,
      });
    }
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

interface Field {
  readonly field: LimitedField;
  readonly cell: TextCell | undefined;
  readonly row?: Row;
}

function* fieldsOf({ filing, rows }: RuleContext): Iterable<Field> {
  for (const owner of filing.reportingOwners) {
    yield { field: 'rptOwnerName', cell: owner.rptOwnerName };
    yield { field: 'officerTitle', cell: owner.officerTitle };
    yield { field: 'otherText', cell: owner.otherText };
  }
  yield { field: 'issuerName', cell: filing.issuer.issuerName };
  yield { field: 'issuerTradingSymbol', cell: filing.issuer.issuerTradingSymbol };
  for (const row of rows) {
    yield { field: 'securityTitle', cell: row.securityTitle, row };
    if (row.table === 'derivativeTable')
      yield { field: 'underlyingSecurityTitle', cell: row.underlyingSecurityTitle, row };
    yield { field: 'natureOfOwnership', cell: row.natureOfOwnership, row };
  }
  yield { field: 'remarks', cell: filing.remarks };
  for (const { signatureName } of filing.ownerSignatures) yield { field: 'signatureName', cell: signatureName };
}
