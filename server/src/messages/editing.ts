/** Changes that the user asks for by name, and those made in the form. */
import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { FormOperation } from '../operations/form/run';
import type { Question } from '../operations/operation';
import type { Range } from '../text/lines';
import type { DocumentParams } from './documents';

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
