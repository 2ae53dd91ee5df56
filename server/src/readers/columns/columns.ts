/** The form as a text browser prints it: columns told apart by spaces, cells wrapped over lines, the notes at the end. */
import type { Filing, InferredPart, TableName, Unread } from '../../filing/model';
import type { LineIndex } from '../../text/lines';
import { hull, type Span } from '../../text/span';
import { readProjected } from '../projected';
import { Projection } from '../projection';
import { writeBoxes } from './boxes';
import { writeCheckBoxes } from './corner';
import { range, type Block } from './centred';
import { cellStarts, withoutFrames } from './frames';
import { withoutLinks } from './links';
import { unreadIn } from '../unread';
import { writeFurtherOwners } from './owners';
import { Page } from './page';
import { copyLines, endOfNotes, writeNotes, writeSignatures, writeSigned } from './tail';
import { TABLE_I, TABLE_II } from './headings';
import { writeRows } from './tables';

/** Reads the layout of text browsers: the page is written over in the tabbed habit and read as such. */
export function readColumns(source: string, lines: LineIndex): Filing {
  const drawn = withoutLinks(source);
  const filing = { ...readPage(withoutFrames(drawn, lines), lines, drawn), text: source };
  // The page itself tells what of it was not written over.
  const found = unreadIn(filing);
  return {
    ...filing,
    unread: [...found, ...filing.unread.filter(({ part }) => !found.some((one) => one.part === part))],
  };
}

