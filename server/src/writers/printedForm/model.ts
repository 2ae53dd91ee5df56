/**
 * The form as EDGAR prints it, as plain data that can be sent: every word of it, and of each thing in it where it stands in
 * the text. It is made of a filing by `printedForm`; preview, editor, proof and the texts that a filing is written into are
 * made of it. Types alone.
 *
 * Each thing has an address, which stays the same as long as what stands before it is not taken away: `periodOfReport`,
 * `reportingOwner/0/officerTitle`, `nonDerivativeTable/3/transactionShares`, `footnote/2`.
 */
import type { DocumentType } from '../../facts/forms';
import type { Layout } from '../../facts/layouts';
import type { BoxField } from '../../facts/fields';
import type { Column, ReadPart, TableName } from '../../filing/model';
import type { Span } from '../../text/span';

/** A citation of a note, printed raised: `(1)`. */
export interface FormMarker {
  /** Without the brackets. */
  readonly label: string;
  /** All of it: what goes when the marker goes. */
  readonly span: Span;
  /** The address of the note; left out where there is none of that label. */
  readonly note?: string;
}

/** What a redline says of a thing that one of two filings alone has. */
export type FormChange = 'added' | 'removed';

/** A value of the form, in its box or its cell. */
export interface FormCell {
  readonly address: string;
  /** As the form prints it: `03/07/2023`, `9,503`, `$43.16`; what cannot be read, as it stands; '' where it is blank. */
  readonly words: string;
  /** Left out where it cites none. */
  readonly markers?: readonly FormMarker[];
  /** Where the value stands; of a blank one the place where it would. */
  readonly span: Span;
  /** The whole cell between its separators, markers and blanks with it. */
  readonly whole: Span;
  /** Its characters are no value of its kind, as a number with two points. */
  readonly unclear?: true;
  /** In a redline: what the other filing says here where it is something else, with its markers; '' where it says nothing. */
  readonly was?: string;
}

/** A box that can be ticked. */
export interface FormTick {
  readonly address: string;
  /** The words beside it. */
  readonly caption: string;
  readonly ticked: boolean;
  /** Where the tick stands, or the place of its label; left out where the text does not have the box. */
  readonly span?: Span;
  /** The form of that time has the box, and the text has not. */
  readonly missing?: true;
  /** In a redline: whether it is ticked in the other filing, where that is otherwise. */
  readonly was?: boolean;
}

/** A reporting person: box 1, and box 5 of the same. */
export interface FormOwner {
  readonly address: string;
  readonly name: FormCell;
  /** The street, where it is told from the place. */
  readonly street?: FormCell;
  /** City, state and zip in one piece, or the whole address where nothing tells its parts. */
  readonly place?: FormCell;
  /** Director, 10% Owner, Officer, Other. */
  readonly relationship: readonly FormTick[];
  readonly officerTitle?: FormCell;
  readonly otherText?: FormCell;
}

export interface FormIssuer {
  readonly name: FormCell;
  readonly symbol: FormCell;
  /** Box 2a, on the form since March 2026; left out on a form without it. */
  readonly foreignSymbol?: FormCell;
}

/** A column of a table. */
export interface FormHeading {
  readonly column: Column;
  /** The item that it belongs to, `4. Securities Acquired (A) …`. */
  readonly item: string;
  /** Its own words below that; '' where it is the only column of the item. */
  readonly part: string;
  /** Of the width of the table, as `6.5%`: what stands in the column, and not its heading, says how much it needs. */
  readonly width: string;
}

/** The total of a row of Table I as the row before it of the same holding and its own amount have it. */
export interface FormSum {
  /** `9,503 + 693`. */
  readonly sum: string;
  /** What that comes to. */
  readonly expected: string;
  /** Whether the row states just that. */
  readonly agrees: boolean;
  /** Whether it may be taken over: the row states no total or a wrong one, and no other cell is likelier to be wrong. */
  readonly offered?: true;
}

