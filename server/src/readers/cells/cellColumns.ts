/**
 * The cells of a table, row by row, as columns of numbers: where each begins and ends and what its characters tell. One pass
 * over the text fills them; rows and cells are made from them when somebody asks (`rows.ts`).
 */
import type { Span } from '../../text/span';
import { isSpace } from '../../text/white';
import { splitPlain, splitSup, type MarkerStyle, type Split } from './markers';

/** Finds the cells of a line: where each begins and ends, one pair behind the other. A line that is no row has one cell. */
export type CellFinder = (text: string, start: number, end: number, places: number[]) => void;

/** What a cell looks like, its markers left out. A dash is a blank. */
export const BLANK = 0;
/** One letter. */
export const LETTER = 1;
/** Digits, commas and points, behind a dollar sign or without one. */
export const NUMBER = 2;
/** 03/07/2023. */
export const DATE = 3;
/** More than a letter, beginning with one. */
export const WORDS = 4;
export const OTHER = 5;

/** Classes of characters, each a bit. */
const [DIGIT, POINT, SLASH, LETTERS, ELSE] = [1, 2, 4, 8, 16];
const CLASS = new Uint8Array(128).fill(ELSE);
for (let unit = 48; unit <= 57; unit++) CLASS[unit] = DIGIT;
for (let unit = 65; unit <= 90; unit++) CLASS[unit] = CLASS[unit | 32] = LETTERS;
CLASS[44] = CLASS[46] = POINT;
CLASS[47] = SLASH;

const [LESS, BACKSLASH, DOLLAR, SPACE, HYPHEN] = [60, 92, 36, 32, 45];

/** So many numbers a cell has: the stretch between its separators, that of its words, and its look. */
const [START, END, FROM, TO, LOOK, NUMBERS] = [0, 1, 2, 3, 4, 5];
/** No table of the form has so many, headings and all. */
const MANY_LINES = 64;
/** No row of the form has more cells. */
const MOST_CELLS = 16;

export class CellColumns {
  /** By row: its line, and its first cell; behind the last row, how many cells there are. */
  readonly lineStart: number[] = [];
  readonly lineEnd: number[] = [];
  readonly firstCell: number[] = [0];
  /** How many cells there are. */
  cells = 0;
  /** Their numbers. A list that grows takes 20 times as long for each cell of 40,000 as for one of 60, where it is quickest. */
  private numbers: number[] | Int32Array;
  /** Cells that have something that may be a marker, with what was made of it. */
  readonly split = new Map<number, Split>();
  /** True once a marker was met. */
  sawMarker = false;
  /** True where a cell of a filing that cites with tags ends like a plain marker: behind a number or a date it is one. */
  endsLikeMarker = false;

  /** @param lines how many lines the table has, its headings too */
  constructor(
    readonly text: string,
    readonly style: MarkerStyle,
    lines: number,
  ) {
    this.numbers = lines <= MANY_LINES ? [] : new Int32Array(lines * MOST_CELLS * NUMBERS);
  }

  /** The stretch of a cell between its separators. */
  start(cell: number): number {
    return this.numbers[cell * NUMBERS + START]!;
  }

  end(cell: number): number {
    return this.numbers[cell * NUMBERS + END]!;
  }

  /** The stretch of its words without white space and markers; in a blank cell, where words would go. */
  from(cell: number): number {
    return this.numbers[cell * NUMBERS + FROM]!;
  }

  to(cell: number): number {
    return this.numbers[cell * NUMBERS + TO]!;
  }

  look(cell: number): number {
    return this.numbers[cell * NUMBERS + LOOK]!;
  }

  get rows(): number {
    return this.lineStart.length;
  }

  /** How many cells a row has. */
  width(row: number): number {
    return this.firstCell[row + 1]! - this.firstCell[row]!;
  }

  /** Adds a line as a row, from the places of its cells. */
  addRow(line: Span, places: readonly number[]): void {
    this.lineStart.push(line.start);
    this.lineEnd.push(line.end);
    if (this.numbers instanceof Int32Array)
      this.numbers = withRoom(this.numbers, (this.cells + places.length / 2) * NUMBERS);
    for (let at = 0; at < places.length; at += 2) this.addCell(places[at]!, places[at + 1]!);
    this.firstCell.push(this.cells);
  }

