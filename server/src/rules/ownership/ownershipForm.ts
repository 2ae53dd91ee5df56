import type { Row } from '../../filing/model';
import { columnName } from '../columnNames';
import { schemaSeverity } from '../era';
import type { Fix, Rule } from '../rule';
import { quote } from '../words';

/** An ownership form that is neither D nor I. */
export const ownershipForm: Rule = {
  id: 'ownership-form',
  family: 'ownership',
  severity: 'error',
  suspends: true,
  summary: 'An ownership form that is neither D nor I',
  fixable: true,
  safe: true,
  oddRows: true,
  checkRow(row, context) {
    const cell = row.directOrIndirectOwnership;
    if (cell.value === 'D' || cell.value === 'I') return;
    const blank = cell.raw === '';
    context.report({
      row,
      cell,
      span: cell.span,
      incomplete: blank,
      severity: schemaSeverity(context),
      message: `Expected D (direct) or I (indirect) in ${columnName(row, 'directOrIndirectOwnership')}; ${blank ? 'it is blank' : `found ${quote(cell.raw)}`}.`,
      fixes: () => (blank ? [] : letters(row)),
    });
  },
};

/** The letter that stands there in another form; else both, first the one that the nature column speaks for. */
function letters(row: Row): Fix[] {
  const { raw, span } = row.directOrIndirectOwnership;
  const meant = /^d(?:irect)?$/i.test(raw) ? 'D' : /^i(?:ndirect)?$/i.test(raw) ? 'I' : undefined;
  const set = (letter: 'D' | 'I'): Fix => ({
    title: `Write ${letter} (${letter === 'D' ? 'direct' : 'indirect'})`,
    edits: [{ span, newText: letter }],
  });
  if (meant) return [{ ...set(meant), preferred: true, safe: true }];
  return row.natureOfOwnership.raw === '' ? [set('D'), set('I')] : [set('I'), set('D')];
}
