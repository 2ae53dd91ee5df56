import type { Filing, Row } from '../../filing/model';
import { cleared } from '../clear';
import type { Fix, Rule } from '../rule';
import { quote } from '../words';
import { codeFault, saysMore, setCode } from './codeCell';

/** A digit as Form 5 prints it: `P4` should have been on a Form 4, `G5` on an earlier Form 5, `3` on a Form 3. */
export const codeForm5Suffix: Rule = {
  id: 'code-form5-suffix',
  family: 'codes',
  severity: 'error',
  suspends: true,
  summary: 'A digit in the code column, which only a Form 5 has',
  fixable: true,
  oddRows: true,
  checkRow(row, { filing, report }) {
    const { transactionCode: cell } = row;
    if (codeFault(cell) !== 'form 5') return;
    const digit = cell.suffix ?? cell.raw;
    report({
      row,
      cell,
      span: cell.span,
      message: `Expected a code without a digit on a Form 4; found ${quote(cell.raw)}. A ${digit} there says, on a Form 5, which form the line should have been on.`,
      fixes: () => fixesOf(filing, row),
    });
  },
};

function fixesOf(filing: Filing, row: Row): Fix[] {
  const { transactionCode: cell } = row;
  if (cell.suffix !== undefined && cell.others.length === 0) return [setCode(cell, cell.value!, true)];
  // Without the 3 the row is a holding, if it says nothing of a transaction.
  return saysMore(row) ? [] : [{ title: 'Clear the 3', edits: [cleared(filing, cell)], preferred: true }];
}
