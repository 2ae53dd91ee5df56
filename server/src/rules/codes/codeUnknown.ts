import { TRANSACTION_CODES, transactionCode } from '../../facts/transactionCodes';
import type { Filing, Row } from '../../filing/model';
import type { Fix, Rule } from '../rule';
import { quote } from '../words';
import { codeFault, codeOf, saysMore, setCode } from './codeCell';

/** Letters that are taken for one another, near on the keyboard or alike to the eye: the first that takes the side. */
const LOOK_ALIKE: Record<string, string | undefined> = {
  B: 'P',
  N: 'M',
  Q: 'AGO',
  R: 'F',
  T: 'F',
  Y: 'J',
  '1': 'I',
  '5': 'S',
  '0': 'O',
};

const CODES = TRANSACTION_CODES.map(({ code }) => code).join(', ');

/** A code that is not one of the twenty of General Instruction 8, or none on a row that reports a transaction. */
export const codeUnknown: Rule = {
  id: 'code-unknown',
  family: 'codes',
  severity: 'error',
  suspends: true,
  summary: 'A transaction code that the form does not have, or none',
  fixable: true,
  oddRows: true,
  checkRow(row, { filing, report, accused }) {
    const { transactionCode: cell } = row;
    if (cell.raw === '') {
      if (saysMore(row) && !accused(row, 'code-v-cell'))
        report({
          row,
          cell,
          span: cell.span,
          incomplete: true,
          message: 'Expected a transaction code; the cell is blank.',
        });
    } else if (codeFault(cell) === 'unknown')
      report({
        row,
        cell,
        span: cell.span,
        message: `Expected one of the transaction codes of Form 4 (${CODES}); found ${quote(cell.raw)}, which is not among them.`,
        fixes: () => nearest(filing, row),
      });
  },
};

/** The codes that may be meant: the letter in capitals, the one that looks like it, those of the rows about. */
function nearest(filing: Filing, row: Row): Fix[] {
  const { transactionCode: cell, table, index } = row;
  const upper = cell.raw.toUpperCase();
  const capital = upper.replace(/\/K$/, '');
  if (transactionCode(capital)?.standsAlone)
    return [{ title: `Change the code to ${upper}`, edits: [{ span: cell.span, newText: upper }], preferred: true }];
  const { rows } = filing[table];
  const side = row.transactionAcquiredDisposedCode.value;
  const fits = (code: string | undefined): code is string => {
    const expected = transactionCode(code)?.side[table];
    return code !== undefined && (expected === undefined || side === undefined || expected === side);
  };
  const alike = LOOK_ALIKE[upper.charAt(0)] ?? '';
  const about = [rows[index - 1], rows[index + 1]].map((other) => other && codeOf(other));
  const candidates = [[...alike].find(fits), ...about];
  return [...new Set(candidates.filter(fits))].map((code, at) => setCode(cell, code, at === 0));
}
