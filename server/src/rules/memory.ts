/**
 * What a check leaves for the next version of the same filing: which rules had nothing to say, and what they had asked for.
 * A rule that was silent is not asked again while all that it looked at is as it was. One that has spoken is.
 */
import type { Cell, Filing, Row } from '../filing/model';
import { rowsOf, tablesOf } from '../filing/queries';
import { changedParts, partOf, type Parts } from '../filing/watched';

/** Set beside the parts of a filing where a rule asked for more than the filing. */
export const ASKED_ROWS: Parts = 1 << 29;
export const ASKED_ACCUSED: Parts = 1 << 30;
const SPOKE: Parts = -1;
const TABLES = partOf('nonDerivativeTable') | partOf('derivativeTable');

/** An accusation: some rule has found fault with a row, a cell or both. */
export interface Accusation {
  readonly rule: string;
  readonly row: Row | undefined;
  readonly cell: Cell<unknown> | undefined;
}

export class Memory {
  /** Of the last check that went through to its end. */
  private filing: Filing | undefined;
  private conditions: readonly unknown[] = [];
  private readonly asked: Parts[] = [];
  private changed: Parts = SPOKE;
  /** Rows that the check before has not seen. */
  private newRows: readonly Row[] = [];
  private before: readonly Accusation[] = [];
  private accusations: Accusation[] = [];
  /** How many accusations there were before each rule. */
  private readonly counts: number[] = [];
  private asBefore = true;

  /** A check begins. `conditions`: all but the filing that findings depend on. */
  begin(filing: Filing, conditions: readonly unknown[]): void {
    const same = this.filing !== undefined && conditions.every((one, at) => one === this.conditions[at]);
    this.changed = same ? changedParts(this.filing!, filing) : SPOKE;
    this.newRows = same && this.changed & TABLES ? unseen(this.filing!, filing) : [];
    if (!same) this.asked.length = 0;
    // Until all rules have been asked nothing holds for this filing, nor any more for the one before.
    this.filing = undefined;
    this.conditions = conditions;
    this.before = this.accusations;
    this.accusations = [];
    this.asBefore = same;
  }

  end(filing: Filing): void {
    this.filing = filing;
  }

  /**
   * Whether the rule at a place of the catalogue has nothing to say as before. `rows`: the rows that it must be asked about,
   * where it looks at each row by itself and nothing else has changed; undefined where it must look at them all.
   */
  recall(at: number): { readonly silent: boolean; readonly rows: readonly Row[] | undefined } {
    const asked = this.asked[at] ?? SPOKE;
    const count = this.counts[at];
    this.counts[at] = this.accusations.length;
    if (asked === SPOKE || asked & this.changed) return ALL;
    if (asked & ASKED_ACCUSED && !(this.asBefore && count === this.accusations.length)) return ALL;
    if (!(asked & ASKED_ROWS) || this.newRows.length === 0) return SILENT;
    return { silent: false, rows: this.newRows };
  }

  /** What the rule has asked for, in all the checks since it last looked at all rows; undefined where it has spoken. */
  keep(at: number, asked: Parts | undefined, rows: readonly Row[] | undefined): void {
    this.asked[at] = asked === undefined ? SPOKE : rows ? asked | this.asked[at]! : asked;
  }

  accuse(accusation: Accusation): void {
    const known = this.before[this.accusations.length];
    if (!known || known.rule !== accusation.rule || known.row !== accusation.row || known.cell !== accusation.cell)
      this.asBefore = false;
    this.accusations.push(accusation);
  }
}

const ALL = { silent: false, rows: undefined };
const SILENT = { silent: true, rows: undefined };

/** The rows that are not those of before, from the first that differs to the last; all where a table has other columns. */
function unseen(filingBefore: Filing, filing: Filing): readonly Row[] {
  const [before, after] = [rowsOf(filingBefore), rowsOf(filing)];
  if (tablesOf(filingBefore).some(({ columns }, at) => columns !== tablesOf(filing)[at]!.columns)) return after;
  const both = Math.min(before.length, after.length);
  let from = 0;
  while (from < both && before[from] === after[from]) from++;
  let same = 0;
  while (same < both - from && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return after.slice(from, after.length - same);
}
