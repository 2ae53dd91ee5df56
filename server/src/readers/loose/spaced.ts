/**
 * A page on which each column begins where its heading does, with blanks alone between columns: written over so that a row of
 * the form is a line with tabs, and the words of each box stand together.
 */
import type { LineIndex } from '../../text/lines';
import { columnStarts, emptyPlaces, Page, type Label } from '../columns/page';
import { Projection } from '../projection';
import { anchorAt } from '../sections';

const BOXES = /^ {0,40}1\. Name and Address of Reporting Person.{0,400} {2}2\. Issuer Name/m;
const TITLE = /Table I\W{1,4}Non-Derivative.*/i;
/** Where the headings of a table begin, how many are numbered, and what stands below those of several columns. */
const TABLES = [
  {
    heading: /^\s{0,9}1\. ?Title of Security/i,
    numbered: 8,
    below: /\b(Code)\s+(V)\s+(Amount)\s+(\(A\) or \(D\))\s+(Price)/di,
    order: [0, 1, 2, 'below', 5, 6, 7],
  },
  {
    heading: /^\s{0,9}1\. ?Title of Derivative Security/i,
    numbered: 12,
    below: /\b(Code)\s+(V)\s+(\(A\))\s+(\(D\))\s+(Date Exercisable)\s+(Expiration Date)\s+(Title)\s+(Amount)/di,
    order: [0, 1, 2, 3, 'below', 8, 9, 10, 11],
  },
] as const;
/** The headings of a table take so many lines at the most. */
const MOST_HEADING_LINES = 20;
const WIDEST = 2_000;
/** Words of a page that stand apart by more than this are in two columns. */
const SEGMENTS = /\S(?: ?\S)*/g;

/** The page written over; undefined where no two boxes stand side by side on it, or a table cannot be taken apart. */
export function withoutSpaces(text: string, lines: LineIndex): Projection | undefined {
  if (!BOXES.test(text)) return undefined;
  const page = new Page(text, lines);
  const boxes = page.find(BOXES);
  const title = page.find(TITLE, boxes + 1);
  if (title < 0) return undefined;
  const writer = new SpacedWriter(page);
  writer.head(boxes, title);
  return writer.rest(title) ? writer.projection : undefined;
}

class SpacedWriter {
  readonly projection: Projection;

  constructor(private readonly page: Page) {
    this.projection = new Projection(page.text);
  }

  head(boxes: number, title: number): void {
    const { page } = this;
    const top = page.find(/\S {3,400}\S/, 0, boxes);
    if (top >= 0) {
      this.copy(0, top);
      this.columns(top, boxes);
    } else this.copy(0, boxes);
    this.columns(boxes, title);
  }

  /** Everything from the title of Table I on; false where a table has no columns. */
  rest(title: number): boolean {
    const { page, projection } = this;
    let line = this.title(title);
    for (const table of TABLES) {
      const heading = page.find(table.heading, line);
      if (heading < 0) continue;
      this.copy(line, heading);
      const next = this.table(heading, table);
      if (next === undefined) return false;
      line = next;
    }
    this.copy(line, page.count);
    return projection.end > 0;
  }

  /** The title of Table I, which may stand amid the boxes and be wrapped there. */
  private title(line: number): number {
    const { page, projection } = this;
    const match = TITLE.exec(page.words(line))!;
    const left = match.index;
    let next = line;
    do {
      const piece = page.piece(next, left, WIDEST);
      if (!piece) break;
      projection.write(next === line ? '\n' : ' ', piece.start).copy(piece.start, piece.end);
      next++;
    } while (next < page.count && !TABLES[0].heading.test(page.words(next)));
    projection.write('\n', page.line(next - 1).end);
    return next;
  }

  private copy(from: number, to: number): void {
    for (let line = from; line < to; line++) {
      const { start, end } = this.page.line(line);
      this.projection.copy(start, end).write('\n', end);
    }
  }

