/**
 * What client and server say to one another beyond LSP: every `form4/*` method, with its parameters and its result. Types
 * alone; docs/editors.md lists the methods for those who write a client of their own.
 */
import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { FormOperation } from './operations/form/run';
import type { Question } from './operations/operation';
import type { Position, Range } from './text/lines';
import type { PrintedForm } from './writers/printedForm/model';
import type { FormFinding } from './writers/printedForm/placed';
import type { Gap } from './writers/xmlPage';

export type * from './writers/printedForm/model';
export type { FormFinding } from './writers/printedForm/placed';

/** Requests of the client. A result is null where there is no such document, or where the server fails. */
export interface ServerRequests {
  /** Where the cursor is on the form. */
  'form4/compass': { params: PositionParams; result: Compass | null };
  /** What is to be said of the filing as a whole, besides its findings. */
  'form4/standing': { params: DocumentParams; result: Standing | null };
  /** The running balance behind the rows of Table I. */
  'form4/balance': { params: DocumentParams; result: Balances | null };
  /** What is drawn so that the cells of tables stand under their headings. */
  'form4/alignment': { params: DocumentParams; result: Alignment | null };
  /** The numbers of footnotes whose bullets do not show them. */
  'form4/footnoteNumbers': { params: DocumentParams; result: FootnoteNumber[] | null };
  /** A change that the user asks for by name. */
  'form4/operate': { params: OperateParams; result: Operated | null };
  /** Whether the form of a filing can be edited, and what a code can be chosen from. */
  'form4/formChoices': { params: FormChoicesParams; result: FormChoices | null };
  /** A change of one place of the form, or of one of its rows or notes. */
  'form4/editForm': { params: EditFormParams; result: EditedForm | null };
  /** The filing in another layout; null too where there is no such layout, schema or table. */
  'form4/convert': { params: ConvertParams; result: Converted | null };
  /** A text that is not open, as copied from a browser, as a filing in another layout; null where it is no Form 4. */
  'form4/convertText': { params: ConvertTextParams; result: Converted | null };
  /** The form as EDGAR prints it, as data; null too where the text is another form. */
  'form4/printedForm': { params: PrintedFormParams; result: PrintedFiling | null };
  /** What can be done about a finding of `form4/printedForm`; null where the text is another by now. */
  'form4/fixes': { params: FixesParams; result: readonly OfferedFix[] | null };
  /** The form as one web page to be printed; null too where the text is another form. */
  'form4/proof': { params: ProofParams; result: Proof | null };
  /** A page in Markdown: what stands between the filing and EDGAR, as if it were signed today. */
  'form4/checkBeforeFiling': { params: PageParams; result: string | null };
  /** What `form4 check --format report` prints. */
  'form4/checkReport': { params: PageParams; result: string | null };
  /** The filing in plain sentences; null too where there is no such format. */
  'form4/explainFiling': { params: ExplainParams; result: string | null };
  /** The filings with which a filing can be compared, the likeliest first: the one before it, or those that it may amend. */
  'form4/comparable': { params: ComparableParams; result: Compared[] };
  /** A page in Markdown: what the filing says otherwise than another; null too where that one is gone. */
  'form4/compare': { params: CompareParams; result: string | null };
  /** Whose filings are in the folders that are open. */
  'form4/ledgers': { params: LedgersParams; result: LedgerList };
  /** What one person has held of one company over time; null where no such filings are there. */
  'form4/ledger': { params: LedgerParams; result: Ledger | null };
  /** The same as `form4 ledger` prints it; null too where there is no such format. */
  'form4/ledgerAs': { params: LedgerAsParams; result: string | null };
  /** The findings of a text that is not open. */
  'form4/checkText': { params: CheckTextParams; result: CheckedText | null };
  /** Tells the text of a document in the last commit; whether findings are others now. */
  'form4/committed': { params: CommittedParams; result: boolean };
}

/** Notifications of the client. */
export interface ServerNotifications {
  /** Another day has begun where the user is. */
  'form4/today': { params: TodayParams };
  /** Files of the folders that are open have come, changed or gone: the server asks for them when it needs them. */
  'form4/filingsChanged': { params: Record<string, never> };
}

