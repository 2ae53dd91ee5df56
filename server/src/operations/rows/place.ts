/** Which rows an operation is about, and where a new row goes. */
import type { Filing, Row, TableName } from '../../filing/model';
import { rowAt, rowsOf } from '../../filing/queries';
import type { Span } from '../../text/span';
import type { Refusal } from '../operation';

/** The rows that a selection touches, all of the table in which it begins. A cursor at a line's start is in that line alone. */
export function rowsIn(filing: Filing, { start, end }: Span): readonly Row[] {
  const last = end > start && filing.lines.position(end).character === 0 ? end - 1 : end;
  const touched = rowsOf(filing).filter(({ span }) => span.start <= last && start <= span.end);
  return touched.filter(({ table }) => table === touched[0]!.table);
}

/** The one row at the cursor. */
export const rowHere = (filing: Filing, { start }: Span): Row | undefined => rowAt(filing, start);

export const NO_ROW: Refusal = { refused: 'Put the cursor in a row of Table I or Table II first.' };

/** The table in whose part an offset lies: from its title to the next part of the form. */
export function tableAt(filing: Filing, offset: number): TableName | undefined {
  const { nonDerivativeTable, derivativeTable, footnotes } = filing;
  const starts = [nonDerivativeTable.title, derivativeTable.title, footnotes.heading].flatMap((span) =>
    span ? [span.start] : [],
  );
  for (const name of ['nonDerivativeTable', 'derivativeTable'] as const) {
    const { title, span } = filing[name];
    const from = title?.start;
    if (from === undefined || offset < from) continue;
    const next = starts.reduce((least, start) => (start > from ? Math.min(least, start) : least), Infinity);
    if (offset < (next === Infinity ? span.end + 1 : next)) return name;
  }
  return undefined;
}

/** The end of a table's headings, behind which its first row goes; undefined where the text has no such table. */
export function endOfHeadings(filing: Filing, table: TableName): number | undefined {
  const { headings, title } = filing[table];
  const before = headings ?? title;
  if (!before) return undefined;
  const { lines, text } = filing;
  let line = lines.lineAt(before.end);
  // The rule of dashes below the headings of a Markdown table belongs to them.
  const next = lines.lineSpan(line + 1);
  if (headings && /^\s{0,9}\|?[-:| ]{3,900}$/.test(text.slice(next.start, next.end))) line++;
  return lines.lineSpan(line).end;
}

/** A place for new rows: the end of the line before them, and how many rows of the table stand above. */
export interface Gap {
  readonly end: number;
  readonly index: number;
}

/** Behind the row at the cursor, else behind the last transaction of the table; undefined where there is no such table. */
export function gapFor(filing: Filing, table: TableName, selection: Span): Gap | undefined {
  const here = rowHere(filing, selection);
  const rows: readonly Row[] = filing[table].rows;
  const last = here?.table === table ? here : [...rows].reverse().find(({ kind }) => kind === 'transaction');
  if (last) return { end: last.span.end, index: last.index + 1 };
  const end = endOfHeadings(filing, table);
  return end === undefined ? undefined : { end, index: 0 };
}
