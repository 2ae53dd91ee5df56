/** What it costs to put the cells of a torn table together otherwise than in the order of rows and columns. */
import { COST, NEVER, costToBegin, type ColumnKind, type Grammar } from '../loose/grammar';
import type { Token } from '../loose/tokens';
import { looksLikeNature, looksLikeTitle } from './looks';
import type { Cell } from './strands';

/** A row's columns are bits of a number; this one says that its ownership is indirect. */
export const INDIRECT = 1 << 20;

export const DISORDER = {
  /** A cell that stands before a column to its left, or after one of another row. */
  break: 1,
  switch: 2,
  /** A row that begins in its middle. */
  middle: 1,
  /** A row that goes on where a later one has begun to fill the same column. */
  backwards: 2,
  /** An ownership that does not follow its total. */
  apart: 4,
  /** A marker by itself that belongs to a cell of another row, to one that would have had room for it, or to a letter. */
  markerElsewhere: 1,
  markerApart: 1,
  markerWithRoom: 3,
  markerOnLetter: 5,
  markerOnDate: 1,
  /** A marker before one that a row above has; and the same number twice, or two that were printed apart, in a cell. */
  markerBackwards: 3,
  markerTwice: 4,
  /** A marker alone where a number or the date of a transaction should stand. */
  markerForNumber: 4,
  /** What is owed by a row without a title, and by one that was left without total or ownership. */
  noTitle: 8,
  noEnd: 4,
  /** A code that most pages have in another column, and a date in the column of deemed ones. */
  rareCode: 2,
  deemed: 3,
  /** Words that are no title by their looks, or no nature. */
  unlikely: 4,
  /** More than this for each row is no reading of a table, nor more than that for one. */
  most: 16,
  mostOfRow: 12,
} as const;

/** Where a cell was put. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Whether a note speaks of prices; undefined where there is no such note. */
export type Notes = (number: string) => boolean | undefined;

/** What it costs that a marker which stands by itself belongs to a cell. */
export function markerCost(
  state: Place & { readonly marked: number },
  marker: Token,
  own: readonly Cell[],
  { row, column }: Place,
  { columns }: Grammar,
  cells: readonly Cell[],
  notes: Notes,
): number {
  const { kind } = columns[column]!;
  let cost = row === state.row ? 0 : DISORDER.markerElsewhere;
  if (row < state.marked) cost += DISORDER.markerBackwards;
  // Two markers of a cell stand side by side.
  if (own.slice(1).some((cell) => cell[0]!.kind === 'marker') || own.flat().some(isSame(marker)))
    cost += DISORDER.markerTwice;
  if (kind === 'side' || kind === 'ownership' || kind === 'v') return cost + DISORDER.markerOnLetter;
  if (row === state.row && column === state.column) return cost;
  if (kind === 'price' && notes(marker.raw) === true) return cost + (own[0]![0]!.mayGoOn ? 0 : DISORDER.markerApart);
  return cost + (isFull(kind, own.flat(), cells) ? DISORDER.markerApart : DISORDER.markerWithRoom);
}

const isSame =
  ({ raw }: Token) =>
  (token: Token): boolean =>
    token.kind === 'marker' && token.raw === raw;

/** So long is a title, or a number, that a marker behind it may have had no room on its line. */
const LONG = { title: 20, number: 5 };

/** Whether a marker may have been printed below a cell: one that asks for it, an amount, or the longest of the titles. */
function isFull(kind: ColumnKind, own: Cell, cells: readonly Cell[]): boolean {
  if (kind === 'nature') return /\bfootnotes?$/i.test(lettersOf(own));
  if (kind === 'number') return own[0]!.raw.length >= LONG.number;
  if (kind !== 'title') return false;
  const { length } = lettersOf(own);
  return length >= LONG.title && cells.every((cell) => cell[0]!.kind !== 'words' || lettersOf(cell).length <= length);
}

const lettersOf = (cell: Cell): string =>
  cell
    .filter(({ kind }) => kind !== 'marker')
    .map(({ raw }) => raw)
    .join(' ');