/** Requests of the server to a client that has said in its `initializationOptions` that it answers them. */
export interface ClientRequests {
  /** The text of a file, null where there is none: `readsFiles`. */
  'form4/readFile': { params: ReadFileParams; result: string | null };
  /** The filings in the folders that are open: `listsFilings`. */
  'form4/workspaceFilings': { params: WorkspaceFilingsParams; result: WorkspaceFilings };
}

/**
 * Parameters as the server takes them: a client may send anything. The members that are `Trusted` are used as they come,
 * and what cannot be made of them is a failure that the request is answered empty for.
 */
export type Received<P, Trusted extends keyof P = never> = Pick<P, Trusted> & {
  readonly [K in Exclude<keyof P, Trusted>]?: unknown;
};

export interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

export interface PositionParams extends DocumentParams {
  readonly position: Position;
}

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

export interface OperateParams extends DocumentParams {
  /** As `footnote.insert`. */
  readonly operation: string;
  /** What is selected. */
  readonly range: Range;
  /** What the user was asked for. */
  readonly answers?: Readonly<Record<string, unknown>>;
  /** Whether the client sets in snippets: else what would be one is an edit. */
  readonly snippets?: boolean;
}

export interface Operated {
  readonly edit?: WorkspaceEdit;
  /** Text with places to fill in, in the syntax of LSP's snippets, for a client that takes it; set in without any edit. */
  readonly snippet?: { readonly range: Range; readonly text: string };
  /** What the document may be called until it has a file, where all of it is made here. */
  readonly title?: string;
  /** Where the cursor goes, in the text after the edit. */
  readonly selection?: Range;
  /** A second filing that comes out of it, to be opened as a new document. */
  readonly another?: {
    readonly text: string;
    readonly title: string;
    /** The text with places to fill in, for a client that takes snippets. */
    readonly snippet?: string;
  };
  readonly remark?: string;
  /** Why nothing was done. */
  readonly refused?: string;
  /** The first place that the remark speaks of, in the text after the edit: for a button that shows it. */
  readonly changed?: Range;
  /** An operation that is likely to be wanted next, where the cursor then is: for a button beside the remark. */
  readonly next?: { readonly operation: string; readonly title: string };
  /** What must be answered first. */
  readonly asks?: Asked;
}

export interface FormChoicesParams extends DocumentParams {
  /** Which filing of a text of several, from 1; the first where it is left out. */
  readonly filing?: number;
}

export interface FormChoices {
  /** Why its layout takes no edits; left out where it does. */
  readonly refused?: string;
  readonly codes: readonly { readonly code: string; readonly meaning: string }[];
}

/** Words typed at a place of the form, or pasted into several cells. Places are named as in the printed form. */
export interface TypedWords {
  readonly address: string;
  readonly text: string;
}

export type FormChanged =
  | { readonly kind: 'set'; readonly places: readonly TypedWords[] }
  | { readonly kind: 'tick'; readonly address: string; readonly checked: boolean }
  /** A marker of the note with this number, in a cell or out of it. */
  | { readonly kind: 'cite'; readonly address: string; readonly number: number }
  | { readonly kind: 'uncite'; readonly address: string; readonly number: number }
  /** A new note that a cell cites. */
  | { readonly kind: 'note'; readonly address: string; readonly text: string }
  /** An operation by name, on the row, the note or the table at an address. */
  | { readonly kind: 'run'; readonly address: string; readonly operation: FormOperation };

export interface EditFormParams extends DocumentParams {
  /** The version of the text whose form the user saw: of another one nothing is changed. */
  readonly version: number;
  /** Which filing of a text of several, from 1; the first where it is left out. */
  readonly filing?: number;
  readonly change: FormChanged;
  /** What the user was asked for. */
  readonly answers?: Readonly<Record<string, unknown>>;
}

export interface EditedForm {
  /** Left out where nothing is to be changed. */
  readonly edit?: WorkspaceEdit;
  readonly remark?: string;
  /** Why nothing was done. */
  readonly refused?: string;
  /** Nothing was done since the text is of another version. */
  readonly stale?: true;
  /** What must be answered first. */
  readonly asks?: Asked;
}

