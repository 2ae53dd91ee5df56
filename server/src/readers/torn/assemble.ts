/**
 * Rows whose cells were printed out of order: of all ways to give the pieces of a few rows their cells the one of the least
 * cost. In a column the rows stand in their order; in a row each departure from the order of its columns costs.
 */
import { COST, NEVER, costInWords, costToBegin, type Grammar } from '../loose/grammar';
import type { AlignedRow } from '../loose/align';
import type { Token } from '../loose/tokens';

/** So many states are looked at before a run is given up, and so many pieces are in a run. */
const MOST_STATES = 12_000;
const MOST_PIECES = 34;
const MOST_ROWS = 3;

const DISORDER = {
  /** A piece that stands before a column to its left, or after one of another row. */
  break: 2,
  switch: 2,
  /** A total that its ownership does not follow. */
  totalApart: 1,
  /** More than this for a row is no reading of it. */
  most: 14,
} as const;

/** One cell's tokens. */
type Cell = readonly Token[];

/** What is one cell at the most: words, or a value with its markers. */
export function cellsIn(tokens: readonly Token[]): Cell[] {
  const found: Token[][] = [];
  for (const token of tokens) {
    const last = found[found.length - 1];
    const first = last?.[0];
    const isWord = token.kind === 'words' || (token.kind === 'letter' && token.gap === 'blank');
    const goesOn =
      first !== undefined &&
      token.gap !== 'paragraph' &&
      (token.kind === 'marker'
        ? first.kind !== 'marker' || token.gap === 'none'
        : first.kind === 'words' && (isWord || token.kind === 'number' || token.kind === 'letter'));
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
  readonly row: number;
  readonly column: number;
  readonly before: State | undefined;
}

/**
 * The rows of a run of tokens.
 * @returns undefined where no way is good, or where two of the same cost differ in more than single cells
 */
export function assemble(tokens: readonly Token[], grammar: Grammar): AlignedRow[] | undefined {
  const cells = cellsIn(tokens);
  if (cells.length < 3 || cells.length > MOST_PIECES) return undefined;
  let best: { cost: number; states: State[] } | undefined;
  for (let count = 1; count <= MOST_ROWS; count++) {
    const found = solve(cells, grammar, count, Math.min(best?.cost ?? NEVER, DISORDER.most * count));
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
): { cost: number; states: State[] } | undefined {
  const buckets: State[][] = [];
  const push = (state: State): void => {
    if (state.cost <= most) (buckets[state.cost] ??= []).push(state);
  };
  push({ at: 0, cost: 0, rows: new Array<number>(count).fill(0), row: -1, column: -1, before: undefined });
  const seen = new Map<string, number>();
  let looked = 0;
  for (let cost = 0; cost <= most; cost++) {
    const ended: State[] = [];
    const bucket = buckets[cost] ?? [];
    for (let next = 0; next < bucket.length; next++) {
      const state = bucket[next]!;
      if (++looked > MOST_STATES) return undefined;
      if (state.at > cells.length) {
        if (ended.length < 8) ended.push(state);
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
    if (ended.length > 0) return { cost, states: ended };
  }
  return undefined;
}

function* stepsOf(state: State, cells: readonly Cell[], grammar: Grammar): Iterable<State> {
  const cell = cells[state.at]!;
  const [first] = cell;
  const { columns } = grammar;
  const total = columns.length - 3;
  const apart = state.column === total;
  const next = (row: number, column: number, cost: number, rows: readonly number[]): State => ({
    ...{ at: state.at + 1, rows, row, column, before: state },
    cost: state.cost + cost + (apart && column !== total + 1 && column !== total ? DISORDER.totalApart : 0),
  });
  // A marker alone may belong to the cell before it.
  if (first!.kind === 'marker' && state.row >= 0) yield next(state.row, state.column, 0, state.rows);
  for (let row = 0; row < state.rows.length; row++)
    for (let column = 0; column < columns.length; column++) {
      const bit = 1 << column;
      if ((state.rows[row]! & bit) !== 0) continue;
      let later = false;
      for (let other = row + 1; other < state.rows.length; other++) later ||= (state.rows[other]! & bit) !== 0;
      if (later || (row > 0 && state.rows[row - 1] === 0)) continue;
      const own = costOf(columns[column]!.kind, cell);
      if (own >= NEVER) continue;
      const move =
        state.row < 0 || (row === state.row && column > state.column)
          ? 0
          : row === state.row
            ? DISORDER.break
            : column === 0 && row > state.row && state.column >= total
              ? 0
              : DISORDER.switch;
      const rows = state.rows.slice();
      rows[row]! |= bit;
      yield next(row, column, own + move, rows);
    }
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
