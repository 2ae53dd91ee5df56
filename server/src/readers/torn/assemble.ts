/**
 * Rows whose cells were printed out of order: of all ways to give the pieces of a few rows their cells the one of the least
 * cost. In a column the rows stand in their order; in a row each departure from the order of its columns costs.
 */
import { COST, NEVER, costInWords, costToBegin, type Grammar } from '../loose/grammar';
import type { AlignedRow } from '../loose/align';
import type { Token } from '../loose/tokens';

/** So many states are looked at in a table before its runs are given up, and so many pieces are in a run. */
export const MOST_STATES = 8_000;
const MOST_PIECES = 34;
const MOST_ROWS = 3;

const DISORDER = {
  /** A piece that stands before a column to its left, or after one of another row. */
  break: 2,
  switch: 2,
  /** An ownership that does not follow its total. */
  apart: 4,
  /** A marker that belongs to a cell which other pieces stand behind. */
  markerApart: 1,
  /** A way that costs so much more than the best is one too: where they differ nobody can tell. */
  margin: 0,
  /** More than this for a row is no reading of it. */
  most: 14,
} as const;

/** One cell's tokens. */
type Cell = readonly Token[];

/** What is one cell at the most: words, or a value with its markers. Words that begin as they did before are two. */
export function cellsIn(tokens: readonly Token[]): Cell[] {
  const found: Token[][] = [];
  for (const token of tokens) {
    const last = found[found.length - 1];
    const first = last?.[0];
    const isAgain = token.gap === 'line' && first?.raw === token.raw;
    const goesOn =
      first !== undefined &&
      token.gap !== 'paragraph' &&
      !isAgain &&
      (token.kind === 'marker'
        ? first.kind !== 'marker' || token.gap === 'none'
        : first.kind === 'words' && token.kind !== 'date' && (token.kind !== 'letter' || token.gap === 'blank'));
    if (goesOn) last!.push(token);
    else found.push([token]);
  }
  return found;
}

interface State {
  readonly at: number;
  readonly cost: number;
  /** Of each row the columns that are filled, as bits. */
  readonly rows: readonly number[];
  /** Of each row the column that was filled last. */
  readonly lasts: readonly number[];
  readonly row: number;
  readonly column: number;
  readonly before: State | undefined;
}

/**
 * The rows of a run of tokens.
 * @returns undefined where no way is good, or where two of the same cost differ in more than single cells
 */
export function assemble(
  tokens: readonly Token[],
  grammar: Grammar,
  budget: { states: number },
): AlignedRow[] | undefined {
  const cells = cellsIn(tokens);
  if (cells.length < 3 || cells.length > MOST_PIECES) return undefined;
  let best: { cost: number; states: State[] } | undefined;
  for (let count = 1; count <= MOST_ROWS; count++) {
    const found = solve(cells, grammar, count, Math.min(best?.cost ?? NEVER, DISORDER.most * count), budget);
    if (found && (!best || found.cost < best.cost)) best = found;
  }
  if (!best) return undefined;
  const rows = best.states[0]!.rows.length;
  if (best.states.some((state) => state.rows.length !== rows)) return undefined;
  const ways = best.states.map((state) => wayOf(state));
  return Array.from({ length: rows }, (_, row) => rowOf(cells, grammar, ways, row));
}

/** By piece: its row and its column. */
type Way = readonly { readonly row: number; readonly column: number }[];

function wayOf(end: State): Way {
  const found: { row: number; column: number }[] = [];
  for (let state: State | undefined = end; state?.before; state = state.before)
    found.unshift({ row: state.row, column: state.column });
  return found;
}

function rowOf(cells: readonly Cell[], grammar: Grammar, ways: readonly Way[], row: number): AlignedRow {
  const [first, ...others] = ways;
  const doubtful = new Set<number>();
  for (const other of others)
    first!.forEach((place, at) => {
      const rival = other[at]!;
      if (place.row === rival.row && place.column === rival.column) return;
      if (place.row === row) doubtful.add(place.column);
      if (rival.row === row) doubtful.add(rival.column);
    });
  const tokens: Token[] = [];
  const places = grammar.columns.map((_, column) => {
    const from = tokens.length;
    first!.forEach((place, at) => {
      if (place.row === row && place.column === column) tokens.push(...cells[at]!);
    });
    return { from, to: tokens.length };
  });
  return { tokens, cells: places, doubtful, cost: 0, read: true };
}

