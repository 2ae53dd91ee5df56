/**
 * Finds what a reader met and could not read, by what came out: rows whose cells cannot be what their columns say, rows and
 * notes that are in the text and not in the filing, boxes that hold the words of other boxes.
 */
import type { Filing, ReadPart, Row, Table, Unread } from '../filing/model';
import { spanOfRow } from '../filing/queries';
import { hull, type Span } from '../text/span';
import { senseOf } from './rowSense';
import { unreadBoxes, unreadNotes, unreadSignatures } from './unreadParts';

export type Read = Omit<Filing, 'unread'>;

/** A date, an amount of thousands or of dollars: words that no heading of the form has. */
const DATA = /\b\d{1,2}\/\d{1,2}\/\d{2,4}\b|\b\d{4}-\d\d-\d\d\b|\b\d{1,3},\d{3}\b|\$ ?\d/;
/** The headings of a table are these many lines; only where there are more may rows have been taken for headings. */
const HEADING_LINES = 2;
const LONGEST_TITLE = 400;
/** Words on the line of the headings, behind the last of them. */
const BEHIND_HEADINGS = /\bCode V Amount \(A\) or \(D\) Price \w/;
/** The words of a table's title or headings, wherever they stand. */
const NAMED = {
  nonDerivativeTable: /\bnon-?\s?derivative\s{1,9}securities\b/i,
  derivativeTable: /\btable\s{1,9}ii\b|\btitle\s{1,9}of\s{1,9}derivative\s{1,9}security\b/i,
};
/** What an older page of EDGAR's has behind the tables. */
const BEHIND_TABLES = /^[ \t|*#]{0,20}(?:Reporting Owners|Signatures)[ \t|*#]{0,20}$|Reporting Owner Name/m;
/** So few rows may each have slid by a slip of the hand; of more, most have not. */
const FEW = 2;
const HALF_A_ROW = 6;
const NONE: readonly Unread[] = [];
const NO_ROWS: readonly Row[] = [];

/** What of a filing could not be read, in the order of the form. */
export function unreadIn(filing: Read): readonly Unread[] {
  const { nonDerivativeTable: first, derivativeTable: second } = filing;
  const found = [
    ...unreadBoxes(filing),
    ...ofTable(filing, 'nonDerivativeTable', first),
    ...ofTable(filing, 'derivativeTable', second),
    ...unreadNotes(filing),
    ...unreadSignatures(filing),
  ];
  return found.length === 0 ? NONE : found;
}

function ofTable(filing: Read, part: ReadPart & keyof typeof NAMED, table: Table<Row>): Unread[] {
  const { title, headings } = table;
  // A row in columns of blanks is as sure as all of its cells; elsewhere a row may be wrong by itself.
  const strict = filing.layout === 'columns';
  const numbers = strict ? undefined : table.numbers;
  if (!title) {
    // Without a title its rows are in a page of columns as sure as its cells.
    const torn = strict ? table.rows.filter((row) => !['good', 'none'].includes(senseOf(row, strict))) : NO_ROWS;
    if (torn.length > 0)
      return [{ part, span: hull(spanOfRow(torn[0]!), spanOfRow(torn[torn.length - 1]!)), lines: torn.length }];
    const named = (numbers?.rows ?? table.rows.length) === 0 ? NAMED[part].exec(filing.text) : null;
    if (!named) return [];
    const line = filing.lines.lineSpan(filing.lines.lineAt(named.index));
    return [{ part, span: line, lines: 0 }];
  }
  let judged = numbers?.rows ?? 0;
  let foreign = false;
  const bad: Span[] = [];
  // Where all rows are plain each makes sense.
  const rows = numbers ? NO_ROWS : table.rows;
  for (const row of rows) {
    const sense = senseOf(row, strict);
    if (sense === 'none') continue;
    judged++;
    if (sense !== 'good') bad.push(spanOfRow(row));
    foreign ||= sense === 'foreign';
  }
  // Where tabs part nothing in a table, not even its headings, its rows have not lost them one by one.
  const isBare =
    filing.layout === 'tabbed' &&
    !rows.some(({ cells }) => cells.length > HALF_A_ROW) &&
    !(headings && filing.text.slice(headings.start, headings.end).includes('\t'));
  const most =
    strict || isBare
      ? bad.length > 0
      : bad.length * 2 > judged &&
        (judged > FEW || !rows.some((row) => senseOf(row, strict) !== 'none' && isParted(row)));
  const lost = headings ? dataLines(filing, headings.start, headings.end, HEADING_LINES, table) : [];
  // A line that has swallowed its table.
  const words = title.end - title.start > LONGEST_TITLE ? filing.text.slice(title.start, title.end) : '';
  if (DATA.test(words) || BEHIND_HEADINGS.test(words)) lost.push(title);
  if (strict || judged === 0) {
    const end = endOf(filing, table);
    // Headings that were not found have no place of their own.
    const begin = headings && headings.end < end ? headings : title;
    lost.push(...dataLines(filing, begin.end, end, 1, table));
  }
  if (!most && !foreign && lost.length === 0) return [];
  const lines = [...lost, ...bad];
  return [{ part, span: lines.reduce(hull), lines: lines.length }];
}

/** What parts the cells still stands, or was tabs and can be counted: such a row is wrong, and no other layout. */
function isParted({ cells }: Row): boolean {
  const { raw } = cells[0]!;
  if (cells.length > 1) return cells.length > HALF_A_ROW;
  return !raw.includes('|') && raw.split('  ', HALF_A_ROW + 1).length > HALF_A_ROW;
}

/** Where the part of the form behind a table begins. */
function endOf(filing: Read, { title, span }: Table<Row>): number {
  const { text, derivativeTable, footnotes, remarks, ownerSignatures, boilerplate } = filing;
  const start = title!.end;
  const ends = [
    derivativeTable.title?.start,
    footnotes.heading?.start,
    footnotes.list[0]?.span.start,
    remarks?.span.start,
    ownerSignatures[0]?.span.start,
    ...boilerplate.map((one) => one.start),
  ];
  const end = ends.reduce<number>(
    (first, at) => (at !== undefined && at > start && at < first ? at : first),
    text.length,
  );
  const behind = text.slice(Math.min(span.end, end), end).search(BEHIND_TABLES);
  return behind < 0 ? end : span.end + behind;
}

/** A row with all lines of its cells: the last of a wrapped one stands below the row's other words. */
const linesOfRow = (row: Row): Span =>
  row.cells.reduce((all, { raw, span }) => (raw === '' ? all : hull(all, span)), spanOfRow(row));

/** The lines of a stretch that hold what a row does and no heading, in no row that was read. The first ones are passed over. */
function dataLines({ text, lines }: Read, start: number, end: number, skip: number, table: Table<Row>): Span[] {
  const found: Span[] = [];
  let covered: readonly Span[] | undefined;
  let behind = 0;
  for (let number = lines.lineAt(start) + skip; number < lines.starts.length; number++) {
    const line = lines.lineSpan(number);
    if (line.start >= end) break;
    const data = DATA.exec(text.slice(line.start, Math.min(line.end, end)));
    if (!data) continue;
    covered ??= table.rows.map(linesOfRow).sort((a, b) => a.end - b.end);
    const at = line.start + data.index;
    while (behind < covered.length && covered[behind]!.end <= at) behind++;
    if (behind === covered.length || covered[behind]!.start > at) found.push(line);
  }
  return found;
}
