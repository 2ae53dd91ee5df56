/**
 * Finds what a reader met and could not read. Fitting each value to the right column is the readers' own work; here is only
 * asked whether what came out can be what the form says.
 */
import type { Filing, Row, Table, Unread } from '../filing/model';
import { hull, type Span } from '../text/span';
import { unreadBoxes, unreadNotes, unreadSignatures } from './unreadParts';

type Read = Omit<Filing, 'unread'>;

/** A date, an amount of thousands or of dollars: words that no heading of the form has. */
const DATA = /\b\d{1,2}\/\d{1,2}\/\d{2,4}\b|\b\d{4}-\d\d-\d\d\b|\b\d{1,3},\d{3}\b|\$ ?\d/g;
/** The words of several cells in one, or one cell of numbers alone on its line. */
const LINE_OF_CELLS = /\d\/\d|\d +(?:[ADI]|\\?\$\S*)(?: |$)|^\\?\$? ?\d[\d,.]*(?:$| ?[(^<])/;
/** The headings of a table are these many lines; only where there are more may rows have been taken for headings. */
const HEADING_LINES = 2;

/** What of a filing could not be read, in the order of the text. */
export function unreadIn(filing: Read): readonly Unread[] {
  const found = [
    ...unreadBoxes(filing),
    ...ofTable(filing, filing.nonDerivativeTable),
    ...ofTable(filing, filing.derivativeTable),
    ...unreadNotes(filing),
    ...unreadSignatures(filing),
  ];
  return found.length === 0 ? NONE : found;
}

const NONE: readonly Unread[] = [];

function ofTable(filing: Read, table: Table<Row>): Unread[] {
  const { rows, headings } = table;
  const part = rows[0]?.table ?? (table === filing.nonDerivativeTable ? 'nonDerivativeTable' : 'derivativeTable');
  const lost = headings ? dataLines(filing, headings) : [];
  let judged = 0;
  let slid = 0;
  const bad: Span[] = [];
  for (const row of rows) {
    const sense = senseOf(row);
    if (sense === 'none') continue;
    judged++;
    if (sense === 'slid') slid++;
    if (sense !== 'good') bad.push(row.span);
  }
  // One row of several may be wrong by itself, and is told as such; where most are, the rows are not understood.
  const most = bad.length * 2 > judged && (judged > 1 || slid === 0);
  if (!most && lost.length === 0) return [];
  const lines = [...lost, ...bad];
  return [{ part, span: lines.reduce(hull), lines: lines.length }];
}

/** The lines among the headings of a table, or where headings ought to be, that hold what no heading does. */
function dataLines({ text, lines }: Read, { start, end }: Span): Span[] {
  const first = lines.lineAt(start) + HEADING_LINES;
  const found: Span[] = [];
  for (let number = first, last = lines.lineAt(end); number <= last; number++) {
    const line = lines.lineSpan(number);
    DATA.lastIndex = 0;
    if (DATA.test(text.slice(line.start, line.end))) found.push(line);
  }
  return found;
}

/** Whether a row is one: `slid` where it would be with a blank cell more or less; `none` where it says too little. */
export function senseOf(row: Row): 'good' | 'slid' | 'bad' | 'none' {
  const { cells } = row;
  if (cells.length === 1) return LINE_OF_CELLS.test(cells[0]!.raw) ? 'bad' : 'none';
  const kinds = row.table === 'nonDerivativeTable' ? FIRST : cells.length === 15 ? ITEM_7_IN_ONE : SECOND;
  let fits = 0;
  let misfits = 0;
  for (let at = 0; at < cells.length; at++) {
    const fit = fitOf(cells[at]!.raw, kinds[at]);
    if (fit > 0) fits++;
    else if (fit < 0) misfits++;
  }
  if (misfits === 0) return fits > 0 ? 'good' : 'none';
  if (fits > misfits * 2 || (fits > 1 && misfits === 1)) return 'good';
  return slides(row, kinds) ? 'slid' : 'bad';
}

/** The kinds of the columns: words, a date, a code, a V, a number, a side, an ownership form. */
const FIRST = 'WDDCVNSNNOW';
const SECOND = 'WNDDCVNNDDWNNNOW';
const ITEM_7_IN_ONE = 'WNDDCVNNDDWNNOW';

const KINDS: Readonly<Record<string, RegExp>> = {
  D: /^\d{1,4}[/-]\d{1,2}[/-]\d{1,4}/,
  C: /^[A-Z\d](?:\W|$)|^[A-Z]{2}$/,
  V: /^V$/i,
  N: /^\\?[-($]{0,3} ?[\d.][^\s/]*(?: ?[(\[<^].*)?$/,
  S: /^[AD](?:\W|$)/,
  O: /^[DI](?:\W|$)/,
};

/** 1 where the words of a cell are of the column's kind, -1 where they are not, 0 where that says nothing. */
function fitOf(raw: string, kind: string | undefined): number {
  if (raw === '' || kind === 'W') return 0;
  if (kind === undefined) return -1;
  return KINDS[kind]!.test(raw) ? 1 : -1;
}

/** True where the cells of a row fit well once one blank cell is put in or taken out. */
function slides({ cells }: Row, kinds: string): boolean {
  const misfitsFrom = (by: number): number[] => {
    const after = new Array<number>(cells.length + 1).fill(0);
    for (let at = cells.length - 1; at >= 0; at--)
      after[at] = after[at + 1]! + (fitOf(cells[at]!.raw, kinds[at + by]) < 0 ? 1 : 0);
    return after;
  };
  const [lost, added] = [misfitsFrom(1), misfitsFrom(-1)];
  let before = 0;
  for (let at = 0; at < cells.length; at++) {
    if (before > 1) return false;
    if (before + Math.min(lost[at]!, added[at]!) <= 1) return true;
    if (fitOf(cells[at]!.raw, kinds[at]) < 0) before++;
  }
  return false;
}
