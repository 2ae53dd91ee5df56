import { transactionCode } from '../../facts/transactionCodes';
import type { Rule } from '../rule';
import { codeOf } from './codeCell';

/** A code of derivative securities alone, E or H, in Table I. */
export const codeTable: Rule = {
  id: 'code-table',
  family: 'codes',
  severity: 'warning',
  summary: 'Code E or H in Table I',
  oddRows: true,
  checkRow(row, context) {
    if (context.accused(row, 'row-cells')) return;
    const { transactionCode: cell } = row;
    const entry = transactionCode(codeOf(row));
    if (row.table !== 'nonDerivativeTable' || entry?.tables !== 'II') return;
    context.report({
      cell,
      span: cell.span,
      message: `Code ${entry.code} (${entry.definition}) is for derivative securities, which stand in Table II; found it in Table I. Check the code, or the table.`,
    });
  },
};
