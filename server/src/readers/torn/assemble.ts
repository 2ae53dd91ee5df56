/**
 * The rows of a table whose cells were printed out of order: of all ways to give the cells rows and columns the one of the
 * least cost. In a column the rows stand in their order; in a row each departure from the order of its columns costs.
 */
import { NEVER, type Grammar } from '../loose/grammar';
import type { AlignedRow } from '../loose/align';
import {
  DISORDER,
  INDIRECT,
  costToEnd,
  costsOf,
  markerCost,
  moveCost,
  owedBehind,
  owedWithin,
  type Notes,
  type Place,
} from './disorder';
import { isBeside, type Cell } from './strands';

/** So many ways are followed at once, fewer in a long table; and so many of the same cost are compared. */
const MOST_WAYS = 1_000;
const FEWEST_WAYS = 150;
const MOST_STATES = 80_000;
const MOST_EQUAL = 12;
/** A way to put the first cells of a table. */
interface State extends Place {
  readonly cost: number;
  /** What is owed by all rows, as if each had been left. */
  readonly owed: number;
  /** Of each row the columns that are filled, as bits. */
  readonly rows: readonly number[];
  /** Where the last cell was put; the row and column to go on from are those of the last one that was no marker by itself. */
  readonly place: Place;
  /** The row that the last marker by itself was given to. */
  readonly marked: number;
  readonly before: State | undefined;
}

const NOWHERE: Place = { row: -1, column: -1 };

/**
 * The rows of cells.
 * @returns undefined where no way is good
 */
