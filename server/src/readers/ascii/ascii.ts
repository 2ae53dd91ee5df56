/**
 * The form as it was filed in plain text from 1996 to 2003: boxes in their old numbering, tables with `<S>` and `<C>`
 * over their columns, cells wrapped over lines. The page is first laid out one part below the other, then written over
 * in the tabbed habit.
 */
import type { Filing } from '../../filing/model';
import type { LineIndex } from '../../text/lines';
import { Page } from '../columns/page';
import { readProjected } from '../projected';
import { Projection } from '../projection';
import { layOutBoxes } from './boxes';
import { rewriteBoxes, rewriteSignatures } from './habits';
import { layOutTable } from './tables';

const TITLE_I = /\btable i\W{1,6}non-?\s?derivative/i;
const TITLE_II = /\btable ii\W{1,6}derivative/i;
const EXPLANATION = /^\W{0,9}explanation of responses/i;
const SIGNATURE = /\bsignature of reporting person|^\s{0,9}signatures?\W{0,9}$|^\W{0,20}\/s\//i;

/** Reads the layout of plain ASCII filings. Never throws; what is missing is blank or undefined. */
export function readAscii(text: string, lines: LineIndex): Filing {
  const page = new Page(text, lines);
  const after = (pattern: RegExp, from: number): number => {
    const found = page.find(pattern, from);
    return found < 0 ? page.count : found;
  };
  const titleI = after(TITLE_I, 0);
  const titleII = after(TITLE_II, 0);
  const tables = Math.min(titleI, titleII);
  const behind = tables < page.count ? tables : 0;
  const explanation = after(EXPLANATION, behind);
  const signature = after(SIGNATURE, Math.max(behind, explanation < page.count ? explanation : 0));
  const end = Math.min(explanation, signature);

  const laidOut = new Projection(text);
  layOutBoxes(laidOut, page, Math.min(tables, end));
  const boxesEnd = laidOut.end;
  layOutTable(laidOut, page, 'nonDerivativeTable', titleI, titleII > titleI ? Math.min(titleII, end) : end);
  layOutTable(laidOut, page, 'derivativeTable', titleII, titleI > titleII ? Math.min(titleI, end) : end);
  const tail = laidOut.end;
  for (let line = end; line < page.count; line++) {
    const span = page.line(line);
    laidOut.copy(span.start, span.end).write('\n', span.end);
  }

  const plain = laidOut.text;
  const rewritten = new Projection(plain);
  rewriteBoxes(rewritten, plain.slice(0, boxesEnd));
  rewritten.copy(boxesEnd, tail);
  rewriteSignatures(rewritten, plain, tail);
  const filing = readProjected(rewritten, 'ascii');
  return laidOut.carryBack(rewritten.carryBack(filing, lines), lines);
}
