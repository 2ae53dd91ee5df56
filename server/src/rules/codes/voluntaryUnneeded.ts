import { transactionCode } from '../../facts/transactionCodes';
import { isVoluntary } from '../../filing/queries';
import type { Rule } from '../rule';
import { clearV, codeOf } from './codeCell';

/** V beside a code that is due on Form 4 in any case, so that nothing is reported early. */
export const voluntaryUnneeded: Rule = {
  id: 'voluntary-unneeded',
  family: 'codes',
  severity: 'information',
  summary: 'V beside a code that Form 4 always asks for',
  fixable: true,
  oddRows: true,
  checkRow(row, context) {
    const { filing, report } = context;
    if (context.accused(row, 'row-cells')) return;
    const entry = transactionCode(codeOf(row));
    if (!entry?.alwaysDue || !isVoluntary(row)) return;
    const cell = row.transactionFormType.value === 'V' ? row.transactionFormType : row.transactionCode;
    report({
      cell,
      span: cell.span,
      message: `V marks a transaction reported earlier than required; one of code ${entry.code} (${entry.definition}) is mostly due on Form 4. Check whether the V should go.`,
      fixes: () => [clearV(filing, row)],
    });
  },
};
