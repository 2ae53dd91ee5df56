import { TRANSACTION_CODES, transactionCode } from '../../facts/transactionCodes';
import { rowsOf } from '../../filing/queries';
import type { Fix, Rule } from '../rule';
import { quote } from '../words';

/** Letters that are taken for one another: near on the keyboard or alike to the eye. */
const LOOK_ALIKE: Record<string, string> = { B: 'P', N: 'M', Q: 'A', R: 'F', T: 'F', Y: 'J', '1': 'I', '5': 'S', '0': 'O', 'Ѕ': 'S' };

/** A code that is not one of the twenty of General Instruction 8. */
export const codeUnknown: Rule = {
  id: 'code-unknown',
  family: 'codes',
  severity: 'error',
  summary: 'A transaction code that the form does not have',
  fixable: true,
  check({ filing, report }) {
    for (const row of rowsOf(filing)) {
      const { transactionCode: cell } = row;
      const unknown = [cell.value, ...cell.others].filter((letter) => letter !== undefined && !transactionCode(letter));
      if (cell.raw === '' || unknown.length === 0) continue;
      report({
        row,
        cell,
        span: cell.span,
        message: `Expected one of the transaction codes of Form 4 (${TRANSACTION_CODES.map(({ code }) => code).join(', ')}); found ${quote(cell.raw)}, which is not among them.`,
        fixes: () => nearest(cell.raw).map((code): Fix => ({ title: `Change the code to ${code}`, edits: [{ span: cell.span, newText: code }] })),
      });
    }
  },
};

/** The letter in capitals where that is a code, else the one it is likely to be mistaken for. */
function nearest(raw: string): string[] {
  const upper = raw.toUpperCase();
  if (transactionCode(upper)) return [upper];
  const twin = LOOK_ALIKE[upper.charAt(0)];
  return twin === undefined ? [] : [twin];
}
