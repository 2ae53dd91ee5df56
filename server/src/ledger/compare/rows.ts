/** Which row of one filing is which of another: what they are first, then by nearness. */
import { DERIVATIVE_COLUMNS, NON_DERIVATIVE_COLUMNS, cellOf } from '../../filing/columns';
import type { Column, Filing, Footnote, Row, TableName } from '../../filing/model';
import { plain, type Decimal } from '../../text/decimal';
import { labelsOf, printedWords } from '../../writers/words';

export interface CellChange {
  readonly column: Column;
  /** As the form prints it, with its markers: `9,503 (1)`; '' for a blank cell. */
  readonly before: string;
  readonly after: string;
}

export interface RowChange {
  readonly table: TableName;
  readonly kind: 'changed' | 'added' | 'removed';
  readonly before: Row | undefined;
  readonly after: Row | undefined;
  /** The cells that differ, left to right; none of a row that was added or removed. */
  readonly cells: readonly CellChange[];
}

/** A row as it is compared: what each cell says, and which notes it cites. */
interface Line {
  readonly row: Row;
  readonly words: readonly string[];
  /** The notes of each cell by what they are, so that a note that has another number now is the same. */
  readonly notes: readonly string[];
  readonly key: string;
}

export const columnsOf = (table: TableName): readonly Column[] =>
  (table === 'nonDerivativeTable' ? NON_DERIVATIVE_COLUMNS : DERIVATIVE_COLUMNS).flat();

/** What changed in the rows of one table. Linear but for rows that have no counterpart, of which there are few. */
export function compareRows(
  before: Filing,
  after: Filing,
  table: TableName,
  origin: ReadonlyMap<Footnote, Footnote>,
): RowChange[] {
  const one = linesOf(before, table, (note) => idOf(before, note));
  const other = linesOf(after, table, (note) => {
    const from = origin.get(note);
    return from ? idOf(before, from) : `new ${idOf(after, note)}`;
  });
  const pairs = matchLines(one, other);
  const changes: RowChange[] = [];
  const kept = new Set(pairs.values());
  for (const line of other) {
    const from = pairs.get(line);
    if (!from) changes.push({ table, kind: 'added', before: undefined, after: line.row, cells: [] });
    else if (from.key !== line.key)
      changes.push({
        table,
        kind: 'changed',
        before: from.row,
        after: line.row,
        cells: cellsBetween(before, after, from, line),
      });
  }
  for (const line of one)
    if (!kept.has(line)) changes.push({ table, kind: 'removed', before: line.row, after: undefined, cells: [] });
  return changes;
}

const idOf = ({ footnotes }: Filing, note: Footnote): string => String(footnotes.list.indexOf(note));

function linesOf(filing: Filing, table: TableName, idOfNote: (note: Footnote) => string): Line[] {
  const notes = new Map(filing.footnotes.list.map((note) => [String(note.number ?? note.label), note]));
  const ids = new Map<string, string>();
  const idFor = (label: string): string => {
    let id = ids.get(label);
    if (id === undefined) {
      const note = notes.get(label);
      ids.set(label, (id = note ? idOfNote(note) : `(${label})`));
    }
    return id;
  };
  return filing[table].rows.map((row) => {
    const columns = columnsOf(table);
    const words = columns.map((column) => said(filing, row, column));
    const cited = columns.map((column) => {
      const cell = cellOf(row, column);
      return cell ? labelsOf(cell).map(idFor).sort().join() : '';
    });
    return { row, words, notes: cited, key: JSON.stringify([row.kind, words, cited]) };
  });
}

/** Dollars anyhow, whether the sign is written or not. */
const PRICES: ReadonlySet<Column> = new Set(['transactionPricePerShare', 'conversionOrExercisePrice']);

/** What a cell says, for comparing: `47.90` and `47.9` are one number. */
function said(filing: Filing, row: Row, column: Column): string {
  const cell = cellOf(row, column);
  const value = cell?.value;
  if (typeof value !== 'object' || value === null) return printedWords(filing, row, column);
  return (cell!.dollars && !PRICES.has(column) ? '$' : '') + plain(value as Decimal);
}

