/** The form as a web page: EDGAR's own rendering and the pages made with its style sheets. */
import type { Filing } from '../filing/model';
import { LineIndex } from '../text/lines';
import { convertPage } from './converted';
import { HtmlWriter } from './htmlWriter';
import { Projection } from './projection';
import { readTabbed } from './tabbed';

/** What a whole page has, and a converter that leaves tables as they are does not keep. */
const PAGE = /<(?:html|body|head)\b|<!doctype/i;

/** Reads a web page, or Markdown with tables of HTML in it. */
export function readHtml(text: string, lines: LineIndex): Filing {
  const projection = PAGE.test(text) ? wholePage(text) : convertPage(text, lines);
  const projected = projection.text;
  const filing = { ...readTabbed(projected, new LineIndex(projected)), layout: 'html' as const };
  return projection.carryBack(filing, lines);
}

function wholePage(text: string): Projection {
  const projection = new Projection(text);
  new HtmlWriter(text, projection).write(0, text.length);
  return projection;
}
