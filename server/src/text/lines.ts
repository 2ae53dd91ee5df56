import type { Span } from './span';

/** A place as LSP counts it: both from 0, the character in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

const LF = 10;
const CR = 13;

/** The place of the last of ascending numbers that is not above `value`; 0 where all are. */
export function lastNotAfter(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (ascending[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where each line of a text starts, and where it ends. Lines end with LF, CRLF or a lone CR, as LSP says. */
export class LineIndex {
  readonly starts: readonly number[];
  /** Where each line ends, its line end left out. */
  readonly ends: readonly number[];

  constructor(private readonly text: string) {
    const starts = [0];
    const ends: number[] = [];
    this.starts = starts;
    this.ends = ends;
    if (text.indexOf('\r') < 0)
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
        ends.push(at);
        starts.push(at + 1);
      }
    else
      for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        if (unit !== LF && (unit !== CR || text.charCodeAt(at + 1) === LF)) continue;
        ends.push(unit === LF && at > starts[ends.length]! && text.charCodeAt(at - 1) === CR ? at - 1 : at);
        starts.push(at + 1);
      }
    ends.push(text.length);
  }

  /** The number of the line that holds `offset`. */
  lineAt(offset: number): number {
    return lastNotAfter(this.starts, offset);
  }

  /** The line's text without its line end. A line that is not there is an empty span at the end of the text. */
  lineSpan(line: number): Span {
    const start = this.starts[line];
    if (start === undefined) return { start: this.text.length, end: this.text.length };
    return { start, end: this.ends[line]! };
  }

  /** The place of an offset; offsets outside the text are brought to its edges. */
  position(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineAt(inside);
    return { line, character: inside - this.starts[line]! };
  }

  range(span: Span): Range {
    return { start: this.position(span.start), end: this.position(span.end) };
  }

  /** The offset of a place; characters past the end of a line are brought to its end. */
  offset(position: Position): number {
    if (position.line < 0) return 0;
    const { start, end } = this.lineSpan(position.line);
    return Math.max(start, Math.min(start + position.character, end));
  }
}
