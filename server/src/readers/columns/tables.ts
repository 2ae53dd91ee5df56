/** Tables I and II on a page: labels → columns → cells, wrapped cells joined. */
import type { Projection } from '../projection';
import type { Span } from '../../text/span';
import { centredRows, isCentred, type Block } from './centred';
import { cellStarts } from './frames';
import { columnStarts, emptyPlaces, type Label, type Page } from './page';

/** The headings of a table, left to right; a group has headings of its own below it. */
export interface Heading {
  readonly number: string;
  readonly below?: readonly RegExp[];
}

export const TABLE_I: readonly Heading[] = [
  { number: '1.' },
  { number: '2.' },
  { number: '2A.' },
  { number: '3.', below: [/Code/, /V/] },
  { number: '4.', below: [/Amount/, /\(A\)/, /Price/] },
  { number: '5.' },
  { number: '6.' },
  { number: '7.' },
];
export const TABLE_II: readonly Heading[] = [
  { number: '1.' },
  { number: '2.' },
  { number: '3.' },
  { number: '3A.' },
  { number: '4.', below: [/Code/, /V/] },
  { number: '5.', below: [/\(A\)/, /\(D\)/] },
  { number: '6.', below: [/Exercisable/, /Expiration/] },
  { number: '7.', below: [/Title/, /Amount|Number|Shares/] },
  { number: '8.' },
  { number: '9.' },
  { number: '10.' },
  { number: '11.' },
];

/** Past this a page has no column: w3m and its like print at most so wide. */
const WIDEST = 2000;

/** The starts of the numbered headings on a line; undefined where one of them is not there. */
function headingStarts(words: string, headings: readonly Heading[]): number[] | undefined {
  const starts: number[] = [];
  let from = 0;
  for (const { number } of headings) {
    let at = words.indexOf(number, from);
    while (at > 0 && words[at - 1] !== ' ') at = words.indexOf(number, at + 1);
    if (at < 0) return undefined;
    starts.push(at);
    from = at + number.length;
  }
  return starts;
}

/** The lowest place of a heading between two columns of the heading lines. */
function lowest(page: Page, lines: readonly number[], pattern: RegExp, from: number, to: number): Label | undefined {
  for (let at = lines.length - 1; at > 0; at--) {
    const match = pattern.exec(page.words(lines[at]!).slice(from, to));
    if (match) return { start: from + match.index, end: from + match.index + match[0].length };
  }
  return undefined;
}

/** The last line of the headings has these words side by side. */
/** What a row has, and no heading. */
const DATA = /\d{2}|\$ ?\d/;
const SECOND_LINE = /\bCode\s{1,40}V\b/;
/** The columns that take words, and those that take a number or a date, which stands but once in a cell. */
const KINDS_I = 'WNN  N NN W';
const KINDS_II = 'WNNN  NNNNWNNN W';
/** Words behind a marker: another cell has begun. */
const GOES_ON = /\(\d{1,2}\)[^()]/;
const NUMBER_OR_DATE = /^(?:\d{1,4}\/\d{1,2}\/\d{1,4}|\$?[\d,]*(?:\.\d+)?)(?:[([]\d{1,2}[)\]])*$/;
const SUBHEADING = /^\D{0,400}\bCode\s{1,40}V\b|^\s{0,400}Code\b/;

/**
 * Writes the rows of a table between two lines as tab-separated ones. `head` is the line of the numbered headings;
 * `drawn` is the page with its frames.
 */
export function writeRows(
  projection: Projection,
  page: Page,
  drawn: Page,
  headings: readonly Heading[],
  head: number,
  to: number,
): void {
  const [first, ...more] = page.blocks(head, to);
  if (!first) return;
  // A frame may draw a line between the headings of the groups and those of their columns.
  const second = more[0] && SUBHEADING.test(page.words(more[0].from)) ? more.shift() : undefined;
  // No blank line may part the headings from the rows.
  const last = second || more.length > 0 || cellStarts(drawn.words(first.from)) ? undefined : lastHeading(page, first);
  const under = last === undefined || page.find(DATA, last + 1, first.to) < 0 ? first.to : last + 1;
  if (under < first.to) more.unshift({ from: under, to: first.to });
  const columns =
    columnsDrawn(drawn, more, headings) ??
    columnsUnder(page, headings, head, range(first.from, second?.to ?? under), more);
  if (!columns) return;
  const rows = more.flatMap((block) => rowsIn(page, block, columns, headings));
  for (const block of rows) {
    columns.forEach((from, at) => {
      if (at > 0) projection.write('\t', page.line(block.from).start);
      writeWrapped(
        projection,
        page.text,
        range(block.from, block.to).flatMap(
          (line) => page.piece(line, at === 0 ? 0 : from, columns[at + 1] ?? WIDEST * 2) ?? [],
        ),
      );
    });
    projection.write('\n', page.line(block.to - 1).end);
  }
}

/** The last line of the headings: that of the columns under column 3 or 4. */
function lastHeading(page: Page, { from, to }: Block): number {
  const found = range(from, to).filter((line) => SECOND_LINE.test(page.words(line)));
  return found[found.length - 1] ?? to - 1;
}

