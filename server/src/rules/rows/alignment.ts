/** Which columns the cells of a row belong to, judged by what stands in them. */
import { transactionCode } from '../../facts/transactionCodes';
import { isBlank } from '../../filing/columns';
import type { Column, Row, TextCell } from '../../filing/model';
import { CONTRADICTION, GOOD, fitOf, seamOf } from './columnKinds';

/** A cell lost before the cell `at` (its column stays empty), or the blank cell `at`, which is one too many. */
export interface Slip {
  readonly kind: 'lost' | 'added';
  readonly at: number;
  readonly column: number;
}

export interface Alignment {
  /** What went wrong on the way from left to right; empty where the row stands as well as it can. */
  readonly slips: readonly Slip[];
  /** The cells that cannot be meant for the column in which they stand. */
  readonly misfits: readonly number[];
}

/** A slip has to be worth it: it counts against the alignment that assumes it. */
const SLIP = 4;
/** An alignment with slips is believed only where it is better than the row as it stands by this much. */
const MARGIN = 2;
/** So many cells may still stand wrong: a row can have slid and hold a slip of the fingers. */
const MOST_LEFT = 1;
/** A row with more cells than this beyond its columns is no row with a slip. */
const MOST_TOO_MANY = 3;

/** The cells up to the last one that is not blank: blank cells at the end say nothing. */
function filled({ cells }: Row): readonly TextCell[] {
  let end = cells.length;
  while (end > 0 && isBlank(cells[end - 1]!)) end--;
  return end === cells.length ? cells : cells.slice(0, end);
}

/** The best alignment of a row with its columns. */
export function align(row: Row, columns: readonly (readonly Column[])[]): Alignment {
  const cells = filled(row);
  const misfits: number[] = [];
  let asItStands = 0;
  for (let at = 0; at < Math.max(cells.length, columns.length); at++) {
    const fit = at < columns.length ? fitOf(columns[at]!, cells[at]) : CONTRADICTION;
    asItStands += fit;
    if (fit <= CONTRADICTION && !isBlank(cells[at]!)) misfits.push(at);
  }
  if (misfits.length === 0 || cells.length > columns.length + MOST_TOO_MANY) return { slips: [], misfits };
  const { score, slips, left } = best(cells, columns, sideColumn(row, cells));
  return { slips: score - asItStands >= MARGIN && left <= MOST_LEFT ? slips : [], misfits };
}

/** In Table II the amount stands under (A) or (D): where both would do, the code says which. */
function sideColumn(row: Row, cells: readonly TextCell[]): Column | undefined {
  if (row.table !== 'derivativeTable') return undefined;
  const code = cells.slice(2, 7).find(({ raw }) => raw.length === 1 && transactionCode(raw)?.standsAlone);
  const side = transactionCode(code?.raw)?.side.derivativeTable;
  return side && (side === 'A' ? 'acquired' : 'disposed');
}

type Step = 'match' | 'lost' | 'added';

/** Alignment of two sequences, from the right: `scores[i][j]` is the best for cells from i on and columns from j on. */
function best(
  cells: readonly TextCell[],
  columns: readonly (readonly Column[])[],
  side: Column | undefined,
): { score: number; slips: Slip[]; left: number } {
  const scores = cells.map(() => new Array<number>(columns.length + 1).fill(0));
  const steps = cells.map(() => new Array<Step>(columns.length + 1).fill('match'));
  // Cells that are not there at the end of a row are no slip.
  const absent = new Array<number>(columns.length + 1).fill(0);
  for (let j = columns.length - 1; j >= 0; j--) absent[j] = absent[j + 1]! + fitOf(columns[j]!, undefined);
  scores.push(absent);
  for (let i = cells.length - 1; i >= 0; i--) {
    const cell = cells[i]!;
    const blank = isBlank(cell);
    scores[i]![columns.length] = scores[i + 1]![columns.length]! + (blank ? 0 : CONTRADICTION);
    for (let j = columns.length - 1; j >= 0; j--) {
      const bonus = !blank && side !== undefined && columns[j]![0] === side ? 1 : 0;
      const match = fitOf(columns[j]!, cell) + bonus + scores[i + 1]![j + 1]!;
      // The cell before may hold this column's words too, behind a space.
      const seam = i > 0 && j > 0 ? seamOf(cells[i - 1]!, columns[j - 1]!, columns[j]!) : undefined;
      const lost = (seam === undefined ? fitOf(columns[j]!, undefined) : GOOD) - SLIP + scores[i]![j + 1]!;
      const added = blank ? scores[i + 1]![j]! - SLIP : -Infinity;
      scores[i]![j] = Math.max(match, lost, added);
      if (match < lost || match < added) steps[i]![j] = lost >= added ? 'lost' : 'added';
    }
  }
  return { score: scores[0]![0]!, ...walk(steps, cells, columns) };
}

/** The slips on the best way, and how many cells cannot be meant for their columns even so. */
function walk(
  steps: readonly (readonly Step[])[],
  cells: readonly TextCell[],
  columns: readonly (readonly Column[])[],
): { slips: Slip[]; left: number } {
  const slips: Slip[] = [];
  let left = 0;
  let column = 0;
  let at = 0;
  while (at < cells.length && column < columns.length) {
    const step = steps[at]![column]!;
    if (step !== 'match') slips.push({ kind: step, at, column });
    else if (fitOf(columns[column]!, cells[at]) <= CONTRADICTION) left++;
    if (step !== 'lost') at++;
    if (step !== 'added') column++;
  }
  for (const cell of cells.slice(at)) if (!isBlank(cell)) left++;
  return { slips, left };
}
