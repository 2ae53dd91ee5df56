/**
 * A page whose cells are drawn with rules of dashes, bars or underscores, one table in the cell of another: written over so
 * that a row of the form is a line with tabs, and each other cell has lines of its own.
 */
import type { LineIndex } from '../../text/lines';
import type { Span } from '../../text/span';
import { trim } from '../../text/white';
import { Projection } from '../projection';

/** A line of cells whose last line is underscored: `|Common_Stock___|12/11/2012___|`. */
const UNDERSCORED = /^ {0,9}\|(?:[^|\n]{0,300}_\|){8}/m;
const FRAME = /^\s*\+[-=:+]+\+\s*$/;
const DASHES = /^\s*-+(?: +-+)*\s*$/;
const BARRED = /^\s{0,9}\|.*\|\s*$/;
const TITLE_BEGUN = /^\s*\**Table II?\W{0,6}(?:-|$)/i;
/** A row of the form has as many cells; what has fewer is a box, or words side by side. */
const ROW = 11;
/** Tables stand in the cells of others no deeper than this. */
const DEEPEST = 8;

/** True where a rule is cut into as many columns as a table of the form has: `---- ------ ---`. */
function isRuled(text: string): boolean {
  for (let at = text.indexOf('-- --'); at >= 0;) {
    const end = text.indexOf('\n', at);
    const line = text.slice(text.lastIndexOf('\n', at) + 1, end < 0 ? text.length : end);
    if (/^[-\s|]+$/.test(line) && line.split(/-\s+-/).length >= ROW) return true;
    at = end < 0 ? -1 : text.indexOf('-- --', end);
  }
  return false;
}

/** What parts the cells that are drawn on a page; undefined where none are. */
function drawnWith(text: string): 'dashes' | 'underscores' | undefined {
  if (isRuled(text)) return 'dashes';
  return text.includes('_|') && UNDERSCORED.test(text) ? 'underscores' : undefined;
}

/** True where cells are drawn on a page with rules of dashes or with underscores. */
export const isGrid = (text: string): boolean => drawnWith(text) !== undefined;

/** The page written over; undefined where nothing is drawn on it in this way. */
export function withoutGrid(text: string, lines: LineIndex): Projection | undefined {
  const drawn = drawnWith(text);
  if (!drawn) return undefined;
  const writer = new GridWriter(text, drawn === 'underscores');
  writer.region(
    lines.starts.map((_, line) => lines.lineSpan(line)),
    0,
  );
  return writer.projection;
}

/** Stretches of lines, one below the other. */
type Region = readonly Span[];

class GridWriter {
  readonly projection: Projection;
  /** Where pieces begin that go on right behind the one before. */
  private readonly glued = new Set<number>();

  constructor(
    private readonly text: string,
    private readonly underscored: boolean,
  ) {
    this.projection = new Projection(text);
  }

  private words({ start, end }: Span): string {
    return this.text.slice(start, end);
  }

  region(lines: Region, depth: number): void {
    let at = 0;
    while (at < lines.length) {
      const words = this.words(lines[at]!);
      const next =
        depth >= DEEPEST
          ? at
          : FRAME.test(words)
            ? this.frame(lines, at, depth)
            : DASHES.test(words)
              ? this.ruled(lines, at, depth)
              : this.underscored && BARRED.test(words)
                ? this.barred(lines, at)
                : at;
      if (next > at) at = next;
      else at = this.line(lines, at, depth);
    }
  }

  /** A line as it stands; a table's title is wrapped down a narrow column, and is one line again. */
  private line(lines: Region, at: number, depth: number): number {
    const words = trim(this.text, lines[at]!.start, lines[at]!.end);
    if (depth > DEEPEST || (this.underscored && !this.words(words).includes(' '))) this.copy(words);
    else this.projection.copy(words.start, words.end);
    let next = at + 1;
    if (TITLE_BEGUN.test(this.words(lines[at]!)))
      for (; next < lines.length; next++) {
        const below = this.words(lines[next]!);
        if (below.trim() === '' || DASHES.test(below) || FRAME.test(below)) break;
        const piece = trim(this.text, lines[next]!.start, lines[next]!.end);
        this.projection.write(' ', piece.start).copy(piece.start, piece.end);
      }
    this.projection.write('\n', lines[next - 1]!.end);
    return next;
  }

  /** A frame of `+---+` and bars, row by row and cell by cell, down to its last rule. */
  private frame(lines: Region, from: number, depth: number): number {
    const left = this.words(lines[from]!).indexOf('+');
    const isRule = (at: number): boolean => FRAME.test(this.words(lines[at]!));
    let end = from;
    for (let at = from + 1; at < lines.length; at++) {
      const sign = this.words(lines[at]!).charAt(left);
      if (sign !== '+' && sign !== '|') break;
      if (sign === '+' && isRule(at)) end = at;
    }
    let bars = barsOf(this.words(lines[from]!));
    let open = from + 1;
    for (let at = from + 1; at <= end; at++) {
      const words = this.words(lines[at]!);
      if (words.charAt(left) !== '+') continue;
      if (isRule(at)) {
        this.cells(lines.slice(open, at), bars, depth);
        bars = barsOf(words);
        open = at + 1;
      } else bars = bars.filter((bar) => '+|'.includes(words.charAt(bar)));
    }
    return end > from ? end + 1 : from;
  }

  private cells(lines: Region, bars: readonly number[], depth: number): void {
    const cells = bars.slice(0, -1).map((bar, at) => lines.map((line) => pieceOf(line, bar + 1, bars[at + 1]!)));
    this.row(cells, depth);
  }

