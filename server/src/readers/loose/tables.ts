/** Tables I and II of a form whose rows have no cells: each row is aligned, and written as a row of cells. */
import type { TableName } from '../../filing/model';
import { hull, type Span } from '../../text/span';
import { findTabs } from '../cells/tabs';
import { looksLikeNote } from '../footnotes';
import { align, type AlignedRow, type Lines } from './align';
import { TABLE_I, TABLE_II, type Grammar } from './grammar';
import type { LoosePage } from './page';
import { AMOUNT, sideOf } from './side';
import { tokensIn, tokensOf, widthOf, type Token } from './tokens';
import type { LineRun } from '../source';
import { isSlashed } from '../wrapped';

/** A form has at most 30 rows in a table, of some 40 words each; what has more than these is none. */
export const MOST_TOKENS = 20_000;
/** So far behind its title do the headings of a table end. */
const LONGEST_HEADINGS = 6_000;
/** So many tabs are in no line but one of a row whose cells are parted by them. */
const CELLS = { nonDerivativeTable: 11, derivativeTable: 16 };

const HEADINGS = {
  nonDerivativeTable: headings('Code', 'V', 'Amount', '(A)', 'or', '(D)', 'Price'),
  derivativeTable: headings(
    ...['Code', 'V', '(A)', '(D)', 'Date', 'Exercisable', 'Expiration', 'Date', 'Title'],
    ...['Amount', 'or', 'Number', 'of', 'Shares'],
  ),
};
const WRITTEN = {
  nonDerivativeTable: '\n\t\t\tCode\tV\tAmount\t(A) or (D)\tPrice\t\t\t\n',
  derivativeTable:
    '\n\t\t\t\tCode\tV\t(A)\t(D)\tDate Exercisable\tExpiration Date\tTitle\tAmount or Number of Shares\t\t\t\t\n',
};
const TITLE = /Table II?\W{1,6}[^|\n]*/i;

/** What stands in the columns of each table. */
export const GRAMMARS: Readonly<Record<TableName, Grammar>> = {
  nonDerivativeTable: TABLE_I,
  derivativeTable: TABLE_II,
};

/** How the first note begins where the heading of the notes is lost. */
const FIRST_NOTE = /^\s{0,9}(?:>\s?)?(?:1\.|\[1\])\s/;

function headings(...words: string[]): RegExp {
  return new RegExp(words.map((word) => word.replace(/[()]/g, String.raw`\$&`)).join(String.raw`\s{1,200}`), 'i');
}

/** Where a table stands. */
export interface TableRun {
  readonly name: TableName;
  /** The line of its title. */
  readonly title: number;
  /** The lines of its rows. */
  readonly from: number;
  readonly to: number;
  /** How wide the lines of its headings and rows are. */
  readonly width: number;
}

/** Where a table stands on a page, above the lines of the signatures; undefined where its title or its headings were not found. */
export function tableOn(page: LoosePage, name: TableName, signed: LineRun): TableRun | undefined {
  const { text, lines, anchors } = page;
  const wanted = name === 'nonDerivativeTable' ? 'tableI' : 'tableII';
  const title = anchors.indexOf(wanted);
  if (title < 0) return undefined;
  const { start } = lines.lineSpan(title);
  const match = HEADINGS[name].exec(text.slice(start, start + LONGEST_HEADINGS));
  if (!match) return undefined;
  const from = lines.lineAt(start + match.index + match[0].length - 1) + 1;
  const end = signed.from >= from ? signed.from : page.count;
  let to = from;
  const isBare = !anchors.includes('explanation');
  while (to < end && (anchors[to] === undefined || anchors[to] === wanted) && !page.isBehindTables(to)) {
    if (isBare && FIRST_NOTE.test(page.words(to, 20)) && looksLikeNote(page.words(to, 80))) break;
    to++;
  }
  return { name, title, from, to, width: widthOf(text, lines, title + 1, to) };
}

/**
 * Writes a table as rows of cells; what could not be told apart is lost, and said.
 * @returns for each row whether it was aligned; the others have cells of their own
 */
export function writeTable(page: LoosePage, table: TableRun): boolean[] {
  const { name, title, from, to } = table;
  const { projection, lines } = page;
  writeTitle(page, name, title);
  const aligned: boolean[] = [];
  let open = from;
  for (let number = from; number <= to; number++) {
    const cells = number < to ? cellsOn(page, number, CELLS[name]) : undefined;
    if (number < to && !cells) continue;
    writeAligned(page, table, open, number, aligned);
    open = number + 1;
    if (cells) {
      writeCells(page, cells);
      aligned.push(false);
    }
  }
  projection.write('\n', lines.lineSpan(Math.max(title, to - 1)).end);
  return aligned;
}

/** Writes the title of a table that stands on a line, and its headings. */
export function writeTitle({ projection, text, lines }: LoosePage, name: TableName, title: number): void {
  const line = lines.lineSpan(title);
  const words = TITLE.exec(text.slice(line.start, line.end));
  const start = line.start + (words?.index ?? 0);
  if (words) projection.write('\n', start).copy(start, start + words[0].length);
  projection.write(WRITTEN[name], line.end);
}