/** The line of the earlier filing that a line of the later one is. */
function matchLines(before: readonly Line[], after: readonly Line[]): Map<Line, Line> {
  const pairs = new Map<Line, Line>();
  const free = new Set(before);
  const pair = (line: Line, from: Line): void => {
    pairs.set(line, from);
    free.delete(from);
  };
  const equal = queues(before, ({ key }) => key);
  for (const [key, lines] of queues(after, ({ key: own }) => own)) {
    const same = equal.get(key) ?? [];
    // Of rows that were all the same, and are fewer now, those are left that stand where they stood.
    if (same.length > lines.length)
      for (const line of lines) {
        const at = same.findIndex(({ row }) => row.index === line.row.index);
        if (at >= 0) pair(line, same.splice(at, 1)[0]!);
      }
    for (const line of lines) {
      const from = pairs.has(line) ? undefined : same.shift();
      if (from) pair(line, from);
    }
  }
  // Between rows that are the same in both, as many on each side are the same rows in their order, if they are at all alike.
  const sections = sectionsOf(before, after, pairs);
  for (const [olds, news] of sections)
    if (olds.length === news.length) olds.forEach((from, at) => isAtAllLike(from, news[at]!) && pair(news[at]!, from));
  for (const { line, from } of ranked(
    after.filter((one) => !pairs.has(one)),
    [...free],
  ))
    if (!pairs.has(line) && free.has(from)) pair(line, from);
  return pairs;
}

function queues(lines: readonly Line[], keyOf: (line: Line) => string): Map<string, Line[]> {
  const found = new Map<string, Line[]>();
  for (const line of lines) {
    const known = found.get(keyOf(line));
    if (known) known.push(line);
    else found.set(keyOf(line), [line]);
  }
  return found;
}

/** The rows that are in one filing alone, by the row of both that stands before them. */
function sectionsOf(
  before: readonly Line[],
  after: readonly Line[],
  pairs: ReadonlyMap<Line, Line>,
): [Line[], Line[]][] {
  const later = new Map([...pairs].map(([line, from]) => [from, line]));
  const sections = new Map<Line | undefined, [Line[], Line[]]>();
  const put = (lines: readonly Line[], side: 0 | 1, commonOf: (line: Line) => Line | undefined): void => {
    let last: Line | undefined;
    for (const line of lines) {
      const common = commonOf(line);
      if (common) last = common;
      else {
        const section = sections.get(last) ?? [[], []];
        sections.set(last, section);
        section[side].push(line);
      }
    }
  };
  put(before, 0, (line) => later.get(line));
  put(after, 1, (line) => (pairs.has(line) ? line : undefined));
  return [...sections.values()];
}

/** How many cells with words in them say the same, and how many there are. */
function likeness(a: Line, b: Line): { same: number; of: number } {
  let same = 0;
  let of = 0;
  a.words.forEach((words, at) => {
    const other = b.words[at]!;
    if (words === '' && other === '') return;
    of++;
    if (words === other) same++;
  });
  return { same, of };
}

function isAtAllLike(a: Line, b: Line): boolean {
  const { same, of } = likeness(a, b);
  return a.row.kind === b.row.kind ? same > 0 || of <= 2 : same * 2 >= of;
}

/** More rows than a form takes: those of a longer table are matched in their order alone. */
const MOST = 200;

/** Pairs of rows of one kind of which half the cells say the same, the likest first. */
function ranked(after: readonly Line[], before: readonly Line[]): { line: Line; from: Line }[] {
  const pairs: { line: Line; from: Line; score: number }[] = [];
  for (const line of after.slice(0, MOST))
    for (const from of before.slice(0, MOST)) {
      if (line.row.kind !== from.row.kind) continue;
      const { same, of } = likeness(line, from);
      if (same * 2 >= of) pairs.push({ line, from, score: same / of });
    }
  return pairs.sort((a, b) => b.score - a.score);
}

function cellsBetween(before: Filing, after: Filing, from: Line, line: Line): CellChange[] {
  return columnsOf(line.row.table).flatMap((column, at) => {
    if (from.words[at] === line.words[at] && from.notes[at] === line.notes[at]) return [];
    return [{ column, before: shown(before, from.row, column), after: shown(after, line.row, column) }];
  });
}

/** A cell as the form prints it, with its markers. */
export function shown(filing: Filing, row: Row, column: Column): string {
  const cell = cellOf(row, column);
  const markers = cell ? labelsOf(cell).map((label) => `(${label})`) : [];
  return [printedWords(filing, row, column), markers.join('')].filter((one) => one !== '').join(' ');
}
