import { driftsOf } from '../../filing/drifts';
import { holdingOf } from '../../filing/holdings';
import type { Row } from '../../filing/model';
import { tablesOf } from '../../filing/queries';
import type { Rule } from '../rule';
import { deleteRow } from './deleteRow';

/** A holding row of exactly the holding, markers included, whose total a transaction row states already. */
export const holdingRepeatsRow: Rule = {
  id: 'holding-repeats-row',
  family: 'rows',
  severity: 'warning',
  summary: 'A holding row of a holding that a transaction row reports',
  fixable: true,
  sign: 'repeats',
  check({ filing, report, accused }) {
    for (const { rows } of tablesOf(filing)) {
      const forms = new Set<string | undefined>();
      for (const row of rows) if (row.kind === 'holding') forms.add(row.directOrIndirectOwnership.value);
      // No transaction row, nor one that it continues, is of such an ownership.
      if (!rows.some(({ kind, directOrIndirectOwnership: { value } }) => kind === 'transaction' && forms.has(value)))
        continue;
      // A row that continues another holding than it says does not report the one that it says.
      const origin: ReadonlyMap<Row, Row> = driftsOf(filing).origin;
      const reported = new Map<string, Row>();
      for (const row of rows)
        if (row.kind === 'transaction' && !accused(row, 'row-cells')) {
          const holder = origin.get(row) ?? row;
          if (forms.has(holder.directOrIndirectOwnership.value)) reported.set(keyOf(holder), row);
        }
      for (const row of rows) {
        const last = row.kind === 'holding' && row.cells.length > 1 ? reported.get(keyOf(row)) : undefined;
        if (!last) continue;
        const { securityTitle: cell } = row;
        report({
          row,
          cell,
          span: cell.span,
          message: `Expected no row for a holding that a transaction row reports; row ${last.index + 1} already states the amount owned of ${cell.value ?? 'this security'} in this ownership. Check whether this row is another holder, or too many.`,
          related: [{ message: 'the row that reports the holding', span: last.sharesOwnedFollowingTransaction.span }],
          fixes: () => [deleteRow(filing, row)],
        });
      }
    }
  },
};

/** In Table II each grant is a holding, told from the others by its terms. */
function keyOf(row: Row): string {
  const holding = holdingOf(row);
  if (row.table === 'nonDerivativeTable') return holding;
  const terms = [row.conversionOrExercisePrice, row.exerciseDate, row.expirationDate, row.underlyingSecurityTitle];
  return [holding, ...terms.map(({ raw, markers }) => `${raw}(${markers.map(({ label }) => label).join()})`)].join('|');
}
