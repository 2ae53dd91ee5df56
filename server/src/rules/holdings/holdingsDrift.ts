import { driftsOf, type Drift } from '../../filing/drifts';
import type { Column, Filing, NonDerivativeRow } from '../../filing/model';
import { absolute, grouped, isNegative, type Decimal } from '../../text/decimal';
import { changeOf } from '../../filing/holdings';
import { cleared, filled } from '../clear';
import type { Edit, Fix, Rule } from '../rule';
import { quote } from '../words';

const CELLS = { title: 'securityTitle', form: 'directOrIndirectOwnership', nature: 'natureOfOwnership' } as const;
const WORDS = { title: 'title', form: 'ownership form', nature: 'nature of ownership' };

/**
 * A row whose total goes on from the row above, and whose title or ownership is another's. Where the numbers agree and the
 * words do not, the words are the odd ones; what they should say is for the filer to know.
 */
export const holdingsDrift: Rule = {
  id: 'holdings-drift',
  family: 'holdings',
  severity: 'warning',
  summary: 'A total that goes on from the row above, under another title or ownership',
  fixable: true,
  sign: 'tally',
  check({ filing, report, accused, suspect }) {
    for (const drift of driftsOf(filing).all) {
      const { rows, above, proof, alone, differs } = drift;
      const [row] = rows;
      const cell = row![CELLS[differs]];
      if (!row || accused(row) || accused(above) || suspect(cell)) continue;
      const total = (of: NonDerivativeRow): Decimal => of.sharesOwnedFollowingTransaction.value!;
      const change = changeOf(row)!;
      const sum = `${grouped(total(above))} ${isNegative(change) ? '−' : '+'} ${grouped(absolute(change))}`;
      report({
        row,
        cell,
        ...(alone && { severity: 'information' as const }),
        span: cell.raw === '' ? row.directOrIndirectOwnership.span : cell.span,
        message: `Check this ${WORDS[differs]}: the total ${grouped(total(row))} goes on from the row above (${sum}), which says ${said(above[CELLS[differs]].raw)}; found ${said(cell.raw)}.`,
        related: [
          { message: 'the row that it continues', span: above[CELLS[differs]].span },
          { message: 'the total before it', span: above.sharesOwnedFollowingTransaction.span },
          ...(proof === row
            ? []
            : [{ message: 'the total that follows only so', span: proof.sharesOwnedFollowingTransaction.span }]),
        ],
        fixes: () => fixOf(filing, drift),
      });
    }
  },
};

const said = (raw: string): string => (raw === '' ? 'nothing' : quote(raw));

/** Writes what the row above says. To say who owns shares is the filer's: the fix is never preferred and never safe. */
function fixOf(filing: Filing, { rows, above, differs }: Drift): Fix[] {
  const edits: Edit[] = [];
  const columns: Column[] =
    differs === 'title' ? ['securityTitle'] : ['directOrIndirectOwnership', 'natureOfOwnership'];
  for (const row of rows)
    for (const column of columns) {
      const own = row[column as 'securityTitle'];
      const { raw } = above[column as 'securityTitle'];
      if (own.raw === raw) continue;
      const edit =
        raw === ''
          ? cleared(filing, own)
          : own.raw === ''
            ? filled(filing, row, column, own, raw)
            : { span: own.span, newText: raw };
      if (!edit) return [];
      edits.push(edit);
    }
  const words = columns.map((column) => above[column as 'securityTitle'].raw).filter((raw) => raw !== '');
  return [{ title: `Write ${words.map(quote).join(' and ')}, as in the row above`, edits }];
}
