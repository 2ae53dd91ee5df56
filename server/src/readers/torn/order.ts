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
  for (const row of align(tokens.slice(begin), grammar, 'pieces')) {
    const last = parts[parts.length - 1];
    if (isGood(row, most)) parts.push({ row });
    else if (last?.run) parts[parts.length - 1] = { run: [...last.run, ...row.tokens] };
    else parts.push({ run: row.tokens });
  }
  return together(parts, grammar).map((row) => withNature(row, grammar));
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

/** A row with its nature in doubt where the form asks for one that is not there, or forbids what is. */
function withNature(row: AlignedRow, { columns }: Grammar): AlignedRow {
  if (!row.read) return row;
  const asked = formOf(row.tokens, row.cells) === 'I';
  const isThere = natureOf(row.cells) !== undefined;
  return asked === isThere ? row : { ...row, doubtful: new Set([...row.doubtful, columns.length - 1]) };
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
