/** Whether what was read as a row of the form can be one, by the kinds of its cells. */
import { DERIVATIVE_COLUMNS, NON_DERIVATIVE_COLUMNS, cellsOf, isBlank } from '../filing/columns';
import type { Row } from '../filing/model';
import { isFormWords, isMarkup } from './unreadParts';

/**
 * `slid`: it would be a row with one blank cell more or less; `foreign`: it holds what stands in no row; `none`: it says too
 * little to tell.
 */
export type Sense = 'good' | 'slid' | 'bad' | 'foreign' | 'none';

/** The words of several cells in one, or one cell of numbers alone on its line. */
const LINE_OF_CELLS = /\d\/\d|\d +(?:[ADI]|\\?\$\S*)(?: |$)|^\\?\$? ?\d[\d,.]*(?:$| ?[(^<])/;

/** The kinds of the columns: words, a date, a code, a V, a number, a side, an ownership form. */
const FIRST = 'WDDCVNSNNOW';
const SECOND = 'WNDDCVNNDDWNNNOW';
const ITEM_7_IN_ONE = 'WNDDCVNNDDWNNOW';

const KINDS: Readonly<Record<string, RegExp>> = {
  D: /^\d{1,4}[/-]\d{1,2}[/-]\d{1,4}/,
  C: /^[A-Z\d](?:\W|$)|^[A-Z]{2}$/,
  V: /^V$/i,
  N: /^\\?[-($]{0,3} ?[\d.][^\s/]*(?:$| ?[(<[^])/,
  S: /^[AD](?:$|\s*[^\s\w$])/,
  O: /^[DI](?:\W|$)/,
};

/** A raised number where this layout's reader knows none: the cell's value and its marker are one. */
const RAISED = /\d\s?[\u00b2\u00b3\u00b9\u2070-\u207e]/;

/** @param strict whether each cell must fit, and none that every row has may be blank */
export function senseOf(row: Row, strict = false): Sense {
  // Where each cell has the looks of its own column, nothing can have slid.
  if (!strict && row.read === 'certain') return 'good';
  const { cells } = row;
  if (cells.length === 1) return strict || LINE_OF_CELLS.test(cells[0]!.raw) ? 'bad' : 'none';
  const kinds = row.table === 'nonDerivativeTable' ? FIRST : cells.length === 15 ? ITEM_7_IN_ONE : SECOND;
  let fits = 0;
  let misfits = 0;
  for (let at = 0; at < cells.length; at++) {
    const { raw } = cells[at]!;
    const fit = fitOf(raw, kinds[at]);
    if (fit > 0) fits++;
    else if (fit < 0) misfits++;
    if (fit === 0 ? raw.length > 5 && isForeign(raw) : fit < 0 && RAISED.test(raw)) return 'foreign';
  }
  if (strict && (misfits > 0 || lacks(row) || isTorn(row))) return 'bad';
  if (misfits === 0) return fits > 0 ? 'good' : 'none';
  if (fits > misfits * 2 || (fits > 1 && misfits === 1)) return 'good';
  return slides(row, kinds) ? 'slid' : 'bad';
}

const isForeign = (raw: string): boolean => isFormWords(raw) || isMarkup(raw);

/** What every row has, and of a transaction its date; in Table II a marker where there is no value. */
function lacks(row: Row): boolean {
  if (row.securityTitle.raw === '' || row.directOrIndirectOwnership.raw === '') return true;
  if (row.kind === 'transaction' && row.transactionDate.raw === '') return true;
  if (row.table === 'nonDerivativeTable') return false;
  const { conversionOrExercisePrice, exerciseDate, expirationDate, underlyingSecurityTitle } = row;
  return [conversionOrExercisePrice, exerciseDate, expirationDate, underlyingSecurityTitle].some(isBlank);
}

/** What cannot be read, or a marker twice in a cell: two cells or two rows have run into one another. */
const isTorn = (row: Row): boolean =>
  cellsOf(row, { columns: row.table === 'nonDerivativeTable' ? NON_DERIVATIVE_COLUMNS : DERIVATIVE_COLUMNS }).some(
    ({ cell: { problem, markers } }) =>
      problem === 'not-a-number' ||
      problem === 'not-a-date' ||
      problem === 'bad-grouping' ||
      (markers.length > 1 && new Set(markers.map(({ label }) => label)).size < markers.length),
  );

/** 1 where the words of a cell are of the column's kind, -1 where they are not, 0 where that says nothing. */
function fitOf(raw: string, kind: string | undefined): number {
  if (raw === '' || kind === 'W') return 0;
  if (kind === undefined) return -1;
  return KINDS[kind]!.test(raw) ? 1 : -1;
}

/** True where the cells of a row fit well once one blank cell is put in or taken out. */
function slides({ cells }: Row, kinds: string): boolean {
  const misfitsFrom = (by: number): number[] => {
    const after = new Array<number>(cells.length + 1).fill(0);
    for (let at = cells.length - 1; at >= 0; at--)
      after[at] = after[at + 1]! + (fitOf(cells[at]!.raw, kinds[at + by]) < 0 ? 1 : 0);
    return after;
  };
  const [lost, added] = [misfitsFrom(1), misfitsFrom(-1)];
  let before = 0;
  for (let at = 0; at < cells.length; at++) {
    if (before > 1) return false;
    if (before + Math.min(lost[at]!, added[at]!) <= 1) return true;
    if (fitOf(cells[at]!.raw, kinds[at]) < 0) before++;
  }
  return false;
}
