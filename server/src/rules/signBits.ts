/** The signs of a filing that a rule may ask for, a bit for each. */
export const BITS = {
  /** It is XML. */
  xml: 1,
  /** Something could not be read. */
  unread: 2,
  /** Several owners. */
  owners: 4,
  /** A name, a ticker, a tick or a title of boxes 1, 2 and 5 that is missing, or not as it nearly always is. */
  head: 8,
  /** No owner is an officer or a director. */
  outsider: 16,
  /** A signature for somebody of whom box 1 may not speak. */
  signedFor: 32,
  /** Box 3, transactions and signatures that are not all there, written as EDGAR asks and in their order. */
  dates: 64,
  /** A signature later than the second day after a transaction. */
  late: 128,
  /** Box 4 is filled, or a note speaks of an amendment. */
  amends: 256,
  /** The 10b5-1 box is ticked, or missing where it might be due; or a note speaks of a plan. */
  plan: 512,
  /** Characters beyond Latin-1. */
  unusual: 1024,
  /** Notes and markers are not 1, 2, 3 and so on, each cited, first in that order, and each of a fitting length. */
  notes: 2048,
  /** Cells that cite. */
  markers: 4096,
  /** A cell with words that may send the reader to a footnote. */
  citing: 8192,
  /** An average price or a note on one that is not as it nearly always is. */
  averages: 16384,
  /** A table with more rows than the form has, a right in Table I, no transaction at all. */
  tables: 1 << 15,
  /** Holdings in an ownership that transactions have too. */
  repeats: 1 << 16,
  /** Several titles in one table that may be those of one class. */
  titles: 1 << 17,
  /** Two rows of a table with the same numbers. */
  sameRows: 1 << 18,
  /** A total of Table I that does not follow to the digit from the one before it of its holding, or follows from another. */
  tally: 1 << 19,
  /** Prices that are far apart, dear or like an amount, or of shares withheld. */
  prices: 1 << 20,
  /** Exercises whose halves in the two tables do not agree to the digit. */
  exercise: 1 << 21,
  /** A total of Table II that does not follow to the digit from the one before it of its grant. */
  grants: 1 << 22,
  /** A purchase or a sale on a day without trading. */
  closed: 1 << 23,
  /** A place that is named and not filled in, or a note that says so. */
  placeholders: 1 << 24,
  /** Rows in Table II that are exercisable or expire when hardly any are. */
  terms: 1 << 25,
  /** Rows in Table II with one amount in column 5 and another in column 7. */
  underlying: 1 << 26,
  /** A derivative security that has its own title for the security under it. */
  ownTitle: 1 << 27,
  /** A cell with several markers. */
  twice: 1 << 28,
} as const;

export type Sign = keyof typeof BITS;

/** Every sign: what is not known is taken to be there. */
export const ALL_SIGNS = 2 * BITS.twice - 1;

/** Those that rows show: where they are not all plain, these are taken to be there. */
export const SIGNS_OF_ROWS =
  BITS.citing |
  BITS.twice |
  BITS.tables |
  BITS.repeats |
  BITS.titles |
  BITS.sameRows |
  BITS.tally |
  BITS.prices |
  BITS.exercise |
  BITS.grants |
  BITS.terms |
  BITS.underlying |
  BITS.ownTitle |
  BITS.closed;

export const bitOf = (sign: Sign): number => BITS[sign];
