/** What a rule is, and what it finds. */
import type { Cell, Filing, Row, Table } from '../filing/model';
import type { Day } from '../text/days';
import type { Edit } from '../text/edits';
import type { Span } from '../text/span';
import type { Sign } from './signBits';

export type { Edit } from '../text/edits';

/** DESIGN: error = EDGAR would refuse it or the form contradicts itself; warning = very likely wrong; the rest is worth knowing. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** The parts of the form that rules are filed under, and families by which settings can name them. */
export const FAMILIES = [
  'holdings',
  'rows',
  'codes',
  'footnotes',
  'dates',
  'prices',
  'ownership',
  'boxes',
  'limits',
  'xml',
  'series',
] as const;

export type Family = (typeof FAMILIES)[number];

/** A repair that is offered, never made by itself. */
export interface Fix {
  /** What the editor shows: an order, `Set the total to 10,196`. */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** The best of the fixes of a finding. */
  readonly preferred?: boolean;
  /**
   * May be part of "fix all": formats, clears of what cannot be meant, renumbering. Never a number of shares, a price,
   * a date's day, a code, or the deletion of a note.
   */
  readonly safe?: boolean;
  /** Rules of which a finding may come of the fix: where two dates contradict, either reading has consequences of its own. */
  readonly brings?: readonly string[];
}

export interface Related {
  readonly message: string;
  readonly span: Span;
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** What is expected, what was found, and why, in plain words. */
  readonly message: string;
  readonly span: Span;
  readonly related: readonly Related[];
  /** Worked out when asked for. */
  readonly fixes: () => readonly Fix[];
}

/** What a rule says of one fault; run.ts adds the rest. */
export interface Report {
  readonly message: string;
  readonly span: Span;
  /** Below the rule's own severity, where this case is less sure. */
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  readonly fixes?: () => readonly Fix[];
  /** The row that is at fault: other rules then know that it is spoken of. */
  readonly row?: Row;
  /** The cell that is at fault. */
  readonly cell?: Cell<unknown>;
  /** Something required is not there yet: at most an information while the filing is a draft. */
  readonly incomplete?: boolean;
  /** Shown only where settings give the rule a severity: a habit that some want to hear of. */
  readonly onRequest?: boolean;
}

export interface RuleContext {
  readonly filing: Filing;
  /** The columns of a row's table, for a rule that looks at each row by itself. */
  readonly columnsOf: (row: Row) => Pick<Table<Row>, 'columns'>;
  /** The day on which the check is made, as the client gives it; undefined where it gives none. */
  readonly today: Day | undefined;
  /** Days on which EDGAR is closed besides those that are known; undefined where there are none. */
  readonly closed: ReadonlySet<Day> | undefined;
  /** True until a signature date stands: unsigned and half-filled is the normal state of a file being written. */
  readonly draft: boolean;
  /** The day that stands for the filing's era: last signature, else last transaction, else box 3. */
  readonly filed: Day | undefined;
  readonly report: (report: Report) => void;
  /** True where a rule that ran before has already accused the row; of the named ones, if any are named. */
  readonly accused: (row: Row, ...rules: string[]) => boolean;
  /** True where a rule that ran before has found fault with the cell, so that no sum or comparison should rest on it. */
  readonly suspect: (cell: Cell<unknown>) => boolean;
  /** Worked out once for a filing and shared by the rules that need it; `make` is its name. */
  readonly once: <T>(make: (context: RuleContext) => T) => T;
}

export interface Rule {
  /** For ever: settings and baselines name it. */
  readonly id: string;
  readonly family: Family;
  /** The severity of a plain case, and the highest that the rule reports. */
  readonly severity: Severity;
  /**
   * EDGAR suspends a filing for a finding of the rule at error level: something mandatory is missing, too long or not one of
   * its choices, or a footnote is not cited as it must be. A function where that holds of some findings alone.
   * Source: EDGAR Ownership XML Technical Specification v5.5, sections 3 to 5.
   */
  readonly suspends?: true | ((filing: Filing, finding: Finding) => boolean);
  /** Exists, but silent until settings turn it on. */
  readonly off?: boolean;
  /** One line for the table of rules. */
  readonly summary: string;
  /** True where it offers fixes. */
  readonly fixable?: boolean;
  /** True where some of its fixes are safe: of other rules "fix all" asks for none. */
  readonly safe?: boolean;
  /** At most an information while the filing is a draft, whatever it says. */
  readonly draftInformation?: boolean;
  /** Looks at the filing. */
  readonly check?: (context: RuleContext) => void;
  /** Looks at one row by itself. It must not carry anything from one row to another. */
  readonly checkRow?: (row: Row, context: RuleContext) => void;
  /** Speaks only of rows with one of these transaction codes: it is asked about no others, nor about a filing without any. */
  readonly codes?: readonly string[];
  /** Its `check` speaks only of filings that show this sign, or its `checkRow` where it has no `check`. */
  readonly sign?: Sign;
  /** Its `checkRow` speaks only of rows that are not plain (filing/model), and is asked about those. */
  readonly oddRows?: true;
  /** Its `check` speaks only where the notes or remarks have one of these words in them, as `/amend|correct/i`. */
  readonly mentions?: RegExp;
  /** Of a rule with `codes`: whether the filing has what its `check` needs beside a row of a code. */
  readonly beside?: (filing: Filing, code: string) => boolean;
}
