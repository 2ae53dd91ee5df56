/** EDGAR's complete submission text: an SGML header around one or more documents, of which one is the form. */
import type { Filing } from '../filing/model';
import type { LineIndex } from '../text/lines';
import { readOwnershipXml } from './edgarXml';
import { Projection } from './projection';
import { recognise } from './recognise';

/** The feed's header names the type of the whole submission likewise: of a document it stands right behind its tag. */
const FORM_DOCUMENT = /<DOCUMENT>\s{0,9}<TYPE>(?:[345]|144)(?:\/A)?[ \t]*[\r\n]/;

/** The offsets of the form's own document: the first of type 4 or 4/A, without the documents before and behind it. */
export function formDocument(text: string): { from: number; to: number } {
  const type = FORM_DOCUMENT.exec(text);
  const start = type ? type.index : 0;
  const open = text.indexOf('<TEXT>', start);
  const from = open < 0 ? start : open + '<TEXT>'.length;
  const close = text.indexOf('</TEXT>', from);
  return { from, to: close < 0 ? text.length : close };
}

/**
 * Reads the form's document of a submission. XML keeps the layout's name `submission`; a form in plain text or as a web
 * page, as they were before 2003, is read as such and has that layout's name.
 */
export function readSubmission(text: string, lines: LineIndex, readDocument: (text: string) => Filing): Filing {
  const { from, to } = formDocument(text);
  const form = text.slice(from, to);
  if (/[<:]ownershipDocument/.test(form) || recognise(form) === undefined)
    return readOwnershipXml(text, lines, 'submission', from, to);
  return new Projection(text).copy(from, to).carryBack(readDocument(form), lines);
}
