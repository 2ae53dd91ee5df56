/** Findings → what an editor underlines and lists. */
import type { Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-protocol';
import type { Filing } from '../filing/model';
import { count } from '../rules/words';
import type { Finding, Severity } from '../rules/rule';

/** More than this helps nobody and slows the editor down. */
const MOST_DIAGNOSTICS = 1000;

export const SOURCE = 'form4';

const SEVERITY: Record<Severity, DiagnosticSeverity> = { error: 1, warning: 2, information: 3, hint: 4 };

export interface DiagnosticOptions {
  /** The document that the filing was read from. */
  readonly uri: string;
  /** The address of a rule's page; undefined where the client can open none. */
  readonly pageOf: (rule: string) => string | undefined;
  /** Whether the client shows related information. */
  readonly related: boolean;
}

/** At most MOST_DIAGNOSTICS in the order of the text and, where there are more findings, one that says how many. */
export function diagnosticsOf(filing: Filing, findings: readonly Finding[], options: DiagnosticOptions): Diagnostic[] {
  const shown = findings.slice(0, MOST_DIAGNOSTICS).map((finding) => diagnosticOf(filing, finding, options));
  const next = findings[MOST_DIAGNOSTICS];
  if (next)
    shown.push({
      range: filing.lines.range(next.span),
      severity: SEVERITY.information,
      source: SOURCE,
      message: `${count(findings.length - MOST_DIAGNOSTICS, 'more finding')} from here on: only the first ${MOST_DIAGNOSTICS} are shown.`,
    });
  return shown;
}

export function diagnosticOf({ lines }: Filing, finding: Finding, options: DiagnosticOptions): Diagnostic {
  const href = options.pageOf(finding.rule);
  return {
    range: lines.range(finding.span),
    severity: SEVERITY[finding.severity],
    source: SOURCE,
    code: finding.rule,
    ...(href === undefined ? {} : { codeDescription: { href } }),
    message: finding.message,
    ...(options.related && finding.related.length > 0
      ? {
          relatedInformation: finding.related.map(({ message, span }) => ({
            location: { uri: options.uri, range: lines.range(span) },
            message,
          })),
        }
      : {}),
  };
}
