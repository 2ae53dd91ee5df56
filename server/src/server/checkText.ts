/** `form4/checkText`: the findings of a text that is not open, for a client that goes through a folder. */
import type { CheckedText, CheckTextParams, Received } from '../protocol';
import { createFormService } from '../service/formService';
import type { Session } from './session';

/** A page with more than this of one file is not read to its end. */
const MOST_FINDINGS = 100;

/** Null where the text is none. */
export async function checkText(
  { uri, text }: Received<CheckTextParams>,
  session: Pick<Session, 'configFor' | 'closed' | 'day'>,
): Promise<CheckedText | null> {
  if (typeof uri !== 'string' || typeof text !== 'string') return null;
  const config = await session.configFor(uri);
  session.closed(uri);
  const { read, lint } = createFormService({ ...config, today: session.day });
  const filings = read(text);
  const { lines } = filings[0]!;
  const { findings } = lint(filings, config.known);
  const counts: Record<string, number> = {};
  for (const { severity } of findings) counts[severity] = (counts[severity] ?? 0) + 1;
  return {
    filings: filings.length,
    findings: findings.slice(0, MOST_FINDINGS).map(({ rule, severity, message, span }) => ({
      ...{ rule, severity, message },
      start: lines.position(span.start),
    })),
    counts,
  };
}
