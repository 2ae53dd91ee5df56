/**
 * The rows of a table whose cells were printed out of order: of all ways to give the cells rows and columns the one of the
 * least cost. In a column the rows stand in their order; in a row each departure from the order of its columns costs.
 */
import { COST, NEVER, costToBegin, type ColumnKind, type Grammar } from '../loose/grammar';
import type { AlignedRow } from '../loose/align';
import type { Token } from '../loose/tokens';
import { looksLikeNature, looksLikeTitle } from './looks';
import { isBeside, type Cell } from './strands';

/** So many ways are followed at once, and so many of the same cost are compared. */
const MOST_WAYS = 250;
const MOST_EQUAL = 12;
/** A row's columns are bits of a number; this one says that its ownership is indirect. */
const INDIRECT = 1 << 20;

const DISORDER = {
  /** A cell that stands before a column to its left, or after one of another row. */
  break: 1,
  switch: 2,
  /** A row that begins in its middle. */
  middle: 1,
  /** A row that goes on where a later one has begun to fill the same column. */
  backwards: 4,
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
  noTitle: 3,
  noEnd: 2,
  /** A code that most pages have in another column, and a date in the column of deemed ones. */
  rareCode: 2,
  deemed: 3,
  /** Words that are no title by their looks, or no nature. */
  unlikely: 4,
  /** More than this for a row is no reading of it. */
  most: 16,
} as const;

interface State {
  readonly at: number;
  readonly cost: number;
  /** Of each row the columns that are filled, as bits. */
  readonly rows: readonly number[];
  readonly row: number;
  readonly column: number;
  /** Where the cell before was put. */
  readonly place: readonly [row: number, column: number];
  /** The row that the last marker by itself was given to. */
  readonly marked: number;
  readonly before: State | undefined;
}

/** Whether a note speaks of prices; undefined where there is no such note. */
export type Notes = (number: string) => boolean | undefined;

/**
 * The rows of cells.
 * @returns undefined where no way is good
 */
export function assemble(cells: readonly Cell[], grammar: Grammar, notes: Notes): AlignedRow[] | undefined {
  let states: State[] = [{ at: 0, cost: 0, rows: [], row: -1, column: -1, place: [-1, -1], marked: -1, before: undefined }];
  for (let at = 0; at < cells.length; at++) {
    const buckets: State[][] = [];
    for (const state of states)
      for (const next of stepsOf(state, cells, grammar, notes))
        (buckets[next.cost + owed(grammar, next)] ??= []).push(next);
    states = cheapest(buckets, MOST_WAYS);
  }
  const ended: State[][] = [];
  for (const state of states) {
    const cost = state.cost + costToEnd(grammar, state.rows);
    (ended[cost] ??= []).push({ ...state, cost });
  }
  const cost = ended.findIndex((one) => one !== undefined);
  const best = ended[cost];
  if (!best || cost > DISORDER.most * best[0]!.rows.length) return undefined;
  const ways = best.slice(0, MOST_EQUAL).map((state) => rowsOf(state, cells, grammar));
  const [first, ...others] = ways;
  return first!.map((row, at) => {
    const doubtful = new Set<number>();
    row.cells.forEach((_, column) => {
      const words = wordsOf(row, column);
      if (others.some((way) => way.length !== first!.length || wordsOf(way[at]!, column) !== words))
        doubtful.add(column);
    });
    return { ...row, doubtful };
  });
}

/** The states of the least cost; of those that cannot be told apart two are kept, so that what differs is known. */
function cheapest(buckets: readonly (readonly State[] | undefined)[], most: number): State[] {
  const found: State[] = [];
  const seen = new Map<string, number>();
  for (const bucket of buckets)
    for (const state of bucket ?? []) {
      const key = `${state.row},${state.column},${state.marked},${state.rows.join()}`;
      const known = seen.get(key) ?? 0;
      if (known > 1) continue;
      seen.set(key, known + 1);
      found.push(state);
      if (found.length === most) return found;
    }
  return found;
}

function* stepsOf(state: State, cells: readonly Cell[], grammar: Grammar, notes: Notes): Iterable<State> {
  const cell = cells[state.at]!;
  const [first] = cell;
  const { columns } = grammar;
  const total = columns.length - 3;
  const { rows } = state;
  const next = (row: number, column: number, cost: number, bits: number, marked = state.marked): State => ({
    ...{ at: state.at + 1, row, column, marked, place: [row, column], before: state, cost: state.cost + cost },
    rows: row < rows.length ? rows.map((one, at) => (at === row ? one | bits : one)) : [...rows, bits],
  });
  if (first!.kind === 'marker')
    for (let row = 0; row < rows.length; row++)
      for (let column = 0; column < columns.length; column++)
        if ((rows[row]! & (1 << column)) !== 0) {
          const cost = markerCost(state, cells, row, column, grammar, notes);
          yield { ...next(row, column, cost, 0, row), row: state.row, column: state.column };
        }
  const own = costsOf(cell, grammar);
  const isBound = state.row >= 0 && isBeside(cell);
  for (let row = isBound ? state.row : 0; row <= (isBound ? state.row : rows.length); row++) {
    const filled = rows[row] ?? 0;
    for (let column = 0; column < columns.length; column++) {
      const cost = own[column]!;
      if (cost >= NEVER || (filled & (1 << column)) !== 0) continue;
      const apart = column === total + 1 && !(state.row === row && state.column === total) ? DISORDER.apart : 0;
      const bits = (1 << column) | (column === total + 1 && first!.raw === 'I' ? INDIRECT : 0);
      yield next(row, column, cost + apart + moveCost(state, row, column, total), bits);
    }
  }
}

