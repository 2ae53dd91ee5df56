/** What the board of filings and the extension say to each other. */
import { flag, list, oneOf, shape, text, whole, type Guard, type Guards } from '../guards';
import { words, type Words } from '../words';

/** What is to be done about a filing, the most pressing first. */
export const STATES = ['late', 'due', 'unsigned', 'signed'] as const;
export type State = (typeof STATES)[number];

/** A filing on the board. Days are as 2023-03-07, '' where there is none. */
export interface BoardRow {
  /** Stands for its file and its place in it. */
  readonly id: string;
  readonly file: string;
  readonly person: string;
  readonly issuer: string;
  readonly form: string;
  readonly period: string;
  readonly due: string;
  readonly signed: string;
  readonly state: State;
  readonly errors: number;
  readonly warnings: number;
  readonly remarks: number;
}

/** From the board. */
export type FromBoard = { readonly kind: 'ready' } | { readonly kind: 'go'; readonly id: string };

/** To the board. */
export type ToBoard =
  | { readonly kind: 'words'; readonly words: Words }
  /** Filings that are new or other now; `gone` are the files of which nothing else is left. */
  | {
      readonly kind: 'rows';
      readonly rows: readonly BoardRow[];
      readonly gone: readonly string[];
      readonly done: number;
      readonly of: number;
      readonly left: readonly string[];
      readonly anew: boolean;
    };

export const FROM_BOARD: Guards<FromBoard> = { ready: shape({}), go: shape({ id: text }) };

const row: Guard<BoardRow> = shape<BoardRow>({
  id: text,
  file: text,
  person: text,
  issuer: text,
  form: text,
  period: text,
  due: text,
  signed: text,
  state: oneOf(...STATES),
  errors: whole,
  warnings: whole,
  remarks: whole,
});

export const TO_BOARD: Guards<ToBoard> = {
  words: shape({ words }),
  rows: shape({ rows: list(row), gone: list(text), done: whole, of: whole, left: list(text), anew: flag }),
};
