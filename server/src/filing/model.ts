/**
 * A Form 4 as it was read, in the words of EDGAR's ownership XML (EDGAR Ownership XML Technical Specification).
 * Every value carries where it stands and how it is written. What a text does not have is `undefined` or a blank cell.
 */
import type { DocumentType } from '../facts/forms';
import type { Layout } from '../facts/layouts';
import type { RowNumbers } from './rowNumbers';
import type { Day, DateForm } from '../text/days';
import type { Decimal } from '../text/decimal';
import type { LineIndex } from '../text/lines';
import type { Span } from '../text/span';
import type { XmlElement, XmlProblem } from '../text/xml';

export type { Layout } from '../facts/layouts';

/** A citation of a footnote in a table cell: `<sup>(1)</sup>`, `<sup>[1]</sup>`, `[1]` or `(1)`. */
export interface Marker {
  /** The footnote's number as written; undefined where it is not a number, as `(a)`. */
  readonly number: number | undefined;
  /** The number's own characters: `1`, `01`, `a`. */
  readonly label: string;
  /** The marker as read aloud, `(1)`, without the tags around it. */
  readonly span: Span;
  /** The number alone. */
  readonly labelSpan: Span;
  /** All that goes when the marker goes: the tags too, where they hold nothing else. */
  readonly outer: Span;
}

/** Why a cell that is not blank has no value. */
export type CellProblem = 'not-a-number' | 'bad-grouping' | 'negative' | 'not-a-date' | 'no-such-day';

/** A value of the form and where it stands. */
export interface Cell<T> {
  /** Undefined where the cell is blank, holds markers alone, or could not be read. */
  readonly value: T | undefined;
  /** The value's characters as they stand in the source, without markers; '' where there are none. */
  readonly raw: string;
  /** Where `raw` stands; in a blank cell the place where a value would go. */
  readonly span: Span;
  /** The whole cell between its separators. */
  readonly cellSpan: Span;
  readonly markers: readonly Marker[];
  readonly problem?: CellProblem;
  /** Written with a dollar sign. In a place for shares it makes EDGAR's `…Value` out of `…Shares`. */
  readonly dollars?: boolean;
  /** Dates only: how it is written. */
  readonly dateForm?: DateForm;
}

export type TextCell = Cell<string>;
export type NumberCell = Cell<Decimal>;
export type DateCell = Cell<Day>;

/** The `Code` cell: `S`, `S/K`, `G V`. `value` is the base letter as written. */
export interface CodeCell extends Cell<string> {
  /** `/K` stands behind the code: a transaction in an equity swap. */
  readonly equitySwapInvolved: boolean;
  /** A V stands in the code cell beside a code: `G V`, `GV`. */
  readonly voluntary: boolean;
  /** A digit behind the code, as Form 5 prints it: `P4`. */
  readonly suffix?: string;
  /** Further base letters, where more than one stands there. */
  readonly others: readonly string[];
}

export type TableName = 'nonDerivativeTable' | 'derivativeTable';

interface RowBase {
  readonly kind: 'transaction' | 'holding';
  /** The row's number in its table, from 0. */
  readonly index: number;
  /** The row's line, without its line end. */
  readonly span: Span;
  /**
   * How the cells were given their columns: `certain` where each has the looks of its own column or stands in an element of
   * its own, `inferred` where the order of the cells alone says so.
   */
  readonly read: 'certain' | 'inferred';
  /**
   * True where each cell holds what nearly every row has there, so that rules for what is odd about a row need not be asked.
   * Undefined where the reader does not tell.
   */
  readonly plain?: boolean;
  /** The numbers of the columns in which a marker may stand, from 0; undefined where the reader does not tell. */
  readonly citing?: readonly number[];
  /** The cells as they stand in the line, before columns are given to them. */
  readonly cells: readonly TextCell[];
  readonly securityTitle: TextCell;
  readonly transactionDate: DateCell;
  readonly deemedExecutionDate: DateCell;
  readonly transactionCode: CodeCell;
  /** The V column. A V, here or in the code cell, is EDGAR's transactionFormType 5 on a Form 4. */
  readonly transactionFormType: TextCell;
  /** Table II: the one of the columns (A) and (D) that is filled; blank where none or both are. */
  readonly transactionShares: NumberCell;
  /** Table II: from the column that holds the amount. */
  readonly transactionAcquiredDisposedCode: TextCell;
  readonly transactionPricePerShare: NumberCell;
  readonly sharesOwnedFollowingTransaction: NumberCell;
  readonly directOrIndirectOwnership: TextCell;
  readonly natureOfOwnership: TextCell;
}

