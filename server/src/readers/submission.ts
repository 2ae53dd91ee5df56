/** EDGAR's complete submission text: an SGML header around one or more documents, of which one is the form. */
import type { Filing } from '../filing/model';
import type { LineIndex } from '../text/lines';
import { readOwnershipXml } from './edgarXml';

const FORM_DOCUMENT = /<TYPE>4(?:\/A)?[ \t]*[\r\n]/;

/** The offsets of the form's own document: the first of type 4 or 4/A, without the documents before and behind it. */
function formDocument(text: string): { from: number; to: number } {
  const type = FORM_DOCUMENT.exec(text);
  const start = type ? type.index : 0;
  const open = text.indexOf('<TEXT>', start);
  const from = open < 0 ? start : open + '<TEXT>'.length;
  const close = text.indexOf('</TEXT>', from);
  return { from, to: close < 0 ? text.length : close };
}

/** Reads the form's document of a submission. */
export function readSubmission(text: string, lines: LineIndex): Filing {
  const { from, to } = formDocument(text);
  return readOwnershipXml(text, lines, 'submission', from, to);
}
