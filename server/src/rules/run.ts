/** Runs the rules over a filing. */
import { LAYOUTS } from '../facts/layouts';
import { mentions } from '../filing/mentions';
import { filedOn } from '../filing/filed';
import type { Filing, Row } from '../filing/model';
import { lastSigned, rowsOf } from '../filing/queries';
import { CODE, PLACES } from '../filing/rowNumbers';
import type { Day } from '../text/days';
import { Accusations } from './accusations';
import { letterOf, rulesFor, type Severities, type Wanted } from './asked';
import { hiddenIn, hidesRows, sharing, watched, without } from './hidden';
import { ALL_SIGNS } from './signBits';
import { numberedRows, signsOf, type NumberedRows } from './signs';
import type { Finding, Report, Rule, RuleContext, Severity } from './rule';

export interface CheckOptions {
  /** A severity or 'off' for a rule id. */
  readonly rules?: Severities;
  /** The day of the check; rules that need it are silent without it. */
  readonly today?: Day;
  /** Days on which EDGAR is closed besides those that are known: `extraClosures` of the settings. */
  readonly closed?: ReadonlySet<Day>;
  /** Check as if signed: a draft is then judged like a filing about to go. */
  readonly beforeFiling?: boolean;
}

const NO_ROWS: readonly Row[] = [];
const NO_FIXES = (): readonly [] => [];

/** True until a signature date stands. */
function isDraft(filing: Filing): boolean {
  return !filing.ownerSignatures.some(({ signatureDate }) => signatureDate.raw !== '');
}

/** The findings of all rules on a filing, in the order of the text. */
export function check(filing: Filing, options: CheckOptions = {}): Finding[] {
  const hidden = hiddenIn(filing);
  const numbered = hidden.size > 0 ? undefined : numberedRows(filing);
  const signs = hidden.size > 0 ? ALL_SIGNS : signsOf(filing, numbered, options.today);
  const known = numbered && codesOf(numbered);
  const arePlain = numbered !== undefined && !numbered.first.hasOdd && !numbered.second.hasOdd;
  if (known !== undefined && rulesFor(filing, known, !arePlain, signs, options.rules).length === 0) return [];
  const draft = !options.beforeFiling && isDraft(filing);
  const { cells } = LAYOUTS[filing.layout];
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

  // Rows are made when they are asked for: of a filing that is plain hardly any rule looks at them one by one.
  const odd = arePlain ? NO_ROWS : rowsOf(filing).filter((row) => !row.plain);
  const context = contextOf(filing, accept);
  const rest = hidden.size > 0 ? without(filing, hidden) : filing;
  const codes = known ?? codesIn(rowsOf(filing));
  const wanted = rulesFor(filing, codes, odd.length > 0, signs, options.rules);
  for (current of wanted) {
    const { rule } = current;
    const asksAll = current.asksAll && speaksOf(filing, rule, codes);
    const rows =
      !rule.checkRow || hidesRows(hidden) ? NO_ROWS : rule.oddRows && hidden.size === 0 ? odd : rowsOf(filing);
    if (hidden.size === 0) {
      ask(rule, asksAll, context, rows);
      continue;
    }
    // What was not read accuses nobody: a rule's word counts where it has not looked at that.
    const looked = new Set<keyof Filing>();
    const held: Report[] = [];
    const own = contextOf(watched(rest, looked), (report) => void held.push(report));
    ask(rule, asksAll, { ...own, once: sharing(own, looked) }, rows);
    if (![...looked].some((part) => hidden.has(part))) held.forEach(accept);
  }
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function ask(rule: Rule, asksAll: boolean, context: RuleContext, rows: readonly Row[]): void {
  if (asksAll) rule.check?.(context);
  if (!rule.checkRow) return;
  for (const row of rows)
    if (!rule.codes || rule.codes.includes(row.transactionCode.value ?? '')) rule.checkRow(row, context);
}

/** False where the filing has not what its rows need beside them for the rule to say anything. */
function speaksOf(filing: Filing, { mentions: words, codes: own, beside }: Rule, codes: number): boolean {
  if (words && !mentions(filing, words)) return false;
  return !beside || (own?.some((code) => (codes & letterOf(code)) !== 0 && beside(filing, code)) ?? true);
}

/** A bit for each code of some rows. */
function codesIn(rows: readonly Row[]): number {
  let codes = 0;
  for (const row of rows) codes |= letterOf(row.transactionCode.value ?? '');
  return codes;
}

function codesOf({ first, second }: NumberedRows): number {
  let codes = 0;
  for (const { values } of [first, second])
    for (let at = CODE; at < values.length; at += PLACES)
      if (values[at] !== 0) codes |= letterOf(String.fromCharCode(values[at]!));
  return codes;
}

function severityOf(rule: Rule, report: Report, draft: boolean): Severity {
  const severity = report.severity ?? rule.severity;
  const capped = draft && (rule.draftInformation || report.incomplete);
  return capped && severity !== 'hint' ? 'information' : severity;
}