export interface FormRow {
  readonly address: string;
  /** `unread`: a stretch of the text that could not be read as a row; its one cell holds the text. */
  readonly kind: 'transaction' | 'holding' | 'unread';
  /** Whether each cell has the looks of its own column, or only the order of the cells says which is which. */
  readonly read: 'certain' | 'inferred' | 'not';
  readonly span: Span;
  /** One for each heading, in their order. */
  readonly cells: readonly FormCell[];
  /** Left out where nothing of the same holding stands before it. */
  readonly sum?: FormSum;
  /** In a redline: the row stands in this filing alone, or in the other one alone, whose row is shown in its place. */
  readonly change?: FormChange;
}

export interface FormTable {
  readonly name: TableName;
  readonly title: string;
  readonly headings: readonly FormHeading[];
  readonly rows: readonly FormRow[];
  /** How many rows more there are than are told. */
  readonly more: number;
}

export interface FormNote {
  readonly address: string;
  /** Its number or letter; '' where it has none. */
  readonly label: string;
  readonly text: string;
  readonly span: Span;
  /** The addresses of the cells that cite it, in the form's order. */
  readonly cited: readonly string[];
  /** In a redline: the note stands in this filing alone, or in the other one alone. */
  readonly change?: FormChange;
  /** In a redline: the words of the note in the other filing, where they are others. */
  readonly was?: string;
  /** In a redline: its number in the other filing, where that is another one. */
  readonly wasLabel?: string;
  /** In a redline: what is changed in the cells that cite it, one a line. */
  readonly explains?: readonly string[];
}

export interface FormSignature {
  readonly name: FormCell;
  readonly date: FormCell;
}

/** A stretch of the text that belongs to a part of the form and could not be read. */
export interface FormUnread {
  readonly address: string;
  readonly part: ReadPart;
  /** The part in plain words. */
  readonly partName: string;
  readonly span: Span;
  /** Its first line, from 1. */
  readonly line: number;
  /** How many of its lines were not read; 0 where that is not known. */
  readonly lines: number;
  /** The text as it stands, its lines kept; of a long one the beginning. */
  readonly text: string;
  /** How many characters more there are than `text` has. */
  readonly more: number;
  /** The stretches stand among the rows of their table. */
  readonly inRows?: true;
}

/** The form's own words, which say nothing of this filing. */
export interface FormWords {
  /** `FORM 4`: that of an amendment too. */
  readonly form: string;
  readonly agency: string;
  readonly city: string;
  readonly title: string;
  readonly pursuant: string;
  readonly omb: readonly (readonly [string, string])[];
  /** Below a name, a street, a place. */
  readonly nameParts: string;
  readonly street: string;
  readonly placeParts: string;
  readonly foreignSymbol: string;
  /** Box 5 of the owners after the first. */
  readonly relationshipOfOther: string;
  readonly date: string;
  readonly legend: readonly string[];
  readonly captions: Readonly<Record<Exclude<BoxField, 'notSubjectToSection16' | 'aff10b5One'>, string>>;
}

export interface PrintedForm {
  readonly documentType: DocumentType;
  readonly layout: Layout;
  /** `Form 4 - NORTHWIND HARBOR INC - Alder Rowan J`. */
  readonly title: string;
  /** Which filing it is, from 1, of a text that holds several. */
  readonly part?: number;
  readonly own: FormWords;
  readonly notSubjectToSection16: FormTick;
  /** Left out on a form of before April 2023. */
  readonly aff10b5One?: FormTick;
  /** One at the least; the first one's box 5 is that of the form. */
  readonly owners: readonly FormOwner[];
  readonly issuer: FormIssuer;
  readonly periodOfReport: FormCell;
  readonly dateOfOriginalSubmission: FormCell;
  /** Box 6: by one person, by more than one. */
  readonly jointFiling: readonly FormTick[];
  readonly nonDerivativeTable: FormTable;
  readonly derivativeTable: FormTable;
  readonly notes: readonly FormNote[];
  readonly moreNotes: number;
  readonly remarks?: FormCell;
  readonly signatures: readonly FormSignature[];
  /** In the order of the text; empty where all was read. */
  readonly unread: readonly FormUnread[];
  /** In a redline: what the other filing is called, and how many things of the form are otherwise. */
  readonly against?: { readonly name: string; readonly changes: number };
}
