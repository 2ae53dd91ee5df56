/** The space inside the cells of Markdown tables: aligned where the table is, else as little as most of its cells have. */
import type { Filing, Row, Table } from '../../filing/model';
import { applied, type Edit } from '../../text/edits';
import { displayWidth } from './displayWidth';
import { barredLines, ruleOf, type Barred, type PipeCell } from './pipes';

/** A line of the table with how wide what stands in its cells will be. */
interface Line extends Barred {
  readonly row: Row | undefined;
  readonly widths: readonly number[];
}

/** The lines whose bars stand under one another, and one of those that do. */
interface Alignment {
  readonly lines: readonly Line[];
  readonly model: Line;
}

/** @param within the edits that the values of each row get: it is their new length that counts */
export function paddingEdits(filing: Filing, table: Table<Row>, within: ReadonlyMap<Row, readonly Edit[]>): Edit[] {
  const lines = barredLines(filing, table).map((line) => withWidths(filing, line, within));
  const rows = lines.filter(({ row }) => row !== undefined);
  if (rows.length === 0) return [];
  const tight = isTight(rows);
  const alignment = alignmentOf(lines, rows, table.columns.length);
  const aligned = alignment?.lines ?? rows;
  const count = table.columns.length;
  const places = Array.from({ length: count }, (_, at) => at);
  const margin = tight ? '' : ' ';
  const widths = places.map((at) =>
    alignment ? Math.max(widest(aligned, at), roomIn(filing, alignment.model, at) - 2 * margin.length) : 0,
  );
  const toRight = places.map((at) => leansRight(rows, at));
  return aligned.flatMap((line) => [
    ...line.cells.slice(0, count).flatMap((cell, at) => {
      if (line.rule) return ruleEdit(filing, cell, widths[at]! + 2 * margin.length);
      const room = ' '.repeat(Math.max(0, widths[at]! - line.widths[at]!));
      const [left, right] = toRight[at] ? [room, ''] : ['', room];
      return spaceEdits(filing, cell, margin + left, right + margin);
    }),
    ...(line.row ? countEdits(line, count, (at) => margin + ' '.repeat(widths[at]!) + margin) : []),
  ]);
}

function withWidths({ text }: Filing, line: Barred, within: ReadonlyMap<Row, readonly Edit[]>): Line {
  const row = line.ofTable && within.has(line.ofTable) ? line.ofTable : undefined;
  const edits = (row && within.get(row)) ?? [];
  const widths = line.cells.map(({ content: { start, end } }) => {
    const own = edits
      .filter(({ span }) => start <= span.start && span.end <= end && start < end)
      .map(({ span, newText }) => ({ span: { start: span.start - start, end: span.end - start }, newText }));
    return displayWidth(applied(text.slice(start, end), own));
  });
  return { ...line, row, widths };
}

const left = ({ span, content }: PipeCell): number => content.start - span.start;
const right = ({ span, content }: PipeCell): number => span.end - content.end;
const isFilled = ({ content }: PipeCell): boolean => content.end > content.start;
const filled = (rows: readonly Line[]): PipeCell[] => rows.flatMap(({ cells }) => cells.filter(isFilled));

const NARROWEST_RULE = 3;

const widest = (lines: readonly Line[], at: number): number =>
  lines.reduce((most, { rule, widths }) => Math.max(most, rule ? NARROWEST_RULE : (widths[at] ?? 0)), 0);

/** `|a|b|`: most cells have no space on either side. */
function isTight(rows: readonly Line[]): boolean {
  const cells = filled(rows);
  return cells.filter((cell) => left(cell) === 0 && right(cell) === 0).length * 2 > cells.length;
}

/** Space that nothing but a column could ask for. */
const isPadded = (rows: readonly Line[]): boolean => filled(rows).some((cell) => left(cell) > 1 || right(cell) > 1);

/** Two thirds make a habit. */
const MOST = 2 / 3;

function alignmentOf(lines: readonly Line[], rows: readonly Line[], columns: number): Alignment | undefined {
  if (!isPadded(rows) || rows.length < 2) return undefined;
  // Rows that end before others are compared as far as they go.
  const shortest = rows.reduce((least, { cells }) => Math.min(least, cells.length), columns);
  const barsOf = ({ bars }: Line): string => bars.slice(0, shortest + 1).join();
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(barsOf(row), (counts.get(barsOf(row)) ?? 0) + 1);
  const [common, count] = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most));
  if (count < MOST * rows.length) return undefined;
  const others = lines.filter(({ ofTable }) => ofTable === undefined);
  const along = others.filter((line) => barsOf(line) === common).length;
  const all = along > 0 && along * 2 >= others.length ? lines.filter(isOwn) : rows;
  const model = all
    .filter((line) => barsOf(line) === common)
    .reduce((most, line) => (line.cells.length > most.cells.length ? line : most));
  return { lines: all, model };
}

/** Not a row that is left alone. */
const isOwn = ({ row, ofTable }: Line): boolean => row === ofTable;

const roomIn = ({ text }: Filing, { cells }: Line, at: number): number => {
  const cell = cells[at];
  return cell ? displayWidth(text.slice(cell.span.start, cell.span.end)) : 0;
};

/** A column of numbers that most of its cells push to the right. */
function leansRight(rows: readonly Line[], at: number): boolean {
  const cells = rows.flatMap(({ cells }) => (cells[at] && isFilled(cells[at]) ? [cells[at]] : []));
  const toRight = cells.filter((cell) => left(cell) > right(cell)).length;
  return toRight > cells.filter((cell) => right(cell) > left(cell)).length;
}

function spaceEdits({ text }: Filing, { span, content }: PipeCell, before: string, after: string): Edit[] {
  if (content.end === content.start) return edit(text, span.start, span.end, before + after);
  return [...edit(text, span.start, content.start, before), ...edit(text, content.end, span.end, after)];
}

const ruleEdit = ({ text }: Filing, cell: PipeCell, width: number): Edit[] =>
  edit(
    text,
    cell.span.start,
    cell.span.end,
    ruleOf(text.slice(cell.content.start, cell.content.end), width, left(cell) > 0 ? ' ' : ''),
  );

const edit = (text: string, start: number, end: number, newText: string): Edit[] =>
  text.slice(start, end) === newText ? [] : [{ span: { start, end }, newText }];

/** As many cells as the table has columns: blank ones are added or taken away at the end. */
function countEdits({ cells, end }: Line, count: number, blank: (at: number) => string): Edit[] {
  const extra = cells[count];
  if (extra) return [{ span: { start: extra.span.start, end }, newText: '' }];
  if (cells.length === count) return [];
  let newText = '';
  for (let at = cells.length; at < count; at++) newText += `${blank(at)}|`;
  return [{ span: { start: end, end }, newText }];
}