  /** Lines of words side by side, column by column; each begins where the first line has it. */
  private columns(from: number, to: number): void {
    const { page, projection } = this;
    const labels = Array.from(page.words(from).slice(0, WIDEST).matchAll(SEGMENTS), ({ 0: words, index }) => ({
      start: index,
      end: index + words.length,
    }));
    const numbers = Array.from({ length: to - from }, (_, at) => from + at);
    const starts = columnStarts(0, labels, emptyPlaces(page, numbers, WIDEST));
    starts.forEach((start, at) => {
      for (const line of numbers) {
        const piece = page.piece(line, start, starts[at + 1] ?? WIDEST);
        if (piece) projection.copy(piece.start, piece.end);
        projection.write('\n', piece?.end ?? page.line(line).start);
      }
    });
  }

  /** A table whose headings begin on a line. @returns the line behind its rows; undefined where they are no columns */
  private table(heading: number, table: (typeof TABLES)[number]): number | undefined {
    const { page, projection } = this;
    const sub = page.find(table.below, heading, Math.min(page.count, heading + MOST_HEADING_LINES));
    const starts = sub < 0 ? undefined : this.startsOf(heading, sub, table);
    if (!starts) return undefined;
    projection.write(`${starts.map((_, at) => `Column ${at + 1}`).join('\t')}\n`, page.line(heading).start);
    const words = page.words(sub);
    const match = table.below.exec(words)!;
    projection.copy(page.line(sub).start + match.index, page.line(sub).end).write('\n', page.line(sub).end);
    let line = sub + 1;
    let row: number[] = [];
    const ownership = starts.length - 2;
    for (; line < page.count && !anchorAt(page, line) && !BEHIND.test(page.words(line)); line++) {
      if (page.isBlank(line)) continue;
      if (starts.some((start) => start > 0 && this.crosses(line, start))) return undefined;
      if (page.piece(line, starts[ownership]!, starts[ownership + 1]!)) {
        this.row(row, starts);
        row = [];
      }
      row.push(line);
    }
    this.row(row, starts);
    return line;
  }

  private startsOf(heading: number, sub: number, table: (typeof TABLES)[number]): number[] | undefined {
    const words = this.page.words(heading);
    const numbered: Label[] = Array.from(words.matchAll(/(?<=^| {2})\d{1,2}A?\. ?[A-Z]/gi), ({ 0: label, index }) => ({
      start: index,
      end: index + label.length,
    }));
    const below = table.below.exec(this.page.words(sub))?.indices?.slice(1);
    if (numbered.length !== table.numbered || !below) return undefined;
    const starts = table.order.flatMap((one) =>
      one === 'below' ? below.map((indices) => indices![0]) : numbered[one]!.start,
    );
    return starts.every((start, at) => at === 0 || start > starts[at - 1]!) ? [0, ...starts.slice(1)] : undefined;
  }

  private crosses(line: number, place: number): boolean {
    const { start, end } = this.page.line(line);
    const at = start + place;
    return at < end && this.page.text.charCodeAt(at - 1) > 32 && this.page.text.charCodeAt(at) > 32;
  }

  private row(lines: readonly number[], starts: readonly number[]): void {
    const { page, projection } = this;
    const [first] = lines;
    if (first === undefined) return;
    let at = page.line(first).start;
    starts.forEach((start, column) => {
      if (column > 0) projection.write('\t', at);
      let isFirst = true;
      for (const line of lines) {
        const piece = page.piece(line, start, starts[column + 1] ?? WIDEST);
        if (!piece) continue;
        if (!isFirst) projection.write(' ', piece.start);
        projection.copy(piece.start, piece.end);
        isFirst = false;
        at = piece.end;
      }
    });
    projection.write('\n', at);
  }
}

const BEHIND = /^\s{0,9}(?:Reporting Owners|Signatures)\s*$/i;
