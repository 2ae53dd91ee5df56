/** The running balance of Table I, row by row, for an editor to show beside the rows. */
import type { Filing, NonDerivativeRow } from '../filing/model';
import { runningTotals } from '../filing/running';
import type { Balances, RowBalance } from '../protocol';
import type { Finding } from '../rules/rule';
import { grouped } from '../text/decimal';

/** More than this nobody looks at, and drawing them would slow the editor down. */
export const MOST_BALANCES = 2000;

/** @param findings what the rules say of the filing; only they call a total wrong */
export function balances(filings: readonly Filing[], findings: readonly Finding[]): Balances {
  const all = filings.flatMap((filing) => balancesOf(filing, findings));
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
  const lineOf = ({ sharesOwnedFollowingTransaction: { span } }: NonDerivativeRow): number =>
    filing.lines.lineAt(span.start);
  return runningTotals(filing, (row) => slid.has(lineOf(row))).flatMap(({ row, sum, expected, stated, agrees }) => {
    if (!stated) return [];
    const { sharesOwnedFollowingTransaction: total, transactionShares: shares } = row;
    const wrong = !agrees && [total, shares].some(({ span }) => accused.has(span.start));
    const state = agrees ? 'agrees' : wrong ? 'wrong' : 'differs';
    return [{ line: lineOf(row), sum, expected: grouped(expected), stated: grouped(stated), state }];
  });
}
