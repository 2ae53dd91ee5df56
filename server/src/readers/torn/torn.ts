/**
 * A page whose pieces stand in the order in which they were drawn: labels away from values, headings amid rows. What the
 * form prints is taken out wherever it stands; what is left of the tables is aligned, and what is left of the head is told
 * by what it is.
 */
import type { Filing, InferredPart, TableName } from '../../filing/model';
import { isNamed } from '../../filing/queries';
import type { LineIndex } from '../../text/lines';
import { LoosePage } from '../loose/page';
import { GRAMMARS, writeRows, writeTitle } from '../loose/tables';
import type { LooseLine } from '../loose/tokens';
import { readProjected } from '../projected';
import type { Notes } from './disorder';
import { headOf, writeHead } from './head';
import { readingOf, withoutHeadings } from './headings';
import { DATE } from './looks';
import { alignPieces } from './order';
import { piecesIn, type Piece } from './pieces';
import { sortStrays, takeHead } from './strays';
import { cellsIn } from './strands';
import { writeTail } from './tail';
import { inferredRows } from '../loose/loose';

/** A table of the form has at most 30 rows. */
const MOST_CELLS = 500;
/** A form's headings in pieces are more lines of their own than these. */
const FEWEST_HEADINGS = 8;
/** Whatever is told by what it is, and not by where it stands. */
const INFERRED: readonly InferredPart[] = [
  ...(['documentType', 'periodOfReport', 'dateOfOriginalSubmission', 'notSubjectToSection16', 'aff10b5One'] as const),
  ...(['issuer', 'reportingOwners', 'nonDerivativeTable', 'derivativeTable', 'footnotes', 'ownerSignatures'] as const),
];
const BEHIND = new Set(['explanation', 'owners', 'remarks', 'signatures', 'signatureLine', 'signed']);

/**
 * Reads a page in pieces.
 * @returns undefined where the text is none
 */
export function readTorn(text: string, lines: LineIndex): Filing | undefined {
  if (text.includes('\t')) return undefined;
  const page = new LoosePage(text, lines);
  const { anchors } = page;
  const titleI = titleOf(page, 'tableI', 0);
  const titleII = titleI < 0 ? -1 : titleOf(page, 'tableII', titleI);
  if (titleI < 0) return undefined;
  const last = titleII < 0 ? titleI : titleII;
  let end = last + 1;
  while (end < page.count && !BEHIND.has(anchors[end] ?? '') && !page.isBehindTables(end)) end++;
  const begin = firstHeading(page, titleI);
  if (headingsIn(page, begin, end) < FEWEST_HEADINGS) return undefined;
  const at = (line: number): number => (line < page.count ? lines.lineSpan(line).start : text.length);

  const tables: [TableName, number, Piece[]][] = [
    ['nonDerivativeTable', titleI, piecesIn(text, at(begin), at(titleII < 0 ? end : titleII))],
  ];
  if (titleII >= 0) tables.push(['derivativeTable', titleII, piecesIn(text, at(titleII), at(end))]);
  const headPieces = piecesIn(text, 0, at(begin)).flatMap((piece) => withoutDate(text, piece));
  const ofHead = headPieces.length;
  const words = (piece: Piece): string => text.slice(piece.start, piece.end).replace(/\s+/g, ' ');
  for (const [, title, pieces] of tables) {
    const hasDate = headPieces.some((piece) => piece.printed === undefined && DATE.test(words(piece)));
    headPieces.push(...takeHead(words, pieces, hasDate, at(title)));
  }
  if (tables[1]) sortStrays(words, tables[0]![2], tables[1][2]);
  const head = headOf(text, headPieces, ofHead);
  writeHead(page.projection, head);
  const relationship = head.labels.get('relationship') ?? headPieces[0];
  if ((head.isDoubtful || head.owners > 1 || !head.name) && relationship)
    page.loses('reportingOwners', { start: relationship.start, end: relationship.end }, 1);
  const notes = pricesIn(page, end);
  const aligned: Record<string, boolean[]> = {};
  for (const [name, title, pieces] of tables) {
    writeTitle(page, name, title);
    const rows: boolean[] = [];
    const cells = cellsIn(text, valueLines(text, pieces));
    if (cells.length > MOST_CELLS) page.loses(name, { start: at(title), end: at(end) }, 1);
    else writeRows(page, name, alignPieces(cells, GRAMMARS[name], notes), rows);
    page.projection.write('\n', cells[cells.length - 1]?.[0]!.end ?? at(title));
    aligned[name] = rows;
  }
  writeTail(page, end);
  const filing = page.projection.carryBack(readProjected(page.projection, 'columns'), lines);
  losesMarkers(page, filing);
  const known = new Set(filing.unread.map(({ part }) => part));
  return {
    ...filing,
    nonDerivativeTable: inferredRows(filing.nonDerivativeTable, aligned.nonDerivativeTable),
    derivativeTable: inferredRows(filing.derivativeTable, aligned.derivativeTable),
    unread: [...filing.unread, ...page.lost.filter(({ part }) => !known.has(part))],
    inferred: INFERRED,
  };
}

