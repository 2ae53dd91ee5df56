/** What the columns of the two tables are called in messages. */
import type { Column, Row } from '../filing/model';

const TABLE_I: Partial<Record<Column, string>> = {
  securityTitle: 'column 1 (title)',
  transactionDate: 'column 2 (transaction date)',
  deemedExecutionDate: 'column 2A (deemed execution date)',
  transactionCode: 'column 3 (code)',
  transactionFormType: 'column 3 (V)',
  transactionShares: 'column 4 (amount)',
  transactionAcquiredDisposedCode: 'column 4 ((A) or (D))',
  transactionPricePerShare: 'column 4 (price)',
  sharesOwnedFollowingTransaction: 'column 5 (amount owned following)',
  directOrIndirectOwnership: 'column 6 (ownership form)',
  natureOfOwnership: 'column 7 (nature of indirect ownership)',
};

const TABLE_II: Partial<Record<Column, string>> = {
  securityTitle: 'column 1 (title)',
  conversionOrExercisePrice: 'column 2 (conversion or exercise price)',
  transactionDate: 'column 3 (transaction date)',
  deemedExecutionDate: 'column 3A (deemed execution date)',
  transactionCode: 'column 4 (code)',
  transactionFormType: 'column 4 (V)',
  transactionShares: 'column 5 (number)',
  acquired: 'column 5 (A)',
  disposed: 'column 5 (D)',
  exerciseDate: 'column 6 (date exercisable)',
  expirationDate: 'column 6 (expiration date)',
  underlyingSecurityTitle: 'column 7 (title)',
  underlyingSecurityShares: 'column 7 (amount)',
  transactionPricePerShare: 'column 8 (price)',
  sharesOwnedFollowingTransaction: 'column 9 (number owned following)',
  directOrIndirectOwnership: 'column 10 (ownership form)',
  natureOfOwnership: 'column 11 (nature of indirect ownership)',
};

/** `column 4 (price)`: the number that the form prints and a word for it. */
export function columnName(row: Row, column: Column): string {
  return (row.table === 'nonDerivativeTable' ? TABLE_I : TABLE_II)[column] ?? 'this column';
}