/** What it costs to go on with a column of a row. */
export function moveCost(
  state: Place & { readonly rows: readonly number[] },
  row: number,
  column: number,
  total: number,
): number {
  const { rows } = state;
  const isNew = row === rows.length;
  if (state.row < 0) return column === 0 ? 0 : DISORDER.middle;
  if (row === state.row) return column > state.column ? 0 : DISORDER.break;
  if (isNew) return (state.column >= total ? 0 : DISORDER.switch) + (column === 0 ? 0 : DISORDER.middle);
  let backwards = 0;
  for (let other = row + 1; other < rows.length; other++)
    if ((rows[other]! & (1 << column)) !== 0) backwards = DISORDER.backwards;
  return DISORDER.switch + backwards;
}

/** By column what it costs to put a cell there. The dates of a transaction are given, and the second of them seldom. */
export function costsOf(cell: Cell, { columns, transaction: [from, to] }: Grammar): number[] {
  const isMarker = cell[0]!.kind === 'marker';
  let dates = 0;
  return columns.map(({ kind }, at) => {
    if (kind !== 'date' || at < from || at >= to) return costOf(kind, cell);
    if (isMarker) return NEVER;
    return costOf(kind, cell) + (dates++ > 0 ? DISORDER.deemed : 0) + (cell.length > 1 ? DISORDER.markerOnDate : 0);
  });
}

/** What it costs where a cell's tokens are all of a column: less than elsewhere is let through, where order says so little. */
function costOf(kind: ColumnKind, cell: Cell): number {
  const [first] = cell;
  const { raw } = first!;
  switch (kind) {
    case 'title':
    case 'nature': {
      if (first!.kind !== 'words') return NEVER;
      const words = lettersOf(cell);
      return (kind === 'title' ? looksLikeNature(words) : looksLikeTitle(words)) ? DISORDER.unlikely : 0;
    }
    case 'side':
      return raw === 'A' || raw === 'D' ? 0 : NEVER;
    case 'ownership':
      return raw === 'D' || raw === 'I' ? 0 : NEVER;
    case 'code':
      return raw === 'V' ? NEVER : costToBegin(kind, first!) + (raw === 'D' || raw === 'I' ? DISORDER.rareCode : 0);
    case 'number':
      if (first!.kind === 'marker') return DISORDER.markerForNumber;
      if (raw.startsWith('$')) return NEVER;
  }
  return first!.kind === 'words' ? NEVER : costToBegin(kind, first!);
}

/** What is blank so far between the filled columns of a row, and before them: it may be filled yet, but is owed until then. */
export function owedWithin({ columns, transaction: [from, to] }: Grammar, row: number): number {
  let within = 0;
  let others = 0;
  let isHolding = true;
  let isBegun = false;
  let open = 0;
  let openOthers = 0;
  for (let column = 0; column < columns.length; column++) {
    const isOfTransaction = column >= from && column < to;
    if ((row & (1 << column)) === 0) {
      if (isOfTransaction) open += columns[column]!.blank;
      else if (column > 0) openOthers += columns[column]!.blank;
      continue;
    }
    isHolding &&= !isOfTransaction;
    // Nothing is owed before the column that a row has begun in, but for the title.
    if (isBegun) within += open;
    if (isBegun) others += openOthers;
    isBegun = true;
    open = openOthers = 0;
  }
  const title = (row & 1) === 0 ? DISORDER.noTitle : 0;
  return title + others + (isHolding ? Math.min(within, COST.holding) : within);
}

/** What a row owes that was left without its total or its ownership. */
export function owedBehind({ columns }: Grammar, row: number): number {
  const total = columns.length - 3;
  return [total, total + 1].reduce((sum, at) => ((row & (1 << at)) === 0 ? sum + DISORDER.noEnd : sum), 0);
}

/** What is blank in the rows that is seldom so. */
export function costToEnd({ columns, transaction: [from, to] }: Grammar, rows: readonly number[]): number {
  const nature = columns.length - 1;
  let sum = 0;
  for (const row of rows) {
    const has = (column: number): boolean => (row & (1 << column)) !== 0;
    let blank = 0;
    let ofTransaction = 0;
    let isHolding = true;
    columns.forEach((column, at) => {
      const within = at >= from && at < to;
      if (has(at)) isHolding &&= !within;
      else if (within) ofTransaction += column.blank;
      else if (at !== nature) blank += Math.min(column.blank, COST.most);
    });
    const isIndirect = (row & INDIRECT) !== 0;
    if (has(nature) && has(nature - 1) && !isIndirect) blank += COST.natureOfDirect;
    if (!has(nature) && isIndirect) blank += COST.natureMissing;
    sum += blank + (isHolding ? Math.min(ofTransaction, COST.holding) : ofTransaction);
  }
  return sum;
}