/** Of each note whether it speaks of prices, by the line that begins it, or the next where its number stands alone. */
function pricesIn(page: LoosePage, from: number): Notes {
  const found = new Map<string, boolean>();
  for (let line = from; line < page.count; line++) {
    const words = page.words(line, 400).trim();
    const number = /^\(?(\d{1,2})[.)]/.exec(words)?.[1];
    if (number === undefined || found.has(number)) continue;
    let next = line + 1;
    while (next < page.count && page.words(next, 9).trim() === '') next++;
    const own = words.length > 4 || next === page.count ? words : page.words(next, 400);
    found.set(number, /\bprices?\b/i.test(own));
  }
  return (number) => found.get(number);
}

/** Where notes and markers do not agree, or a date has no name, a piece of the page was given to none or to the wrong one. */
function losesMarkers(
  page: LoosePage,
  { nonDerivativeTable, derivativeTable, footnotes, ownerSignatures }: Filing,
): void {
  const cited = new Set<number>();
  for (const row of [...nonDerivativeTable.rows, ...derivativeTable.rows])
    for (const { markers } of row.cells) for (const { number } of markers) if (number !== undefined) cited.add(number);
  const [first] = footnotes.list;
  const numbers = new Set(footnotes.list.flatMap(({ number }) => number ?? []));
  // A marker of no note was not made by the page: it is the filer's, and so may be the note that nothing cites.
  const isLost = [...numbers].some((number) => !cited.has(number)) && [...cited].every((number) => numbers.has(number));
  if (first && isLost) page.loses('footnotes', first.labelSpan, 1);
  const nameless = ownerSignatures.find((signature) => !isNamed(signature));
  if (nameless) page.loses('ownerSignatures', nameless.span, 1);
}

/** The line of a table's title, which may stand below the heading of its first column. */
function titleOf(page: LoosePage, anchor: 'tableI' | 'tableII', from: number): number {
  const first = page.anchors.indexOf(anchor, from);
  for (let line = first; line >= 0; line = page.anchors.indexOf(anchor, line + 1))
    if (/^\W{0,9}tab/i.test(page.words(line, 80))) return line;
  return first;
}

/** The first line of Table I: its title, or headings above it. */
function firstHeading(page: LoosePage, title: number): number {
  for (let line = 0; line < title; line++)
    if (/^\s{0,9}(?:1\. ?Title of|2\. ?Transaction)\b/.test(page.words(line, 80))) return line;
  return title;
}

function headingsIn(page: LoosePage, from: number, to: number): number {
  let count = 0;
  for (let line = from; line < to; line++) if (readingOf(page.words(line, 300).trim()) === 'strong') count++;
  return count;
}

/** A line of the head with a date behind its words is two pieces: what stands in box 3 was printed beside an address. */
function withoutDate(text: string, piece: Piece): Piece[] {
  const at = piece.lines.length - 1;
  const { start, end } = piece.lines[at]!;
  const match = piece.printed === undefined ? WITH_DATE.exec(text.slice(start, Math.min(end, start + 200))) : null;
  if (!match) return [piece];
  const words = { start, end: start + match[1]!.length };
  const date = { start: end - match[2]!.length, end };
  return [
    { ...piece, end: words.end, lines: [...piece.lines.slice(0, at), words] },
    { ...piece, start: date.start, lines: [date] },
  ];
}
const WITH_DATE = /^(.{1,180}\S) {1,9}(\d{1,2}\/\d{1,2}\/\d{4})$/;

/** The lines of a table that hold what its filer says. */
function valueLines(text: string, pieces: readonly Piece[]): LooseLine[] {
  const found: LooseLine[] = [];
  for (const { printed, lines } of pieces) {
    if (printed !== undefined) continue;
    const kept = withoutHeadings(text, lines).filter(
      ({ start, end }) => !isNoise(text.slice(start, Math.min(end, start + 300))),
    );
    kept.forEach(({ start, end }, at) => found.push({ start, end, gap: at === 0 ? 'paragraph' : 'line' }));
  }
  return found;
}

/** What a browser prints at the edges of a page: its address, its number, the day and the hour. */
const NOISE =
  /^(?:(?:https?|file):\/\/\S{1,300}(?: \d{1,3}\/\d{1,3})?|(?:Page )?\d{1,3}(?:\/| of )\d{1,3}|\d{1,2}\/\d{1,2}\/\d{2,4}, \d{1,2}:\d\d(?:[ \u202f]?[AP]M)?(?: .{0,80})?)$/;
const isNoise = (words: string): boolean => NOISE.test(words);
