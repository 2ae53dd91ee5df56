import type { Rule } from '../rule';
import { quote } from '../words';

/** Column 5 of Table I and column 9 of Table II always hold a number (EDGAR Ownership XML Technical Specification). */
export const holdingsTotalMissing: Rule = {
  id: 'holdings-total-missing',
  family: 'holdings',
  severity: 'error',
  suspends: true,
  summary: 'No total of securities owned after the transaction, or one that is not a number',
  oddRows: true,
  checkRow(row, { filing, report, suspect }) {
    const cell = row.sharesOwnedFollowingTransaction;
    if (cell.value !== undefined || suspect(cell)) return;
    const column = row.table === 'nonDerivativeTable' ? '5' : '9';
    const found =
      cell.raw !== ''
        ? `found ${quote(cell.raw)}, which is not a number`
        : cell.markers.length > 0
          ? 'found a footnote marker alone'
          : 'the cell is blank';
    report({
      row,
      cell,
      span:
        cell.raw === '' && cell.markers.length > 0
          ? cell.markers[0]!.span
          : cell.raw === ''
            ? cell.cellSpan
            : cell.span,
      // Accepted texts leave it blank where the holding has none; in XML it is always there.
      severity: !filing.xml && row.table === 'derivativeTable' && row.kind === 'holding' ? 'information' : 'error',
      incomplete: cell.raw === '',
      message: `Expected the number of securities owned after the transaction in column ${column}; ${found}.`,
    });
  },
};
