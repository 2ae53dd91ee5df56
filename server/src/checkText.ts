/** `form4/checkText`: the findings of a text that is not open, for a client that goes through a folder. */
import { linter } from './lint/linter';
import { readAll } from './readers';
import type { Session } from './session';
import type { Position } from './text/lines';

export interface CheckTextParams {
  readonly uri?: unknown;
  readonly text?: unknown;
}

export interface CheckedText {
  /** How many filings the text holds. */
  readonly filings: number;
  /** In the order of the text, the first of very many. */
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
    readonly start: Position;
  }[];
  /** How many findings there are by severity. */
  readonly counts: Readonly<Record<string, number>>;
}

/** A page with more than this of one file is not read to its end. */
const MOST_FINDINGS = 100;

/** Null where the text is none. */
export async function checkText(
  { uri, text }: CheckTextParams,
  session: Pick<Session, 'configFor' | 'closed' | 'day'>,
): Promise<CheckedText | null> {
  if (typeof uri !== 'string' || typeof text !== 'string') return null;
  const config = await session.configFor(uri);
  session.closed(uri);
  const filings = readAll(text);
  const { lines } = filings[0]!;
  const { findings } = linter({ ...config, today: session.day }).lint(filings, config.known);
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
