import { schemaSeverity } from '../era';
import type { Rule } from '../rule';

/** XML that no XML reader takes. */
export const xmlWellformed: Rule = {
  id: 'xml-wellformed',
  family: 'xml',
  severity: 'error',
  summary: 'XML whose tags do not match, or with a character that must be written in another way',
  sign: 'xml',
  check(context) {
    for (const { message, span } of context.filing.xml?.problems ?? [])
      context.report({ span, severity: schemaSeverity(context), message });
  },
};
