/**
 * Formatting: how values are written, never what they are. A row that did not read without doubt is left alone, and so
 * are the layouts in which a place on the page is part of the value.
 */
import type { TextEdit } from 'vscode-languageserver-protocol';
import { LAYOUTS } from '../../facts/layouts';
import type { Filing, Row, Table } from '../../filing/model';
import { tablesOf } from '../../filing/queries';
import { readAll } from '../../readers';
import { applied, type Edit } from '../../text/edits';
import type { LineIndex, Position, Range } from '../../text/lines';
import { cleanRows } from './clean';
import { habitsOf } from './habits';
import { markerEdits } from './markers';
import { paddingEdits } from './padding';
import { sameValues } from './sameValues';
import { tabEdits } from './tabs';
import { boxEdits, valueEdits } from './values';

/** The first and the last line that may change. */
interface Lines {
  readonly first: number;
  readonly last: number;
}

const WHOLE: readonly Lines[] = [{ first: 0, last: Infinity }];

/**
 * The edits that format a text: all of it, or the lines that ranges touch.
 * @param filings every filing of the text
 * @returns edits of single lines that do not overlap; none where they would change a value
 */
export function formatting(filings: readonly Filing[], ...ranges: readonly Range[]): TextEdit[] {
  return asTextEdits(filings, ranges.length === 0 ? WHOLE : ranges.map(linesOf));
}

/** A range that ends before the first character of a line does not touch it. */
function linesOf({ start, end }: Range): Lines {
  return { first: start.line, last: end.character === 0 && end.line > start.line ? end.line - 1 : end.line };
}

/** The edits that format the row that the cursor has left with a new line; nothing on the cursor's own line changes. */
export function onTypeFormatting(filings: readonly Filing[], position: Position, typed: string): TextEdit[] {
  const left = position.line - 1;
  return typed === '\n' && left >= 0 ? asTextEdits(filings, [{ first: left, last: left }]) : [];
}

function asTextEdits(filings: readonly Filing[], within: readonly Lines[]): TextEdit[] {
  const [{ text, lines }] = filings as [Filing];
  const kept = [formatEdits(filings, within), formatEdits(filings, within, false)].find((edits, at) => {
    if (edits.length === 0) return true;
    // What formatting promises is looked at, not believed: the same values, and nothing left to format.
    const after = readAll(applied(text, edits));
    return sameValues(filings, after) && formatEdits(after, within, at === 0).length === 0;
  });
  return (kept ?? []).map(({ span, newText }) => ({ range: lines.range(span), newText }));
}

/** The edits before they have been proved; without those of the space around values, if that is wanted. */
export function formatEdits(filings: readonly Filing[], within: readonly Lines[] = WHOLE, spaces = true): Edit[] {
  return filings.flatMap((filing) =>
    LAYOUTS[filing.layout].cells === 'separated'
      ? editsOf(filing, spaces).filter(({ span }) => isWithin(filing.lines, span.start, within))
      : [],
  );
}

function isWithin(index: LineIndex, offset: number, lines: readonly Lines[]): boolean {
  if (lines === WHOLE) return true;
  const line = index.lineAt(offset);
  return lines.some(({ first, last }) => first <= line && line <= last);
}

function editsOf(filing: Filing, spaces: boolean): Edit[] {
  const sections = tablesOf(filing).map((table) => ({ table, rows: cleanRows(filing, table) }));
  const habits = habitsOf(filing, sections);
  const inCells = (row: Row, table: Table<Row>): Edit[] => [
    ...valueEdits(row, table, habits),
    ...markerEdits(filing, row, table, habits.markers),
  ];
  const edits: Edit[] = boxEdits(filing, habits);
  for (const { table, rows } of sections) {
    const within = new Map(rows.map((row) => [row, inCells(row, table)]));
    for (const each of within.values()) for (const edit of each) edits.push(edit);
    // One by one: a call takes only so many arguments.
    if (spaces) for (const edit of tabEdits(filing, table, rows)) edits.push(edit);
    if (spaces) for (const edit of paddingEdits(filing, table, within)) edits.push(edit);
  }
  return edits.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