/** What it costs that a marker which stands by itself belongs to a cell. */
function markerCost(
  state: State,
  cells: readonly Cell[],
  row: number,
  column: number,
  { columns }: Grammar,
  notes: Notes,
): number {
  const { kind } = columns[column]!;
  const [marker] = cells[state.at]!;
  const own = placedIn(state, cells, row, column);
  let cost = row === state.row ? 0 : DISORDER.markerElsewhere;
  if (row < state.marked) cost += DISORDER.markerBackwards;
  // Two markers of a cell stand side by side.
  if (own.slice(1).some((cell) => cell[0]!.kind === 'marker') || own.flat().some(isSame(marker!)))
    cost += DISORDER.markerTwice;
  if (kind === 'side' || kind === 'ownership' || kind === 'v') return cost + DISORDER.markerOnLetter;
  if (row === state.row && column === state.column) return cost;
  if (kind === 'price' && notes(marker!.raw) === true) return cost + (own[0]![0]!.mayGoOn ? 0 : DISORDER.markerApart);
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

/** The cells that a way has put in a place. */
function placedIn(end: State, cells: readonly Cell[], row: number, column: number): Cell[] {
  const found: Cell[] = [];
  for (let state: State | undefined = end; state?.before; state = state.before)
    if (state.place[0] === row && state.place[1] === column) found.unshift(cells[state.at - 1]!);
  return found;
}

/** What it costs to go on with a column of a row. */
function moveCost(state: State, row: number, column: number, total: number): number {
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
function costsOf(cell: Cell, { columns, transaction: [from, to] }: Grammar): number[] {
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

/**
 * What is blank so far between the filled columns of rows, and before and behind them in those that were left: it may be
 * filled yet, but is owed as long as it is not.
 */
function owed({ columns, transaction: [from, to] }: Grammar, { rows, row: current }: State): number {
  const total = columns.length - 3;
  let sum = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    if ((row & 1) === 0) sum += DISORDER.noTitle;
    if (at !== current)
      for (const end of [total, total + 1]) if ((row & (1 << end)) === 0) sum += DISORDER.noEnd;
    let within = 0;
    let others = 0;
    let isHolding = true;
    let open = 0;
    let openOthers = 0;
    for (let column = 0; column < columns.length; column++) {
      const isOfTransaction = column >= from && column < to;
      if ((row & (1 << column)) === 0) {
        // The debt for a title is less: the row may have begun in its middle.
        if (isOfTransaction) open += columns[column]!.blank;
        else if (column > 0) openOthers += columns[column]!.blank;
        continue;
      }
      isHolding &&= !isOfTransaction;
      within += open;
      others += openOthers;
      open = openOthers = 0;
    }
    sum += others + (isHolding ? Math.min(within, COST.holding) : within);
  }
  return sum;
}

/** What is blank in the rows that is seldom so. */
function costToEnd({ columns, transaction: [from, to] }: Grammar, rows: readonly number[]): number {
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

/** The rows of a way. */
function rowsOf(end: State, cells: readonly Cell[], grammar: Grammar): AlignedRow[] {
  const places: Cell[][][] = end.rows.map(() => grammar.columns.map(() => []));
  for (let state: State | undefined = end, at = cells.length - 1; state?.before; state = state.before, at--) {
    const [row, column] = state.place;
    places[row]![column]!.unshift(cells[at]!);
  }
  return places.map((columns): AlignedRow => {
    const tokens = columns.flatMap((column) => column.flat());
    let to = 0;
    const ranges = columns.map((column) => ({ from: to, to: (to += column.flat().length) }));
    const missing = [0, columns.length - 3, columns.length - 2].filter((at) => columns[at]!.length === 0);
    return { tokens, cells: ranges, doubtful: new Set(), cost: 0, read: missing.length < 2 };
  });
}

/** A cell's words, and the place of none: what reads alike need not be told apart. */
const wordsOf = ({ tokens, cells }: AlignedRow, column: number): string =>
  tokens
    .slice(cells[column]!.from, cells[column]!.to)
    .map(({ raw, kind }) => (kind === 'marker' ? `(${raw})` : raw))
    .join(' ');
