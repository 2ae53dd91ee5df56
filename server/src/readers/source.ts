import type { Layout } from '../filing/model';
import type { LineIndex } from '../text/lines';
import type { CellFinder } from './cells/cellColumns';

/** A text about to be read, and how its layout writes a row. */
export interface Source {
  readonly text: string;
  readonly lines: LineIndex;
  readonly layout: Layout;
  readonly findCells: CellFinder;
}

/** A run of lines: `from` is the first, `to` the one after the last. */
export interface LineRun {
  readonly from: number;
  readonly to: number;
}
