/**
 * How much a field of the form takes.
 * Source: EDGAR Ownership XML Technical Specification v5.5 (March 2026), 3.2 to 3.5, and its schema.
 */
import { parseDecimal, type Decimal } from '../text/decimal';

/** Fields of words. */
export type LimitedField =
  | 'rptOwnerName'
  | 'issuerName'
  | 'issuerTradingSymbol'
  | 'officerTitle'
  | 'otherText'
  | 'securityTitle'
  | 'underlyingSecurityTitle'
  | 'natureOfOwnership'
  | 'remarks'
  | 'signatureName';

export interface Limit {
  /** What the form calls the field, for messages. */
  readonly name: string;
  /** The most characters, markup and markers not counted. */
  readonly characters: number;
}

/** Footnotes in a form: their ids are F1 to F99. */
export const MOST_NOTES = 99;

/** Characters in a footnote. */
export const MOST_NOTE_CHARACTERS = 1000;

/** Rows in a table, transactions and holdings together. */
export const MOST_ROWS = 30;

/** Reporting persons of a form, and signatures; sentences say it in words (facts/fields). */
export const MOST_OWNERS = 10;

/** Characters in the parts of an address, which the text of a form does not keep apart. */
export const ADDRESS = { street: 40, city: 30, zipCode: 10, description: 50 } as const;

/** Fields of words that have a place in the text. A new limit is one row here. */
export const LIMITS: Readonly<Record<LimitedField, Limit>> = {
  rptOwnerName: { name: 'a name in box 1', characters: 150 },
  issuerName: { name: 'the issuer’s name', characters: 150 },
  issuerTradingSymbol: { name: 'the trading symbol', characters: 10 },
  officerTitle: { name: 'an officer’s title', characters: 30 },
  otherText: { name: 'the words for “Other”', characters: 30 },
  securityTitle: { name: 'a title of a security', characters: 60 },
  underlyingSecurityTitle: { name: 'a title of an underlying security', characters: 60 },
  natureOfOwnership: { name: 'the nature of indirect ownership', characters: 100 },
  remarks: { name: 'the remarks', characters: 2000 },
  signatureName: { name: 'a signature', characters: 255 },
};

/** Amounts, prices and totals. */
export const NUMBERS: { readonly decimals: number; readonly largest: Decimal } = {
  decimals: 4,
  largest: parseDecimal('999999999999.9999')!,
};
