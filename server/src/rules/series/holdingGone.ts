import type { Rule } from '../rule';

/**
 * A holding that the filings before had and this one does not. A filing alone does not show that: the ledger says it, which
 * knows the filings before (ledger/checks/holdingGone.ts).
 */
export const holdingGone: Rule = {
  id: 'holding-gone',
  family: 'series',
  severity: 'information',
  summary: 'A holding of the class that is traded has no line any more',
};
