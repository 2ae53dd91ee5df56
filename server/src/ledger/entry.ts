/**
 * What the ledger keeps of a filing: plain values, so that a hundred thousand filings can be put in order without their texts.
 * Names are those of EDGAR's ownership XML.
 */
import type { DocumentType } from '../facts/forms';
import type { TableName } from '../filing/model';
import type { Day } from '../text/days';
import type { Decimal } from '../text/decimal';
import type { Party } from './parties';

/** Where a filing was read from. */
export interface EntrySource {
  /** The file's name, as it is to be shown. */
  readonly path: string;
  /** Which filing of its file it is, from 1; left out where it is the only one. */
  readonly filing?: number;
  /** Something that is the same for the same text, as its SHA-256; left out where nobody knows it. */
  readonly hash?: string;
}

/** A row of a filing. */
export interface Step {
  readonly table: TableName;
  /** Its place in its table, from 0. */
  readonly row: number;
  /** Its line in the file, from 1. */
  readonly line: number;
  readonly kind: 'transaction' | 'holding';
  readonly securityTitle: string;
  readonly directOrIndirectOwnership: string;
  readonly natureOfOwnership: string;
  /** What tells its holding from others in this filing: words and markers. */
  readonly holding: string;
  /** The same in words alone, by which it is known in other filings: there the notes have other numbers. */
  readonly words: string;
  /** The words of the notes that say who holds it: "See footnote (4)" is told by them. '' where there are none. */
  readonly holder: string;
  /** The words of the notes on the title: units of several grants are told by them. '' where there are none. */
  readonly titled: string;
  readonly transactionDate: Day | undefined;
  readonly transactionCode: string;
  readonly transactionShares: Decimal | undefined;
  readonly transactionAcquiredDisposedCode: string;
  readonly transactionPricePerShare: Decimal | undefined;
  /** Column 5, in Table II column 9. */
  readonly sharesOwnedFollowingTransaction: Decimal | undefined;
  /** True where that is an amount in dollars. */
  readonly dollars: boolean;
  /** A note on title, amount or total speaks of shares that no row shows. */
  readonly noted: boolean;
  /** Table II alone: what tells one grant from another. */
  readonly grant: string;
}

/** A filing in the ledger. */
export interface Entry {
  /** The accession number, else the hash of the text, else its path: the same however often it is read. */
  readonly key: string;
  readonly source: EntrySource;
  readonly documentType: DocumentType;
  readonly issuer: Party;
  readonly issuerTradingSymbol: string;
  readonly reportingOwners: readonly Party[];
  /** The day of filing, where a header says it. */
  readonly filed: Day | undefined;
  readonly accessionNumber: string | undefined;
  /** The last signature. */
  readonly signed: Day | undefined;
  /** Box 3. */
  readonly periodOfReport: Day | undefined;
  /** Box 4: the day on which the filing that this one amends was filed. */
  readonly dateOfOriginalSubmission: Day | undefined;
  /** One of several filings of the same transactions, or full: its rows may go on in another. */
  readonly oneOfSeveral: boolean;
  /** What its notes and remarks say of shares that no row shows; undefined where they say nothing of the kind. */
  readonly elsewhere: Elsewhere | undefined;
  /** An amendment that takes a filing back, or says that it was filed twice. */
  readonly withdraws: boolean;
  /** The notes that state a range of prices, their words. */
  readonly ranges: readonly string[];
  /** The notes and remarks that may say why a holding is no more, their words. */
  readonly partings: readonly string[];
  readonly steps: readonly Step[];
}

/** Ways by which a holding changes without a row in a Form 4. */
export type Elsewhere = 'split' | 'plan';
