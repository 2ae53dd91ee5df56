/** Runs the rules over a filing. */
import { isForm4Type } from '../facts/forms';
import { LAYOUTS } from '../facts/layouts';
import { filedOn } from '../filing/filed';
import type { Filing, Row } from '../filing/model';
import { lastSigned, rowsOf } from '../filing/queries';
import type { Day } from '../text/days';
import { Accusations, isCause } from './accusations';
import { CATALOGUE } from './catalogue';
import { otherForm } from './boxes/otherForm';
import { hiddenIn, hidesRows, sharing, watched, without } from './hidden';
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

/** A rule and what settings say of it. One that is off runs where others go by what it accuses. */
interface Wanted {
  readonly rule: Rule;
  readonly wanted: Severity | 'off' | undefined;
}

const RANK: Record<Severity, number> = { error: 0, warning: 1, information: 2, hint: 3 };

const NO_FIXES = (): readonly [] => [];

/** True until a signature date stands. */
function isDraft(filing: Filing): boolean {
  return !filing.ownerSignatures.some(({ signatureDate }) => signatureDate.raw !== '');
}

/** The findings of all rules on a filing, in the order of the text. */
export function check(filing: Filing, options: CheckOptions = {}): Finding[] {
  const hidden = hiddenIn(filing);
  const draft = !options.beforeFiling && isDraft(filing);
  const { cells, totals } = LAYOUTS[filing.layout];
  const accusations = new Accusations();
  const findings: Finding[] = [];
  let current: Wanted;

  const accept = (report: Report): void => {
    const { rule, wanted } = current;
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
      // Where a word has its place on the page an edit would move what stands behind it.
      fixes: (cells !== 'fixed' && report.fixes) || NO_FIXES,
    });
  };
  const filed =
    (options.beforeFiling && lastSigned(filing) === undefined ? options.today : undefined) ?? filedOn(filing);
  const contextOf = (of: Filing, report: RuleContext['report']): RuleContext => {
    const known = new Map<unknown, unknown>();
    const context: RuleContext = {
      filing: of,
      draft,
      today: options.today,
      closed: options.closed,
      filed,
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
      report,
    };
    return context;
  };

  const all = rowsOf(filing);
  const rows = hidesRows(hidden) ? [] : all;
  const codes = new Set(all.map((row) => row.transactionCode.value));
  const isForm4 = isForm4Type(filing.documentType);
  const concerns = ({ id, family, codes: own }: Rule): boolean =>
    isForm4 === (id !== otherForm.id) &&
    (totals !== 'monthly' || family !== 'holdings') &&
    (!own || own.some((code) => codes.has(code)));
  const context = contextOf(filing, accept);
  const rest = hidden.size > 0 ? without(filing, hidden) : filing;
  for (current of wantedUnder(options.rules)) {
    if (!concerns(current.rule)) continue;
    if (hidden.size === 0) {
      ask(current.rule, context, rows);
      continue;
    }
    // What was not read accuses nobody: a rule's word counts where it has not looked at that.
    const looked = new Set<keyof Filing>();
    const held: Report[] = [];
    const own = contextOf(watched(rest, looked), (report) => void held.push(report));
    ask(current.rule, { ...own, once: sharing(own, looked) }, rows);
    if (![...looked].some((part) => hidden.has(part))) held.forEach(accept);
  }
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function ask(rule: Rule, context: RuleContext, rows: readonly Row[]): void {
  rule.check?.(context);
  if (!rule.checkRow) return;
  for (const row of rows)
    if (!rule.codes || rule.codes.includes(row.transactionCode.value ?? '')) rule.checkRow(row, context);
}

let lastRules: CheckOptions['rules'];
let lastWanted: readonly Wanted[] | undefined;

/** The rules to be run under some settings; kept for the last ones, since to list 80 rules took longer than most of them do. */
function wantedUnder(rules: CheckOptions['rules']): readonly Wanted[] {
  if (lastWanted && rules === lastRules) return lastWanted;
  lastRules = rules;
  return (lastWanted = CATALOGUE.map((rule): Wanted => ({
    rule,
    wanted: rules?.[rule.id] ?? (rule.off ? 'off' : undefined),
  })).filter(({ rule, wanted }) => wanted !== 'off' || isCause(rule.id)));
}

function severityOf(rule: Rule, report: Report, draft: boolean): Severity {
  const severity = report.severity ?? rule.severity;
  const capped = draft && (rule.draftInformation || report.incomplete);
  return capped && RANK[severity] < RANK.information ? 'information' : severity;
}