/** A row of Table I. */
export interface NonDerivativeRow extends RowBase {
  readonly table: 'nonDerivativeTable';
}

/** A row of Table II. */
export interface DerivativeRow extends RowBase {
  readonly table: 'derivativeTable';
  readonly conversionOrExercisePrice: NumberCell;
  /** Column 5 (A). */
  readonly acquired: NumberCell;
  /** Column 5 (D). */
  readonly disposed: NumberCell;
  readonly exerciseDate: DateCell;
  readonly expirationDate: DateCell;
  readonly underlyingSecurityTitle: TextCell;
  readonly underlyingSecurityShares: NumberCell;
}

export type Row = NonDerivativeRow | DerivativeRow;

/** The columns of both tables, named by the properties of a row. */
export type Column =
  | Exclude<keyof NonDerivativeRow, 'kind' | 'index' | 'span' | 'read' | 'plain' | 'citing' | 'cells' | 'table'>
  | Exclude<keyof DerivativeRow, keyof RowBase | 'table'>;

/** The columns from left to right. Two names in one place share a cell, as title and amount of item 7 may. */
export type Columns = readonly (readonly Column[])[];

export interface Table<R extends Row> {
  /** The table's title line; undefined where the table is missing. */
  readonly title: Span | undefined;
  /** The lines of column headings. */
  readonly headings: Span | undefined;
  /** From the title to the end of the last row. */
  readonly span: Span;
  readonly rows: readonly R[];
  readonly columns: Columns;
  /** What its rows say, where each of them is plain; undefined where one is not, or the reader does not tell. */
  readonly numbers?: RowNumbers;
}

/** A box that can be ticked. */
export interface CheckBox {
  readonly checked: boolean;
  /** The tick where there is one, else the place of the label. */
  readonly span: Span;
  /** What stands for the tick, be it ticked or not, as `[X]` or `[ ]`; undefined where nothing does. */
  readonly mark: Span | undefined;
  /** The words of the box. */
  readonly label: Span;
}

/** What a reporting person may be to the issuer, in the order of EDGAR's elements. */
export const ROLES = ['isDirector', 'isOfficer', 'isTenPercentOwner', 'isOther'] as const;
export type Role = (typeof ROLES)[number];

export interface ReportingOwner {
  readonly rptOwnerName: TextCell;
  /** Street, city, state and zip as they stand, in one piece; undefined where there is none. */
  readonly address: TextCell | undefined;
  readonly isDirector: boolean;
  readonly isTenPercentOwner: boolean;
  readonly isOfficer: boolean;
  readonly isOther: boolean;
  readonly officerTitle: TextCell | undefined;
  readonly otherText: TextCell | undefined;
  /** Box 5 of this owner; undefined where it is missing. */
  readonly relationship: Span | undefined;
  /** The boxes of box 5 that the text prints; none in XML, which has elements for them. */
  readonly roles: Readonly<Partial<Record<Role, CheckBox>>>;
}

export interface Issuer {
  readonly issuerName: TextCell;
  readonly issuerTradingSymbol: TextCell;
}

/** How the notes of a list are told apart: `- `, `1. `, `(1) ` or the ids of the ownership XML. */
export type FootnoteStyle = 'bullet' | 'number' | 'parentheses' | 'xml' | 'none';

export interface Footnote {
  /** Its number: as written or, in a list of bullets, its place in the list. Undefined where the label is no number. */
  readonly number: number | undefined;
  /** The label's own characters: `1`; '' for a bullet. */
  readonly label: string;
  /** The label with its punctuation: `- `, `1. `, `(1) `. */
  readonly labelSpan: Span;
  /** The words, white space collapsed, escapes undone. */
  readonly text: string;
  readonly textSpan: Span;
  /** Label and words. */
  readonly span: Span;
}