/** The ways of the least cost, no dearer than `most`; undefined where there is none, or it takes too long. */
function solve(
  cells: readonly Cell[],
  grammar: Grammar,
  count: number,
  most: number,
  budget: { states: number },
): { cost: number; states: State[] } | undefined {
  const buckets: State[][] = [];
  const push = (state: State): void => {
    if (state.cost <= most) (buckets[state.cost] ??= []).push(state);
  };
  push({
    at: 0,
    cost: 0,
    rows: new Array<number>(count).fill(0),
    lasts: new Array<number>(count).fill(-1),
    row: -1,
    column: -1,
    before: undefined,
  });
  const seen = new Map<string, number>();
  const ended: State[] = [];
  for (let cost = 0; cost <= Math.min(most, (ended[0]?.cost ?? NEVER) + DISORDER.margin); cost++) {
    const bucket = buckets[cost] ?? [];
    for (let next = 0; next < bucket.length; next++) {
      const state = bucket[next]!;
      if (--budget.states < 0) return undefined;
      if (state.at > cells.length) {
        if (ended.length < 32) ended.push(state);
        continue;
      }
      const key = `${state.at},${state.row},${state.column},${state.rows.join()}`;
      // Two ways of the same cost are both kept.
      const known = seen.get(key) ?? 0;
      if (known > 2) continue;
      seen.set(key, known + 1);
      if (state.at === cells.length) {
        const end = costToEnd(grammar, state.rows);
        if (end < NEVER) push({ ...state, at: state.at + 1, cost: cost + end });
        continue;
      }
      for (const step of stepsOf(state, cells, grammar)) push(step);
    }
  }
  return ended[0] && { cost: ended[0].cost, states: ended };
}

function* stepsOf(state: State, cells: readonly Cell[], grammar: Grammar): Iterable<State> {
  const cell = cells[state.at]!;
  const [first] = cell;
  const { columns } = grammar;
  const total = columns.length - 3;
  const next = (row: number, column: number, cost: number, rows = state.rows): State => ({
    ...{ at: state.at + 1, rows, row, column, before: state, cost: state.cost + cost },
    lasts: state.lasts.map((last, at) => (at === row ? column : last)),
  });
  for (let row = 0; row < state.rows.length; row++) {
    // A marker alone may belong to the cell before it.
    if (first!.kind === 'marker' && state.lasts[row]! >= 0)
      yield next(row, state.lasts[row]!, row === state.row ? 0 : DISORDER.markerApart);
    if (row > 0 && state.rows[row - 1] === 0) break;
    for (let column = 0; column < columns.length; column++) {
      const bit = 1 << column;
      if ((state.rows[row]! & bit) !== 0) continue;
      let later = false;
      for (let other = row + 1; other < state.rows.length; other++) later ||= (state.rows[other]! & bit) !== 0;
      if (later) continue;
      const own = costOf(columns[column]!.kind, cell);
      if (own >= NEVER) continue;
      const rows = state.rows.slice();
      rows[row]! |= bit;
      const apart = column === total + 1 && !(state.row === row && state.column === total) ? DISORDER.apart : 0;
      yield next(row, column, own + apart + moveCost(state, row, column, total), rows);
    }
  }
}

/** What it costs to go on with a column of a row. */
function moveCost(state: State, row: number, column: number, total: number): number {
  if (state.row < 0) return 0;
  if (row === state.row) return column > state.column ? 0 : DISORDER.break;
  return column === 0 && row > state.row && state.column >= total ? 0 : DISORDER.switch;
}

/** What it costs where a piece is all of a cell. */
function costOf(kind: Grammar['columns'][number]['kind'], cell: Cell): number {
  const [first] = cell;
  if (kind === 'title' || kind === 'nature') {
    if (first!.kind !== 'words') return NEVER;
    return cell.reduce((sum, token) => sum + costInWords(token), 0);
  }
  return first!.kind === 'words' ? NEVER : costToBegin(kind, first!);
}

/** What is blank in the rows that is seldom so. */
function costToEnd({ columns, transaction: [from, to] }: Grammar, rows: readonly number[]): number {
  const [total, ownership, nature] = [columns.length - 3, columns.length - 2, columns.length - 1];
  let sum = 0;
  for (const row of rows) {
    const has = (column: number): boolean => (row & (1 << column)) !== 0;
    if (!has(0) || !has(total) || !has(ownership)) return NEVER;
    let blank = 0;
    let ofTransaction = 0;
    let isHolding = true;
    columns.forEach((column, at) => {
      const within = at >= from && at < to;
      if (has(at)) isHolding &&= !within;
      else if (within) ofTransaction += column.blank;
      else if (at !== nature) blank += column.blank;
    });
    sum += blank + (isHolding ? Math.min(ofTransaction, COST.holding) : ofTransaction);
  }
  return sum;
}
