/** Checks a filing against those before it, and tells each cause once, beside what the filing shows by itself. */
import { isForm4Type } from '../../facts/forms';
import type { Filing } from '../../filing/model';
import { spanOfRow } from '../../filing/queries';
import type { Finding, Severity } from '../../rules/rule';
import type { Span } from '../../text/span';
import type { Entry } from '../entry';
import type { Past } from '../shelf';
import type { PastReport, PastRule } from './check';
import { grants } from './grants';
import { holdingGone } from './holdingGone';
import { leftUnchanged } from './leftUnchanged';
import { opening } from './opening';

const CHECKS = [opening, leftUnchanged, holdingGone, grants];
export const PAST_RULES: readonly PastRule[] = [
  'opening',
  'left-unchanged',
  'holding-gone',
  'grant-not-reduced',
  'grant-over',
];

/**
 * The findings of a filing with what the filings before it show, in the order of the text.
 * @param findings what the filing shows by itself
 * @param pasts what stands before it, in each of its series
 * @param rules what settings say of the rules
 */
export function withPast(
  filing: Filing,
  entry: Entry,
  findings: readonly Finding[],
  pasts: readonly Past[],
  rules: Readonly<Record<string, Severity | 'off'>> = {},
): Finding[] {
  if (pasts.length === 0 || !isForm4Type(filing.documentType) || filing.unread.length > 0) return [...findings];
  const reports = agreed(pasts.map((past) => reportsOf(filing, entry, past))).filter(
    ({ rule }) => rules[rule] !== 'off',
  );
  let rest = [...findings];
  const added: Finding[] = [];
  for (const report of reports) {
    const explained = rest.filter((one) => isExplained(one, report));
    // A number that is in doubt by itself proves nothing.
    const isNumber = report.rule !== 'left-unchanged' && report.rule !== 'holding-gone';
    if (isNumber && rest.some((one) => one.severity !== 'hint' && overlaps(one.span, report.span))) continue;
    rest = rest.filter((one) => !explained.includes(one));
    added.push({
      rule: report.rule,
      severity: (rules[report.rule] as Severity | undefined) ?? report.severity,
      message: report.message,
      span: report.span,
      related: report.related ?? [],
      fixes: () => explained.flatMap((one) => one.fixes()),
    });
  }
  return [...rest, ...added].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function reportsOf(filing: Filing, entry: Entry, past: Past): PastReport[] {
  const reports: PastReport[] = [];
  for (const check of CHECKS) check({ filing, entry, past, report: (report) => void reports.push(report) });
  return reports;
}

/** What is told of a filing of several owners: what holds in the series of each of them that has an earlier filing. */
function agreed([first = [], ...others]: readonly (readonly PastReport[])[]): readonly PastReport[] {
  return first.filter(({ rule, span }) =>
    others.every((other) => other.some((one) => one.rule === rule && one.span.start === span.start)),
  );
}

function isExplained(finding: Finding, { explains }: PastReport): boolean {
  if (!explains || finding.rule !== explains.rule) return false;
  return !explains.rows || explains.rows.some((row) => overlaps(finding.span, spanOfRow(row)));
}

const overlaps = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;
