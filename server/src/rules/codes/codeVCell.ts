import { transactionCode } from '../../facts/transactionCodes';
import type { Filing, Row } from '../../filing/model';
import { cleared } from '../clear';
import type { Edit, Fix, Rule } from '../rule';
import { quote } from '../words';
import { codeFault } from './codeCell';

/** How a tick in the V column is written where someone took it for a box. */
const TICK = /^(?:[xy\u2611\u2612\u2713\u2714]|yes|true)$/i;

/** Something other than V in the V column. */
export const codeVCell: Rule = {
  id: 'code-v-cell',
  family: 'codes',
  severity: 'error',
  summary: 'Something other than V in the V column',
  fixable: true,
  safe: true,
  oddRows: true,
  checkRow(row, { filing, report }) {
    const { transactionFormType: cell, transactionCode: code } = row;
    if (cell.raw === '' || cell.value === 'V') return;
    // V and the code have changed places: code-v-in-code speaks of both.
    if (codeFault(code) === 'V' && transactionCode(cell.value)?.standsAlone) return;
    report({
      row,
      cell,
      span: cell.span,
      message: `Expected V or nothing in the column V, which marks a transaction reported earlier than required; found ${quote(cell.raw)}.`,
      fixes: () => fixesOf(filing, row),
    });
  },
};

function fixesOf(filing: Filing, { transactionFormType: cell, transactionCode: code }: Row): Fix[] {
  const write: Edit = { span: cell.span, newText: 'V' };
  const clear: Fix = { title: `Clear ${quote(cell.raw)}`, edits: [cleared(filing, cell)] };
  if (cell.raw === 'v') return [{ title: 'Write V', edits: [write], preferred: true, safe: true }];
  if (code.raw === '') {
    if (!transactionCode(cell.value)?.standsAlone) return [];
    const move = [cleared(filing, cell), { span: code.span, newText: cell.raw }];
    return [{ title: `Move ${cell.raw} to the code column`, edits: move, preferred: true }];
  }
  if (TICK.test(cell.raw)) return [{ title: 'Write V', edits: [write], preferred: true }, clear];
  return [{ ...clear, preferred: true, safe: true }];
}
