import { MOST_ROWS } from '../../facts/limits';
import { tablesOf } from '../../filing/queries';
import { schemaSeverity } from '../era';
import type { Rule } from '../rule';

/** More rows in a table than EDGAR takes: one finding for the table, at the first row that is too many. */
export const tableRows: Rule = {
  id: 'table-rows',
  family: 'rows',
  severity: 'error',
  suspends: true,
  summary: `A table with more than ${MOST_ROWS} rows`,
  sign: 'tables',
  check({ filing, filed, report }) {
    for (const { rows } of tablesOf(filing)) {
      const first = rows[MOST_ROWS];
      if (!first) continue;
      // The row itself is without fault, so it is not accused: its cells and its total are still checked.
      report({
        span: first.securityTitle.span,
        severity: schemaSeverity({ filed }),
        message: `Expected at most ${MOST_ROWS} rows in a table, transactions and holdings together; found ${rows.length}. EDGAR takes no more: report the rows from here on in another Form 4.`,
      });
    }
  },
};
