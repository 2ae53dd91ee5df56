import { codesOf, transactionCode } from '../../facts/transactionCodes';
import type { Row } from '../../filing/model';
import type { Rule } from '../rule';
import { codeOf, rowsInPlace } from './codeCell';

/** An exercise or conversion, which takes from Table II and gives to Table I, in one table whose other half the other table does not show. */
export const exerciseLeg: Rule = {
  id: 'exercise-leg',
  family: 'codes',
  severity: 'information',
  off: true,
  summary: 'An exercise or conversion that stands in one table only',
  codes: codesOf('exercise'),
  check(context) {
    const rows = rowsInPlace(context);
    if (!rows.some((row) => legOf(row) !== undefined)) return;
    const legs = new Set(rows.map((row) => `${row.table} ${legOf(row)}`));
    for (const row of rows) {
      const leg = legOf(row);
      const inTableI = row.table === 'nonDerivativeTable';
      if (leg === undefined || legs.has(`${inTableI ? 'derivativeTable' : 'nonDerivativeTable'} ${leg}`)) continue;
      const { transactionCode: cell } = row;
      context.report({
        cell,
        span: cell.span,
        message: `An exercise or conversion (code ${cell.value}) mostly stands in both tables; ${inTableI ? 'Table II' : 'Table I'} has no row of this code and day.`,
      });
    }
  },
};

function legOf(row: Row): string | undefined {
  const entry = transactionCode(codeOf(row));
  return entry?.inBothTables ? `${entry.code} ${row.transactionDate.value ?? ''}` : undefined;
}