export interface Footnotes {
  /** `Explanation of Responses:`; undefined where the section is missing. */
  readonly heading: Span | undefined;
  readonly style: FootnoteStyle;
  readonly list: readonly Footnote[];
  /** From the heading to the end of the last note; where there is no section, the place where it would go. */
  readonly span: Span;
}

export interface OwnerSignature {
  readonly signatureName: TextCell;
  readonly signatureDate: DateCell;
  readonly span: Span;
}

/** What an XML filing was read from. */
export interface XmlSource {
  /** `ownershipDocument`; undefined where the text has none. */
  readonly document: XmlElement | undefined;
  /** What stands before the name `ownershipDocument` and those in it, as `ns1:`; EDGAR's schema has no such thing. */
  readonly prefix?: Span;
  /** Where the text is not well-formed, in its order. */
  readonly problems: readonly XmlProblem[];
}

/** Something the reader met and could not place. Never thrown, never a finding by itself. */
export interface Problem {
  readonly code: 'no-table' | 'no-headings' | 'unread-text' | 'xml';
  readonly message: string;
  readonly span: Span;
}

/** The parts of a filing that may be read or not, by their names in a filing. */
export type ReadPart =
  | 'reportingOwners'
  | 'issuer'
  | 'periodOfReport'
  | 'dateOfOriginalSubmission'
  | 'nonDerivativeTable'
  | 'derivativeTable'
  | 'footnotes'
  | 'ownerSignatures';

/** The parts and boxes that may be read for certain or not. */
export type InferredPart = ReadPart | 'documentType' | 'notSubjectToSection16' | 'aff10b5One';

/** A stretch of the text that belongs to a part of the form and could not be read as such. */
export interface Unread {
  readonly part: ReadPart;
  readonly span: Span;
  /** How many of its lines were not read. */
  readonly lines: number;
  /** The rows among them, each where it stands; undefined where that is not known. */
  readonly rows?: readonly Span[];
}

/** The numbered boxes whose place a finding may need even where they are empty. */
export interface Boxes {
  readonly reportingPerson?: Span;
  readonly issuer?: Span;
  readonly earliestTransaction?: Span;
  readonly originalFiled?: Span;
  readonly relationship?: Span;
  readonly jointFiling?: Span;
}

export interface Filing {
  readonly layout: Layout;
  /** Undefined in the layouts that are no XML. */
  readonly xml?: XmlSource;
  /** Which filing it is, from 1, of a text that holds several, and its stretch of it; undefined where it is the only one. */
  readonly part?: { readonly number: number; readonly span: Span };
  readonly text: string;
  readonly lines: LineIndex;
  /** `4`, or `4/A` where box 4 holds a date. */
  readonly documentType: DocumentType;
  readonly notSubjectToSection16: CheckBox | undefined;
  /** The 10b5-1 box; undefined where the form has none, as before April 2023. */
  readonly aff10b5One: CheckBox | undefined;
  readonly boxes: Boxes;
  readonly reportingOwners: readonly ReportingOwner[];
  readonly issuer: Issuer;
  /** Box 3, Date of Earliest Transaction. */
  readonly periodOfReport: DateCell;
  /** Box 4, If Amendment, Date of Original Filed. */
  readonly dateOfOriginalSubmission: DateCell;
  readonly nonDerivativeTable: Table<NonDerivativeRow>;
  readonly derivativeTable: Table<DerivativeRow>;
  readonly footnotes: Footnotes;
  readonly remarks: TextCell | undefined;
  readonly ownerSignatures: readonly OwnerSignature[];
  /** True where one cell at least cites a footnote by a readable marker. */
  readonly hasMarkers: boolean;
  /** Text of the form itself that says nothing of this filing: the OMB box, reminders, legends. */
  readonly boilerplate: readonly Span[];
  readonly problems: readonly Problem[];
  /** What could not be read, in the order of the text; empty where all was. Nothing is said of what depends on it. */
  readonly unread: readonly Unread[];
  /** What was not read for certain; undefined where all was. */
  readonly inferred?: readonly InferredPart[];
}
