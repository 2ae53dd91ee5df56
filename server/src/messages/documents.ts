/** What messages of many kinds have: which document, which place, which filing of a text of several. */
import type { Position } from '../text/lines';

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
