/** A page of text whose columns are told apart by spaces alone. */
import type { LineIndex } from '../../text/lines';
import type { Span } from '../../text/span';
import { isSpace, trim } from '../../text/white';

export class Page {
  readonly count: number;

  constructor(
    readonly text: string,
    readonly lines: LineIndex,
  ) {
    this.count = lines.starts.length;
  }

  line(number: number): Span {
    return this.lines.lineSpan(number);
  }

  words(number: number): string {
    const { start, end } = this.line(number);
    return this.text.slice(start, end);
  }

  isBlank(number: number): boolean {
    const { start, end } = this.line(number);
    const words = trim(this.text, start, end);
    return words.start === words.end;
  }

  /** What stands between two columns of a line, without white space at its edges; undefined where nothing does. */
  piece(number: number, from: number, to: number): Span | undefined {
    const { start, end } = this.line(number);
    const left = Math.min(end, start + from);
    const words = trim(this.text, left, Math.min(end, start + to));
    return words.end > words.start ? words : undefined;
  }

  /** The first line at or behind `from` that matches; -1 where none does. */
  find(pattern: RegExp, from = 0, to = this.count): number {
    for (let number = Math.max(0, from); number < to; number++) if (pattern.test(this.words(number))) return number;
    return -1;
  }

  /** Runs of lines with something in them, parted by blank lines. */
  blocks(from: number, to: number): { from: number; to: number }[] {
    const found: { from: number; to: number }[] = [];
    for (let number = from; number < to; number++) {
      if (this.isBlank(number)) continue;
      const last = found[found.length - 1];
      if (last && last.to === number) last.to = number + 1;
      else found.push({ from: number, to: number + 1 });
    }
    return found;
  }
}

/** The places of a line in which nothing stands, on any of the given lines. */
export function emptyPlaces(page: Page, lines: readonly number[], width: number): boolean[] {
  const empty = new Array<boolean>(width).fill(true);
  for (const number of lines) {
    const { start, end } = page.line(number);
    for (let at = start; at < Math.min(end, start + width); at++)
      if (!isSpace(page.text.charCodeAt(at))) empty[at - start] = false;
  }
  return empty;
}

/** Where a label stands on a line, in places from its start. */
export interface Label {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the columns under some labels begin: the first at `from`; each other at the place nearest to its label's start
 * before which nothing stands on any line.
 */
export function columnStarts(from: number, labels: readonly Label[], empty: readonly boolean[]): number[] {
  return labels.map((label, at) => {
    const before = labels[at - 1];
    if (!before) return from;
    let best: number | undefined;
    for (let place = before.start + 1; place <= label.end; place++)
      if (
        empty[place - 1] !== false &&
        (best === undefined || Math.abs(place - label.start) < Math.abs(best - label.start))
      )
        best = place;
    return best ?? (before.end + label.start + 1) >> 1;
  });
}
