/** How bad a fault is depends on when the filing was made. */
import { ELECTRONIC_FILING, isSince } from '../facts/eras';
import type { RuleContext, Severity } from './rule';

/** What EDGAR's schema asks for is an error since there is a schema, and worth knowing before. */
export function schemaSeverity({ filed }: Pick<RuleContext, 'filed'>): Severity {
  return isSince(ELECTRONIC_FILING, filed) ? 'error' : 'information';
}
