import { codesOf, transactionCode } from '../../facts/transactionCodes';
import type { Row } from '../../filing/model';
import type { Fix, Rule } from '../rule';
import { quote } from '../words';
import { codeFault, lettersOf } from './codeCell';

/** K without the code that it is added to, or not written behind it as S/K. */
export const codeKAlone: Rule = {
  id: 'code-k-alone',
  family: 'codes',
  severity: 'error',
  suspends: true,
  summary: 'K (equity swap) without the code that it is added to',
  fixable: true,
  oddRows: true,
  checkRow(row, { report }) {
    const { transactionCode: cell } = row;
    if (codeFault(cell) !== 'K') return;
    const [base] = basesOf(row);
    report({
      row,
      cell,
      span: cell.span,
      message: base
        ? `Expected K after the code and a slash, as in ${base}/K; found ${quote(cell.raw)}.`
        : `Expected a code with K after it, as in S/K or P/K; found ${quote(cell.raw)} alone. K only adds that the transaction was in an equity swap.`,
      fixes: () => fixesOf(row),
    });
  },
};

const basesOf = ({ transactionCode: cell }: Row): string[] =>
  lettersOf(cell).filter((letter) => letter !== 'K' && letter !== '/K');

function fixesOf(row: Row): Fix[] {
  const { span } = row.transactionCode;
  const bases = basesOf(row);
  const side = row.transactionAcquiredDisposedCode.value;
  const ofMarket = codesOf('market').filter((code) => transactionCode(code)?.side[row.table] === side);
  const codes = bases.length > 0 ? bases : ofMarket.length > 0 ? ofMarket : codesOf('market');
  return codes.map((code) => ({
    title: `Change the code to ${code}/K`,
    edits: [{ span, newText: `${code}/K` }],
    preferred: codes.length === 1,
  }));
}
