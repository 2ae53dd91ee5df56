import type { Row } from '../../filing/model';
import { rowsOf } from '../../filing/queries';
import { filled } from '../clear';
import { columnName } from '../columnNames';
import { schemaSeverity } from '../era';
import type { Fix, Rule, RuleContext } from '../rule';

/** How many natures that stand elsewhere in the filing are offered. */
const OFFERED = 3;

/** Indirect ownership of which nobody says how: EDGAR wants words, and a marker alone is none. */
export const natureMissing: Rule = {
  id: 'nature-missing',
  family: 'ownership',
  severity: 'error',
  suspends: true,
  summary: 'Indirect ownership without its nature',
  fixable: true,
  oddRows: true,
  checkRow(row, context) {
    const { directOrIndirectOwnership: form, natureOfOwnership: cell } = row;
    if (form.value !== 'I' || cell.raw !== '') return;
    const marker = cell.markers.length > 0 ? ' A footnote marker alone is not enough.' : '';
    context.report({
      row,
      cell,
      span: cell.span,
      incomplete: true,
      severity: schemaSeverity(context),
      message: `Expected words such as “By Spouse” in ${columnName(row, 'natureOfOwnership')}, since the ownership form is I (indirect); it is blank.${marker}`,
      related: [{ message: 'the ownership form', span: form.span }],
      fixes: () => [
        ...naturesElsewhere(context, row),
        { title: 'Change the ownership form to D', edits: [{ span: form.span, newText: 'D' }] },
      ],
    });
  },
};

function naturesElsewhere({ filing }: RuleContext, row: Row): Fix[] {
  const others = rowsOf(filing).filter(
    (one) => one.directOrIndirectOwnership.value === 'I' && one.natureOfOwnership.raw !== '',
  );
  const words = [...new Set(others.map(({ natureOfOwnership }) => natureOfOwnership.raw))].slice(0, OFFERED);
  return words.flatMap((nature): Fix[] => {
    const edit = filled(filing, row, 'natureOfOwnership', row.natureOfOwnership, nature);
    return edit ? [{ title: `Write “${nature}”`, edits: [edit] }] : [];
  });
}