  /** Takes back all rows: what was added turned out to be headings. */
  clear(): void {
    if (this.rows === 0) return;
    this.lineStart.length = this.lineEnd.length = 0;
    this.cells = 0;
    this.firstCell.length = 1;
    this.split.clear();
    this.sawMarker = this.endsLikeMarker = false;
  }

  private addCell(start: number, end: number): void {
    const { text } = this;
    let from = start;
    let to = end;
    while (from < to && isSpace(text.charCodeAt(from))) from++;
    if (from === to) {
      // Where a value would go: after one space of padding, as in `|  |`.
      const place = end - start >= 2 && text.charCodeAt(start) === SPACE ? start + 1 : start;
      this.put(start, end, place, place, BLANK);
      return;
    }
    while (isSpace(text.charCodeAt(to - 1))) to--;
    if (isDash(text, from, to)) {
      this.put(start, end, from, from, BLANK);
      return;
    }
    const last = text.charCodeAt(to - 1);
    const bracket = isBracket(last);
    if (this.style === 'plain') {
      if (bracket) return this.addMarked(start, end, { start: from, end: to });
    } else if (bracket && !hasTag(text, from, to)) this.endsLikeMarker = true;
    else if (last === 62 /* > */ || hasTag(text, from, to)) return this.addMarked(start, end, { start: from, end: to });
    this.put(start, end, from, to, lookOf(text, from, to));
  }

  private addMarked(start: number, end: number, outer: Span): void {
    const split = (this.style === 'sup' ? splitSup : splitPlain)(this.text, outer);
    if (split.markers.length > 0) this.sawMarker = true;
    this.split.set(this.cells, split);
    const from = split.span.start;
    if (this.style === 'sup' && isBracket(this.text.charCodeAt(split.span.end - 1))) this.endsLikeMarker = true;
    const to = isDash(this.text, from, split.span.end) ? from : split.span.end;
    this.put(
      start,
      end,
      from,
      to,
      from === to ? BLANK : split.inner === undefined ? lookOf(this.text, from, to) : OTHER,
    );
  }

  private put(start: number, end: number, from: number, to: number, look: number): void {
    const at = this.cells++ * NUMBERS;
    const { numbers } = this;
    numbers[at + START] = start;
    numbers[at + END] = end;
    numbers[at + FROM] = from;
    numbers[at + TO] = to;
    numbers[at + LOOK] = look;
  }
}

/** A line may have more cells than a row of the form. */
function withRoom(numbers: Int32Array, wanted: number): Int32Array {
  if (wanted <= numbers.length) return numbers;
  const more = new Int32Array(2 * wanted);
  more.set(numbers);
  return more;
}

export const isBracket = (unit: number): boolean => unit === 41 /* ) */ || unit === 93; /* ] */

/** A dash alone is how some layouts print a blank. */
function isDash(text: string, from: number, to: number): boolean {
  const unit = text.charCodeAt(from);
  if (to - from === 1) return unit === HYPHEN || unit === 0x2013 || unit === 0x2014;
  return to - from === 2 && unit === HYPHEN && text.charCodeAt(from + 1) === HYPHEN;
}

function hasTag(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === LESS) return true;
  return false;
}

/** What some words look like. */
function lookOf(text: string, from: number, to: number): number {
  let at = from;
  if (text.charCodeAt(at) === BACKSLASH) at++;
  if (text.charCodeAt(at) === DOLLAR) at++;
  else at = from;
  const first = text.charCodeAt(at);
  const isLetter = first < 128 && CLASS[first] === LETTERS;
  if (isLetter) return at === from ? (to - from === 1 ? LETTER : WORDS) : OTHER;
  if (!(first >= 48 && first <= 57)) return OTHER;
  let seen = 0;
  for (; at < to; at++) {
    const unit = text.charCodeAt(at);
    seen |= unit < 128 ? CLASS[unit]! : ELSE;
  }
  if ((seen & ~(DIGIT | POINT)) === 0) return NUMBER;
  const isDate =
    seen === (DIGIT | SLASH) &&
    to - from === 10 &&
    text.charCodeAt(from + 2) === 47 &&
    text.charCodeAt(from + 5) === 47;
  return isDate ? DATE : OTHER;
}
