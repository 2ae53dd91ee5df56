/** Runs the rules over a filing. */
import type { Cell, Filing, Layout, Row } from '../filing/model';
import { lastSigned, rowsOf } from '../filing/queries';
import type { Day } from '../text/days';
import { CATALOGUE } from './catalogue';
import { ROOT_CAUSES, type RootCause } from './rootCauses';
import type { Finding, Report, Rule, RuleContext, Severity } from './rule';

export interface CheckOptions {
  /** A severity or 'off' for a rule id. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  /** The day of the check; rules that need it are silent without it. */
  readonly today?: Day;
  /** Days on which EDGAR is closed besides those that are known: `extraClosures` of the settings. */
  readonly closed?: ReadonlySet<Day>;
  /** Check as if signed: a draft is then judged like a filing about to go. */
  readonly beforeFiling?: boolean;
}

const causesOf = new Map<string, RootCause[]>();
for (const { id } of CATALOGUE)
  causesOf.set(
    id,
    ROOT_CAUSES.filter(({ rule, silences }) => rule !== id && (silences === '*' || silences.includes(id))),
  );
const isCause = new Set(ROOT_CAUSES.map(({ rule }) => rule));

/** What has been found so far, row by row and cell by cell. */
class Accusations {
  private byRow: Map<Row, Set<string>> | undefined;
  private byCell: Map<Cell<unknown>, Set<string>> | undefined;

  note(rule: string, { row, cell }: Report): void {
    if (row) entry((this.byRow ??= new Map<Row, Set<string>>()), row).add(rule);
    if (cell) entry((this.byCell ??= new Map<Cell<unknown>, Set<string>>()), cell).add(rule);
  }

  ofRow(row: Row): ReadonlySet<string> | undefined {
    return this.byRow?.get(row);
  }

  ofCell(cell: Cell<unknown>): ReadonlySet<string> | undefined {
    return this.byCell?.get(cell);
  }

  silence(rule: string, { row, cell }: Report): boolean {
    return causesOf.get(rule)!.some((cause) => {
      const rules = cause.within === 'row' ? row && this.ofRow(row) : cell && this.ofCell(cell);
      return rules?.has(cause.rule) ?? false;
    });
  }
}

function entry<K>(map: Map<K, Set<string>>, key: K): Set<string> {
  let value = map.get(key);
  if (!value) map.set(key, (value = new Set()));
  return value;
}

/** The rules to be run under some settings, each with its severity there. One that is off runs where others go by what it accuses. */
function rulesUnder(
  settings: CheckOptions['rules'],
): readonly { readonly rule: Rule; readonly wanted: Severity | 'off' | undefined }[] {
  return CATALOGUE.map((rule) => ({ rule, wanted: settings?.[rule.id] ?? (rule.off ? 'off' : undefined) })).filter(
    ({ rule, wanted }) => wanted !== 'off' || isCause.has(rule.id),
  );
}

const RANK: Record<Severity, number> = { error: 0, warning: 1, information: 2, hint: 3 };
/** Layouts in which a word has its place on the page, so that an edit would move what stands behind it. */
const FIXED_PLACES: ReadonlySet<Layout> = new Set(['columns', 'ascii']);

/** Before August 2002 the total was that at the end of the month, on the last row of a class or on each: no running tally. */
const MONTHLY: ReadonlySet<Layout> = new Set(['ascii']);

const NO_FIXES = (): readonly [] => [];

/** True until a signature date stands. */
export function isDraft(filing: Filing): boolean {
  return !filing.ownerSignatures.some(({ signatureDate }) => signatureDate.raw !== '');
}

/** The findings of all rules on a filing, in the order of the text. */
export function check(filing: Filing, options: CheckOptions = {}): Finding[] {
  const { today, closed } = options;
  const accusations = new Accusations();
  const findings: Finding[] = [];
  const draft = !options.beforeFiling && isDraft(filing);
  const editable = !FIXED_PLACES.has(filing.layout);
  const known = new Map<unknown, unknown>();
  let rule: Rule;
  let wanted: Severity | 'off' | undefined;
  const context: RuleContext = {
    filing,
    draft,
    today,
    closed,
    filed: (options.beforeFiling && lastSigned(filing) === undefined ? today : undefined) ?? filedOn(filing),
    columnsOf: (row) => filing[row.table],
    accused: (row, ...rules) => {
      const accusers = accusations.ofRow(row);
      return accusers !== undefined && (rules.length === 0 || rules.some((one) => accusers.has(one)));
    },
    suspect: (cell) => accusations.ofCell(cell) !== undefined,
    once: <T>(make: (context: RuleContext) => T): T => {
      if (!known.has(make)) known.set(make, make(context));
      return known.get(make) as T;
    },
    report: (report) => {
      if (report.onRequest && wanted === undefined) return;
      if (accusations.silence(rule.id, report)) return;
      accusations.note(rule.id, report);
      if (wanted === 'off') return;
      findings.push({
        rule: rule.id,
        severity: wanted ?? severityOf(rule, report, draft),
        message: report.message,
        span: report.span,
        related: report.related ?? [],
        fixes: (editable && report.fixes) || NO_FIXES,
      });
    },
  };
  const rows = rowsOf(filing);
  const codes = new Set(rows.map((row) => row.transactionCode.value));
  const monthly = MONTHLY.has(filing.layout);
  for ({ rule, wanted } of rulesUnder(options.rules)) {
    if (monthly && rule.family === 'holdings') continue;
    if (rule.codes && !rule.codes.some((code) => codes.has(code))) continue;
    rule.check?.(context);
    if (rule.checkRow)
      for (const row of rows)
        if (!rule.codes || rule.codes.includes(row.transactionCode.value!)) rule.checkRow(row, context);
  }
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function severityOf(rule: Rule, report: Report, draft: boolean): Severity {
  const severity = report.severity ?? rule.severity;
  const capped = draft && (rule.draftInformation || report.incomplete);
  return capped && RANK[severity] < RANK.information ? 'information' : severity;
}

/** 1993-01-01: the year in which filing on EDGAR began. */
const EDGAR_BEGINS: Day = 8401;

function filedOn(filing: Filing): Day | undefined {
  const signed = lastSigned(filing);
  // A year like 0023 is a slip, and says nothing of the time of the filing.
  if (signed !== undefined && signed >= EDGAR_BEGINS) return signed;
  let last = filing.periodOfReport.value;
  for (const { rows } of [filing.nonDerivativeTable, filing.derivativeTable])
    for (const {
      transactionDate: { value },
    } of rows)
      if (value !== undefined && (last === undefined || value > last)) last = value;
  return last;
}
