/** What stands beside a text: where the cursor is on the form, balances, columns, the numbers of footnotes. */
import type { Range } from '../text/lines';

/** Each in the form's own words; undefined where there is nothing to say. */
export interface Compass {
  /** `Table I, 4. Securities Acquired (A) or Disposed Of (D): Price (Instr. 3, 4 and 5)`, a box, or a footnote. */
  readonly place?: string;
  /** What kind of place it is, for menus: `row`, `note` or `box`. */
  readonly kind?: 'row' | 'note' | 'box';
  /** `9,503 + 693 acquired = 10,196`, and what is stated where that is another number. */
  readonly balance?: string;
  /** `Due Thursday, 03/09/2023, 10 p.m. Eastern`: the row's own day, else that of the filing. */
  readonly due?: string;
  /** `signed 03/09/2023, in time`. */
  readonly signed?: string;
}

export interface Standing {
  /** `05/15/2024`; undefined where it is not due on a day. */
  readonly due?: string;
  /** `Due Wednesday, 05/15/2024, 10 p.m. Eastern`, and `signed 05/15/2024, in time`. */
  readonly sentences: readonly string[];
  /** The rules that somebody has switched off. */
  readonly off: readonly { readonly id: string; readonly who: string }[];
}

/** The balance at one row that has a row of the same holding before it. */
export interface RowBalance {
  /** The line on which the total stands, from 0. */
  readonly line: number;
  /** `9,503 + 693`. */
  readonly sum: string;
  /** What the sum comes to. */
  readonly expected: string;
  /** The total as the filing states it. */
  readonly stated: string;
  /** Wrong where a finding says so; else a total that does not agree may have its reasons. */
  readonly state: 'agrees' | 'differs' | 'wrong';
}

export interface Balances {
  readonly rows: readonly RowBalance[];
  /** How many rows more there are than are told. */
  readonly more: number;
}

/** A stretch of a line: its line, and the characters where it begins and ends. */
export type Stretch = readonly [line: number, start: number, end: number];

export interface Alignment {
  /** Where a gap is drawn, and how many characters wide it is. */
  readonly gaps: readonly (readonly [line: number, character: number, width: number])[];
  /** Separators and markup, which take no room. */
  readonly tiny: readonly Stretch[];
  /** Footnote markers, which are drawn small and raised: a character is three quarters of one. */
  readonly raised: readonly Stretch[];
  /** The ends of headings that are longer than their columns; one character for dots has room before each. */
  readonly cuts: readonly Stretch[];
}

export interface FootnoteNumber {
  readonly number: number;
  /** The bullet. */
  readonly range: Range;
}
