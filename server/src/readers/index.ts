import type { Filing } from '../filing/model';
import { LineIndex } from '../text/lines';
import { readColumns } from './columns/columns';
import { readOwnershipXml } from './edgarXml';
import { readForm } from './form';
import { readHtml } from './html';
import { readMarkdown } from './markdown';
import { splitPipes } from './piped';
import { layoutOf } from './recognise';
import { readSubmission } from './submission';
import { splitTabs } from './tabbed';

/**
 * Reads any text as a Form 4. Never throws: what the text does not have is blank or undefined in the filing.
 * @param text the whole source; all spans of the filing are UTF-16 offsets into it
 */
export function read(text: string): Filing {
  const layout = layoutOf(text);
  const lines = new LineIndex(text);
  if (layout === 'edgarXml') return readOwnershipXml(text, lines, layout);
  if (layout === 'html') return readHtml(text, lines);
  if (layout === 'markdown') return readMarkdown(text, lines);
  if (layout === 'columns') return readColumns(text, lines);
  if (layout === 'submission') return readSubmission(text, lines);
  return readForm({ text, lines, layout, splitCells: layout === 'piped' ? splitPipes : splitTabs });
}
