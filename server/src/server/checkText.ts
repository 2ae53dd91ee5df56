/** `form4/checkText`: the findings of a text that is not open, for a client that goes through a folder. */
import { firstDue, latestDueOn } from '../filing/due';
import type { Filing } from '../filing/model';
import { lastSigned, rowsOf } from '../filing/queries';
import type { CheckedText, CheckTextParams, FormState, Received } from '../protocol';
import { createFormService } from '../service/formService';
import { isoDate, type Day } from '../text/days';
import type { Session } from './session';

/** A page with more than this of one file is not read to its end. */
const MOST_FINDINGS = 100;
const MOST_FORMS = 100;

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
    forms: filings.slice(0, MOST_FORMS).map((filing) => formState(filing, config.closed, session.day)),
  };
}

const iso = (day: Day | undefined): string | null => (day === undefined ? null : isoDate(day));

/** An amendment is not due on a day, and other forms have their own days. */
function formState(filing: Filing, closed: ReadonlySet<Day>, today: Day | undefined): FormState {
  const { reportingOwners, issuer, documentType, periodOfReport, lines, part } = filing;
  const isDue = documentType === '4';
  const signed = lastSigned(filing);
  const days = isDue ? rowsOf(filing).flatMap((row) => latestDueOn(row, closed) ?? []) : [];
  const made = signed ?? today;
  return {
    person: reportingOwners.map(({ rptOwnerName }) => rptOwnerName.value ?? '').join('; '),
    issuer: issuer.issuerName.value ?? '',
    documentType,
    period: iso(periodOfReport.value),
    due: isDue ? iso(firstDue(filing, closed)?.due) : null,
    signed: iso(signed),
    late: made !== undefined && days.some((day) => made > day),
    line: lines.lineAt(part?.span.start ?? 0),
  };
}
