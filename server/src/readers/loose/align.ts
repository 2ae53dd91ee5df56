/** Gives tokens their rows and columns: of all readings the one of the least cost, and where two cost the same, says so. */
import { COST, NEVER, costInWords, costToBegin, type Grammar } from './grammar';
import { titleAt } from './titles';
import type { Token } from './tokens';

/** A row as it was aligned: of each column the tokens in it. */
export interface AlignedRow {
  readonly tokens: readonly Token[];
  /** By column: from which token of the row to which; both the same where nothing stands in it. */
  readonly cells: readonly { readonly from: number; readonly to: number }[];
  /** Columns in which another reading of the same cost has something else: nobody can tell what stands in them. */
  readonly doubtful: ReadonlySet<number>;
  /** What the reading departs from the form by. */
  readonly cost: number;
  /** False where no reading of the row is good, or another one begins it elsewhere. */
  readonly read: boolean;
}

/** Whether a line holds a row or a cell; `stream` where lines end anywhere, and only the order of the words is left. */
export type Lines = 'rows' | 'cells' | 'stream';

/** A state is a column and what is in its cell: a value (of column 6 or 10, a D), or a marker alone (an I). */
const stateOf = (column: number, second: boolean): number => column * 2 + (second ? 1 : 0);
const NEW_ROW = 1 << 8;
const NOTHING = new Int32Array(0);
/** A number that words have none of: of thousands, of dollars, or with a point. */
export const LIKE_AMOUNT = /^\$?\d[\d,]*[,.]\d|^\$\d/;

/**
 * Aligns the tokens of a table with its columns. Time and room are those of the tokens times a constant.
 */
export function align(tokens: readonly Token[], grammar: Grammar, lines: Lines): AlignedRow[] {
  const { columns } = grammar;
  const states = columns.length * 2;
  const skips = skipsOf(grammar);
  const isTitle = lines === 'stream' ? titleAt(tokens) : undefined;
  const first = new Int16Array(tokens.length * states).fill(-1);
  const last = new Int16Array(tokens.length * states).fill(-1);
  const all = new Int32Array(tokens.length * states).fill(NEVER);
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const costs = at === 0 ? NOTHING : all.subarray((at - 1) * states, at * states);
    const next = all.subarray(at * states, (at + 1) * states);
    const take = (state: number, cost: number, from: number): void => {
      if (cost >= NEVER || cost > next[state]!) return;
      const place = at * states + state;
      if (cost < next[state]!) {
        next[state] = cost;
        first[place] = from;
      }
      last[place] = from;
    };
    const between = betweenCells(token, lines);
    const within = withinCell(token, lines);
    let rowEnd = at === 0 ? 0 : NEVER;
    if (at > 0)
      for (let state = 0; state < states; state++)
        rowEnd = Math.min(rowEnd, costs[state]! + costToEnd(grammar, skips, state));
    for (let column = 0; column < columns.length; column++) {
      const { kind } = columns[column]!;
      const begin = costToBegin(kind, token);
      const isWords = kind === 'title' || kind === 'nature';
      const second = kind === 'ownership' ? token.raw === 'I' : token.kind === 'marker';
      const state = stateOf(column, second && !isWords);
      if (begin < NEVER && token.gap !== 'none') {
        if (column === 0 && startsRow(token, lines)) {
          const other = isTitle && at > 0 && !isTitle(at) ? COST.otherTitle : 0;
          if (at === 0) take(state, begin, NEW_ROW);
          else
            for (let from = 0; from < states; from++)
              if (costs[from]! + costToEnd(grammar, skips, from) === rowEnd)
                take(state, rowEnd + begin + other, from | NEW_ROW);
        }
        for (let from = 0; from < column * 2; from++) {
          const before = costs[from] ?? NEVER;
          if (before >= NEVER) continue;
          const skip = skips[(from >> 1) * columns.length + column]!;
          const nature = kind === 'nature' && columns[from >> 1]!.kind === 'ownership' && (from & 1) === 0;
          take(state, before + skip + begin + between + (nature ? COST.natureOfDirect : 0), from);
        }
      }
      // The cell goes on: words by words, all others by markers alone.
      const goesOn =
        token.kind === 'marker'
          ? markerGoesOn(token, lines)
          : isWords
            ? costInWords(token) + within + (lines === 'stream' && isAmount(tokens, at) ? COST.amountInWords : 0)
            : NEVER;
      if (goesOn < NEVER)
        for (const markerAlone of [false, true]) {
          const from = stateOf(column, markerAlone);
          const more =
            kind === 'side'
              ? COST.markerOnSide
              : markerAlone && !isWords && kind !== 'ownership'
                ? COST.markerAlone
                : 0;
          if ((costs[from] ?? NEVER) < NEVER) take(from, costs[from]! + goesOn + more, from);
        }
    }
  }
  return rowsOf(tokens, grammar, all, skips, first, last);
}

/** What the blank columns between two cost: by the first times the count of columns, plus the second. */
function skipsOf({ columns, transaction: [from, to] }: Grammar): Int32Array {
  const skips = new Int32Array(columns.length * columns.length);
  for (let a = 0; a < columns.length; a++)
    for (let b = a + 1; b < columns.length; b++) {
      let sum = 0;
      let other = 0;
      for (let column = a + 1; column < b; column++) {
        sum += columns[column]!.blank;
        if (column < from || column >= to) other += columns[column]!.blank;
      }
      skips[a * columns.length + b] = a < from && b >= to ? Math.min(sum, other + COST.holding) : sum;
    }
  return skips;
}