/** The places of the cells of a line that has as many tabs as the form has columns; undefined of any other line. */
function cellsOn({ text, lines }: LoosePage, line: number, count: number): number[] | undefined {
  const { start, end } = lines.lineSpan(line);
  const places: number[] = [];
  findTabs(text, start, end, places);
  return places.length / 2 >= count ? places : undefined;
}

function writeCells(page: LoosePage, places: readonly number[]): void {
  for (let at = 0; at < places.length; at += 2) {
    if (at > 0) page.projection.write('\t', places[at]!);
    const tokens = tokensIn(page.text, places[at]!, places[at + 1]!);
    writeTokens(page, tokens, 0, tokens.length);
  }
  page.projection.write('\n', places[places.length - 1]!);
}

function writeAligned(page: LoosePage, { name, width }: TableRun, from: number, to: number, aligned: boolean[]): void {
  const { text, lines } = page;
  const tokens = tokensOf(text, lines, from, to, width, MOST_TOKENS);
  if (tokens.length === 0) return;
  if (tokens.length === MOST_TOKENS) {
    page.loses(name, { start: lines.lineSpan(from).start, end: lines.lineSpan(to - 1).end }, to - from);
    return;
  }
  writeRows(page, name, alignLines(tokens, GRAMMARS[name], linesOf(tokens)), aligned);
}

/** Writes the rows of a table; what could not be told apart is lost, and said. */
export function writeRows(page: LoosePage, name: TableName, rows: readonly AlignedRow[], aligned: boolean[]): void {
  const lost: Span[] = [];
  for (const row of rows) {
    if (row.read) aligned.push(true);
    if (row.read && writeRow(page, name, row)) continue;
    lost.push(row.tokens.reduce<Span>(hull, row.tokens[0]!));
  }
  const [first] = lost;
  if (first) page.loses(name, lost.reduce(hull), lost.length, lost);
}

/** The rows by their lines, or where these tell them not, by the order of their words alone. */
function alignLines(tokens: readonly Token[], grammar: Grammar, lines: Lines): AlignedRow[] {
  const rows = align(tokens, grammar, lines);
  if (rows.every(isWhole)) return rows;
  const other = align(tokens, grammar, 'stream');
  return other.every(isWhole) ? other : rows;
}

const isWhole = ({ read, doubtful }: AlignedRow): boolean => read && doubtful.size === 0;

/** Whether a line holds a row or a cell: most of what is no word stands beside another such, or alone. */
function linesOf(tokens: readonly Token[]): Lines {
  let beside = 0;
  let alone = 0;
  let onLine = 0;
  const close = (): void => {
    if (onLine > 1) beside += onLine;
    else alone += onLine;
    onLine = 0;
  };
  for (const { gap, kind } of tokens) {
    if (gap === 'line' || gap === 'paragraph') close();
    if (kind === 'date' || kind === 'number' || kind === 'letter') onLine++;
  }
  close();
  return beside >= alone ? 'rows' : 'cells';
}

const NOTHING = { from: 0, to: 0 };

/** Writes a row of cells; those that could be others are left blank. False where there are such. */
function writeRow(page: LoosePage, name: TableName, { tokens, cells, doubtful }: AlignedRow): boolean {
  const { projection } = page;
  const order = cells.map((_, at): number | undefined => (doubtful.has(at) ? undefined : at));
  let isWhole = doubtful.size === 0;
  if (name === 'derivativeTable') {
    const side = sideOf(tokens, cells);
    isWhole &&= side !== undefined;
    order.splice(AMOUNT, 1, side === 'A' ? order[AMOUNT] : undefined, side === 'D' ? order[AMOUNT] : undefined);
  }
  let at = tokens[0]!.start;
  order.forEach((column, place) => {
    if (place > 0) projection.write('\t', at);
    const { from, to } = column === undefined ? NOTHING : cells[column]!;
    writeTokens(page, tokens, from, to);
    if (to > from) at = tokens[to - 1]!.end;
  });
  projection.write('\n', at);
  return isWhole;
}

/** Writes the tokens of a cell. What stands amid words, as in "By Trust (1) for Brother", is one of them and no marker. */
function writeTokens({ projection, text }: LoosePage, tokens: readonly Token[], from: number, to: number): void {
  for (let number = from; number < to; number++) {
    const { kind, gap, raw, start, end, pieces } = tokens[number]!;
    const before = number > from ? tokens[number - 1] : undefined;
    const isCut = before && gap === 'line' && isSlashed(text, before, start);
    if (before && gap !== 'none' && !isCut) projection.write(' ', start);
    if (kind !== 'marker') for (const piece of pieces) projection.copy(piece.start, piece.end);
    else if ((gap === 'blank' || gap === 'line') && number > from && isWordBehind(tokens, number, to))
      projection.copy(start, end);
    else {
      projection.write('<sup>(', start);
      const [digits] = pieces;
      if (/^\d+$/.test(raw)) projection.copy(digits!.start, digits!.end);
      else projection.replace(raw.normalize('NFKC'), digits!.start, digits!.end);
      projection.write(')</sup>', end);
    }
  }
}

const isWordBehind = (tokens: readonly Token[], number: number, to: number): boolean =>
  number + 1 < to && tokens[number + 1]!.gap === 'blank' && tokens[number + 1]!.kind !== 'marker';
