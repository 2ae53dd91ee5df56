/**
 * A page that a converter made into Markdown: cells parted by bars with or without one at the edges, a row over several
 * lines, tables that stayed HTML, escapes and links. It is written over into lines of tabs.
 */
import type { LineIndex } from '../text/lines';
import { trim } from '../text/white';
import { HtmlWriter } from './htmlWriter';
import { Projection } from './projection';
import { anchorAt } from './sections';
import { unmark } from './unmark';

const [BAR, BACKSLASH] = [124, 92];
/** The line below headings, `---|:-:`, and rules across the page, by their characters and by two of them in a row. */
const RULE = /^[ \t|:=*-]+$/;
const DRAWN = /--|==|:-|-:|\* ?\*|\|[ \t]*-[ \t]*\|/;
/** Such a line of a table with bars at its edges. */
const EDGED = /^ {0,3}\|[ \t]*:?-/m;
const HEADING = /^ {0,3}(?:#{1,6} +|> ?)/;
const TABLE = /<(\/?)table\b/gi;
const OPENS_TABLE = /^ {0,3}<table\b/i;

/** The words of the page in lines of tabs. */
export function convertPage(text: string, lines: LineIndex): Projection {
  return new Converter(text, lines).convert();
}

class Converter {
  private readonly projection: Projection;
  private readonly html: HtmlWriter;
  /** Rows have a bar at either edge; in other tables a bar at the edge parts an empty cell from the next. */
  private readonly edged: boolean;
  private inNotes = false;

  constructor(
    readonly text: string,
    readonly lines: LineIndex,
  ) {
    this.projection = new Projection(text);
    this.html = new HtmlWriter(text, this.projection);
    this.edged = EDGED.test(text);
  }

  convert(): Projection {
    const { lines, text, projection } = this;
    for (let number = 0; number < lines.starts.length; number++) {
      const { start, end } = lines.lineSpan(number);
      const words = text.slice(start, end);
      if (OPENS_TABLE.test(words)) {
        const last = this.lastOfTable(start, number);
        projection.write('\n', start);
        this.html.write(start, lines.lineSpan(last).end);
        projection.write('\n', lines.lineSpan(last).end);
        number = last;
        continue;
      }
      const anchor = anchorAt(this, number);
      if (anchor) this.inNotes = anchor === 'explanation';
      if (!RULE.test(words) || !DRAWN.test(words)) this.line(start + (HEADING.exec(words)?.[0].length ?? 0), end);
      projection.copy(end, lines.starts[number + 1] ?? text.length);
    }
    return projection;
  }

  /** The line on which a table of HTML ends that begins on line `number`; the last of the text where it does not. */
  private lastOfTable(start: number, number: number): number {
    TABLE.lastIndex = start;
    let depth = 0;
    for (let match = TABLE.exec(this.text); match; match = TABLE.exec(this.text)) {
      depth += match[1] === '' ? 1 : -1;
      if (depth === 0) return Math.max(number, this.lines.lineAt(match.index));
    }
    return this.lines.starts.length - 1;
  }

  private line(start: number, end: number): void {
    const { text, projection, edged } = this;
    const words = trim(text, start, end);
    const places: number[] = [];
    let from = words.start;
    for (let at = words.start; at < words.end; at++) {
      if (text.charCodeAt(at) !== BAR || text.charCodeAt(at - 1) === BACKSLASH) continue;
      if (!edged || at > words.start) places.push(from, at);
      from = at + 1;
    }
    if (!edged || from < words.end || places.length === 0) places.push(from, words.end);
    for (let cell = 0; cell < places.length; cell += 2) {
      if (cell > 0) projection.replace('\t', places[cell]! - 1, places[cell]!);
      const { start: left, end: right } = trim(text, places[cell]!, places[cell + 1]!);
      unmark(projection, text, left, right, !this.inNotes);
    }
  }
}