export type Asked = Question['asks'];

export interface ConvertParams {
  readonly uri: string;
  /** One of `xml`, `text`, `piped`, `html`, `json`, `csv`, as `form4 convert --to` calls them. */
  readonly to: string;
  /** For `xml`: the version of EDGAR's schema; X0609 where it is left out. */
  readonly schema?: string;
  /** For `csv`: which table of the SEC's data sets. */
  readonly table?: string;
  /** Where in a text of several filings; its first where it is left out. Json and csv take all of them. */
  readonly position?: Position;
  /** Which filing of a text of several, from 1; goes before `position`. */
  readonly filing?: number;
}

export interface ConvertTextParams {
  readonly text: string;
  /** As in ConvertParams; one of a single filing. */
  readonly to: string;
}

export interface Converted {
  readonly text: string;
  /** What a person has to fill in or look at; each is a comment of the text too. Always empty but for `xml`. */
  readonly gaps: readonly Gap[];
  readonly languageId: string;
  /** Which filing of a text of several it is, from 1; left out where the text holds one, or where it is all of them. */
  readonly filing?: number;
}

/** Which filing of a text of several is meant. */
export interface FilingParams extends DocumentParams {
  /** Where in the text it is; its first where it is left out. */
  readonly position?: Position;
  /** Which one, from 1; goes before `position`. */
  readonly filing?: number;
}

/** The filing against which a form is a redline: what it says otherwise is marked. */
export interface Against {
  readonly uri: string;
  /** Which one it is, from 1, of a text that holds several. */
  readonly filing?: number;
  /** What it is called to the reader. */
  readonly name: string;
}

export interface PrintedFormParams extends FilingParams {
  readonly against?: Against;
}

export interface PrintedFiling {
  /** The version of the document that it was made of. */
  readonly version: number;
  /** Which filing of a text of several it is, from 1; left out where the text holds one. */
  readonly filing?: number;
  readonly form: PrintedForm;
  /** In the order of the text, the first of very many. */
  readonly findings: readonly FormFinding[];
  /** How many findings more there are. */
  readonly moreFindings: number;
}

export interface FixesParams extends DocumentParams {
  /** The version that the finding is of. */
  readonly version: number;
  readonly finding: Pick<FormFinding, 'rule' | 'message' | 'span'>;
}

export interface OfferedFix {
  /** An order: `Set the total to 48,310`. */
  readonly title: string;
  readonly edit: WorkspaceEdit;
}

export interface ProofParams extends FilingParams {
  /** The file's name for the reader; else its path. */
  readonly name?: string;
  /** The SHA-256 of the saved bytes, in hexadecimal digits; left out where they are not saved. */
  readonly sha256?: string;
  /** Makes it a review copy, with what the rules find. */
  readonly findings?: boolean;
  /** Makes it a redline. */
  readonly against?: Against;
  /** The day, as 2023-03-07; else the one that the client gave last. */
  readonly today?: string;
}

export interface Proof {
  readonly html: string;
  /** Which filing of a text of several it is, from 1; left out where the text holds one. */
  readonly filing?: number;
}

export interface PageParams extends DocumentParams {
  /** The day, as 2023-03-07; else the one that the client gave last. */
  readonly today?: string;
  /** The file's name for the reader; else its path. */
  readonly name?: string;
  /** Its address in links, to which a place is added; null where no link leads to it. Else its URI. */
  readonly link?: string | null;
  /** What stands before `<rule>.md` in the address of a rule's page; without it no link leads to rules. */
  readonly rules?: string;
  /** The SHA-256 of its bytes, in hexadecimal digits; else of the text as UTF-8. */
  readonly sha256?: string;
}

export interface ExplainParams extends PageParams {
  /** `markdown`, which it is where it is left out, `text` or `json`. */
  readonly format?: string;
}

export interface ComparableParams extends DocumentParams {
  readonly with: 'before' | 'original';
}

