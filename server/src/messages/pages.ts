/** A filing as another text: in another layout, as the printed form, as pages to read, beside another filing. */
import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { PrintedForm } from '../writers/printedForm/model';
import type { FormFinding } from '../writers/printedForm/placed';
import type { Gap } from '../writers/xmlPage';
import type { Position } from '../text/lines';
import type { Against, DocumentParams, FilingParams } from './documents';

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
