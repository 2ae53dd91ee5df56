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
import { codeOf } from '../codes/codeCell';
import type { Rule, RuleContext } from '../rule';
import { writtenLike } from '../words';
import { slip, type Slip } from './digits';

/** Totals with fractions are rounded here and there. */
const CENT = parseDecimal('0.01')!;

const written = ({ raw, markers }: Cell<unknown>): string => raw + markers.map(({ label }) => `(${label})`).join('');

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
  sign: 'grants',
  check(context) {
    const { filing, report, accused } = context;
    const { rows } = filing.derivativeTable;
    // What is first of its grant is dear to find out, and hardly ever asked.
    let firsts: ReadonlySet<DerivativeRow> | undefined;
    for (const row of rows)
      if (isSwapped(row) && !accused(row) && (firsts ??= firstGrantsIn(rows)).has(row)) sayOfGrant(row, context);
    for (const { row, before, expected, how } of slipsIn(rows)) {
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

/** The rows of Table II that are the first of their grant there. */
function firstGrantsIn(rows: readonly DerivativeRow[]): ReadonlySet<DerivativeRow> {
  const first = new Map<string, DerivativeRow>();
  for (const row of rows) {
    const grant = grantOf(row);
    if (!first.has(grant)) first.set(grant, row);
  }
  return new Set(first.values());
}

/** What is granted is mostly what is held of the grant: a total with two digits of it swapped is a slip. */
function isSwapped(row: DerivativeRow): boolean {
  const { transactionShares: amount, underlyingSecurityShares: under, sharesOwnedFollowingTransaction: cell } = row;
  if (codeOf(row) !== GRANTED || row.acquired.value === undefined || !amount.value || !cell.value) return false;
  if (cell.markers.length > 0 || !under.value || !equals(under.value, amount.value)) return false;
  return slip(cell.value, amount.value) === 'two digits are swapped';
}

function sayOfGrant(row: DerivativeRow, { report }: RuleContext): void {
  const { transactionShares: amount, sharesOwnedFollowingTransaction: cell } = row;
  report({
    row,
    cell,
    span: cell.span,
    message: `Check this total: ${grouped(amount.value!)} were granted, in columns 5 and 7 alike; the filing says that ${grouped(cell.value!)} are held, as if two digits are swapped.`,
    related: [{ message: 'column 5', span: amount.span }],
  });
}

const GRANTED = 'A';

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
