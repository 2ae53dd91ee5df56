/**
 * What a check leaves for the next version of the same filing: which rules had nothing to say, and what they had asked for.
 * A rule that was silent is not asked again while all that it looked at is as it was. One that has spoken is: of the rows
 * that it spoke of, where it looks at each row by itself.
 */
import type { Cell, Filing, Row, Table } from '../filing/model';
import { PARTS, changedParts, partOf, type Parts } from '../filing/watched';
import {
  ALL_ASPECTS,
  OF_NOTES,
  OF_ROWS,
  WORDS as WORDS_ALONE,
  aspectOfCell,
  aspectsOf,
  differenceOfNotes,
  differenceOfRows,
  haveSameShape,
  type Aspects,
} from './aspects';
import { CATALOGUE } from './catalogue';
import { traitsIn, traitsOf, type Traits, type TraitsIn } from './traits';

/** Set beside the parts of a filing where a rule asked which rows or which cells some rule before it has accused. */
export const ASKED_ROWS: Parts = 1 << 29;
export const ASKED_CELLS: Parts = 1 << 30;

const SHARED = 29 - PARTS.length;
const BITS: ReadonlyMap<string, Parts> = new Map(
  CATALOGUE.map(({ id }, at) => [id, 1 << (PARTS.length + (at % SHARED))]),
);

/**
 * Set where a rule asked which rows the one of this id has accused. Some share a bit: then the one who asks is asked again
 * once too often.
 */
export const askedOf = (id: string): Parts => BITS.get(id) ?? ASKED_ROWS;

const UNKNOWN: Parts = -1;
const TABLES = partOf('nonDerivativeTable') | partOf('derivativeTable');
const FOOTNOTES = partOf('footnotes');
/** Compared by their aspects, as all other parts of a filing are not. */
const FINE = TABLES | FOOTNOTES;
/** Where more rows than these are others the text was read afresh, and nothing is as it was. */
const FEW = 8;

const READS: readonly Aspects[] = CATALOGUE.map(({ reads }) => aspectsOf(reads));
const WORDS = CATALOGUE.map(({ words }) => words);

/** An accusation: some rule has found fault with a row, a cell or both. */
export interface Accusation {
  readonly row?: Row;
  readonly cell?: Cell<unknown>;
}

/** A row and its traits. */
interface Known {
  readonly row: Row;
  readonly traits: Traits;
}

const NONE: readonly never[] = [];
/** In the place of a list of rows: there is nothing to be asked. */
export const NO_ROWS: readonly Row[] = [];

export class Memory {
  /** Of the last check that went through to its end. */
  private filing: Filing | undefined;
  private conditions: readonly unknown[] = NONE;
  /** By rule, what its `check` has asked for; UNKNOWN where it has spoken. Likewise for `checkRow`, of all rows together. */
  private readonly asked: Parts[] = [];
  private readonly askedOfRows: Parts[] = [];
  /** By rule, the rows of which its `checkRow` has spoken. */
  private readonly spokenOf: (readonly Row[])[] = [];
  /** By rule, what it has accused. */
  private readonly accused: (readonly Accusation[])[] = [];

  private traits: TraitsIn = { each: [], some: 0 };
  private changed: Parts = 0;
  private aspects: Aspects = 0;
  private newRows: Known[] = [];
  /** The rows in whose places they stand. */
  private gone: Row[] = [];
  /** The words of the footnotes that are others, as they were and as they are. */
  private words: string[] = [];
  /** What of the accusations is not as it was, so far: of whom one may ask, and of which cells. */
  private otherAccused: Parts = 0;
  private otherCells: Aspects = 0;

  /** A check begins. `conditions`: all but the filing that findings depend on. Gives the traits of its rows. */
  begin(filing: Filing, conditions: readonly unknown[]): TraitsIn {
    const before = this.filing;
    this.changed = this.aspects = this.otherAccused = this.otherCells = 0;
    this.newRows = [];
    this.gone = [];
    this.words = [];
    const same = conditions.every((one, at) => one === this.conditions[at]);
    if (!before || !same || !this.compare(before, filing)) this.forget(filing);
    // Until all rules have been asked nothing holds for this filing, nor any more for the one before.
    this.filing = undefined;
    this.conditions = conditions;
    return this.traits;
  }

  end(filing: Filing): void {
    this.filing = filing;
  }

  /** Finds what has changed; false where that is too much. */
  private compare(before: Filing, filing: Filing): boolean {
    this.changed = changedParts(before, filing);
    if (this.changed & FOOTNOTES) this.compareNotes(before, filing);
    if (!(this.changed & TABLES)) return true;
    const first = filing.nonDerivativeTable.rows.length;
    return (
      this.compareTables(before.nonDerivativeTable, filing.nonDerivativeTable, 0) &&
      this.compareTables(before.derivativeTable, filing.derivativeTable, first)
    );
  }

