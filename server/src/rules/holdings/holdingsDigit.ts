import { Alike, type WordsOf } from '../../filing/alike';
import { changeOf, holdingOf } from '../../filing/holdings';
import { perTable } from '../../filing/watched';
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
import { HOLDING_READS } from '../aspects';
import type { Rule } from '../rule';
import { writtenLike } from '../words';
import { slip, type Slip } from './digits';
import { DERIVATIVE } from '../traits';

/** Totals with fractions are rounded here and there. */
const CENT = parseDecimal('0.01')!;

const written = ({ raw, markers }: Cell<unknown>): string =>
  markers.length === 0 ? raw : `${raw}${markers.map(({ label }) => `(${label})`).join('')}`;

/** What tells one grant from another, as far as anything in Table II does. */
const GRANT: WordsOf<DerivativeRow> = {
  count: () => 4,
  at: (row, place) => {
    if (place === 0) return written(row.conversionOrExercisePrice);
    if (place === 1) return written(row.expirationDate);
    return place === 2 ? written(row.exerciseDate) : holdingOf(row);
  },
};

/** Table II has no tally to rely on, so this is a hint: one digit changed would make two rows of one grant add up. */
export const holdingsDigit: Rule = {
  id: 'holdings-digit',
  family: 'holdings',
  severity: 'hint',
  summary: 'Two rows of one grant in Table II that would add up but for one digit',
  fixable: true,
  needs: DERIVATIVE,
  reads: [...HOLDING_READS, 'transactionShares', 'transactionAcquiredDisposedCode', 'sharesOwnedFollowingTransaction'],
  check({ filing, report, accused }) {
    for (const { row, before, expected, how } of slipsIn(filing.derivativeTable)) {
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

const slipsIn = perTable<DerivativeRow, readonly Slipped[]>((rows) => {
  const found: Slipped[] = [];
  const grants = new Alike<DerivativeRow>(GRANT);
  /** The last row of each grant, by its first. */
  const last = new Map<DerivativeRow, DerivativeRow>();
  for (const row of rows) {
    if (row.kind !== 'transaction') continue;
    const grant = grants.first(row);
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
});
