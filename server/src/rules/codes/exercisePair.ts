import { codesOf, transactionCode } from '../../facts/transactionCodes';
import { isOneOfSeveral } from '../../filing/continued';
import type { DerivativeRow, NonDerivativeRow, Row } from '../../filing/model';
import { formDate } from '../../text/days';
import { equals, grouped, isNegative, isZero, multiply, whole, type Decimal } from '../../text/decimal';
import { isRatio, slip } from '../holdings/digits';
import type { Rule, RuleContext } from '../rule';
import { codeOf, rowsInPlace } from './codeCell';

/** An exercise or conversion stands in both tables; this looks at what the two halves must have in common. */
export const exercisePair: Rule = {
  id: 'exercise-pair',
  family: 'codes',
  severity: 'warning',
  summary: 'The two halves of an exercise do not agree, or one of them is missing',
  sign: 'exercise',
  codes: codesOf('exercise'),
  check(context) {
    const { filing } = context;
    // An amendment repeats only what it changes, and the other half may stand in the next filing.
    if (filing.documentType === '4/A' || isOneOfSeveral(filing)) return;
    const halves = halvesOf(context);
    codes(context, halves);
    sides(context, halves);
    paid(context, halves);
    dates(context, halves);
    amounts(context, halves);
    missing(context, halves);
  },
};

/** The rows of exercises and conversions that give to Table I and take from Table II. */
interface Halves {
  readonly first: readonly NonDerivativeRow[];
  readonly second: readonly DerivativeRow[];
  /** Rows of grants in Table I: one of them may be an exercise under the wrong code. */
  readonly grants: readonly NonDerivativeRow[];
  /** Rows of exercises that stand under (A) in Table II. */
  readonly added: readonly DerivativeRow[];
  /** Rows of exercises that stand under D in Table I. */
  readonly taken: readonly NonDerivativeRow[];
}

function halvesOf(context: RuleContext): Halves {
  const first: NonDerivativeRow[] = [];
  const second: DerivativeRow[] = [];
  const grants: NonDerivativeRow[] = [];
  const added: DerivativeRow[] = [];
  const taken: NonDerivativeRow[] = [];
  for (const row of rowsInPlace(context)) {
    const code = transactionCode(codeOf(row));
    if (!code || isAccused(row, context)) continue;
    if (row.table === 'nonDerivativeTable') {
      if (row.transactionAcquiredDisposedCode.value !== 'A') {
        if (code.inBothTables) taken.push(row);
        continue;
      }
      if (code.inBothTables) first.push(row);
      else if (code.vests) grants.push(row);
    } else if (code.inBothTables) (row.disposed.value === undefined ? added : second).push(row);
  }
  return { first, second, grants, added, taken };
}

/** What another rule has found wrong says nothing of its other half. */
const isAccused = (row: Row, { suspect, accused }: RuleContext): boolean =>
  accused(row, 'side-invalid', 'code-side', 'code-unknown') ||
  suspect(row.transactionDate) ||
  suspect(row.transactionShares);

const sameDay = (a: Row, b: Row): boolean =>
  a.transactionDate.value !== undefined && a.transactionDate.value === b.transactionDate.value;
const sameCode = (a: Row, b: Row): boolean => a.transactionCode.value === b.transactionCode.value;
const sameAmount = ({ transactionShares: { value: a } }: Row, { transactionShares: { value: b } }: Row): boolean =>
  a !== undefined && b !== undefined && equals(a, b);

/** One exercise with one code here and another there. */
function codes({ report }: RuleContext, { first, second, grants }: Halves): void {
  for (const row of [...first, ...grants]) {
    const partners = second.filter((other) => sameDay(row, other));
    const partner = partners.find((other) => sameAmount(row, other) && !sameCode(row, other));
    if (
      !partner ||
      partners.some((other) => sameCode(row, other) && sameAmount(row, other)) ||
      first.some((other) => sameDay(other, partner) && sameCode(other, partner) && sameAmount(other, partner))
    )
      continue;
    const { transactionCode: cell } = row;
    report({
      cell,
      span: cell.span,
      message: `Check the code: the ${grouped(row.transactionShares.value!)} acquired here have code ${cell.value}; Table II takes as many away on that day with code ${partner.transactionCode.value}. Both halves of one exercise or conversion have the same code.`,
      related: [{ message: 'the other half', span: partner.transactionCode.span }],
    });
  }
}

/** What was exercised is added in Table II too, and nothing is taken away. */
function sides({ report, accused }: RuleContext, { first, second, added, taken }: Halves): void {
  const isOneWith = (row: Row, other: Row): boolean =>
    sameDay(row, other) && sameCode(row, other) && sameAmount(row, other);
  for (const row of taken) {
    const partner = second.find((other) => isOneWith(row, other));
    if (!partner || accused(row) || first.some((other) => isOneWith(row, other))) continue;
    const { transactionAcquiredDisposedCode: cell } = row;
    report({
      cell,
      span: cell.span,
      message: `Check A or D: Table II gives up ${grouped(partner.transactionShares.value!)} on that day with the same code (${row.transactionCode.value}), so that as many shares are acquired; found ${cell.raw} in Table I.`,
      related: [{ message: 'the other half', span: partner.transactionShares.span }],
    });
  }
  for (const row of added) {
    if (second.some((other) => sameCode(row, other))) continue;
    const partner = first.find((other) => isOneWith(row, other));
    if (!partner) continue;
    const { acquired: cell } = row;
    report({
      cell,
      span: cell.span,
      message: `Check the column: Table I shows ${grouped(partner.transactionShares.value!)} acquired on exercise (code ${row.transactionCode.value}), so that as many derivative securities are given up; found them under (A) in Table II, not under (D).`,
      related: [{ message: 'the other half', span: partner.transactionShares.span }],
    });
  }
}

