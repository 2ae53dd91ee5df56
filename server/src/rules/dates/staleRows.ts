/**
 * Rows that come before box 3 although box 3 is the date of the earliest transaction: which of the two is to be doubted.
 * Box 3 has witnesses of its own, the other rows and the signature, by which the form is in time or late.
 */
import { dueDate } from '../../facts/edgarCalendar';
import { transactionCode } from '../../facts/transactionCodes';
import { dueOn } from '../../filing/due';
import type { Row } from '../../filing/model';
import { partsOf, type Day } from '../../text/days';
import { equals } from '../../text/decimal';
import { inYear, type DatedRow } from './dateCells';

/** What there is to weigh a date against. */
export interface Weighed {
  readonly period: Day;
  /** The day of the last signature, if it is known. */
  readonly signed: Day | undefined;
  readonly closed: ReadonlySet<Day> | undefined;
}

/** Rows that are likelier wrong than box 3. */
export interface StaleRows {
  /** `year`: with the year of box 3 they agree with it. */
  readonly what: 'year' | 'date';
  readonly rows: readonly [DatedRow, ...DatedRow[]];
  /** The day that they likely mean; each its own where it is the year that is wrong. */
  readonly meant: readonly Day[];
  /** What else speaks for that day. */
  readonly witness: 'other row' | 'every other row' | 'other rows' | 'partner' | 'signature';
  /** True where a form for these rows would be late, and one for box 3 is not. */
  readonly late: boolean;
}

/** True where box 3 can be right and the form in time. */
export function isPeriodInTime({ period, signed, closed }: Weighed): boolean {
  const due = dueDate(period, undefined, closed);
  return signed !== undefined && period <= signed && due !== undefined && signed <= due;
}

/** True where the form is in time for the row; undefined where that cannot be said of it. */
export function isRowInTime(row: DatedRow, { signed, closed }: Weighed): boolean | undefined {
  const due = signed === undefined ? undefined : dueOn(row, closed);
  return due === undefined ? undefined : row.transactionDate.value <= signed! && signed! <= due;
}

/** The rows before box 3, if they are of one other year and, in the year of box 3, begin with its very day. */
export function slippedYear(of: Weighed, rows: readonly DatedRow[]): StaleRows | undefined {
  const { period, signed } = of;
  const [first, ...more] = rows.filter(({ transactionDate: { value } }) => value < period);
  if (!first || signed === undefined) return undefined;
  const slipped = [first, ...more] as const;
  // Against most of the rows box 3 is not alone where the form is in time for it.
  if (slipped.length * 2 > rows.length + 1 && !isPeriodInTime(of)) return undefined;
  const { year } = partsOf(period);
  const wrongYear = partsOf(first.transactionDate.value).year;
  if (wrongYear === year) return undefined;
  const meant = slipped.map(({ transactionDate: { value } }) =>
    partsOf(value).year === wrongYear ? inYear(value, year) : undefined,
  );
  if (!meant.every((day) => day !== undefined && day >= period && day <= signed)) return undefined;
  const agrees = meant.includes(period) || rows.some(({ transactionDate: { value } }) => value === period);
  return agrees ? { what: 'year', rows: slipped, meant: meant as Day[], witness: 'signature', late: true } : undefined;
}

/** The rows before box 3, if they are of one day and the others begin with box 3, or the one row, if it alone is late. */
export function staleDate(of: Weighed, rows: readonly DatedRow[]): StaleRows | undefined {
  const { period } = of;
  const [first, ...more] = rows.filter(({ transactionDate: { value } }) => value < period);
  if (!first || more.some(({ transactionDate: { value } }) => value !== first.transactionDate.value)) return undefined;
  const stale = [first, ...more] as const;
  const late = isPeriodInTime(of) && isRowInTime(first, of) === false;
  const found = (meant: Day, witness: StaleRows['witness']): StaleRows => ({
    what: 'date',
    rows: stale,
    meant: stale.map(() => meant),
    witness,
    late,
  });
  const others = rows.filter(({ transactionDate: { value } }) => value >= period);
  if (others.length === 0) return stale.length === 1 && late ? found(period, 'signature') : undefined;
  if (stale.length > others.length || !others.some((row) => row.transactionDate.value === period)) return undefined;
  const partner = stale.length === 1 ? partnerOf(first, others) : undefined;
  if (partner) return found(partner.transactionDate.value, 'partner');
  const all = others.every((row) => row.transactionDate.value === period);
  return found(period, others.length === 1 ? 'other row' : all ? 'every other row' : 'other rows');
}

/** The row of the other table that reports the other half of the same exercise. */
function partnerOf(row: Row, rows: readonly DatedRow[]): DatedRow | undefined {
  const { value: code } = row.transactionCode;
  const amount = row.transactionShares.value;
  if (!transactionCode(code)?.exercise || !amount) return undefined;
  return rows.find(
    ({ table, transactionCode, transactionShares: { value } }) =>
      table !== row.table && transactionCode.value === code && value !== undefined && equals(value, amount),
  );
}