  private compareNotes({ footnotes: before }: Filing, { footnotes: after }: Filing): void {
    this.aspects |= differenceOfNotes(before, after);
    if (before.list.length !== after.list.length) return;
    after.list.forEach((note, at) => {
      if (note !== before.list[at]) this.words.push(note.text, before.list[at]!.text);
    });
  }

  private compareTables(before: Table<Row>, after: Table<Row>, first: number): boolean {
    if (before === after) return true;
    if (!haveSameShape(before, after)) return false;
    const rows = after.rows;
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at]!;
      if (row === before.rows[at]) continue;
      if (this.newRows.length === FEW) return false;
      const traits = traitsOf(row);
      this.newRows.push({ row, traits });
      this.gone.push(before.rows[at]!);
      this.traits.each[first + at] = traits;
      // What the row was may be left in this: a rule that needs it is asked, and has nothing to say.
      this.traits.some |= traits;
      this.aspects |= differenceOfRows(before.rows[at]!, row);
    }
    return true;
  }

  private forget(filing: Filing): void {
    this.asked.length = this.askedOfRows.length = this.spokenOf.length = this.accused.length = 0;
    this.newRows.length = this.gone.length = 0;
    this.traits = traitsIn(filing);
  }

  /** Whether the `check` of the rule at a place of the catalogue has nothing to say, as before. */
  isSilent(at: number): boolean {
    const asked = this.asked[at] ?? UNKNOWN;
    return asked !== UNKNOWN && !this.concerns(asked, READS[at]!, WORDS[at]);
  }

  /**
   * The rows that its `checkRow` must be asked about: NO_ROWS where it has nothing to say, as before; undefined for all.
   * `needs`: other new rows are of no concern to it.
   */
  rowsFor(at: number, needs: Traits | undefined): readonly Row[] | undefined {
    const asked = this.askedOfRows[at] ?? UNKNOWN;
    if (asked === UNKNOWN || this.concerns(asked, READS[at]!, undefined)) return undefined;
    const spoken = this.spokenOf[at]!;
    if (this.newRows.length === 0) return spoken;
    let rows: Row[] | undefined = spoken === NO_ROWS ? undefined : spoken.filter((row) => !this.gone.includes(row));
    for (const { row, traits } of this.newRows) if (needs === undefined || traits & needs) (rows ??= []).push(row);
    return rows ?? NO_ROWS;
  }

  private concerns(asked: Parts, reads: Aspects, words: RegExp | undefined): boolean {
    const changed = asked & this.changed;
    if (changed & ~FINE) return true;
    const seen = (changed & TABLES ? OF_ROWS : 0) | (changed & FOOTNOTES ? OF_NOTES : 0);
    const others = seen & reads & this.aspects;
    if (others && (others !== WORDS_ALONE || !words || this.words.some((text) => words.test(text)))) return true;
    const accused = asked & this.otherAccused;
    return (accused & ~ASKED_CELLS) !== 0 || (accused !== 0 && (reads & this.otherCells) !== 0);
  }

  /** `check` has been asked: what it has asked for, and whether it has spoken. */
  keep(at: number, asked: Parts, spoke: boolean): void {
    this.asked[at] = spoke ? UNKNOWN : asked;
  }

  /** `checkRow` has been asked about the rows of `rowsFor`: what it has asked for, and of which it has spoken. */
  keepRows(at: number, asked: Parts, rows: readonly Row[] | undefined, spokenOf: readonly Row[] = NO_ROWS): void {
    this.askedOfRows[at] = rows ? asked | this.askedOfRows[at]! : asked;
    this.spokenOf[at] = spokenOf;
  }

  /** All that a rule has accused in this check: whoever asks for what is not as it was must be asked again. */
  accuse(at: number, now: readonly Accusation[] = NONE): void {
    const before = this.accused[at] ?? NONE;
    this.accused[at] = now;
    if (now.length === before.length && now.every((one, place) => this.isSame(before[place]!, one))) return;
    for (const one of [...before, ...now]) this.differ(one, CATALOGUE[at]!.id);
  }

  private isSame(before: Accusation, now: Accusation): boolean {
    const replaced = before.row !== now.row;
    if (replaced && (!before.row || this.newRows[this.gone.indexOf(before.row)]?.row !== now.row)) return false;
    if (before.cell === now.cell) return true;
    if (!replaced || !before.cell || !now.cell) return false;
    const aspect = aspectOfCell(now.row, now.cell);
    return aspect !== ALL_ASPECTS && aspect === aspectOfCell(before.row, before.cell);
  }

  private differ({ row, cell }: Accusation, rule: string): void {
    if (row) this.otherAccused |= askedOf(rule) | ASKED_ROWS;
    if (!cell) return;
    this.otherAccused |= ASKED_CELLS;
    this.otherCells |= aspectOfCell(row, cell);
  }
}