/** C, and no other: who exercises a put is paid for what is given up. */
const CONVERSION = 'C';

/** What is converted is given up for other securities: who is paid for it has sold it. */
function paid({ report, suspect }: RuleContext, { taken }: Halves): void {
  for (const row of taken) {
    const { transactionCode: cell, transactionPricePerShare: price } = row;
    if (cell.value !== CONVERSION || !price.value || isZero(price.value) || suspect(price)) continue;
    report({
      row,
      cell,
      span: cell.span,
      message: `Check the code: ${CONVERSION} is a conversion, in which no price is paid for what is given up; found $${grouped(price.value)} a share. A sale has code S.`,
      related: [{ message: 'the price', span: price.span }],
    });
  }
}

/** One exercise, alone in both tables, on two days. */
function dates({ report }: RuleContext, { first, second }: Halves): void {
  const [row, ...more] = first;
  const [partner, ...others] = second;
  if (!row || !partner || more.length > 0 || others.length > 0) return;
  if (!sameCode(row, partner) || !sameAmount(row, partner) || sameDay(row, partner)) return;
  const { transactionDate: cell } = partner;
  const { transactionDate: day } = row;
  if (cell.value === undefined || day.value === undefined || cell.markers.length > 0 || day.markers.length > 0) return;
  report({
    cell,
    span: cell.span,
    message: `Check the date: Table I shows this exercise on ${formDate(day.value)}, Table II on ${formDate(cell.value)}.`,
    related: [{ message: 'the other half', span: day.span }],
  });
}

/** One exercise of a code and day, with two amounts of which one is a slip of the other. */
function amounts({ accused, report }: RuleContext, { first, second }: Halves): void {
  for (const row of first) {
    const own = first.filter((other) => sameDay(row, other) && sameCode(row, other));
    const [partner, ...others] = second.filter((other) => sameDay(row, other) && sameCode(row, other));
    if (!partner || own.length > 1 || others.length > 0 || isQualified(row, partner)) continue;
    if (accused(row) || accused(partner)) continue;
    const { transactionShares: cell } = row;
    const there = partner.transactionShares.value;
    if (!cell.value || !there) continue;
    const kind = slipBetween(cell.value, there);
    // Column 7 may say which of the two is the odd one.
    const under = partner.underlyingSecurityShares.value;
    if (kind === undefined || mayBeRatio(row, partner, kind)) continue;
    const odd = under && equals(under, cell.value) ? partner.transactionShares : cell;
    const other = odd === cell ? partner.transactionShares : cell;
    report({
      cell: odd,
      span: odd.span,
      message:
        odd === cell
          ? `Check the amount: ${grouped(cell.value)} acquired here; Table II takes ${grouped(there)} away on that day with the same code (${kind}).`
          : `Check the amount: ${grouped(there)} taken away here; Table I acquires ${grouped(cell.value)} on that day with the same code, as many as column 7 states (${slipBetween(there, cell.value)}).`,
      related: [{ message: 'the other half', span: other.span }],
    });
  }
}

/**
 * True where a security may give so many shares. A note on column 2 mostly says that a unit is one share; a number with two
 * digits swapped is no other ratio. A conversion goes by its ratio, unless column 7 says that it is one.
 */
function mayBeRatio(row: NonDerivativeRow, partner: DerivativeRow, kind: string): boolean {
  if (transactionCode(row.transactionCode.value)?.paysExercisePrice)
    return partner.conversionOrExercisePrice.markers.length > 0 && kind !== SWAPPED;
  const [there, under] = [partner.transactionShares.value, partner.underlyingSecurityShares.value];
  return kind === ZERO || !there || !under || !equals(there, under);
}

/** A footnote may say that a unit or an option gives another number of shares than one. */
const isQualified = (row: NonDerivativeRow, partner: DerivativeRow): boolean =>
  [
    row.transactionShares,
    row.securityTitle,
    partner.transactionShares,
    partner.securityTitle,
    partner.underlyingSecurityShares,
  ].some(({ markers }) => markers.length > 0);

const SWAPPED = 'two digits are swapped';
const ZERO = 'a zero is missing';
const TEN = whole(10);

/** How one amount may have become the other, among the slips that no ratio of units to shares explains. */
function slipBetween(a: Decimal, b: Decimal): string | undefined {
  if (equals(a, b)) return undefined;
  if (equals(multiply(a, TEN), b) || equals(multiply(b, TEN), a)) return ZERO;
  const kind = slip(a, b);
  return isRatio(a, b) ? undefined : kind;
}

/** Of a transaction without a code that can be read nobody knows. */
const mayBeExercise = ({ kind, transactionCode: { value } }: Row): boolean =>
  kind === 'transaction' && (transactionCode(value)?.inBothTables ?? true);

/** X, its rival, was not counted on accepted filings. */
const EXERCISE = 'M';

/** Shares paid for on exercise, and no exercise in Table II. */
function missing({ filing, report, accused }: RuleContext, { first }: Halves): void {
  const { rows } = filing.derivativeTable;
  for (const row of first) {
    const { transactionCode: code, transactionPricePerShare: price } = row;
    if (code.value !== EXERCISE || !price.value || isZero(price.value) || isNegative(price.value)) continue;
    if (rows.some((other) => mayBeExercise(other) || accused(other, 'code-side'))) continue;
    report({
      cell: code,
      span: code.span,
      message: `Expected a row with code ${code.value} in Table II, for the derivative security that was exercised at $${grouped(price.value)}; found none. Check whether it is left out.`,
    });
  }
}
