import { rowsOf, tablesOf } from '../../filing/queries';
import { schemaSeverity } from '../era';
import type { Related, Rule } from '../rule';

/** A form that reports nothing, and whose exit box is clear. */
export const noTransaction: Rule = {
  id: 'no-transaction',
  family: 'rows',
  severity: 'error',
  suspends: true,
  summary: 'No transaction in either table, and the exit box is clear',
  draftInformation: true,
  check({ filing, filed, report, accused }) {
    const { notSubjectToSection16: exit, nonDerivativeTable, derivativeTable } = filing;
    // A row that cannot be read may be a transaction, and tables that were not found may hold one.
    if (exit?.checked || rowsOf(filing).some((row) => row.kind === 'transaction' || accused(row, 'row-cells'))) return;
    const title = nonDerivativeTable.title ?? derivativeTable.title;
    if (!title || (filing.problems.length > 0 && tablesOf(filing).every(({ rows }) => rows.length === 0))) return;
    const related: Related[] = exit
      ? [{ message: 'the box of those who are no longer subject to Section 16', span: exit.span }]
      : [];
    report({
      span: title,
      severity: schemaSeverity({ filed }),
      message:
        'Expected a transaction in Table I or Table II; found none. EDGAR suspends a Form 4 without one, unless the box for those no longer subject to Section 16 is checked.',
      related,
    });
  },
};
