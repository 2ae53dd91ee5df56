/** The rows of a table in pieces: most in their order, the others put together from what is left. */
import { align, type AlignedRow } from '../loose/align';
import type { Grammar } from '../loose/grammar';
import type { Token } from '../loose/tokens';
import { assemble, MOST_STATES } from './assemble';

/** What a row costs at the most that stands in its order; more is blank in Table II. */
const GOOD = { short: 8, long: 12 } as const;
const SHORT = 11;

/** Rows that stand in their order, or a run of tokens that are none. */
type Part = { readonly row: AlignedRow; readonly run?: undefined } | { readonly run: readonly Token[] };

/** Gives the tokens of a table, each cell of which is a paragraph, their rows and columns. */
export function alignPieces(tokens: readonly Token[], grammar: Grammar): AlignedRow[] {
  const begin = tokens.findIndex(({ kind }) => kind === 'words');
  if (begin < 0) return tokens.length > 0 ? [lost(tokens)] : [];
  const most = grammar.columns.length > SHORT ? GOOD.long : GOOD.short;
  const parts: Part[] = begin > 0 ? [{ run: tokens.slice(0, begin) }] : [];
  for (const row of align(tokens.slice(begin), grammar, 'pieces').flatMap((one) => parted(one, grammar, most))) {
    const last = parts[parts.length - 1];
    if (isGood(row, most)) parts.push({ row });
    else if (last?.run) parts[parts.length - 1] = { run: [...last.run, ...row.tokens] };
    else parts.push({ run: row.tokens });
  }
  return together(parts, grammar).map((row) => withDoubts(row, grammar));
}

/** More ends of rows than these are looked for in one that is none. */
const MOST_ENDS = 4;

/** A row that has swallowed pieces of another behind its ownership: it and what is left. */
function parted(row: AlignedRow, grammar: Grammar, most: number): AlignedRow[] {
  if (isGood(row, most)) return [row];
  let ends = 0;
  for (let at = 1; at < row.tokens.length && ends < MOST_ENDS; at++) {
    const { raw, kind } = row.tokens[at]!;
    const before = row.tokens[at - 1]!.kind;
    if (kind !== 'letter' || (raw !== 'D' && raw !== 'I') || (before !== 'number' && before !== 'marker')) continue;
    ends++;
    // A value behind a D: it may be the side, and the number before it the amount.
    const next = row.tokens[at + 1];
    if (raw === 'I' || (next && (next.kind !== 'words' || next.gap === 'blank'))) continue;
    const [own, other] = align(row.tokens.slice(0, at + 1), grammar, 'pieces');
    if (other || !own || !isGood(own, most)) continue;
    const rest = row.tokens.slice(at + 1);
    return rest.length > 0 ? [own, lost(rest)] : [own];
  }
  return [row];
}

const isGood = ({ read, cost, tokens, cells, doubtful }: AlignedRow, most: number): boolean =>
  read &&
  cost <= most &&
  doubtful.size === 0 &&
  tokens[0]!.kind === 'words' &&
  !(formOf(tokens, cells) === 'D' && natureOf(cells) !== undefined);

const formOf = (tokens: readonly Token[], cells: AlignedRow['cells']): string | undefined => {
  const cell = cells[cells.length - 2];
  return cell && cell.to > cell.from ? tokens[cell.from]!.raw : undefined;
};
const natureOf = (cells: AlignedRow['cells']): AlignedRow['cells'][number] | undefined => {
  const cell = cells[cells.length - 1];
  return cell && cell.to > cell.from ? cell : undefined;
};

/** Columns that are seldom blank: in every row, and in the row of a transaction; by the count of the grammar's columns. */
const SELDOM_BLANK: Readonly<Record<number, readonly [always: readonly number[], transaction: readonly number[]]>> = {
  11: [[8], [1, 3, 5, 6, 7]],
  15: [
    [1, 7, 8, 9, 10, 12],
    [2, 4, 6],
  ],
};

/**
 * A row with its nature in doubt where the form asks for one that is not there, or forbids what is; and each cell that is
 * seldom blank and is so here: what stood in it may stand elsewhere on a page in pieces.
 */
function withDoubts(row: AlignedRow, { columns, transaction: [from, to] }: Grammar): AlignedRow {
  if (!row.read) return row;
  const doubtful = new Set(row.doubtful);
  const asked = formOf(row.tokens, row.cells) === 'I';
  if (asked !== (natureOf(row.cells) !== undefined)) doubtful.add(columns.length - 1);
  const isThere = (at: number): boolean => row.cells[at]!.to > row.cells[at]!.from;
  const [always, ofTransaction] = SELDOM_BLANK[columns.length] ?? [[], []];
  const isTransaction = columns.some((_, at) => at >= from && at < to && isThere(at));
  for (const at of isTransaction ? [...always, ...ofTransaction] : always) if (!isThere(at)) doubtful.add(at);
  return doubtful.size === row.doubtful.size ? row : { ...row, doubtful };
}

const lost = (tokens: readonly Token[]): AlignedRow => ({
  ...{ tokens, cells: [], doubtful: new Set<number>(), cost: 0, read: false },
});

/** Puts runs together: each by itself, all that are left at once, or each with the row beside it. */
function together(parts: readonly Part[], grammar: Grammar): AlignedRow[] {
  const budget = { states: MOST_STATES };
  const rows: (readonly AlignedRow[])[] = parts.map((part) =>
    part.run ? (assemble(part.run, grammar, budget) ?? []) : [part.row],
  );
  const open = parts.flatMap((part, at) => (part.run && rows[at]!.length === 0 ? [at] : []));
  const all =
    open.length > 1
      ? assemble(
          open.flatMap((at) => parts[at]!.run ?? []),
          grammar,
          budget,
        )
      : undefined;
  if (all) {
    rows[open[0]!] = all;
    return rows.flat();
  }
  for (const at of open) {
    const run = parts[at]!.run!;
    for (const beside of [at + 1, at - 1]) {
      const row = parts[beside]?.run ? undefined : rows[beside];
      if (!row || row.length !== 1) continue;
      const tokens = beside > at ? [...run, ...row[0]!.tokens] : [...row[0]!.tokens, ...run];
      const found = assemble(tokens, grammar, budget);
      if (!found) continue;
      rows[beside] = [];
      rows[at] = found;
      break;
    }
    if (rows[at]!.length === 0) rows[at] = [lost(run)];
  }
  return rows.flat();
}
