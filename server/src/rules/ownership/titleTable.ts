import { classOf } from '../../filing/holdings';
import type { DerivativeRow, Row } from '../../filing/model';
import { rowsInPlace } from '../codes/codeCell';
import type { Report, Rule } from '../rule';
import { quote } from '../words';
import { isCommonStock, isDerivative } from './titles';

/** A security that stands in the table of the other kind. */
export const titleTable: Rule = {
  id: 'title-table',
  family: 'ownership',
  severity: 'warning',
  summary: 'An option or a warrant in Table I, or common stock in Table II',
  sign: 'tables',
  check(context) {
    // One class is one finding, however many rows it has.
    const classes = new Map<string, [Row, ...Row[]]>();
    for (const row of rowsInPlace(context)) {
      if (row.table === 'nonDerivativeTable' ? !isDerivative(row.securityTitle.value) : !isPlainStock(row)) continue;
      const key = `${row.table} ${classOf(row)}`;
      const rows = classes.get(key);
      if (rows) rows.push(row);
      else classes.set(key, [row]);
    }
    for (const [row, ...others] of classes.values()) context.report(reportOn(row, others));
  },
};

/** Common stock that is said to be under itself, with no price at which it would be exercised or converted. */
function isPlainStock({
  securityTitle,
  underlyingSecurityTitle: under,
  conversionOrExercisePrice: price,
}: DerivativeRow): boolean {
  return (
    isCommonStock(securityTitle.value) &&
    isCommonStock(under.value) &&
    classOf({ securityTitle } as Row) === classOf({ securityTitle: under } as Row) &&
    price.raw === '' &&
    price.markers.length === 0
  );
}

function reportOn({ securityTitle: cell, table }: Row, others: readonly Row[]): Report {
  const title = quote(cell.raw);
  return {
    cell,
    span: cell.span,
    message:
      table === 'nonDerivativeTable'
        ? `Check the table: ${title} is a derivative security, and those are reported in Table II; found it in Table I.`
        : `Check the table: ${title} is no derivative security, and has no exercise price in column 2; common stock is reported in Table I. Found it in Table II.`,
    related: others.map(({ securityTitle }) => ({ message: 'the same here', span: securityTitle.span })),
  };
}
