/** The form as a text browser prints it: columns told apart by spaces, cells wrapped over lines, the notes at the end. */
import type { Filing, InferredPart, TableName, Unread } from '../../filing/model';
import type { LineIndex } from '../../text/lines';
import { hull, type Span } from '../../text/span';
import { trim } from '../../text/white';
import { readProjected } from '../projected';
import { Projection } from '../projection';
import { writeCheckBoxes } from './corner';
import { centredRows, range, type Band, type Block } from './centred';
import { cellStarts, withoutFrames } from './frames';
import { withoutLinks } from './links';
import { unreadIn } from '../unread';
import { columnStarts, emptyPlaces, Page, type Label } from './page';
import { PAIR, writeRelationship } from './relationship';
import { copyLines, endOfNotes, writeNotes, writeSignatures, writeSigned } from './tail';
import { isSlashed, TABLE_I, TABLE_II, writeRows, writeWrapped } from './tables';

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

/**
 * Boxes 1 to 6: columns side by side, each written from top to bottom. The tables of further owners have boxes 1 and 5.
 * @param title the line of the title of Table I, which may stand on the last line of the boxes
 */
function writeBoxes(projection: Projection, page: Page, drawn: Page, from: number, to: number, title: number): void {
  const cells = cellStarts(drawn.words(from));
  const words = page.words(from);
  const relation = words.includes('5. Relationship') ? '5. Relationship' : 'Relationship of';
  const labels = ['1. Name', '2. Issuer', relation].flatMap((label) => {
    const start = words.indexOf(label);
    return start < 0 ? [] : [{ start, end: start + label.length }];
  });
  const starts =
    cells && (cells.length === 4 || cells.length === 3)
      ? [...cells.slice(0, -1), Infinity]
      : [...boxStarts(labels, emptyPlaces(page, range(from, to), 2000)), Infinity];
  const lines = range(from, Math.min(to === title ? to + 1 : to, page.count));
  const whole = cells?.length === 4;
  const edge = cells ? cells[cells.length - 1]! - 1 : Infinity;
  const name = cells ? nameIn(page, from, to, cells[1] ?? 0) : { from: 0, to: 0 };
  starts.slice(0, -1).forEach((start, at) => {
    let last: (Span & { readonly line: number }) | undefined;
    // Looked for once, so that a text with many of them stays linear.
    let relationship =
      at === starts.length - 2 ? lines.find((line) => PAIR.test(page.words(line).slice(start, edge))) : undefined;
    let behind = from;
    for (const number of lines) {
      if (number < behind) continue;
      if (number === relationship) {
        relationship = undefined;
        projection.write('\n', page.line(number).start);
        const own = lines.slice(number - from).filter((line) => line < title);
        behind = writeRelationship(projection, page, own, start, edge) ?? number;
        if (behind > number) continue;
      }
      // The title of Table I stands on the last line of the boxes.
      const cut = number === title ? page.words(number).search(/Table I - /) : -1;
      // A line of box 1 that is too long has moved the date of box 3 to the right behind it, or into it.
      const pieceOf = (column: number): Span | undefined =>
        page.piece(
          number,
          clearOf(page, number, starts[column]!),
          Math.min(clearOf(page, number, starts[column + 1]!), cut < 0 ? Infinity : cut),
        );
      const piece = cells ? pieceOf(at) : parted(page.text, pieceOf, at);
      if (!piece) continue;
      // The star of box 1 cites no footnote of the filer's.
      const star = page.text.slice(piece.start, piece.end).endsWith('^*') ? 2 : 0;
      // Boxes 2 to 4 hold a label and its value: in a drawn box both are wrapped as it pleases.
      const wrapped = cells
        ? last?.line === number - 1 && ((at === 1 && whole) || (at === 0 && number > name.from && number < name.to))
        : at > 0 && at === starts.length - 2 && last && ofTitle(page.text, last) && goesOn(page.text, piece);
      const slashed = last && isSlashed(page.text, { start: last.end, end: last.end }, piece.start);
      if (last) projection.write(wrapped ? (slashed ? '' : ' ') : '\n', piece.start);
      projection.copy(piece.start, piece.end - star);
      last = { line: number, start: piece.start, end: piece.end };
    }
    projection.write('\n\t', page.line(from).start);
  });
}

