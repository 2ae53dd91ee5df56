import type { Rule } from '../rule';

/**
 * What can be taken of a grant. A filing alone does not show that: the ledger says it, which knows the filings before
 * (ledger/checks/grants.ts).
 */
export const grantOver: Rule = {
  id: 'grant-over',
  family: 'series',
  severity: 'information',
  summary: 'More is taken of a grant than the last filing left',
};
