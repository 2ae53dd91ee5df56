import type { HowRead } from '../../filing/howRead';
import type { Range } from '../../text/lines';
import type { Format } from '../check/format';
import type { Result, ResultFiling, ResultFinding, ResultFix } from '../check/result';
import { safeJson } from '../output/printable';

/** Grows when a field changes its meaning or goes, and with what every reader should look at: 2 says how much was read. */
const SCHEMA_VERSION = 2;

interface JsonFinding {
  readonly filing?: number;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly range: Range;
  readonly related: readonly { message: string; range: Range }[];
  readonly fixes: readonly ResultFix[];
  readonly href: string;
}

/** The page of a rule, from the root of the project. */
export const hrefOf = (rule: string): string => `docs/rules/${rule}.md`;

const findingOf = ({ filing, rule, severity, message, range, related, fixes }: ResultFinding): JsonFinding => ({
  ...(filing !== undefined && { filing }),
  rule,
  severity,
  message,
  range,
  related,
  fixes,
  href: hrefOf(rule),
});

const partOf = ({ filing, line, layout, documentType, read, unread }: ResultFiling): object => ({
  filing,
  line,
  layout,
  documentType,
  read,
  unread,
});

/** A file's findings in the words of the contract (docs/cli.md), as they stand behind its path or id. */
export function recordOf({ filings, findings }: Result): object {
  const { filing, line, layout, documentType } = filings[0]!;
  const unread = filings.flatMap((one) => one.unread);
  return {
    ...(filings.length === 1 && filing !== undefined && { filing, line }),
    layout,
    documentType,
    read: readOf(filings),
    unread,
    ...(filings.length > 1 && { filings: filings.map(partOf) }),
    findings: findings.map(findingOf),
  };
}

/** Of a file with several filings: whole where each is, none where none is. */
function readOf(filings: readonly ResultFiling[]): HowRead {
  const [{ read: first }, ...others] = filings as [ResultFiling, ...ResultFiling[]];
  return others.every(({ read }) => read === first) ? first : 'part';
}

/** What stands behind the path of a file in which nothing was found: for thousands it is the same. */
const cleanTails = new Map<string, string>();

function lineOf(result: Result): string {
  const { path, filings, findings } = result;
  const { filing, layout, documentType, read } = filings[0]!;
  if (findings.length > 0 || filings.length > 1 || filing !== undefined || read !== 'whole')
    return safeJson({ path, ...recordOf(result) });
  const kind = `${layout} ${documentType}`;
  let tail = cleanTails.get(kind);
  if (tail === undefined) cleanTails.set(kind, (tail = safeJson(recordOf(result)).slice(1)));
  return `{"path":${safeJson(path)},${tail}`;
}

/** One JSON object. */
export function json(): Format {
  let between = '\n';
  return {
    wants: { fixes: true },
    start: () => `{"schemaVersion":${SCHEMA_VERSION},"files":[`,
    file(result) {
      const record = between + lineOf(result);
      between = ',\n';
      return record;
    },
    end: (summary) => `\n],"summary":${JSON.stringify(summary)}}\n`,
  };
}

/** One JSON object a line, one line a file. */
export function jsonl(): Format {
  return { wants: { fixes: true }, file: (result) => lineOf(result) + '\n' };
}
