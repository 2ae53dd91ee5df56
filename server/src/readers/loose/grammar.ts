/**
 * What the columns of Tables I and II hold, and what it costs to read a row otherwise. Costs are whole numbers: the reading
 * of the least cost is taken, and where two cost the same neither is.
 */
import type { Token } from './tokens';

export type ColumnKind = 'title' | 'date' | 'code' | 'v' | 'number' | 'price' | 'side' | 'ownership' | 'nature';

export interface GrammarColumn {
  readonly kind: ColumnKind;
  /** What it costs where nothing stands in it. */
  readonly blank: number;
}

export interface Grammar {
  readonly columns: readonly GrammarColumn[];
  /** The columns that a holding leaves blank: from the first to the one before the second. */
  readonly transaction: readonly [from: number, to: number];
}

/** A blank price, conversion price or date of the form has a marker: it is seldom that nothing is left of it. */
const column = (kind: ColumnKind, blank: number): GrammarColumn => ({ kind, blank });

export const TABLE_I: Grammar = {
  columns: [
    column('title', 99),
    column('date', 12),
    column('date', 0),
    column('code', 10),
    column('v', 0),
    column('number', 9),
    column('side', 9),
    column('price', 3),
    column('number', 9),
    column('ownership', 12),
    column('nature', 0),
  ],
  transaction: [1, 8],
};

/** The columns (A) and (D) are one here: nothing but the blank beside it says which of them an amount stands in. */
export const TABLE_II: Grammar = {
  columns: [
    column('title', 99),
    column('price', 8),
    column('date', 12),
    column('date', 0),
    column('code', 10),
    column('v', 0),
    column('number', 9),
    column('date', 8),
    column('date', 8),
    column('title', 9),
    column('number', 9),
    column('price', 3),
    column('number', 9),
    column('ownership', 12),
    column('nature', 0),
  ],
  transaction: [2, 7],
};

export const COST = {
  /** A row of a holding: all that a transaction has is blank. */
  holding: 4,
  /** A marker alone in a cell, and each further one in it. */
  markerAlone: 1,
  /** A marker behind the letter that says acquired or disposed of. */
  markerOnSide: 2,
  /** A number without a dollar sign as a price, and one with it as shares. */
  plainPrice: 3,
  dollarShares: 5,
  /** A letter that is none of the column's, a date or a number that is misspelt. */
  otherLetter: 6,
  misspelt: 5,
  /** Within words: a number, a single letter, a date. */
  numberInWords: 2,
  /** The same where lines end anywhere, so that an amount would join two rows. */
  amountInWords: 6,
  letterInWords: 1,
  dateInWords: 9,
  /** The form asks for the nature of what is held indirectly, and of that alone. */
  natureOfDirect: 4,
  natureMissing: 3,
  /** Words that stand far apart, or on two lines, in one cell. */
  wide: 4,
  line: 5,
  paragraph: 10,
  /** A row that goes on on the next line though there was room on its own. */
  wrapped: 12,
  /** The same where there was none. */
  full: 1,
  /** Where each cell has a line of its own: two on one. */
  twoOnLine: 20,
  /** Where lines end anywhere: a row whose title is none of those that the table is known to have. */
  otherTitle: 4,
  /** More than this in one row is no reading of it. */
  most: 13,
} as const;

export const NEVER = 1_000_000;

/** What it costs to begin a cell of some column with a token; NEVER where none begins so. */
export function costToBegin(kind: ColumnKind, token: Token): number {
  const is = token.kind;
  if (kind === 'title' || kind === 'nature') return is === 'marker' ? NEVER : costInWords(token);
  if (is === 'marker') return kind === 'v' || kind === 'ownership' || kind === 'code' ? NEVER : COST.markerAlone;
  switch (kind) {
    case 'date':
      return is === 'date' ? 0 : is === 'words' && /^\d[\dOl]?[/.-]/.test(token.raw) ? COST.misspelt : NEVER;
    case 'number':
    case 'price': {
      if (is !== 'number') return is === 'words' && /^[-($]?\$?\d/.test(token.raw) ? COST.misspelt : NEVER;
      const dollars = token.raw.charCodeAt(0) === 36;
      return kind === 'price' ? (dollars ? 0 : COST.plainPrice) : dollars ? COST.dollarShares : 0;
    }
    case 'code':
      return is === 'letter' ? 0 : NEVER;
    case 'v':
      return token.raw === 'V' ? 0 : NEVER;
    case 'side':
      return is !== 'letter' ? NEVER : token.raw === 'A' || token.raw === 'D' ? 0 : COST.otherLetter;
    default:
      return is !== 'letter' ? NEVER : token.raw === 'D' || token.raw === 'I' ? 0 : COST.otherLetter;
  }
}

/** What a token costs within words. */
export function costInWords({ kind }: Token): number {
  switch (kind) {
    case 'number':
      return COST.numberInWords;
    case 'letter':
      return COST.letterInWords;
    case 'date':
      return COST.dateInWords;
    default:
      return 0;
  }
}
