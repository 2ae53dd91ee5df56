/** Running totals of Table I: what a holding has at a place in the table, and what rows leave it with. */
import { changeOf, holdingOf } from '../../filing/holdings';
import { perFiling } from '../../filing/memo';
import type { Filing, NonDerivativeRow } from '../../filing/model';
import { isSumDoubtful } from '../../rules/holdings/offered';
import { add, equals, isNegative, subtract, type Decimal } from '../../text/decimal';

/** The place of column 5 in a row of Table I. */
const TOTAL_PLACE = 8;

/** What a holding has, and the row that says so. */
export interface Balance {
  readonly value: Decimal;
  readonly row: NonDerivativeRow;
}

/** The rows of each holding, in their order. */
const holdingsOf = perFiling((filing) => {
  const found = new Map<string, NonDerivativeRow[]>();
  for (const row of filing.nonDerivativeTable.rows) {
    const key = holdingOf(row);
    const same = found.get(key);
    if (same) same.push(row);
    else found.set(key, [row]);
  }
  return found;
});

/**
 * What a holding has before a row set at `index`: the total of its last transaction above, else its first one below
 * without what that changed, else its holding row. Undefined where the filing does not say.
 */
export function balanceAt(filing: Filing, holding: string, index: number): Balance | undefined {
  const same = holdingsOf(filing).get(holding) ?? [];
  const said = (row: NonDerivativeRow | undefined): Balance | undefined => {
    const value = row?.sharesOwnedFollowingTransaction.value;
    return row && value && { row, value };
  };
  const above = same.filter((row) => row.kind === 'transaction' && row.index < index);
  const last = above[above.length - 1];
  if (last) return said(last);
  const next = same.find((row) => row.kind === 'transaction');
  if (!next) return said(same[same.length - 1]);
  const after = said(next);
  const change = changeOf(next);
  const value = after && change && subtract(after.value, change);
  return value && !isNegative(value) ? { row: next, value } : undefined;
}

/** Whether a holding has transactions at `index` or below, whose totals new rows above them change. */
export const hasRowsFrom = (filing: Filing, holding: string, index: number): boolean =>
  (holdingsOf(filing).get(holding) ?? []).some((row) => row.kind === 'transaction' && row.index >= index);

/** A total that does not follow, and what it should be. */
export interface Recomputed {
  readonly row: NonDerivativeRow;
  readonly total: Decimal;
}

/**
 * The totals from a row on that do not follow from the one before them in their holding. The first row of a holding is
 * taken at its word, and so is a total behind a change that cannot be read. `left` are totals that do not follow and stay:
 * a footnote speaks of them, the row was not read for certain, or its code, amount or side is likelier to be wrong. `below`
 * is a row that would end below zero.
 */
export function recompute(
  filing: Filing,
  from: number,
): { changed: Recomputed[]; left: NonDerivativeRow[]; below: NonDerivativeRow | undefined } {
  const changed: Recomputed[] = [];
  const left: NonDerivativeRow[] = [];
  const balances = new Map<string, Decimal>();
  for (const row of filing.nonDerivativeTable.rows) {
    if (row.kind !== 'transaction') continue;
    const holding = holdingOf(row);
    const before = balances.get(holding);
    const change = changeOf(row);
    const stated = row.sharesOwnedFollowingTransaction.value;
    // A row that ends before its total has no place to write one.
    const short = row.cells.length < TOTAL_PLACE + 1;
    // Asked only where it counts: it has the whole filing checked.
    const isDoubtful = (): boolean => isSumDoubtful(filing, row);
    // A blank total of a row that is itself in doubt stays blank.
    const isSummed = row.index >= from && before && change && !short && (stated !== undefined || !isDoubtful());
    const sum = isSummed ? add(before, change) : stated;
    const stays = sum && stated && !equals(stated, sum) && (isMarked(row) || row.read === 'inferred' || isDoubtful());
    if (stays) left.push(row);
    const total = stays ? stated : sum;
    if (!total) {
      balances.delete(holding);
      continue;
    }
    if (isNegative(total)) return { changed, left, below: row };
    balances.set(holding, total);
    if (!stated || !equals(stated, total)) changed.push({ row, total });
  }
  return { changed, left, below: undefined };
}

const isMarked = ({ sharesOwnedFollowingTransaction: { markers } }: NonDerivativeRow): boolean => markers.length > 0;
