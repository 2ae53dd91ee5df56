import { cleared } from '../clear';
import { columnName } from '../columnNames';
import { schemaSeverity } from '../era';
import type { Rule } from '../rule';
import { quote } from '../words';

/** Words in the nature column of what is owned directly: EDGAR takes them for indirect ownership alone. */
export const natureWithDirect: Rule = {
  id: 'nature-with-direct',
  family: 'ownership',
  severity: 'error',
  suspends: true,
  summary: 'A nature of indirect ownership beside ownership form D',
  fixable: true,
  oddRows: true,
  checkRow(row, context) {
    const { directOrIndirectOwnership: form, natureOfOwnership: cell } = row;
    if (form.value !== 'D' || cell.raw === '') return;
    context.report({
      row,
      cell,
      span: cell.span,
      severity: schemaSeverity(context),
      message: `Expected nothing in ${columnName(row, 'natureOfOwnership')}, since the ownership form is D (direct); found ${quote(cell.raw)}.`,
      related: [{ message: 'the ownership form', span: form.span }],
      fixes: () => [
        // How shares are owned is the filer's to say: neither is the better one.
        { title: 'Clear the nature of ownership', edits: [cleared(context.filing, cell)] },
        { title: 'Change the ownership form to I', edits: [{ span: form.span, newText: 'I' }] },
      ],
    });
  },
};