/** Where the columns begin, by the bars between the cells of the first row; undefined where there are none, or others. */
function columnsDrawn(drawn: Page, rows: readonly Block[], headings: readonly Heading[]): number[] | undefined {
  const cells = rows[0] && cellStarts(drawn.words(rows[0].from));
  const count = headings.reduce((sum, { below }) => sum + (below?.length ?? 1), 0);
  return cells?.length === count + 1 ? cells.slice(0, count) : undefined;
}

/** Where the columns begin, by their headings and by what stands empty in all rows. */
function columnsUnder(
  page: Page,
  headings: readonly Heading[],
  head: number,
  headingLines: readonly number[],
  rows: readonly Block[],
): number[] | undefined {
  const starts = headingStarts(page.words(head).slice(0, WIDEST), headings);
  if (!starts) return undefined;
  const body = rows.flatMap((block) => range(block.from, block.to));
  const empty = emptyPlaces(page, [...body, ...headingLines.slice(-1)], WIDEST);
  return headings.flatMap(({ below }, at) => {
    const from = starts[at]!;
    const end = starts[at + 1] ?? WIDEST;
    const labels = below?.map((pattern) => lowest(page, headingLines, pattern, from, end));
    return labels?.every((label) => label !== undefined)
      ? columnStarts(from, labels, empty)
      : [from, ...(below?.slice(1).map(() => end) ?? [])];
  });
}

/**
 * The rows of a block: one, or several that stand close together, each with a form of ownership of its own: on its first
 * line, or in the middle of them where its cells are centred.
 */
function rowsIn(page: Page, block: Block, columns: readonly number[], headings: readonly Heading[]): readonly Block[] {
  const at = headings.flatMap(({ number, below }) => below?.map(() => number) ?? [number]);
  const begins = (line: number, place: number): boolean => {
    const piece = page.piece(line, place === 0 ? 0 : columns[place]!, columns[place + 1] ?? WIDEST * 2);
    return piece !== undefined && /[A-Z\d$]/.test(page.text.charAt(piece.start));
  };
  const middles = range(block.from, block.to).filter((line) => begins(line, at.length - 2));
  if (middles.length < 2) return [block];
  /** For each column, the lines of a row that it has something on. */
  const filled = (from: number, to: number): number[][] =>
    columns.map((left, place) =>
      range(from, to).flatMap((line) =>
        page.piece(line, place === 0 ? 0 : left, columns[place + 1] ?? WIDEST * 2) ? [line - from] : [],
      ),
    );
  const kinds = headings === TABLE_II ? KINDS_II : KINDS_I;
  const cellAt = (from: number, to: number, place: number): string =>
    range(from, to)
      .map((line) => page.words(line).slice(columns[place], columns[place + 1]))
      .join(' ')
      .replace(/<[^<>]{0,40}>|[\s^]+/g, '');
  /** Whether each cell holds what its column takes, a number or a date but once. */
  const fits = (from: number, to: number): boolean =>
    columns.every((_, place) => {
      const cell = cellAt(from, to, place);
      return !GOES_ON.test(cell) && (kinds.charAt(place) !== 'N' || NUMBER_OR_DATE.test(cell));
    });
  /** The cells of words, without the markers that part one row from another of the same class. */
  const wordsOf = (from: number, to: number): string[] =>
    columns.flatMap((_, place) =>
      kinds.charAt(place) === 'W' ? [`${place} ${cellAt(from, to, place).replace(/\(\d{1,2}\)/g, '')}`] : [],
    );
  const centred = centredRows(block, middles, (from, to) =>
    filled(from, to).every((lines) => isCentred(lines, to - from)) && fits(from, to) ? wordsOf(from, to) : undefined,
  );
  if (centred) return centred;
  const starts = middles.filter((line) => begins(line, 0));
  const rows = starts.map((from, nth) => ({ from, to: starts[nth + 1] ?? block.to }));
  const areFirst = rows.every(
    ({ from, to }) => fits(from, to) && filled(from, to).every(([first]) => first === undefined || first === 0),
  );
  // Where cells begin on other lines than the first, and stand in no middle, nothing tells the rows apart.
  return starts[0] === block.from && areFirst ? rows : [block];
}

const MARKER = /\^\s{0,4}(?:(\(\d{1,3}\))|$)|^(\(\d{1,3}\))/g;

/** Some pages break their lines behind a slash, where no blank was. */
export const isSlashed = (text: string, { end }: Span, start: number): boolean =>
  text.charAt(start) === '/' || (text.charAt(end - 1) === '/' && /[^\s/]/.test(text.charAt(end - 2)));

/** A cell wrapped over lines, as one; `^(1)` is a footnote's number, and may be split between two lines. */
export function writeWrapped(projection: Projection, text: string, pieces: readonly Span[]): void {
  let caret = false;
  pieces.forEach(({ start, end }, at) => {
    const last = pieces[at - 1];
    if (last && !caret && !isSlashed(text, last, start)) projection.write(' ', start);
    let from = start;
    for (const match of text.slice(start, end).matchAll(MARKER)) {
      const [whole, behindCaret, alone] = match;
      const index = start + match.index;
      if (alone !== undefined && !caret) continue;
      projection.copy(from, index);
      from = index + whole.length;
      const marker = behindCaret ?? alone;
      if (marker === undefined) caret = true;
      else {
        caret = false;
        projection
          .write('<sup>', from)
          .copy(from - marker.length, from)
          .write('</sup>', from);
      }
    }
    projection.copy(from, end);
  });
}

export const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
