/**
 * The rows of a table as numbers, where each of them is plain: every cell holds what nearly every row has there; or odd, but
 * so that each cell can be read. What most rules look for first shows in these; no row and no cell is made for it.
 */
/** What a row says, by its place among the row's numbers. Amounts and prices are in ten-thousandths, so that they are whole. */
export const DAY = 0;
/** The unit of its letter; 0 in a row that states a holding. */
export const CODE = 1;
/** 1 where the amount is acquired. */
export const ACQUIRED = 2;
export const AMOUNT = 3;
/** Infinity where a footnote stands for it; NaN where it is blank. */
export const PRICE = 4;
export const TOTAL = 5;
/** The unit of D or I. */
export const OWNERSHIP = 6;
/** The first row whose holding is written in the same letters and with the same markers. */
export const HOLDING = 7;
/** The first row whose holding is written in the same letters, whatever the markers. */
export const WORDS = 8;
/** Table II alone; each is NaN where a footnote stands for it. */
export const EXERCISE_PRICE = 9;
export const EXERCISABLE = 10;
export const EXPIRES = 11;
export const UNDERLYING = 12;
/** The first row whose grant is written in the same letters and with the same markers. */
export const GRANT = 13;
/**
 * The number of the footnote that speaks of the trade: that of the one marker of the price or, where the price has none, of
 * the one of the amount. 0 where neither they nor code and date cite any, -1 where they cite in another way.
 */
export const CITES = 14;
/** So many numbers a row has. */
export const PLACES = 15;
/** One whole, in their unit. */
export const ONE = 10_000;

/** What a marker cites. */
export interface Cited {
  readonly number: number | undefined;
  readonly label: string;
}

export interface RowNumbers {
  readonly rows: number;
  /** PLACES numbers for each row, one row behind the other. */
  readonly values: readonly number[];
  /** What the markers of the rows cite, in the order of the text. */
  readonly markers: readonly Cited[];
  /** Some rows are not plain. */
  readonly hasOdd: boolean;
  /** Some rows have a deemed date. */
  readonly hasDeemed: boolean;
  /** Some rows have another title than the first one, to the letter. */
  readonly titlesDiffer: boolean;
  /** Two titles that are not written in the same letters may be those of one class. */
  readonly titlesDrift: boolean;
  /** Two holdings that are not written in the same letters may still be one. */
  readonly mayBeOneHolding: boolean;
  /** A title names an option, a warrant or a right. */
  readonly namesRights: boolean;
  /** A security may have the title of the one under it. */
  readonly namesItself: boolean;
  /** The words of a cell speak of a footnote. */
  readonly speaksOfNotes: boolean;
  /** A cell has more than one marker. */
  readonly citesTwice: boolean;
}

/** The day of the earliest transaction; Infinity where there is none. */
export function earliestIn({ values }: RowNumbers): number {
  let earliest = Infinity;
  for (let at = 0; at < values.length; at += PLACES)
    if (values[at + CODE] !== 0 && values[at + DAY]! < earliest) earliest = values[at + DAY]!;
  return earliest;
}
