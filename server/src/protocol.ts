/**
 * What client and server say to one another beyond LSP: every `form4/*` method, with its parameters and its result. Types
 * alone; docs/editors.md lists the methods for those who write a client of their own.
 */
import type { Alignment, Balances, Compass, FootnoteNumber, Standing } from './messages/beside';
import type { DocumentParams, PositionParams } from './messages/documents';
import type {
  EditFormParams,
  EditedForm,
  FormChoices,
  FormChoicesParams,
  OperateParams,
  Operated,
} from './messages/editing';
import type {
  CheckTextParams,
  CheckedText,
  CommittedParams,
  ReadFileParams,
  TodayParams,
  WorkspaceFilings,
  WorkspaceFilingsParams,
} from './messages/files';
import type { Ledger, LedgerAsParams, LedgerList, LedgerParams, LedgersParams } from './messages/ledgers';
import type {
  ComparableParams,
  CompareParams,
  Compared,
  ConvertParams,
  ConvertTextParams,
  Converted,
  ExplainParams,
  FixesParams,
  OfferedFix,
  PageParams,
  PrintedFiling,
  PrintedFormParams,
  Proof,
  ProofParams,
} from './messages/pages';

export type * from './messages/beside';
export type * from './messages/documents';
export type * from './messages/editing';
export type * from './messages/files';
export type * from './messages/ledgers';
export type * from './messages/pages';
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
