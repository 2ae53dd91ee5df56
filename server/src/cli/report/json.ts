import type { Filing } from '../../filing/model';
import { filingAt } from '../../filing/queries';
import type { LineIndex, Range } from '../../text/lines';
import type { Finding } from '../../rules/rule';
import type { Checked, Format } from '../format';

/** Grows when a field changes its meaning or goes; not when one is added. */
const SCHEMA_VERSION = 1;

interface JsonFinding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly range: Range;
  readonly related: readonly { message: string; range: Range }[];
  readonly fixes: readonly { title: string; preferred: boolean; edits: readonly { range: Range; newText: string }[] }[];
  readonly href: string;
}

/** The page of a rule, from the root of the project. */
export const hrefOf = (rule: string): string => `docs/rules/${rule}.md`;

function findingOf(lines: LineIndex, { rule, severity, message, span, related, fixes }: Finding): JsonFinding {
  return {
    rule,
    severity,
    message,
    range: lines.range(span),
    related: related.map((one) => ({ message: one.message, range: lines.range(one.span) })),
    fixes: fixes().map(({ title, preferred = false, edits }) => ({
      title,
      preferred,
      edits: edits.map((edit) => ({ range: lines.range(edit.span), newText: edit.newText })),
    })),
    href: hrefOf(rule),
  };
}

/** A file's findings in the words of the contract (docs/cli.md). */
export function recordOf({ path, filing, filings, findings }: Checked): string {
  const { layout, documentType, lines } = filing;
  const several = filings.length > 1;
  return JSON.stringify({
    path,
    layout,
    documentType,
    ...(several && { filings: filings.map(partOf) }),
    findings: findings.map((finding) => ({
      ...(several && { filing: filingAt(filings, finding.span.start).part?.number }),
      ...findingOf(lines, finding),
    })),
  });
}

/** Which filing of its file it is, from 1, and where it begins. */
const partOf = ({ part, layout, documentType, lines }: Filing): object => ({
  filing: part?.number,
  line: lines.lineAt(part?.span.start ?? 0) + 1,
  layout,
  documentType,
});

/** One JSON object. */
export function json(): Format {
  let between = '\n';
  return {
    start: () => `{"schemaVersion":${SCHEMA_VERSION},"files":[`,
    file(checked) {
      const record = between + recordOf(checked);
      between = ',\n';
      return record;
    },
    end: (summary) => `\n],"summary":${JSON.stringify(summary)}}\n`,
  };
}

/** One JSON object a line, one line a file. */
export function jsonl(): Format {
  return { file: (checked) => recordOf(checked) + '\n' };
}
