/** A quick look at what nearly every row is: each cell is just what its column takes, so that nothing can have slid. */
import { DERIVATIVE_COLUMNS, NON_DERIVATIVE_COLUMNS } from '../../filing/columns';
import type { Cell, Columns, Row, TextCell } from '../../filing/model';

/** True where each cell that is not blank was read as what its column is for, and the row goes on to its ownership form. */
export function isInOrder(row: Row, columns: Columns): boolean {
  const { cells } = row;
  if (cells.length > columns.length) return false;
  const derivative = row.table === 'derivativeTable';
  if (columns !== (derivative ? DERIVATIVE_COLUMNS : NON_DERIVATIVE_COLUMNS)) return false;
  const form = row.directOrIndirectOwnership.raw;
  if (form !== 'D' && form !== 'I') return false;
  if (!isWords(row.securityTitle) || !isWords(row.natureOfOwnership)) return false;
  const code = row.transactionCode;
  if (code.raw !== '' && (code.raw.length > 1 || !isLetter(code.raw.charCodeAt(0)))) return false;
  const v = row.transactionFormType.raw;
  if (v !== '' && v !== 'V') return false;
  if (derivative)
    return (
      isWords(row.underlyingSecurityTitle) &&
      isRead(row.conversionOrExercisePrice, cells[1]) &&
      isRead(row.transactionDate, cells[2]) &&
      isRead(row.deemedExecutionDate, cells[3]) &&
      code.raw === cells[4]!.raw &&
      isRead(row.acquired, cells[6]) &&
      isRead(row.disposed, cells[7]) &&
      isRead(row.exerciseDate, cells[8]) &&
      isRead(row.expirationDate, cells[9]) &&
      isRead(row.underlyingSecurityShares, cells[11]) &&
      isRead(row.transactionPricePerShare, cells[12]) &&
      isRead(row.sharesOwnedFollowingTransaction, cells[13])
    );
  const side = row.transactionAcquiredDisposedCode.raw;
  return (
    (side === '' || side === 'A' || side === 'D') &&
    isRead(row.transactionDate, cells[1]) &&
    isRead(row.deemedExecutionDate, cells[2]) &&
    code.raw === cells[3]!.raw &&
    isRead(row.transactionShares, cells[5]) &&
    isRead(row.transactionPricePerShare, cells[7]) &&
    isRead(row.sharesOwnedFollowingTransaction, cells[8])
  );
}

/** Blank, or more than a letter that begins with one. */
function isWords({ raw }: Cell<unknown>): boolean {
  return raw === '' || (raw.length > 1 && isLetter(raw.charCodeAt(0)));
}

/** Blank, or a number or date that is all that stands in the cell: a marker in plain text may be taken for more words. */
function isRead({ raw, value }: Cell<unknown>, place: TextCell | undefined): boolean {
  return raw === place?.raw && (raw === '' || value !== undefined);
}

const isLetter = (unit: number): boolean => (unit | 32) >= 97 && (unit | 32) <= 122;
