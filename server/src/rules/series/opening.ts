import type { Rule } from '../rule';

/**
 * What a filing begins from and what the last one left. A filing alone does not show that: the ledger says it, which knows the
 * filings before (ledger/checks/opening.ts).
 */
export const opening: Rule = {
  id: 'opening',
  family: 'series',
  severity: 'warning',
  summary: 'A filing does not begin from what the last one left',
};
