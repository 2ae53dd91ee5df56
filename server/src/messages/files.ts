/** Texts that are not open, and what the client tells of its files and its day. */
import type { Position } from '../text/lines';
import type { DocumentParams } from './documents';

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
