import type { Span } from '../text/span';

/** One sentence or a few about one thing, and where in the filing it is said. */
export interface Sentence {
  /** Words as they stand in the filing among our own; no markup. */
  readonly text: string;
  /** The rows or the boxes that it was read from. */
  readonly places: readonly Span[];
}
