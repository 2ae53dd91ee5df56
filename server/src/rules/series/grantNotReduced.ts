import type { Rule } from '../rule';

/**
 * What is left of a grant. A filing alone does not show that: the ledger says it, which knows the filings before
 * (ledger/checks/grants.ts).
 */
export const grantNotReduced: Rule = {
  id: 'grant-not-reduced',
  family: 'series',
  severity: 'information',
  summary: 'Column 9 still states what the last filing left of a grant',
};
