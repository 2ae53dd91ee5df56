import { transactionCode, type Side, type SideKept } from '../../facts/transactionCodes';
import { rowBefore } from '../../filing/holdings';
import type { Filing, Row } from '../../filing/model';
import { equals } from '../../text/decimal';
import { codeOf, setCode } from '../codes/codeCell';
import type { Fix, Rule, Severity } from '../rule';
import { moveAmount, other, setSide, sideOfCode, sideOfTotals } from './sides';

const SEVERITY: Readonly<Record<SideKept, Severity>> = { always: 'error', mostly: 'warning' };

/** Who writes a put or is short disposes of what the title names by acquiring it, and the other way round. */
const OBLIGATION = /\b(?:puts?|calls?|obligations?|short)\b/i;

/** A side that the transaction code does not take. */
export const codeSide: Rule = {
  id: 'code-side',
  family: 'codes',
  severity: 'error',
  summary: 'A or D contrary to the transaction code',
  fixable: true,
  oddRows: true,
  checkRow(row, { filing, report }) {
    const kept = transactionCode(codeOf(row))?.sideKept[row.table];
    const severity = kept && SEVERITY[kept];
    const expected = sideOfCode(row);
    const side = row.transactionAcquiredDisposedCode.value;
    if (!severity || !expected || side !== other(expected)) return;
    if (row.table === 'derivativeTable' && OBLIGATION.test(row.securityTitle.value ?? '')) return;
    const letter = row.table === 'derivativeTable' ? row.transactionShares : row.transactionAcquiredDisposedCode;
    const totals = sideOfTotals(filing, row);
    const before = totals && rowBefore(filing, row);
    const half = otherHalf(filing, row);
    // Where the totals or the other half of an exercise bear out the side, it is the code that is odd.
    const isCode = totals === side || half !== undefined;
    const { transactionCode: code } = row;
    const cell = isCode ? code : letter;
    report({
      row,
      cell,
      severity,
      span: cell.span,
      message: messageOf(row, expected, totals, half),
      related: [
        isCode ? { message: 'acquired or disposed of', span: letter.span } : { message: 'the code', span: code.span },
        ...(before ? [{ message: 'the total before it', span: before.sharesOwnedFollowingTransaction.span }] : []),
        ...(half ? [{ message: 'the other half of the exercise', span: half.transactionCode.span }] : []),
      ],
      fixes: () => fixesOf(filing, row, expected, totals, half),
    });
  },
};

/** Under (D) in Table II: the row of Table I that shows as many shares acquired on that day by an exercise. */
function otherHalf(filing: Filing, row: Row): Row | undefined {
  const amount = row.transactionShares.value;
  if (row.table !== 'derivativeTable' || row.transactionAcquiredDisposedCode.value !== 'D' || !amount) return undefined;
  return filing.nonDerivativeTable.rows.find(
    (other) =>
      transactionCode(other.transactionCode.value)?.inBothTables &&
      other.transactionAcquiredDisposedCode.value === 'A' &&
      other.transactionDate.value === row.transactionDate.value &&
      other.transactionShares.value !== undefined &&
      equals(other.transactionShares.value, amount),
  );
}

const MEANING: Record<Side, string> = { A: 'acquired', D: 'disposed of' };

function messageOf(row: Row, expected: Side, totals: Side | undefined, half: Row | undefined): string {
  const { code, definition } = transactionCode(row.transactionCode.value)!;
  const beside = `beside code ${code} (${definition})`;
  const sum = totals ? ` The total owned after it agrees with ${totals}.` : '';
  if (half)
    return `Expected code ${half.transactionCode.value}, under which Table I shows as many shares acquired on that day; found ${code}, beside which the amount goes under (${expected}).`;
  return row.table === 'derivativeTable'
    ? `Expected the amount under (${expected}), ${MEANING[expected]}, ${beside}; found it under (${other(expected)}).`
    : `Expected ${expected} (${MEANING[expected]}) ${beside}; found ${other(expected)}.${sum}`;
}

/** The other side; where the totals agree with the side as it stands, the code of the opposite transaction before it. */
function fixesOf(filing: Filing, row: Row, expected: Side, totals: Side | undefined, half: Row | undefined): Fix[] {
  if (half) return [setCode(row.transactionCode, half.transactionCode.value!, true)];
  const opposite = totals === other(expected) ? transactionCode(row.transactionCode.value)?.opposite : undefined;
  const flip =
    row.table === 'derivativeTable'
      ? [moveAmount(filing, row, expected)]
      : setSide(filing, row, expected, totals !== other(expected));
  return opposite === undefined ? flip : [setCode(row.transactionCode, opposite, true), ...flip];
}
