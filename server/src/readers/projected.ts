import type { Filing, Layout } from '../filing/model';
import { LineIndex } from '../text/lines';
import type { CellFinder } from './cells/cellColumns';
import { findTabs } from './cells/tabs';
import { readForm } from './form';
import type { Projection } from './projection';

/**
 * Reads a text that was written over in the habits of another layout.
 * @param layout what the source is in
 * @param findCells how the text that was written parts its cells: with tabs unless it is said
 * @returns the filing with its places in the text that was written; `carryBack` brings them to the source
 */
export function readProjected(projection: Projection, layout: Layout, findCells: CellFinder = findTabs): Filing {
  const { text } = projection;
  return readForm({ text, lines: new LineIndex(text), layout, findCells });
}