function costToEnd({ columns }: Grammar, skips: Int32Array, state: number): number {
  const column = state >> 1;
  const nature = columns.length - 1;
  if (column === nature) return 0;
  const missing = columns[column]!.kind === 'ownership' && (state & 1) === 1 ? COST.natureMissing : 0;
  return skips[column * columns.length + nature]! + missing;
}

/** Whether a number is an amount, by its looks or by the form of ownership behind it. */
function isAmount(tokens: readonly Token[], at: number): boolean {
  const { kind, raw } = tokens[at]!;
  if (kind !== 'number') return false;
  let next = at + 1;
  while (tokens[next]?.kind === 'marker') next++;
  const behind = tokens[next]?.raw;
  return behind === 'D' || behind === 'I' || LIKE_AMOUNT.test(raw);
}

const startsLine = ({ gap }: Token): boolean => gap === 'line' || gap === 'paragraph';
const startsRow = (token: Token, lines: Lines): boolean => lines === 'cells' || startsLine(token);

/** What it costs to begin another cell of the same row. */
function betweenCells(token: Token, lines: Lines): number {
  if (lines === 'stream') return 0;
  if (lines === 'cells') return startsLine(token) ? 0 : COST.twoOnLine;
  return startsLine(token) ? wrapCost(token) : 0;
}

const wrapCost = ({ mayGoOn }: Token): number => (mayGoOn ? COST.full : COST.wrapped);

/** What it costs where words go on in the same cell. */
function withinCell(token: Token, lines: Lines): number {
  if (lines === 'stream') return 0;
  switch (token.gap) {
    case 'wide':
      return lines === 'cells' ? 0 : COST.wide;
    case 'line':
      return lines === 'rows' ? wrapCost(token) : token.mayGoOn ? COST.full : COST.line;
    case 'paragraph':
      return lines === 'rows' ? COST.wrapped : COST.paragraph;
    default:
      return 0;
  }
}

function markerGoesOn(token: Token, lines: Lines): number {
  if (lines === 'stream') return 0;
  if (token.gap === 'paragraph') return COST.line;
  return token.gap === 'line' && lines === 'rows' ? wrapCost(token) : 0;
}

/** The rows of the best reading; where the first and the last of several equal readings differ, none is taken. */
function rowsOf(
  tokens: readonly Token[],
  grammar: Grammar,
  costs: Int32Array,
  skips: Int32Array,
  first: Int16Array,
  last: Int16Array,
): AlignedRow[] {
  if (tokens.length === 0) return [];
  const states = grammar.columns.length * 2;
  const whole = (at: number, state: number): number => costs[at * states + state]! + costToEnd(grammar, skips, state);
  const end = tokens.length - 1;
  let best = NEVER;
  for (let state = 0; state < states; state++) best = Math.min(best, whole(end, state));
  if (best >= NEVER) return [{ tokens, cells: [], doubtful: new Set(), cost: NEVER, read: false }];
  const ends: number[] = [];
  for (let state = 0; state < states; state++) if (whole(end, state) === best) ends.push(state);
  const one = pathOf(tokens.length, states, ends[0]!, first);
  const other = pathOf(tokens.length, states, ends[ends.length - 1]!, last);
  const rows: AlignedRow[] = [];
  let from = 0;
  let before = 0;
  for (let at = 1; at <= tokens.length; at++) {
    if (at < tokens.length && one.starts[at] === 0) continue;
    const cost = whole(at - 1, one.states[at - 1]!);
    const doubtful = new Set<number>();
    let read = cost - before <= COST.most && (at === tokens.length || other.starts[at] === 1);
    for (let token = from; token < at; token++) {
      const [column, rival] = [one.states[token]! >> 1, other.states[token]! >> 1];
      if (column !== rival) doubtful.add(column).add(rival);
      read &&= one.starts[token] === other.starts[token];
    }
    rows.push({
      tokens: tokens.slice(from, at),
      cells: cellsOf(one.states.subarray(from, at), grammar),
      doubtful,
      cost: cost - before,
      read,
    });
    before = cost;
    from = at;
  }
  return rows;
}

/** By token: its state, and whether it begins a row. */
interface Path {
  readonly states: Uint8Array;
  readonly starts: Uint8Array;
}

function pathOf(count: number, states: number, end: number, back: Int16Array): Path {
  const found = new Uint8Array(count);
  const starts = new Uint8Array(count);
  let state = end;
  for (let at = count - 1; at >= 0; at--) {
    found[at] = state;
    const before = back[at * states + state]!;
    if (before & NEW_ROW) starts[at] = 1;
    state = before & (NEW_ROW - 1);
  }
  return { states: found, starts };
}

function cellsOf(states: Uint8Array, { columns }: Grammar): AlignedRow['cells'] {
  let at = 0;
  return columns.map((_, column) => {
    const from = at;
    while (at < states.length && states[at]! >> 1 === column) at++;
    return { from, to: at };
  });
}
