/** Findings that a house knows of and does not want to be told again. */
import type { Filing } from '../filing/model';
import { filingAt, rowAt } from '../filing/queries';
import type { Finding } from '../rules/rule';

/**
 * What tells each finding from the others of its text and stays the same when lines move: the rule, the words at
 * fault, the row or line around them, which one of equals it is and, in a text of several filings, whose filing it is.
 */
export function fingerprintsOf(filings: readonly Filing[], findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ rule, span }) => {
    const filing = filingAt(filings, span.start);
    const around = rowAt(filing, span.start)?.span ?? filing.lines.lineSpan(filing.lines.lineAt(span.start));
    const words = [span, around].map(({ start, end }) => filing.text.slice(start, end).replace(/\s+/g, ' ').trim());
    const key = [...whose(filing), rule, ...words].join('\n');
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return hash(`${key}\n${nth}`);
  });
}

/** Says which filing of a text of several it is, wherever it stands in it; nothing of one that stands alone. */
function whose({ part, issuer, reportingOwners, periodOfReport }: Filing): string[] {
  const cells = [issuer.issuerName, ...reportingOwners.map(({ rptOwnerName }) => rptOwnerName), periodOfReport];
  return part ? [cells.map(({ raw }) => raw).join('|')] : [];
}

/** Two sums over the units of a text, sixteen hexadecimal digits together: enough to tell findings apart, no secret. */
function hash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b) ^ (b >>> 13);
  }
  return [a ^ (b >>> 15), b ^ (a >>> 16)].map((sum) => (sum >>> 0).toString(16).padStart(8, '0')).join('');
}

export interface KnownFinding {
  readonly rule: string;
  readonly fingerprint: string;
}

/** A baseline file: known findings by the path of their file, seen from the baseline's folder, with `/`. */
export type Baseline = ReadonlyMap<string, readonly KnownFinding[]>;

/** Reads a baseline file; undefined where the text is none. */
export function parseBaseline(text: string): Baseline | undefined {
  try {
    const { schemaVersion, findings } = JSON.parse(text) as { schemaVersion?: unknown; findings?: unknown };
    if (schemaVersion !== 1 || typeof findings !== 'object' || findings === null) return undefined;
    const isKnown = (one: unknown): one is KnownFinding =>
      ['rule', 'fingerprint'].every((key) => typeof (one as Record<string, unknown> | null)?.[key] === 'string');
    return new Map(
      Object.entries(findings).map(([path, list]) => [path, Array.isArray(list) ? list.filter(isKnown) : []]),
    );
  } catch {
    return undefined;
  }
}

/** The text of a baseline file, in the order of the paths, so that it makes a quiet diff. */
export function printBaseline(baseline: Baseline): string {
  const paths = [...baseline].filter(([, list]) => list.length > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify({ schemaVersion: 1, findings: Object.fromEntries(paths) }, undefined, 2) + '\n';
}

/** The findings of a text that a baseline does not know. */
export function withoutKnown(
  filings: readonly Filing[],
  findings: readonly Finding[],
  known: readonly KnownFinding[],
): Finding[] {
  const prints = fingerprintsOf(filings, findings);
  const wanted = new Set(known.map(({ fingerprint }) => fingerprint));
  return findings.filter((_, at) => !wanted.has(prints[at]!));
}
