/** What EDGAR itself would not let pass, among all that can be wrong. */
import type { Filing } from '../filing/model';
import { CATALOGUE } from './catalogue';
import type { Finding } from './rule';

const SUSPENDS = new Map(CATALOGUE.map(({ id, suspends }) => [id, suspends]));

/** Whether EDGAR would suspend the filing for a finding. Only an error is sure enough. */
export function isSuspended(filing: Filing, finding: Finding): boolean {
  if (finding.severity !== 'error') return false;
  const suspends = SUSPENDS.get(finding.rule);
  return typeof suspends === 'function' ? suspends(filing, finding) : suspends === true;
}
