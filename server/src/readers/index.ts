import type { Filing, Layout } from '../filing/model';
import { LineIndex } from '../text/lines';
import type { Span } from '../text/span';
import { readForm } from './form';
import { splitPipes } from './piped';
import { layoutOf } from './recognise';
import { splitTabs } from './tabbed';

const SPLITTERS: Partial<Record<Layout, (text: string, line: Span) => Span[]>> = { piped: splitPipes };

/**
 * Reads any text as a Form 4. Never throws: what the text does not have is blank or undefined in the filing.
 * @param text the whole source; all spans of the filing are UTF-16 offsets into it
 */
export function read(text: string): Filing {
  const layout = layoutOf(text);
  return readForm({ text, lines: new LineIndex(text), layout, splitCells: SPLITTERS[layout] ?? splitTabs });
}
