/**
 * Rows of tabs that a page was copied with in pieces: a cell over several lines, and a table that stands in a cell of
 * another, whose words come a first time on one line.
 */
import type { LineIndex } from '../text/lines';
import type { Span } from '../text/span';
import { isBlankIn, trim } from '../text/white';
import { DERIVATIVE_COLUMNS, NON_DERIVATIVE_COLUMNS } from '../filing/columns';
import { findTabs } from './cells/tabs';
import { Projection } from './projection';
import { anchorAt, type Anchor } from './sections';

/** A cell is wrapped over so many lines at the most. */
const MOST_LINES = 12;
/** A line of headings has more cells than this; the words of a whole table on one line are in fewer. */
const FEW_CELLS = 4;

const WIDTHS: Partial<Record<Anchor, number>> = {
  tableI: NON_DERIVATIVE_COLUMNS.length,
  tableII: DERIVATIVE_COLUMNS.length,
};
const SECOND_HEADING = /^\W*Code\b/;
const FIRST_HEADING = /^\W*1\. ?Title of\b/;

/** The text with each row on one line, and its cells as they were; undefined where nothing is to be joined. */
export function joinRows(text: string, lines: LineIndex): Projection | undefined {
  const joiner = new Joiner(text, lines);
  return joiner.join() ? joiner.projection : undefined;
}

class Joiner {
  readonly projection: Projection;
  private changed = false;

  constructor(
    readonly text: string,
    readonly lines: LineIndex,
  ) {
    this.projection = new Projection(text);
  }

  /** Writes the lines; whether any was joined or left out. */
  join(): boolean {
    const { lines, text } = this;
    const count = lines.starts.length;
    const headings = this.headings();
    let width = 0;
    for (let line = 0; line < count; line++) {
      const anchor = anchorAt(this, line);
      if (anchor) width = WIDTHS[anchor] ?? 0;
      const copied = headings.get(line);
      if (copied !== undefined) {
        // The table comes once more behind its own words.
        line = copied - 1;
        this.changed = true;
        continue;
      }
      const last = width > 0 && !anchor ? this.lastOfRow(line, width) : line;
      if (last > line) {
        this.writeJoined(line, last);
        this.changed = true;
        line = last;
      } else this.projection.copy(lines.lineSpan(line).start, lines.lineSpan(line).end);
      this.projection.copy(lines.lineSpan(line).end, lines.starts[line + 1] ?? text.length);
    }
    return this.changed;
  }

  /** For a line of headings that has swallowed its table: the line where the headings come again, in cells. */
  private headings(): Map<number, number> {
    const found = new Map<number, number>();
    const swallowed: Partial<Record<Anchor, number>> = {};
    for (let line = 0; line < this.lines.starts.length; line++) {
      const anchor = anchorAt(this, line);
      if ((anchor !== 'tableI' && anchor !== 'tableII') || !FIRST_HEADING.test(this.words(line))) continue;
      const before = swallowed[anchor];
      if (this.cells(line) <= FEW_CELLS) swallowed[anchor] ??= line;
      else if (before !== undefined) {
        found.set(before, line);
        break;
      }
    }
    return found;
  }

  private words(line: number): string {
    const { start, end } = this.lines.lineSpan(line);
    return this.text.slice(start, Math.min(end, start + 200));
  }

  private cells(line: number): number {
    const { start, end } = this.lines.lineSpan(line);
    const places: number[] = [];
    findTabs(this.text, start, end, places);
    return places.length / 2;
  }

  /** The last line of a row that begins on a line and has all of its cells there; the line itself where it is no such row. */
  private lastOfRow(first: number, width: number): number {
    let cells = this.cells(first);
    if (cells < 2 || cells >= width || SECOND_HEADING.test(this.words(first))) return first;
    const end = Math.min(this.lines.starts.length, first + MOST_LINES);
    for (let line = first + 1; line < end; line++) {
      if (anchorAt(this, line)) return first;
      cells += this.cells(line) - 1;
      if (cells > width) return first;
      if (cells === width) return line;
    }
    return first;
  }

  private writeJoined(first: number, last: number): void {
    for (let line = first; line <= last; line++) {
      const span: Span = this.lines.lineSpan(line);
      if (isBlankIn(this.text, span)) {
        // Tabs of a line without words are cells as others.
        for (let at = span.start; at < span.end; at++)
          if (this.text.charCodeAt(at) === 9) this.projection.copy(at, at + 1);
        continue;
      }
      if (line === first) this.projection.copy(span.start, span.end);
      else {
        const words = trim(this.text, span.start, span.end);
        const tab = this.text.slice(span.start, words.start).indexOf('\t');
        this.projection.write(' ', span.start).copy(tab < 0 ? words.start : span.start + tab, span.end);
      }
    }
  }
}
