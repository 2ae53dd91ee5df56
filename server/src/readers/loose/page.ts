/** A form that is written over, line by line, as one whose rows have cells. */
import type { ReadPart, Unread } from '../../filing/model';
import type { LineIndex } from '../../text/lines';
import type { Span } from '../../text/span';
import { Projection } from '../projection';
import { anchorAt, type Anchor } from '../sections';

/** A line that is drawn: it parts what stands above and below it. A blank line is one too. */
export const RULE = /^[\s_*=|+:-]*$/;
/** A line that begins a note. */
export const NOTE = /^\s*(?:\( ?|\[ ?)?\d{1,2} ?[.)\]](?:\s|$)/;
/** What stands behind the tables of an older page of EDGAR's. */
export const BEHIND_TABLES = /^[\s#]{0,20}(?:Reporting Owners|Signatures)[\s#]{0,20}$/i;

export class LoosePage {
  /** The form's own lines, by number. */
  readonly anchors: readonly (Anchor | undefined)[];
  readonly projection: Projection;
  /** What could not be told apart. */
  readonly lost: Unread[] = [];

  constructor(
    readonly text: string,
    readonly lines: LineIndex,
  ) {
    this.anchors = Array.from({ length: lines.starts.length }, (_, line) => anchorAt({ text, lines }, line));
    this.projection = new Projection(text);
  }

  get count(): number {
    return this.anchors.length;
  }

  /** The words of a line, or the first of them. */
  words(line: number, most = Infinity): string {
    const { start, end } = this.lines.lineSpan(line);
    return this.text.slice(start, Math.min(end, start + most));
  }

  isBehindTables(line: number): boolean {
    return BEHIND_TABLES.test(this.words(line, 80));
  }

  /** Copies a line, and what parts it from the next. */
  copyLine(line: number, behind: '\n' | ' ' | '' = '\n'): void {
    const { start, end } = this.lines.lineSpan(line);
    if (behind === this.text[end]) this.projection.copy(start, end + 1);
    else this.projection.copy(start, end).write(behind, end);
  }

  loses(part: ReadPart, span: Span, lines: number, rows?: readonly Span[]): void {
    this.lost.push({ part, span, lines, ...(rows && { rows }) });
  }
}