/** Reads a text whose frames are blank; `source` has them, at the same places. */
function readPage(text: string, lines: LineIndex, source: string): Filing {
  const page = new Page(text, lines);
  const drawn = new Page(source, lines);
  const projection = new Projection(text);
  const at = (pattern: RegExp, from: number): number => {
    const found = page.find(pattern, from);
    return found < 0 ? page.count : found;
  };
  const boxes = topOfRow(drawn, at(/Name and Address of\s/, 0));
  const titleI = at(/\bTable I - /, boxes);
  const titledII = at(/\bTable II - /, titleI);
  const headI =
    headBelow(page, drawn, titleI, titledII) ??
    at(titleI < page.count ? /^\s{0,4}1\. ?Title\b/ : /^\s{0,4}1\. ?Title of\b/, titleI < page.count ? titleI : boxes);
  const titleII = at(/\bTable II - /, Math.min(headI, titleI));
  const headII =
    headBelow(page, drawn, titleII, page.count) ??
    at(
      titleII < page.count ? /^\s{0,4}1\. ?Title\b/ : /^\s{0,4}1\. ?Title of\b/,
      titleII < page.count ? titleII : headI + 1,
    );
  const tables = Math.min(headII, titleII, page.count - 1);
  const owners = at(/^[\s*#]{0,20}Reporting Owners[\s*#]{0,20}$/i, tables);
  const signatures = at(/^[\s*#]{0,20}Signatures[\s*#]{0,20}$/i, tables);
  const explanation = at(/^[\s*#]{0,99}Explanation of Responses:/i, tables);
  const remarks = page.find(/^\s{0,9}Remarks:/, explanation);
  const legend = at(/^\s{0,9}(?:Note: File three copies|Reminder: Report on a separate line)/, explanation);
  const reminder = at(/^\s{0,9}Reminder: Report on a separate line/, headI);

  writeCheckBoxes(projection, page, boxes);
  for (const [from, to] of ownersTables(drawn, boxes, titleI)) writeBoxes(projection, page, drawn, from, to, titleI);
  writeFurtherOwners(projection, page, owners, Math.min(signatures, page.count));
  const tableTitle = (line: number, words: RegExp): void => {
    const match = line < page.count ? words.exec(page.words(line)) : null;
    const start = page.line(line).start + (match?.index ?? 0);
    if (match)
      projection
        .write('\n', start)
        .copy(start, start + match[0].length)
        .write('\n', start);
  };
  tableTitle(titleI, /Table I - Non-Derivative.*/);
  projection.write('\t\t\tCode\tV\tAmount\t(A) or (D)\tPrice\t\t\t\n', page.line(headI).start);
  const inferred: InferredPart[] = [];
  const unread: Unread[] = [];
  const tell = (part: TableName, lost: readonly Span[] | undefined): void => {
    if (lost) inferred.push(part);
    if (lost?.[0]) unread.push({ part, span: lost.reduce(hull), lines: lost.length });
  };
  tell(
    'nonDerivativeTable',
    writeRows(projection, page, drawn, TABLE_I, sectionsOf(page, headI, Math.min(reminder, titleII))),
  );
  tableTitle(titleII, /Table II - Derivative.*/);
  projection.write(
    '\t\t\t\tCode\tV\t(A)\t(D)\tDate Exercisable\tExpiration Date\tTitle\tAmount or Number of Shares\t\t\t\t\n',
    page.line(headII).start,
  );
  tell(
    'derivativeTable',
    writeRows(projection, page, drawn, TABLE_II, sectionsOf(page, headII, Math.min(owners, signatures, explanation))),
  );
  // EDGAR's own page is signed behind the notes, other pages before them.
  const behind = signatures > explanation;
  const notes = behind ? endOfNotes(page, explanation + 1) : page.count;
  if (explanation < page.count) {
    const { start, end } = page.line(explanation);
    projection.write('\n', start).copy(start, end).write('\n', end);
    writeNotes(projection, page, explanation + 1, Math.min(remarks < 0 ? legend : remarks, legend, notes));
  }
  const signedBelow = behind && remarks < notes;
  if (remarks >= 0) {
    const below = signedBelow ? notes : legend > remarks ? legend : page.count;
    copyLines(projection, page, remarks, Math.max(remarks + 1, below));
  }
  if (!behind) writeSignatures(projection, page, signatures + 1, explanation);
  else if (signedBelow) writeSigned(projection, page, Math.max(notes, remarks + 1));

  const filing = readProjected(projection, 'columns');
  const read = projection.carryBack(filing, lines);
  return inferred.length > 0 ? { ...read, inferred, unread } : read;
}

const HEADINGS = /^\s{0,4}1\. ?Title\b/;
const TITLE = /\bTable I{1,2} - /;
/** A title may go on in a second line, and a blank one may part it from the headings. */
const TITLE_LINES = 3;

/** The stretches of a table, each from its headings: a printed table that goes on has them on each page. */
function sectionsOf(page: Page, head: number, to: number): Block[] {
  const end = Math.min(to, page.count);
  const heads = head < end ? [head, ...range(head + 1, end).filter((line) => HEADINGS.test(page.words(line)))] : [];
  return heads.map((from, at) => {
    const next = heads[at + 1] ?? end;
    const title = next < end ? page.find(TITLE, Math.max(from, next - TITLE_LINES), next) : -1;
    return { from, to: title < 0 ? next : title };
  });
}

/** The first line of a drawn row, whose cells may be centred: the label of another may stand higher. */
function topOfRow(drawn: Page, line: number): number {
  if (line >= drawn.count) return line;
  const cells = cellStarts(drawn.words(line))?.length;
  let top = line;
  while (cells !== undefined && top > 0 && cellStarts(drawn.words(top - 1))?.length === cells) top--;
  return top;
}

/**
 * The first line of the headings in a table that is drawn, below its title: they may be centred, so that none of them
 * needs to begin there. Undefined of a table that is not drawn.
 */
function headBelow(page: Page, drawn: Page, title: number, to: number): number | undefined {
  if (title >= page.count) return undefined;
  const [, heading] = page.blocks(title, to);
  return heading && cellStarts(drawn.words(heading.from)) ? heading.from : undefined;
}

/** The tables of the boxes, one for each owner where they are drawn; each from a line to the one behind it. */
function ownersTables(drawn: Page, from: number, to: number): [number, number][] {
  if (from >= drawn.count) return [];
  const starts = [from];
  for (let line = from + 1; line < Math.min(to, drawn.count); line++) {
    const words = drawn.words(line);
    if (!NAME_LABEL.test(words) || !(cellStarts(words) ?? words.includes('Relationship of'))) continue;
    const top = topOfRow(drawn, line);
    if (top > starts[starts.length - 1]!) starts.push(top);
  }
  return starts.map((start, at) => [start, starts[at + 1] ?? to]);
}

const NAME_LABEL = /^\W{0,9}1\. Name and Address of\s/;
