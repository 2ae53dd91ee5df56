import type { Side } from '../../facts/transactionCodes';
import type { DerivativeRow, Filing, NonDerivativeRow, Row } from '../../filing/model';
import { equals, isZero } from '../../text/decimal';
import { cleared } from '../clear';
import { saysMore } from '../codes/codeCell';
import type { Fix, Report, Rule } from '../rule';
import { quote } from '../words';
import { other, setSide, sideOfCode, sideOfTotals } from './sides';

/** A transaction that stands neither under A nor under D, or under both. */
export const sideInvalid: Rule = {
  id: 'side-invalid',
  family: 'codes',
  severity: 'error',
  suspends: true,
  summary: 'A transaction that is neither acquired (A) nor disposed of (D), or both',
  fixable: true,
  safe: true,
  oddRows: true,
  checkRow(row, { filing, report }) {
    if (row.kind !== 'transaction') return;
    const found = row.table === 'nonDerivativeTable' ? inTableI(filing, row) : inTableII(filing, row);
    if (found) report({ row, ...found });
  },
};

/** A row that reports a transaction, though nothing may stand yet but its code. */
const isBegun = (row: Row): boolean => row.transactionCode.raw !== '' || saysMore(row);

function inTableI(filing: Filing, row: NonDerivativeRow): Report | undefined {
  const { transactionAcquiredDisposedCode: cell } = row;
  if (cell.raw === 'A' || cell.raw === 'D') return undefined;
  const fixes = (): Fix[] => letters(filing, row);
  if (cell.raw !== '')
    return {
      cell,
      span: cell.span,
      message: `Expected A (acquired) or D (disposed of); found ${quote(cell.raw)}.`,
      fixes,
    };
  if (!isBegun(row)) return undefined;
  const message = 'Expected A (acquired) or D (disposed of); the cell is blank.';
  return { cell, span: cell.span, message, incomplete: true, fixes };
}

/** The letter in capitals; else the one that the totals lead to, else that of the code, else both. */
function letters(filing: Filing, row: NonDerivativeRow): Fix[] {
  const { raw } = row.transactionAcquiredDisposedCode;
  const upper = raw.toUpperCase();
  if (upper === 'A' || upper === 'D') return setSide(filing, row, upper, true).map((fix) => ({ ...fix, safe: true }));
  const meant = sideOfTotals(filing, row) ?? sideOfCode(row);
  const sides: readonly Side[] = meant ? [meant, other(meant)] : ['A', 'D'];
  return sides.flatMap((side) => setSide(filing, row, side, side === meant));
}

function inTableII(filing: Filing, row: DerivativeRow): Report | undefined {
  const { acquired, disposed } = row;
  if (acquired.raw !== '' && disposed.raw !== '') {
    const meant = meantSide(row);
    const wrong = meant === 'A' ? disposed : acquired;
    return {
      cell: wrong,
      span: wrong.span,
      message: `Expected the amount under (A) or under (D), not under both; found ${quote(acquired.raw)} under (A) and ${quote(disposed.raw)} under (D).${reason(row, meant)}`,
      related: [
        { message: 'the amount under the other heading', span: (wrong === acquired ? disposed : acquired).span },
      ],
      fixes: () => clears(filing, row, meant),
    };
  }
  if (acquired.raw !== '' || disposed.raw !== '' || !isBegun(row)) return undefined;
  const cell = sideOfCode(row) === 'D' ? disposed : acquired;
  const message = 'Expected the amount under (A) or under (D); both cells are blank.';
  return { cell, span: cell.span, message, incomplete: true };
}

/** Zero is no amount; else the code decides; else the amount that the underlying securities repeat. */
function meantSide(row: DerivativeRow): Side | undefined {
  const { acquired, disposed, underlyingSecurityShares } = row;
  const [a, d] = [acquired.value, disposed.value];
  if (a && d && isZero(a) !== isZero(d)) return isZero(a) ? 'D' : 'A';
  const side = sideOfCode(row);
  if (side) return side;
  const underlying = underlyingSecurityShares.value;
  const matches = (amount: typeof a): boolean => !!amount && !!underlying && equals(amount, underlying);
  return matches(a) === matches(d) ? undefined : matches(a) ? 'A' : 'D';
}

const reason = (row: DerivativeRow, meant: Side | undefined): string =>
  meant !== undefined && meant === sideOfCode(row)
    ? ` Code ${row.transactionCode.value} goes under (${meant}) in Table II.`
    : '';

/** Takes away the amount that cannot be meant; where nobody can tell, either. */
function clears(filing: Filing, row: DerivativeRow, meant: Side | undefined): Fix[] {
  const sides: readonly Side[] = meant ? [other(meant)] : ['A', 'D'];
  return sides.map((side) => {
    const cell = side === 'A' ? row.acquired : row.disposed;
    return {
      title: `Clear ${cell.raw} under (${side})`,
      edits: [cleared(filing, cell)],
      preferred: meant !== undefined,
    };
  });
}
