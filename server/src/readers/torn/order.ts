/** The rows of a table in pieces, and what in them is in doubt. */
import type { AlignedRow } from '../loose/align';
import type { Grammar } from '../loose/grammar';
import { assemble } from './assemble';
import type { Notes } from './disorder';
import type { Cell } from './strands';

/** Gives the cells of a table their rows and columns; where no way to do so is good, all of them are lost. */
export function alignPieces(cells: readonly Cell[], grammar: Grammar, notes: Notes): AlignedRow[] {
  if (cells.length === 0) return [];
  return assemble(cells, grammar, notes)?.map((row) => withDoubts(row, grammar)) ?? [lost(cells)];
}

const formOf = ({ tokens, cells }: AlignedRow): string | undefined => {
  const cell = cells[cells.length - 2]!;
  return cell.to > cell.from ? tokens[cell.from]!.raw : undefined;
};

/** Columns that are seldom blank: in every row, and in the row of a transaction; by the count of the grammar's columns. */
const SELDOM_BLANK: Readonly<Record<number, readonly [always: readonly number[], transaction: readonly number[]]>> = {
  11: [
    [0, 8, 9],
    [1, 3, 5, 6, 7],
  ],
  15: [
    [0, 1, 7, 8, 9, 10, 12, 13],
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
  const isThere = (at: number): boolean => row.cells[at]!.to > row.cells[at]!.from;
  const nature = columns.length - 1;
  if ((formOf(row) === 'I') !== isThere(nature)) doubtful.add(nature);
  const [always, ofTransaction] = SELDOM_BLANK[columns.length] ?? [[], []];
  const isTransaction = columns.some((_, at) => at >= from && at < to && isThere(at));
  for (const at of isTransaction ? [...always, ...ofTransaction] : always) if (!isThere(at)) doubtful.add(at);
  return doubtful.size === row.doubtful.size ? row : { ...row, doubtful };
}

const lost = (cells: readonly Cell[]): AlignedRow => ({
  ...{ tokens: cells.flat(), cells: [], doubtful: new Set<number>(), cost: 0, read: false },
});
