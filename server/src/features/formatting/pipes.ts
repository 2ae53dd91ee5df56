/** The lines of a Markdown table whose cells stand between bars. */
import type { Filing, Row, Table } from '../../filing/model';
import { trim } from '../../text/white';
import { findPipes } from '../../readers/cells/pipes';
import type { Span } from '../../text/span';
import { displayWidth } from './displayWidth';

export interface PipeCell {
  /** From bar to bar. */
  readonly span: Span;
  /** Without the space at its edges. */
  readonly content: Span;
}

export interface Barred {
  /** The row of the table that the line is; undefined for headings and rules. */
  readonly ofTable: Row | undefined;
  readonly cells: readonly PipeCell[];
  /** Behind the last bar. */
  readonly end: number;
  /** The columns in which the bars stand. */
  readonly bars: readonly number[];
  /** `| --- | --- |` */
  readonly rule: boolean;
}

/** The lines from the headings to the last row that begin and end with a bar. */
export function barredLines(filing: Filing, table: Table<Row>): Barred[] {
  const { lines } = filing;
  if (!table.headings) return [];
  const rows = new Map(table.rows.map((row) => [lines.lineAt(row.span.start), row]));
  const last = lines.lineAt(table.span.end);
  const found: Barred[] = [];
  for (let number = lines.lineAt(table.headings.start); number <= last; number++) {
    const barred = barredLine(filing, lines.lineSpan(number), rows.get(number));
    if (barred) found.push(barred);
  }
  return found;
}

const BAR = 124;
const BACKSLASH = 92;

function barredLine({ text }: Filing, line: Span, ofTable: Row | undefined): Barred | undefined {
  const { start, end } = trim(text, line.start, line.end);
  const closed = text.charCodeAt(end - 1) === BAR && text.charCodeAt(end - 2) !== BACKSLASH;
  if (end - start < 2 || text.charCodeAt(start) !== BAR || !closed) return undefined;
  const places: number[] = [];
  findPipes(text, line.start, line.end, places);
  const cells: PipeCell[] = [];
  for (let cell = 0; cell < places.length; cell += 2) {
    const span = { start: places[cell]!, end: places[cell + 1]! };
    cells.push({ span, content: trim(text, span.start, span.end) });
  }
  let at = displayWidth(text.slice(line.start, start));
  const bars = [at];
  for (const { span } of cells) bars.push((at += 1 + displayWidth(text.slice(span.start, span.end))));
  const rule = !ofTable && cells.every(({ content }) => /^:?-{2,}:?$/.test(text.slice(content.start, content.end)));
  return { ofTable, cells, end, bars, rule };
}

/** A cell of the rule under the headings, so wide, with its colons. */
export function ruleOf(rule: string, width: number, margin: string): string {
  const [before, after] = [rule.startsWith(':') ? ':' : '', rule.endsWith(':') ? ':' : ''];
  const dashes = '-'.repeat(Math.max(1, width - 2 * margin.length - before.length - after.length));
  return margin + before + dashes + after + margin;
}
