import { transactionCode } from '../../facts/transactionCodes';
import type { Row } from '../../filing/model';
import type { Fix, Rule } from '../rule';
import { quote } from '../words';
import { codeFault, lettersOf, setCode } from './codeCell';

/** Two codes of transactions in one cell. */
export const codeMultiple: Rule = {
  id: 'code-multiple',
  family: 'codes',
  severity: 'error',
  suspends: true,
  summary: 'Two transaction codes in one row',
  fixable: true,
  oddRows: true,
  checkRow(row, { report }) {
    const { transactionCode: cell } = row;
    if (codeFault(cell) !== 'several') return;
    report({
      row,
      cell,
      span: cell.span,
      message: `Expected one transaction code; found ${quote(cell.raw)}. Two transactions stand in two rows; only K (S/K) and V are added to a code.`,
      fixes: () => fixesOf(row),
    });
  },
};

/** One of the letters; preferred where only one of them takes the row's side. */
function fixesOf(row: Row): Fix[] {
  const letters = [...new Set(lettersOf(row.transactionCode))];
  const side = row.transactionAcquiredDisposedCode.value;
  const fitting = letters.filter((letter) => (transactionCode(letter)?.side[row.table] ?? side) === side);
  const best = letters.length === 1 ? letters[0] : fitting.length === 1 ? fitting[0] : undefined;
  return letters.map((letter) => setCode(row.transactionCode, letter, letter === best));
}
