/** What was found in one file, as plain data: it goes to a format, to the cache and from one thread to another. */
import { sourceText } from '../../filing/passwords';
import type { Filing, Layout } from '../../filing/model';
import { howRead, type HowRead } from '../../filing/howRead';
import { filingAt, lastSigned } from '../../filing/queries';
import { safeFixOf } from '../../lint/fixAll';
import { unreadInWords } from '../../rules/rows/unread';
import type { Finding, Severity } from '../../rules/rule';
import { partsOf } from '../../text/days';
import type { Position, Range } from '../../text/lines';
import type { Span } from '../../text/span';
import type { Beginning } from '../input/stream';

/** Units on either side of a finding that are kept to show it; rows can be thousands of units long. */
const MOST_SHOWN = 160;

export interface ResultFix {
  readonly title: string;
  readonly preferred: boolean;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

/** The line of a finding, as far as it may be shown, in three pieces. */
export interface Excerpt {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
  /** True where the line goes on to the left, or to the right. */
  readonly cut: readonly [boolean, boolean];
}

export interface ResultFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly related: readonly { readonly message: string; readonly range: Range }[];
  /** Empty where the format does not ask for them: they take long to work out. */
  readonly fixes: readonly ResultFix[];
  /** True where --fix would repair it; false too where fixes were not asked for. */
  readonly fixable: boolean;
  /** Its number in `filings` of a file that holds several, from 1. */
  readonly filing?: number;
  /** As a baseline knows it (baseline.ts); '' where nobody asks. */
  readonly fingerprint: string;
  readonly excerpt: Excerpt;
}

export interface ResultFiling {
  /** Which filing of its file it is, from 1; left out where it is the only one. */
  readonly filing?: number;
  /** Where it begins, from 1. */
  readonly line: number;
  readonly layout: Layout;
  readonly documentType: string;
  /** How much of it was read, and what was not. */
  readonly read: HowRead;
  readonly unread: readonly { readonly range: Range; readonly what: string }[];
  /** How often each transaction code is used; left out where nobody asks. */
  readonly codes?: Readonly<Record<string, number>>;
  /** The year of its last signature, else of box 3; left out where nobody asks, null where neither is a date. */
  readonly year?: number | null;
}

export interface Result {
  readonly path: string;
  readonly filings: readonly ResultFiling[];
  readonly findings: readonly ResultFinding[];
  /** How many findings were repaired. */
  readonly fixed: number;
  /** Of the file, for --stats. */
  readonly bytes: number;
}

export interface Wanted {
  readonly fixes?: boolean;
  readonly fingerprints?: boolean;
  readonly stats?: boolean;
}

/**
 * @param filings of one text
 * @param prints the fingerprint of each finding; empty where nobody asks
 * @param from where the text begins in its file, if it is not all of it
 */
export function resultOf(
  path: string,
  filings: readonly Filing[],
  findings: readonly Finding[],
  prints: readonly string[],
  { fixed, bytes, from }: { readonly fixed: number; readonly bytes: number; readonly from?: Beginning },
  wanted: Wanted,
): Result {
  const range = (filing: Filing, span: Span): Range => {
    const { start, end } = filing.lines.range(span);
    return from ? { start: moved(start, from), end: moved(end, from) } : { start, end };
  };
  return {
    path,
    filings: filings.map((filing) => filingOf(filing, range, from, wanted)),
    findings: findings.map((finding, at) => {
      const filing = filingAt(filings, finding.span.start);
      return {
        rule: finding.rule,
        severity: finding.severity,
        message: finding.message,
        range: range(filing, finding.span),
        related: finding.related.map(({ message, span }) => ({ message, range: range(filing, span) })),
        fixes: wanted.fixes
          ? finding.fixes().map(({ title, preferred = false, edits }) => ({
              title,
              preferred,
              edits: edits.map(({ span, newText }) => ({ range: range(filing, span), newText })),
            }))
          : [],
        fixable: wanted.fixes === true && safeFixOf(finding) !== undefined,
        ...numberOf(filing, from),
        fingerprint: prints[at] ?? '',
        excerpt: excerptOf(filing, finding.span),
      };
    }),
    fixed,
    bytes,
  };
}

const moved = ({ line, character }: Position, from: Beginning): Position => ({
  line: from.line + line,
  character: line === 0 ? from.character + character : character,
});

/** Which filing of its file it is; nothing where it is the only one. */
function numberOf({ part }: Filing, from: Beginning | undefined): { filing?: number } {
  const number = from?.filing ?? part?.number;
  return number === undefined ? {} : { filing: number };
}

function filingOf(
  filing: Filing,
  range: (filing: Filing, span: Span) => Range,
  from: Beginning | undefined,
  { stats }: Wanted,
): ResultFiling {
  const { lines, layout, documentType, part } = filing;
  const line = lines.lineAt(part?.span.start ?? 0) + (from?.line ?? 0) + 1;
  const read = howRead(filing);
  const unread = filing.unread.map((one) => ({ range: range(filing, one.span), what: unreadInWords(one) }));
  return { ...numberOf(filing, from), line, layout, documentType, read, unread, ...(stats && countsOf(filing)) };
}

function countsOf(filing: Filing): Pick<ResultFiling, 'codes' | 'year'> {
  const codes: Record<string, number> = Object.create(null);
  for (const { rows } of [filing.nonDerivativeTable, filing.derivativeTable])
    for (const { transactionCode } of rows) {
      const code = transactionCode.value;
      if (code !== undefined) codes[code] = (codes[code] ?? 0) + 1;
    }
  const day = lastSigned(filing) ?? filing.periodOfReport.value;
  return { codes, year: day === undefined ? null : partsOf(day).year };
}

function excerptOf(filing: Filing, span: Span): Excerpt {
  const { lines } = filing;
  const line = lines.lineSpan(lines.lineAt(span.start));
  const from = Math.max(line.start, span.start - MOST_SHOWN);
  const to = Math.min(line.end, span.start + MOST_SHOWN);
  const end = Math.min(span.end, to);
  const shown = (start: number, stop: number): string => sourceText(filing, { start, end: stop });
  return {
    before: shown(from, span.start),
    marked: shown(span.start, end),
    after: shown(end, to),
    cut: [from > line.start, to < line.end],
  };
}
