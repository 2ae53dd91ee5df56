/** Runs the rules over a filing. */
import { LAYOUTS } from '../facts/layouts';
import type { Cell, Filing, Row } from '../filing/model';
import { lastSigned, tablesOf } from '../filing/queries';
import { Watched, askedBy, type Parts } from '../filing/watched';
import type { Day } from '../text/days';
import { CATALOGUE } from './catalogue';
import { BLANKED, HIDDEN_ROWS, hiddenIn, without } from './hidden';
import { ASKED_CELLS, ASKED_ROWS, NO_ROWS, askedOf, type Memory } from './memory';
import { ROOT_CAUSES, type RootCause } from './rootCauses';
import type { Finding, Report, Rule, RuleContext, Severity } from './rule';
import { traitsIn } from './traits';

export interface CheckOptions {
  /** A severity or 'off' for a rule id. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  /** The day of the check; rules that need it are silent without it. */
  readonly today?: Day;
  /** Days on which EDGAR is closed besides those that are known: `extraClosures` of the settings. */
  readonly closed?: ReadonlySet<Day>;
  /** Check as if signed: a draft is then judged like a filing about to go. */
  readonly beforeFiling?: boolean;
  /** What the check of the version before has left: makes this one faster, and changes nothing of what it finds. */
  readonly memory?: Memory;
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

/** A rule to be asked. */
interface Asked {
  readonly rule: Rule;
  /** Its place in the catalogue. */
  readonly at: number;
  /** What settings say of it. A rule that is off is asked where others go by what it accuses. */
  readonly wanted: Severity | 'off' | undefined;
}

type Wanted = NonNullable<CheckOptions['rules']>;

const NOTHING_SET: Wanted = {};
const askedBySettings = new WeakMap<Wanted, readonly Asked[]>();

/** The rules to be asked under some settings, found out once for them. */
function askedUnder(rules: Wanted = NOTHING_SET): readonly Asked[] {
  let known = askedBySettings.get(rules);
  if (!known) {
    known = CATALOGUE.map((rule, at) => ({ rule, at, wanted: rules[rule.id] ?? (rule.off ? 'off' : undefined) }));
    known = known.filter(({ rule, wanted }) => wanted !== 'off' || isCause.has(rule.id));
    askedBySettings.set(rules, known);
  }
  return known;
}

const RANK: Record<Severity, number> = { error: 0, warning: 1, information: 2, hint: 3 };

const NO_FIXES = (): readonly [] => [];

/** True until a signature date stands. */
export function isDraft(filing: Filing): boolean {
  return !filing.ownerSignatures.some(({ signatureDate }) => signatureDate.raw !== '');
}

/** The findings of all rules on a filing, in the order of the text. */
export function check(of: Filing, options: CheckOptions = {}): Finding[] {
  const { today, closed } = options;
  // What was not read accuses nobody: each rule is watched for what it looks at, and nothing is remembered of such a check.
  const hidden = hiddenIn(of);
  const memory = hidden === 0 ? options.memory : undefined;
  const accusations = new Accusations();
  const findings: Finding[] = [];
  const seen = memory || hidden !== 0 ? new Watched(hidden === 0 ? of : without(of, hidden)) : undefined;
  const filing = seen ? (seen as unknown as Filing) : of;
  const draft = !options.beforeFiling && isDraft(of);
  const editable = LAYOUTS[of.layout].cells !== 'fixed';
  const filed = (options.beforeFiling && lastSigned(of) === undefined ? today : undefined) ?? filedOn(of);
  let known: Map<unknown, { readonly value: unknown; readonly asked: Parts }> | undefined;
  let rule: Rule;
  let wanted: Severity | 'off' | undefined;
  // What the rule has asked for beside the parts of the filing, whether it has spoken, what it has accused, and of which rows.
  let asked: Parts = 0;
  let spoke = false;
  let accused: Report[] | undefined;
  let spokenOf: Row[] | undefined;
  // What a rule says before it is known whether it has looked at what was not read.
  let held: Report[] | undefined;
  // One context for all rules: to make one for each took longer than most rules do.
  const context: RuleContext = {
    filing,
    draft,
    today,
    closed,
    filed,
    columnsOf: (row) => of[row.table],
    accused: (row, ...rules) => {
      if (rules.length === 0) asked |= ASKED_ROWS;
      else for (const one of rules) asked |= askedOf(one);
      const accusers = accusations.ofRow(row);
      return accusers !== undefined && (rules.length === 0 || rules.some((one) => accusers.has(one)));
    },
    suspect: (cell) => {
      asked |= ASKED_CELLS;
      return accusations.ofCell(cell) !== undefined;
    },
    once: <T>(make: (context: RuleContext) => T): T => {
      let entry = known?.get(make);
      if (!entry) {
        const before = asked;
        asked = 0;
        const { value, asked: parts } = askedBy(filing, () => make(context));
        entry = { value, asked: asked | parts };
        (known ??= new Map<unknown, { readonly value: unknown; readonly asked: Parts }>()).set(make, entry);
        asked = before;
      }
      // What is shared was made from blanks in the place of boxes and signatures that were not read.
      asked |= hidden === 0 ? entry.asked : entry.asked & ~BLANKED;
      return entry.value as T;
    },
    report: (report) => {
      if (report.onRequest && wanted === undefined) return;
      spoke = true;
      if (hidden === 0) accept(report);
      else (held ??= []).push(report);
    },
  };
  const accept = (report: Report): void => {
    if (accusations.silence(rule.id, report)) return;
    accusations.note(rule.id, report);
    if (memory && (report.row || report.cell)) (accused ??= []).push(report);
    if (wanted === 'off') return;
    findings.push({
      rule: rule.id,
      severity: wanted ?? severityOf(rule, report, draft),
      message: report.message,
      span: report.span,
      related: report.related ?? [],
      fixes: (editable && report.fixes) || NO_FIXES,
    });
  };
  const conditions = [options.rules, today, closed, options.beforeFiling, draft, filed, of.layout];
  const traits = memory ? memory.begin(of, conditions) : traitsIn(of);
  const tables = tablesOf(of);

  const askRow = (row: Row): void => {
    const before = spoke;
    spoke = false;
    rule.checkRow!(row, context);
    if (spoke && memory) (spokenOf ??= []).push(row);
    spoke ||= before;
  };
  /** Asks about all rows that may concern the rule. */
  const askRows = (): void => {
    const { needs } = rule;
    let place = 0;
    for (const { rows } of tables)
      for (let at = 0; at < rows.length; at++, place++)
        if (needs === undefined || traits.each[place]! & needs) askRow(rows[at]!);
  };

  const ask = (asking: Asked): void => {
    ({ rule, wanted } = asking);
    const { at } = asking;
    const concerned = rule.needs === undefined || (rule.needs & traits.some) !== 0;
    if (seen && !memory) {
      seen.asked = asked = 0;
      if (rule.check && (concerned || rule.checkRow)) rule.check(context);
      if (rule.checkRow && concerned && !(hidden & HIDDEN_ROWS)) askRows();
      if (held && !((seen.asked | asked) & hidden)) held.forEach(accept);
      held = undefined;
      return;
    }
    if (!seen || !memory) {
      if (rule.check && (concerned || rule.checkRow)) rule.check(context);
      if (rule.checkRow && concerned) askRows();
      return;
    }
    const isSilent = !rule.check || !(concerned || rule.checkRow) || memory.isSilent(at);
    const rows = rule.checkRow && concerned ? memory.rowsFor(at, rule.needs) : NO_ROWS;
    if (isSilent && rows === NO_ROWS) return;
    accused = undefined;
    if (!isSilent) {
      asked = seen.asked = 0;
      spoke = false;
      rule.check!(context);
      memory.keep(at, asked | seen.asked, spoke);
    }
    if (rows !== NO_ROWS) {
      asked = seen.asked = 0;
      spokenOf = undefined;
      if (rows) rows.forEach(askRow);
      else askRows();
      memory.keepRows(at, asked | seen.asked, rows, spokenOf);
    }
    memory.accuse(at, accused);
  };
  const monthly = LAYOUTS[of.layout].totals === 'monthly';
  for (const one of askedUnder(options.rules)) if (!monthly || one.rule.family !== 'holdings') ask(one);
  memory?.end(of);
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
