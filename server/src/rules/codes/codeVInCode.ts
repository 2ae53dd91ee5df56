import type { Row } from '../../filing/model';
import { transactionCode } from '../../facts/transactionCodes';
import type { Fix, Rule } from '../rule';
import { codeFault } from './codeCell';

/** A V alone where the code goes. `G V` and `GV` are a code and its V. */
export const codeVInCode: Rule = {
  id: 'code-v-in-code',
  family: 'codes',
  severity: 'error',
  suspends: true,
  summary: 'A V alone in the code column',
  fixable: true,
  oddRows: true,
  checkRow(row, { report }) {
    const { transactionCode: cell } = row;
    if (codeFault(cell) !== 'V') return;
    report({
      row,
      cell,
      span: cell.span,
      message:
        'Expected a transaction code; found V alone. V marks a transaction reported earlier than required: it stands in the column V, beside the code of the transaction.',
      fixes: () => swap(row),
    });
  },
};

/** Only where the code stands in the V column can both be put right: no other code would be known. */
function swap({ transactionCode: cell, transactionFormType: v }: Row): Fix[] {
  if (!transactionCode(v.value)?.standsAlone) return [];
  return [
    {
      title: `Move ${v.value} to the code column and V to its own`,
      edits: [
        { span: cell.span, newText: v.raw },
        { span: v.span, newText: 'V' },
      ],
      preferred: true,
    },
  ];
}
