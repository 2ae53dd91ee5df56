/** The running balance of Table I, row by row, for an editor to show beside the rows. */
import { LAYOUTS } from '../facts/layouts';
import { changeOf, rowBefore } from '../filing/holdings';
import type { Filing, NonDerivativeRow } from '../filing/model';
import type { Balances, RowBalance } from '../protocol';
import type { Finding } from '../rules/rule';
import { absolute, add, equals, grouped, isNegative, type Decimal } from '../text/decimal';

/** More than this nobody looks at, and drawing them would slow the editor down. */
export const MOST_BALANCES = 2000;

/** What a chain may go on from: the stated total and, where that is wrong, the one that it should be. */
type Carried = readonly Decimal[];

/** @param findings what the rules say of the filing; only they call a total wrong */
export function balances(filings: readonly Filing[], findings: readonly Finding[]): Balances {
  // Where a holding's totals are of the end of a month there is nothing to run.
  const all = filings
    .filter(({ layout }) => LAYOUTS[layout].totals === 'running')
    .flatMap((filing) => balancesOf(filing, findings));
  return { rows: all.slice(0, MOST_BALANCES), more: Math.max(0, all.length - MOST_BALANCES) };
}

function balancesOf(filing: Filing, findings: readonly Finding[]): RowBalance[] {
  const accused = new Set(
    findings
      .filter(({ rule, severity }) => rule === 'holdings-total' && severity !== 'hint')
      .map(({ span }) => span.start),
  );
  const slid = new Set(
    findings.filter(({ rule }) => rule === 'row-cells').map(({ span }) => filing.lines.lineAt(span.start)),
  );
  const carried = new Map<NonDerivativeRow, Carried>();
  return filing.nonDerivativeTable.rows.flatMap((row) => {
    const { value: total, span } = row.sharesOwnedFollowingTransaction;
    const line = filing.lines.lineAt(span.start);
    if (row.kind !== 'transaction' || !total || slid.has(line)) return [];
    const before = rowBefore(filing, row);
    const change = changeOf(row);
    const openings = before && carried.get(before);
    if (!openings || !change) {
      carried.set(row, [total]);
      return [];
    }
    const opening = openings.find((one) => equals(add(one, change), total)) ?? openings[0]!;
    const expected = add(opening, change);
    const agrees = equals(expected, total);
    carried.set(row, agrees ? [total] : [total, expected]);
    const wrong = !agrees && [span, row.transactionShares.span].some(({ start }) => accused.has(start));
    const sum = `${grouped(opening)} ${isNegative(change) ? '−' : '+'} ${grouped(absolute(change))}`;
    const state = agrees ? 'agrees' : wrong ? 'wrong' : 'differs';
    return [{ line, sum, expected: grouped(expected), stated: grouped(total), state }];
  });
}
