import type { Layout } from '../filing/model';
import type { LineIndex } from '../text/lines';
import type { Span } from '../text/span';

/** A text about to be read, and how its layout writes a row. */
export interface Source {
  readonly text: string;
  readonly lines: LineIndex;
  readonly layout: Layout;
  /** The cells of one line of a table, separators left out. A line that is no row has one cell. */
  readonly splitCells: (text: string, line: Span) => Span[];
}

/** A run of lines: `from` is the first, `to` the one after the last. */
export interface LineRun {
  readonly from: number;
  readonly to: number;
}