/** What box 5 and box 6 print: their labels, whole or wrapped, and their ticks. */
const OF_RELATIONSHIP =
  /^[^a-z\d]{0,9}(?:X\s{1,99})?\W{0,9}(?:\d\.|Relationship|Check|Director\b|10%|Officer\b|Other\b|\(?give|\(?specify|title\b|below|Form\b|Person|Line|Applicable|Individual|Issuer\b|X\b|Reporting)/i;
/** Whether a line of box 5 is the filer's own: a title may be wrapped over several. */
const ofTitle = (text: string, { start, end }: Span): boolean =>
  !OF_RELATIONSHIP.test(text.slice(start, Math.min(end, start + 200)));

/** A title may end with the word that a label begins with. */
const goesOn = (text: string, piece: Span): boolean =>
  ofTitle(text, piece) || text.slice(piece.start, piece.end) === 'Officer';

/** What stands in a box: without the date of the next one, or that date alone. */
function parted(text: string, pieceOf: (column: number) => Span | undefined, at: number): Span | undefined {
  const [own, before] = [pieceOf(at), at === 1 ? pieceOf(0) : undefined];
  if (at === 0 && own && !pieceOf(1)) {
    const date = DATE_BEHIND.exec(text.slice(own.start, own.end));
    return date ? trim(text, own.start, own.start + date.index) : own;
  }
  const date = !own && before ? DATE_BEHIND.exec(text.slice(before.start, before.end)) : null;
  return date && before ? { start: before.end - date[1]!.length, end: before.end } : own;
}

/** Words of an address, and behind them a date, which no address has. */
const DATE_BEHIND = /(?<=\S) (\d{2}\/\d{2}\/\d{4})$/;

/** Where the boxes begin: where no place parts them on all lines, each where its label does. */
function boxStarts(labels: readonly Label[], empty: readonly boolean[]): number[] {
  return columnStarts(0, labels, empty).map((start, at) =>
    start > 0 && !empty[start - 1] ? labels[at]!.start : start,
  );
}

/** A place of a line, moved to the nearest blank where a word stands across it. */
function clearOf(page: Page, line: number, place: number): number {
  const { start, end } = page.line(line);
  const isBlank = (at: number): boolean => at <= 0 || start + at >= end || page.text.charCodeAt(start + at) <= 32;
  if (place === Infinity || isBlank(place) || isBlank(place - 1)) return place;
  for (let moved = 1; moved <= MOST_ACROSS; moved++) {
    if (isBlank(place + moved)) return place + moved;
    if (isBlank(place - 1 - moved)) return place - moved;
  }
  return place;
}

/** So far does a box stand beside its column. */
const MOST_ACROSS = 4;

/** The lines of the name in box 1 of a drawn page, between what stands empty; it may be wrapped. */
function nameIn(page: Page, from: number, to: number, width: number): { from: number; to: number } {
  const lines = range(from, to).map((line) => page.piece(line, 0, width));
  const last = lines.findIndex((piece) => piece && page.text.startsWith('(Last)', piece.start));
  const blocks = lines.flatMap((piece, at) => (piece && !lines[at - 1] && at < last ? at : []));
  const first = blocks[1];
  if (first === undefined || blocks.length > 2) return { from, to: from };
  return { from: from + first, to: from + last };
}

/** Box 1 and 5 of the second owner and those behind it, which this layout has in a table of their own alone. */
function writeFurtherOwners(projection: Projection, page: Page, from: number, to: number): void {
  const head = page.find(/Director\s+10% Owner\s+Officer\s+Other/, from, to);
  if (head < 0) return;
  const words = page.words(head);
  const labels = ['Director', '10% Owner', 'Officer', 'Other'].map((label) => ({
    start: words.indexOf(label),
    end: words.indexOf(label) + label.length,
  }));
  const blocks = page.blocks(head + 1, to);
  const body = blocks.flatMap((block) => range(block.from, block.to));
  const name = { start: 0, end: 1 };
  const [, ...starts] = columnStarts(0, [name, ...labels], emptyPlaces(page, [...body, head], 2000));
  const isTicked = (line: number): boolean => page.piece(line, starts[0]!, 2000) !== undefined;
  const address = ({ from: above, to: below }: Block): Band => {
    const lines = range(above + 1, below).map((line) => page.words(line).slice(0, starts[0]).trim());
    return { words: [lines.join(' ')], cost: 0 };
  };
  const owners = blocks.flatMap((block): readonly (Block & { readonly lost?: boolean })[] => {
    const middles = range(block.from, block.to).filter(isTicked);
    if (middles.length < 2) return [block];
    return centredRows(block, middles, address) ?? middles.map((line) => ({ from: line, to: line, lost: true }));
  });
  for (const block of owners.slice(1)) {
    // Nothing tells where one ends: without a name and a tick it counts as not read.
    if (block.lost) {
      const at = page.line(block.from).start;
      projection.write('1. Name and Address of Reporting Person\nRelationship of Reporting Person(s) to Issuer\n', at);
      continue;
    }
    const lines = range(block.from, block.to);
    const at = page.line(block.from).start;
    const column = (index: number): ReturnType<Page['piece']>[] =>
      lines
        .map((line) => page.piece(line, starts[index]!, starts[index + 1] ?? 2000))
        .filter((piece) => piece !== undefined);
    projection.write('1. Name and Address of Reporting Person\n', at);
    for (const line of lines) {
      const piece = page.piece(line, 0, starts[0]!);
      if (piece) projection.copy(piece.start, piece.end).write('\n', piece.end);
    }
    projection.write('Relationship of Reporting Person(s) to Issuer\n', at);
    const tick = (index: number, label: string): void => {
      projection.write(`${column(index).length > 0 ? '[X]' : '[ ]'} ${label} `, column(index)[0]?.start ?? at);
    };
    tick(0, 'Director');
    tick(1, '10% Owner');
    tick(2, 'Officer (give title below)');
    tick(3, 'Other (specify below)');
    for (const index of [2, 3]) {
      const pieces = column(index).flatMap((piece) => piece ?? []);
      if (pieces.length === 0 || page.text.slice(pieces[0]!.start, pieces[0]!.end) === 'X') continue;
      projection.write('<u>', pieces[0]!.start);
      writeWrapped(projection, page.text, pieces);
      projection.write('</u>', pieces[0]!.start);
    }
    projection.write('\n\n', at);
  }
}
