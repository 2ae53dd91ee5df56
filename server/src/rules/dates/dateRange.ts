import { dayOf, formDate, partsOf, type Day } from '../../text/days';
import type { Row } from '../../filing/model';
import { lastSigned, rowsOf } from '../../filing/queries';
import type { Fix, Rule, RuleContext } from '../rule';
import { quote } from '../words';
import { datesIn, datesOutsideRows, inYear, lastOnOrBefore, setDate, wrongPart, type PlacedDate } from './dateCells';

/** The Securities Exchange Act became law on this day; nothing was to be reported before. */
const EXCHANGE_ACT = dayOf(1934, 6, 6)!;

/** A date before there was a Form 4, or in the future. */
export const dateRange: Rule = {
  id: 'date-range',
  family: 'dates',
  severity: 'error',
  summary: 'A date before 1934, or after today',
  fixable: true,
  sign: 'dates',
  check(context) {
    for (const date of datesOutsideRows(context.filing)) look(date, context);
    for (const row of rowsOf(context.filing)) lookAt(row, context);
  },
};

function lookAt(row: Row, context: RuleContext): void {
  const { transactionDate, deemedExecutionDate } = row;
  const isPast = isInRange(transactionDate.value, context.today) && isInRange(deemedExecutionDate.value, context.today);
  const isAny =
    row.table === 'nonDerivativeTable' || (isInRange(row.exerciseDate.value) && isInRange(row.expirationDate.value));
  if ((isPast && isAny) || context.accused(row, 'row-cells')) return;
  for (const date of datesIn(row)) look(date, context);
}

/** `last`: the last day that it can be, if there is one. */
const isInRange = (day: Day | undefined, last?: Day): boolean =>
  day === undefined || (day >= EXCHANGE_ACT && (last === undefined || day <= last));

function look({ cell, name, past }: PlacedDate, context: RuleContext): void {
  const day = cell.value;
  if (day === undefined || isInRange(day, past ? context.today : undefined)) return;
  const right = past ? rightYear(day, context) : rightCentury(day);
  const what =
    day < EXCHANGE_ACT
      ? `on or after ${formDate(EXCHANGE_ACT)}, the day of the Securities Exchange Act,`
      : 'that has already come';
  context.report({
    cell,
    span: wrongPart(cell, right),
    message: `Expected a date ${what} in ${name}; found ${quote(cell.raw)}.`,
    fixes: (): Fix[] => (right === undefined ? [] : [setDate(cell, right, true)]),
  });
}

/** The year of the filing is the likeliest that was meant: of its signature, else of box 3, if they are possible. */
function rightYear(day: Day, { filing, today }: RuleContext): Day | undefined {
  const possible = (one: Day | undefined): one is Day =>
    one !== undefined && one >= EXCHANGE_ACT && (today === undefined || one <= today);
  const signed = lastSigned(filing);
  if (possible(signed)) return lastOnOrBefore(day, signed);
  const [near] = [filing.periodOfReport, ...filing.nonDerivativeTable.rows.map((row) => row.transactionDate)]
    .map(({ value }) => value)
    .filter(possible);
  if (near !== undefined) return inYear(day, partsOf(near).year);
  return rightCentury(day);
}

/** What expires may do so in any year: only the century can be guessed. */
function rightCentury(day: Day): Day | undefined {
  const { year } = partsOf(day);
  return year < 100 ? inYear(day, 2000 + year) : undefined;
}
