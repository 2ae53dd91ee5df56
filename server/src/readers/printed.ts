/**
 * What a printer leaves on the pages of a form: the line above and below each page that a browser prints, and a margin of
 * blanks before each line. Without them a page is as it was.
 */
import type { LineIndex } from '../text/lines';
import { Projection } from './projection';

/** The day and the hour at the top of a page, its address at the bottom, with the page's number or title. */
const PRINTED =
  /^(?:\d{1,2}\/\d{1,2}\/\d{2,4}, \d{1,2}:\d\d(?:[ \u202f]?[AP]M)?(?: {2,400}\S.{0,120})?|(?:https?|file):\/\/\S{1,400}(?: {1,400}\d{1,3}\/\d{1,3})?|(?:Page )?\d{1,3}(?:\/| of )\d{1,3})$/;
/** No such line is longer. */
const LONGEST = 700;
/** A narrower margin is none: a line of the form may begin with a blank or two. */
const MARGIN = 4;
/** Two labels of the form that stand far apart on one line: the page keeps its columns by blanks. */
const COLUMNS = /1\. ?Name and Address of Reporting Person.{0,9} {4}.{0,200}2\. ?Issuer Name/;

/** The text without these; undefined where there are none. */
export function withoutPrinting(text: string, lines: LineIndex): Projection | undefined {
  if (!text.includes('\f') && !COLUMNS.test(text)) return undefined;
  const printed: boolean[] = [];
  let margin = Infinity;
  for (let line = 0; line < lines.starts.length; line++) {
    const { start, end } = lines.lineSpan(line);
    const words = end - start > LONGEST ? '' : text.slice(start, end).trim();
    const isPrinted = words !== '' && PRINTED.test(words);
    printed.push(isPrinted);
    if (isPrinted) continue;
    let at = start;
    while (at < end && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 12)) at++;
    if (at < end) margin = Math.min(margin, at - start);
  }
  if (margin < MARGIN || margin === Infinity) margin = 0;
  if (margin === 0 && !printed.includes(true)) return undefined;
  const projection = new Projection(text);
  for (let line = 0; line < lines.starts.length; line++) {
    const { start, end } = lines.lineSpan(line);
    const next = lines.starts[line + 1] ?? text.length;
    const breaks = text.charCodeAt(start) === 12 ? 1 : 0;
    projection.copy(start, start + breaks);
    if (!printed[line]) projection.copy(Math.min(end, start + Math.max(breaks, margin)), end);
    projection.copy(end, next);
  }
  return projection;
}
