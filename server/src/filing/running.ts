/** The running tally of Table I, row by row: what each total comes to, and whether the filing states that. */
import { LAYOUTS } from '../facts/layouts';
import { changeOf, rowBefore } from './holdings';
import type { Filing, NonDerivativeRow } from './model';
import { absolute, add, equals, grouped, isNegative, type Decimal } from '../text/decimal';

export interface RunningTotal {
  readonly row: NonDerivativeRow;
  /** `9,503 + 693`. */
  readonly sum: string;
  readonly expected: Decimal;
  /** Undefined where the cell is blank or cannot be read. */
  readonly stated: Decimal | undefined;
  readonly agrees: boolean;
}

/** What a chain may go on from: the stated total and, where that is another, the one that it should be. */
type Carried = readonly Decimal[];

/**
 * Each transaction row of Table I that has a row of its holding before it, in the form's order. None where a holding's
 * totals are of the end of a month.
 * @param slid rows whose cells have slid, and of which no number is to be used
 */
export function runningTotals(
  filing: Filing,
  slid: (row: NonDerivativeRow) => boolean = () => false,
): readonly RunningTotal[] {
  if (LAYOUTS[filing.layout].totals !== 'running') return [];
  const carried = new Map<NonDerivativeRow, Carried>();
  return filing.nonDerivativeTable.rows.flatMap((row) => {
    if (row.kind !== 'transaction' || slid(row)) return [];
    const stated = row.sharesOwnedFollowingTransaction.value;
    const before = rowBefore(filing, row);
    const change = changeOf(row);
    const openings = before && carried.get(before);
    if (!openings || !change) {
      if (stated) carried.set(row, [stated]);
      return [];
    }
    const opening = (stated && openings.find((one) => equals(add(one, change), stated))) ?? openings[0]!;
    const expected = add(opening, change);
    const agrees = stated !== undefined && equals(expected, stated);
    carried.set(row, agrees ? [stated] : stated ? [stated, expected] : [expected]);
    const sum = `${grouped(opening)} ${isNegative(change) ? '−' : '+'} ${grouped(absolute(change))}`;
    return [{ row, sum, expected, stated, agrees }];
  });
}
