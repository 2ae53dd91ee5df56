import { transactionCode } from '../../facts/transactionCodes';
import type { Rule } from '../rule';
import { clearV, codeOf, isVoluntary } from './codeCell';

/** Transactions that are due on Form 4 anyway. */
const ALWAYS_DUE = new Set(['P', 'S', 'F', 'I', 'M', 'U']);

/** V beside a code that is due on Form 4 in any case, so that nothing is reported early. */
export const voluntaryUnneeded: Rule = {
  id: 'voluntary-unneeded',
  family: 'codes',
  severity: 'information',
  summary: 'V beside a code that Form 4 always asks for',
  fixable: true,
  checkRow(row, context) {
    const { filing, report } = context;
    if (context.accused(row, 'row-cells')) return;
    const code = codeOf(row);
    if (code === undefined || !ALWAYS_DUE.has(code) || !isVoluntary(row)) return;
    const cell = row.transactionFormType.value === 'V' ? row.transactionFormType : row.transactionCode;
    report({
      cell,
      span: cell.span,
      message: `V marks a transaction reported earlier than required; one of code ${code} (${transactionCode(code)!.definition}) is mostly due on Form 4. Check whether the V should go.`,
      fixes: () => [clearV(filing, row)],
    });
  },
};