export function assemble(cells: readonly Cell[], grammar: Grammar, notes: Notes): AlignedRow[] | undefined {
  const most = Math.max(FEWEST_WAYS, Math.min(MOST_WAYS, Math.floor(MOST_STATES / cells.length)));
  const search = new Search(cells, grammar, notes, most);
  let states: State[] = [{ ...NOWHERE, cost: 0, owed: 0, rows: [], place: NOWHERE, marked: -1, before: undefined }];
  for (let at = 0; at < cells.length; at++) states = search.next(states, at);
  const ended: State[][] = [];
  for (const state of states) {
    const cost = state.cost + costToEnd(grammar, state.rows);
    (ended[cost] ??= []).push(state);
  }
  const cost = ended.findIndex((one) => one !== undefined);
  const best = ended[cost];
  if (!best || cost > DISORDER.most * best[0]!.rows.length) return undefined;
  const ways = best.slice(0, MOST_EQUAL).map((state) => rowsOf(state, cells, grammar));
  const [first, ...others] = ways;
  // Where one row is so far out of order its cells may well be those of the others.
  if (first!.some((row) => row.cost > DISORDER.mostOfRow)) return undefined;
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

/** A way to go on: where a cell is put, with what that costs, and what is owed then. */
interface Step {
  readonly from: State;
  readonly place: Place;
  readonly cost: number;
  /** The bits of the row that the cell fills. */
  readonly bits: number;
  readonly isMarker: boolean;
}

/** Follows the ways of the least cost with one more cell. Of those that cannot be told apart two are kept. */
class Search {
  /** What a row owes, by its bits: 15 pages in pieces take 7.3 s with it and 8.6 without. */
  private readonly known = new Map<number, { within: number; behind: number }>();

  constructor(
    private readonly cells: readonly Cell[],
    private readonly grammar: Grammar,
    private readonly notes: Notes,
    private readonly most: number,
  ) {}

  next(states: readonly State[], at: number): State[] {
    const buckets: Step[][] = [];
    const costs = costsOf(this.cells[at]!, this.grammar);
    for (const state of states) this.addSteps(state, at, costs, buckets);
    const found: State[] = [];
    const seen = new Map<string, number>();
    for (const bucket of buckets)
      for (const step of bucket ?? []) {
        const state = this.taken(step);
        const key = `${state.row},${state.column},${state.marked},${state.rows.join()}`;
        const known = seen.get(key) ?? 0;
        if (known > 1) continue;
        seen.set(key, known + 1);
        found.push(state);
        if (found.length === this.most) return found;
      }
    return found;
  }

  private addSteps(state: State, at: number, costs: readonly number[], buckets: Step[][]): void {
    const { cells, grammar, notes } = this;
    const cell = cells[at]!;
    const { columns } = grammar;
    const { rows } = state;
    const [first] = cell;
    const add = (place: Place, cost: number, bits: number, owed: number, isMarker: boolean): void => {
      const whole = state.cost + cost;
      (buckets[whole + owed] ??= []).push({ from: state, place, cost: whole, bits, isMarker });
    };
    const current = this.owed(rows[state.row] ?? 0).behind;
    if (first!.kind === 'marker')
      for (let row = 0; row < rows.length; row++)
        for (let column = 0; column < columns.length; column++)
          if ((rows[row]! & (1 << column)) !== 0) {
            const place = { row, column };
            const own = placedIn(state, cells, at, place);
            const cost = markerCost(state, first!, own, place, grammar, cells, notes);
            add(place, cost, 0, state.owed - (rows.length > 0 ? current : 0), true);
          }
    const total = columns.length - 3;
    const isBound = state.row >= 0 && isBeside(cell);
    for (let row = isBound ? state.row : 0; row <= (isBound ? state.row : rows.length); row++) {
      const filled = rows[row] ?? 0;
      const before = row < rows.length ? this.owed(filled) : undefined;
      for (let column = isBound ? state.column + 1 : 0; column < columns.length; column++) {
        const own = costs[column]!;
        if (own >= NEVER || (filled & (1 << column)) !== 0) continue;
        const apart = column === total + 1 && !(state.row === row && state.column === total) ? DISORDER.apart : 0;
        const bits = (1 << column) | (column === total + 1 && first!.raw === 'I' ? INDIRECT : 0);
        const owed = state.owed + this.owed(filled | bits).within - (before ? before.within + before.behind : 0);
        add({ row, column }, own + apart + moveCost(state, row, column, total), bits, owed, false);
      }
    }
  }

  private taken({ from, place, cost, bits, isMarker }: Step): State {
    const { row, column } = place;
    const { rows } = from;
    const filled = rows[row] ?? 0;
    const own = filled | bits;
    const [before, after] = [row < rows.length ? this.owed(filled) : { within: 0, behind: 0 }, this.owed(own)];
    return {
      ...{ cost, place, before: from },
      ...(isMarker ? { row: from.row, column: from.column, marked: row } : { row, column, marked: from.marked }),
      rows: row < rows.length ? rows.map((one, at) => (at === row ? own : one)) : [...rows, own],
      owed: from.owed - before.within - before.behind + after.within + after.behind,
    };
  }

  private owed(row: number): { within: number; behind: number } {
    const known = this.known.get(row);
    if (known) return known;
    const own = { within: owedWithin(this.grammar, row), behind: owedBehind(this.grammar, row) };
    this.known.set(row, own);
    return own;
  }
}

/** The cells that a way has put in a place. */
function placedIn(end: State, cells: readonly Cell[], count: number, place: Place): Cell[] {
  const found: Cell[] = [];
  let at = count - 1;
  for (let state: State | undefined = end; state?.before; state = state.before, at--)
    if (state.place.row === place.row && state.place.column === place.column) found.unshift(cells[at]!);
  return found;
}

/** The rows of a way. */
function rowsOf(end: State, cells: readonly Cell[], grammar: Grammar): AlignedRow[] {
  const places: Cell[][][] = end.rows.map(() => grammar.columns.map(() => []));
  const costs = end.rows.map((row) => costToEnd(grammar, [row]));
  for (let state: State | undefined = end, at = cells.length - 1; state?.before; state = state.before, at--) {
    const { row, column } = state.place;
    places[row]![column]!.unshift(cells[at]!);
    costs[row]! += state.cost - state.before.cost;
  }
  return places.map((columns, at): AlignedRow => {
    const tokens = columns.flatMap((column) => column.flat());
    let to = 0;
    const ranges = columns.map((column) => ({ from: to, to: (to += column.flat().length) }));
    const missing = [0, columns.length - 3, columns.length - 2].filter((at) => columns[at]!.length === 0);
    return { tokens, cells: ranges, doubtful: new Set(), cost: costs[at]!, read: missing.length < 2 };
  });
}

/** A cell's words, and the place of none: what reads alike need not be told apart. */
const wordsOf = ({ tokens, cells }: AlignedRow, column: number): string =>
  tokens
    .slice(cells[column]!.from, cells[column]!.to)
    .map(({ raw, kind }) => (kind === 'marker' ? `(${raw})` : raw))
    .join(' ');
