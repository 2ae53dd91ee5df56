import type { Rule } from '../rule';

/**
 * What was left as it stood when the last filing was made into this one. A filing alone does not show that: the ledger says it,
 * which knows the filings before (ledger/checks/leftUnchanged.ts).
 */
export const leftUnchanged: Rule = {
  id: 'left-unchanged',
  family: 'series',
  severity: 'warning',
  summary: 'A date or a range of prices is still the last filing’s',
  fixable: true,
};
