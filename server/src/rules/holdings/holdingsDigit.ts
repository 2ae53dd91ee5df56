import { changeOf, holdingOf } from '../../filing/holdings';
import type { Cell, DerivativeRow, NumberCell } from '../../filing/model';
import {
  absolute,
  add,
  compare,
  equals,
  grouped,
  isNegative,
  parseDecimal,
  subtract,
  type Decimal,
} from '../../text/decimal';
import type { Rule } from '../rule';
import { writtenLike } from '../words';
import { slip, type Slip } from './digits';

/** Totals with fractions are rounded here and there. */
const CENT = parseDecimal('0.01')!;

const written = ({ raw, markers }: Cell<unknown>): string =>
  markers.length === 0 ? raw : `${raw}${markers.map(({ label }) => `(${label})`).join('')}`;

/** What tells one grant from another, as far as anything in Table II does. */
const grantOf = (row: DerivativeRow): string =>
  [written(row.conversionOrExercisePrice), written(row.expirationDate), written(row.exerciseDate), holdingOf(row)].join(
    '|',
  );

/** Table II has no tally to rely on, so this is a hint: one digit changed would make two rows of one grant add up. */
export const holdingsDigit: Rule = {
  id: 'holdings-digit',
  family: 'holdings',
  severity: 'hint',
  summary: 'Two rows of one grant in Table II that would add up but for one digit',
  fixable: true,
  sign: 'derivatives',
  check({ filing, report, accused }) {
    for (const { row, before, expected, how } of slipsIn(filing.derivativeTable.rows)) {
      if (accused(row)) continue;
      const cell = row.sharesOwnedFollowingTransaction;
      report({
        row,
        cell,
        span: cell.span,
        message: `Check this total: from ${grouped(before.value!)} one would expect ${grouped(expected)}; the filing says ${grouped(cell.value!)}, as if ${how}.`,
        related: [{ message: 'the total before it in this grant', span: before.span }],
        fixes: () => [
          {
            title: `Set the total to ${grouped(expected)}`,
            edits: [{ span: cell.span, newText: writtenLike(cell, expected) }],
          },
        ],
      });
    }
  },
};

interface Slipped {
  readonly row: DerivativeRow;
  /** The total of the grant before the row. */
  readonly before: NumberCell;
  readonly expected: Decimal;
  readonly how: Slip;
}

function slipsIn(rows: readonly DerivativeRow[]): readonly Slipped[] {
  const found: Slipped[] = [];
  const last = new Map<string, DerivativeRow>();
  for (const row of rows) {
    if (row.kind !== 'transaction') continue;
    const grant = grantOf(row);
    const before = last.get(grant)?.sharesOwnedFollowingTransaction;
    last.set(grant, row);
    const cell = row.sharesOwnedFollowingTransaction;
    const change = changeOf(row);
    if (!before?.value || !cell.value || !change || cell.markers.length > 0) continue;
    const expected = add(before.value, change);
    if (isNegative(expected) || equals(expected, cell.value)) continue;
    if (compare(absolute(subtract(cell.value, expected)), CENT) <= 0) continue;
    const how = slip(cell.value, expected);
    if (how === 'one digit is different' || how === 'two digits are swapped')
      found.push({ row, before, expected, how });
  }
  return found;
}
