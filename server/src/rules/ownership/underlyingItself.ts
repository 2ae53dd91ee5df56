import { sameWords } from '../../filing/holdings';
import type { Rule } from '../rule';
import { quote } from '../words';
import { isForAnother } from './titles';

/** A derivative security that is said to be exercised for, or converted into, itself. */
export const underlyingItself: Rule = {
  id: 'underlying-itself',
  family: 'ownership',
  severity: 'information',
  summary: 'A derivative security with its own title for the security under it',
  sign: 'ownTitle',
  check({ filing, report, accused, suspect }) {
    const told = new Set<string>();
    for (const row of filing.derivativeTable.rows) {
      const { securityTitle: cell, underlyingSecurityTitle: under, transactionCode: code } = row;
      const title = sameWords(cell.value);
      if (title === '' || title !== sameWords(under.value) || told.has(title)) continue;
      if (!isForAnother(cell.raw) || code.equitySwapInvolved || suspect(cell) || accused(row, 'row-cells')) continue;
      told.add(title);
      report({
        cell: under,
        span: under.span,
        message: `Check the titles: column 7 has the security that the one in column 1 gives; found ${quote(under.raw)} in both.`,
        related: [{ message: 'column 1', span: cell.span }],
      });
    }
  },
};
