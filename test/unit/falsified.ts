/** What a fix takes from a filing that was right in it. */
import { cellsOf } from '../../server/src/filing/columns';
import type { Column, Filing, Row } from '../../server/src/filing/model';
import { rowsOf, tableOf } from '../../server/src/filing/queries';

const NUMBERS: ReadonlySet<Column> = new Set<Column>([
  'transactionDate',
  'conversionOrExercisePrice',
  'acquired',
  'disposed',
  'transactionShares',
  'underlyingSecurityShares',
  'transactionPricePerShare',
  'sharesOwnedFollowingTransaction',
]);

/** Every number and date of a row, by column. A blank cell has none. */
const numbersOf = (filing: Filing, row: Row): string[] =>
  cellsOf(row, tableOf(filing, row))
    .filter(({ column, cell }) => NUMBERS.has(column) && cell.raw !== '')
    .map(({ column, cell }) => `${column} ${String(cell.raw)}`);

/** What stands in the numbers of a filing, each with how often; where the rows are the same ones, row by row. */
function countsOf(filing: Filing, byRow: boolean): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);
  add(`box 3 ${filing.periodOfReport.raw}`);
  for (const { signatureDate } of filing.ownerSignatures) add(`signature ${signatureDate.raw}`);
  for (const row of rowsOf(filing))
    for (const one of numbersOf(filing, row)) add(`${row.table} ${byRow ? `${row.index} ` : ''}${one}`);
  return counts;
}

/**
 * What a fix takes from a filing that stood in it rightly, and what was never there: a right number into a wrong one.
 * @param moved the fault put rows in another order
 */
export function falsified(truth: Filing, faulty: Filing, fixed: Filing, moved: boolean): string[] {
  const sameRows = [faulty, fixed].every((one) => rowsOf(one).length === rowsOf(truth).length);
  const [all, after] = [countsOf(faulty, false), countsOf(fixed, false)];
  // A fix that puts rows in another order changes no number.
  if (all.size === after.size && [...all].every(([what, count]) => after.get(what) === count)) return [];
  const byRow = sameRows && !moved;
  const [right, is, then] = [countsOf(truth, byRow), countsOf(faulty, byRow), countsOf(fixed, byRow)];
  const of = (counts: Map<string, number>, what: string): number => counts.get(what) ?? 0;
  const lost = [...is.keys()].filter((what) => of(then, what) < Math.min(of(is, what), of(right, what)));
  const wrong = [...then.keys()].filter((what) => of(then, what) > Math.max(of(is, what), of(right, what)));
  return lost.length > 0 && wrong.length > 0 ? [`${lost.join(', ')} → ${wrong.join(', ')}`] : [];
}