/** A filing in the folders that are open. */
export interface Compared {
  readonly uri: string;
  /** Which filing of a file that holds several, from 1. */
  readonly filing?: number;
  /** `Form 4 · signed 03/08/2022 · of 03/07/2022 · S`. */
  readonly about: string;
}

export interface CompareParams extends PageParams, ComparableParams {
  readonly other: Pick<Compared, 'uri' | 'filing'> & Pick<PageParams, 'name' | 'link'>;
}

export interface LedgersParams {
  /** A filing that is open: the series to which it belongs is told. */
  readonly textDocument?: { readonly uri: string };
}

export interface LedgerList {
  /** By the names of persons. */
  readonly series: readonly {
    readonly key: string;
    readonly person: string;
    readonly issuer: string;
    /** How many filings there are. */
    readonly filings: number;
  }[];
  /** The key of the series of the filing that was asked with. */
  readonly own?: string;
}

export interface LedgerParams {
  /** A key of the list. */
  readonly series: string;
}

export interface LedgerAsParams extends LedgerParams {
  readonly format: 'csv' | 'svg' | 'html';
}

export interface Ledger {
  readonly series: string;
  readonly person: string;
  readonly issuer: string;
  /** A filing stands here by a name alone. */
  readonly byName: boolean;
  readonly holdings: readonly LedgerHolding[];
}

export interface LedgerHolding {
  /** `Common Stock, indirect (By Family Trust)`. */
  readonly title: string;
  readonly securityTitle: string;
  readonly table: 'nonDerivativeTable' | 'derivativeTable';
  readonly indirect: boolean;
  /** In the order in which they were made. */
  readonly steps: readonly LedgerStepShown[];
}

/** A row of a filing. Days are as 2023-03-07, null where none can be read. */
export interface LedgerStepShown {
  readonly uri: string | null;
  /** From 0. */
  readonly line: number;
  readonly file: string;
  readonly filed: string | null;
  readonly traded: string | null;
  readonly code: string;
  /** `+1,200`. */
  readonly change: string;
  /** `48,310`. */
  readonly left: string;
  /** The same for a drawing; null where it is no number of shares, or does not count. */
  readonly shares: number | null;
  /** It does not go on from the filing before. */
  readonly apart: boolean;
  /** What is to be said of it: a gap, a split, an amendment. */
  readonly remark: string;
}

export interface CheckTextParams {
  readonly uri: string;
  readonly text: string;
}

export interface CheckedText {
  /** How many filings the text holds. */
  readonly filings: number;
  /** In the order of the text, the first of very many. */
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
    readonly start: Position;
  }[];
  /** How many findings there are by severity. */
  readonly counts: Readonly<Record<string, number>>;
  /** Of each filing, the first of very many. */
  readonly forms: readonly FormState[];
}

/** What is to be known of a filing among many. Days are as 2023-03-07, null where there is none. */
export interface FormState {
  readonly person: string;
  readonly issuer: string;
  readonly documentType: string;
  readonly period: string | null;
  /** The day on which its first transaction is due. */
  readonly due: string | null;
  readonly signed: string | null;
  /** Signed after that day or, where it is not signed, that day is over. */
  readonly late: boolean;
  /** Where it begins. */
  readonly line: number;
}

export interface CommittedParams extends DocumentParams {
  readonly text: string;
}

export interface TodayParams {
  /** As 2023-03-07. */
  readonly today: string;
}

export interface ReadFileParams {
  readonly uri: string;
}

export interface WorkspaceFilingsParams {
  /** The state that the server knows, 0 at first: it asks for what has changed since. */
  readonly since: number;
}

export interface WorkspaceFilings {
  /** Stands for the state that is told of. */
  readonly serial: number;
  /** Whether what is not among `filings` is gone. */
  readonly all: boolean;
  /** There are more: the server asks again, with this serial. */
  readonly more?: boolean;
  /**
   * Each new or changed file with its text; `text` null where it is gone, or no Form 4 any more. Of a very long one the beginning
   * is enough, and `cut` says so.
   */
  readonly filings: readonly { readonly uri: string; readonly text: string | null; readonly cut?: boolean }[];
  /** What was left out, in plain words. */
  readonly left?: string;
}