  /** A table below a rule that is cut into its columns, down to the next rule. */
  private ruled(lines: Region, from: number, depth: number): number {
    const columns = Array.from(this.words(lines[from]!).matchAll(/-+/g), ({ index }) => index);
    if (columns.length < 2) return from + 1;
    // The rule of a table that is wider than its cell goes on from the line above.
    const above = from > 0 ? this.words(lines[from - 1]!) : '';
    const shift = /^\s*-{1,9}\s*$/.test(above) ? above.trimEnd().length - columns[0]! : 0;
    columns.forEach((column, at) => (columns[at] = at === 0 ? 0 : column + shift));
    let to = from + 1;
    const cut = (at: number): boolean => this.isCut(lines[at], lines[at + 1], shift);
    while (
      to < lines.length &&
      !DASHES.test(this.words(lines[to]!)) &&
      (cut(to - 1) || !this.crosses(lines[to]!, columns))
    )
      to++;
    const body = lines.slice(from + 1, to);
    while (body.length > 0 && this.words(body[body.length - 1]!).trim() === '') body.pop();
    // Where blank lines stand between rows, a row may have several lines.
    const apart = body.some((line) => this.words(line).trim() === '');
    let cells: Span[][] = columns.map(() => []);
    const close = (): void => {
      if (cells[0]!.length > 0) this.row(cells, depth);
      cells = columns.map(() => []);
    };
    body.forEach((line, number) => {
      if (this.words(line).trim() === '') return close();
      if (this.isCut(line, body[number + 1], shift)) return void cells[0]!.push(line);
      const cutOff = this.isCut(body[number - 1], line, shift)
        ? this.words(body[number - 1]!).trimEnd().length - indentOf(this.words(line))
        : 0;
      columns.forEach((column, at) => {
        const piece = pieceOf(line, Math.max(0, column - cutOff), (columns[at + 1] ?? Infinity) - cutOff);
        cells[at]!.push(piece);
        if (cutOff > 0 && at === 0) this.glued.add(trim(this.text, piece.start, piece.end).start);
      });
      if (!apart) close();
    });
    close();
    if (to === lines.length || !DASHES.test(this.words(lines[to]!))) return to;
    return this.opensTable(lines, to) ? to : to + 1;
  }

  /** True where a line was cut behind its first characters, since the table is wider than its cell: the next one goes on. */
  private isCut(line: Span | undefined, next: Span | undefined, shift: number): boolean {
    if (shift <= 0 || !line || !next) return false;
    const words = this.words(line).trimEnd();
    return words.trim() !== '' && words.length <= shift + 1 && this.words(next).trim() !== '' && !DASHES.test(words);
  }

  /** True where a rule is cut into columns, and something stands below it. */
  private opensTable(lines: Region, at: number): boolean {
    const next = lines[at + 1];
    return / -/.test(this.words(lines[at]!)) && next !== undefined && this.words(next).trim() !== '';
  }

  /** True where words stand on the border of two columns, so that the line is none of the table's. */
  private crosses({ start, end }: Span, columns: readonly number[]): boolean {
    return columns.some(
      (column) =>
        column > 0 &&
        start + column < end &&
        this.text.charCodeAt(start + column - 1) > 32 &&
        this.text.charCodeAt(start + column) > 32,
    );
  }

  /** Lines of cells between bars; in the last one of a row all blanks are underscores. */
  private barred(lines: Region, from: number): number {
    const bars = barsOf(this.words(lines[from]!));
    let to = from + 1;
    while (to < lines.length && sameBars(this.words(lines[to]!), bars)) to++;
    let open = from;
    for (let at = from; at < to; at++) {
      const words = this.words(lines[at]!);
      const ends = !words.slice(bars[0], bars[bars.length - 1]).includes(' ');
      if (!ends && at < to - 1) continue;
      this.cells(lines.slice(open, at + 1), bars, DEEPEST);
      open = at + 1;
    }
    return to;
  }

  private row(cells: readonly Region[], depth: number): void {
    if (cells.length < ROW) return cells.forEach((cell) => this.region(cell, depth + 1));
    let at = cells[0]![0]!.start;
    cells.forEach((cell, column) => {
      if (column > 0) this.projection.write('\t', at);
      let first = true;
      for (const line of cell) {
        const piece = trim(this.text, line.start, line.end);
        if (piece.end === piece.start || /^_+$/.test(this.words(piece))) continue;
        if (!first && !this.glued.has(piece.start) && !this.isHyphenated(at, piece.start))
          this.projection.write(' ', piece.start);
        this.copy(piece);
        first = false;
        at = piece.end;
      }
    });
    this.projection.write('\n', at);
  }

  /** True where a word goes on behind its hyphen, as in Performance-based. */
  private isHyphenated(end: number, start: number): boolean {
    return (
      this.text[end - 1] === '-' && /[a-z]/i.test(this.text.charAt(end - 2)) && /[a-z]/.test(this.text.charAt(start))
    );
  }

  private copy({ start, end }: Span): void {
    let from = start;
    for (let at = start; this.underscored && at < end; at++)
      if (this.text.charCodeAt(at) === 95) {
        this.projection.copy(from, at).replace(' ', at, at + 1);
        from = at + 1;
      }
    this.projection.copy(from, end);
  }
}

/** A stretch of a line between two places of it. */
function pieceOf({ start, end }: Span, from: number, to: number): Span {
  const left = Math.min(end, start + from);
  return { start: left, end: Math.max(left, Math.min(end, start + to)) };
}

const indentOf = (words: string): number => words.length - words.trimStart().length;

function barsOf(words: string): number[] {
  return Array.from(words.matchAll(/[+|]/g), ({ index }) => index);
}

function sameBars(words: string, bars: readonly number[]): boolean {
  if (!BARRED.test(words)) return false;
  const own = barsOf(words);
  return own.length === bars.length && own.every((bar, at) => bar === bars[at]);
}
