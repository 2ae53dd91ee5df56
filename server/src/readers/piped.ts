/** The form with Markdown tables: as it is written for this product, and as converters make it out of a page. */
import type { Filing } from '../filing/model';
import { LineIndex } from '../text/lines';
import { findPipes } from './cells/pipes';
import { convertPage } from './converted';
import { readForm } from './form';
import { readTabbed } from './tabbed';

/** A heading of a table whose lines have bars between their cells and none around them: `a | b`. */
const OPEN = /^ {0,3}1\\?\. ?Title of (?:Derivative )?Security[^|\n]{0,40}\|/m;
/** The escape of a number's point, a link, bold words of the form: only a converter writes them. */
const CONVERTED = /^[ |*]{0,9}\d{1,2}A?\\\. |\]\((?:https?:|[/#<])|\*\*Table I/m;

/** Reads a form with Markdown tables, whoever wrote them. */
export function readPiped(text: string, lines: LineIndex): Filing {
  const notes = text.indexOf('Explanation of Responses');
  // In a note a link may be the filer's own.
  if (OPEN.test(text) || CONVERTED.test(notes < 0 ? text : text.slice(0, notes))) return readConverted(text, lines);
  return readForm({ text, lines, layout: 'piped', findCells: findPipes });
}

function readConverted(text: string, lines: LineIndex): Filing {
  const projection = convertPage(text, lines);
  const projected = projection.text;
  return projection.carryBack({ ...readTabbed(projected, new LineIndex(projected)), layout: 'piped' }, lines);
}
