/** Dates in forms that EDGAR does not take, and what they were meant to be. */
import { dayOf, parseDate, partsOf, type Day } from './days';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NUMBERS = /^(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{2,4})$/;
const MONTH_FIRST = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/i;
const DAY_FIRST = /^(\d{1,2}) ([a-z]{3,9})\.?,? (\d{4})$/i;
const DIGITS = /^(\d{4})(\d{2})(\d{2})$/;

/** The day that a text means beyond doubt: `3/7/23`, `03-07-2023`, `March 7, 2023`, `20230307`; else undefined. */
export function meantDay(raw: string): Day | undefined {
  const plain = parseDate(raw);
  if (plain) return plain.day;
  const words = MONTH_FIRST.exec(raw);
  if (words) return inWords(words[3]!, words[1]!, words[2]!);
  const turned = DAY_FIRST.exec(raw);
  if (turned) return inWords(turned[3]!, turned[2]!, turned[1]!);
  const run = DIGITS.exec(raw);
  if (run) return dayOf(Number(run[1]), Number(run[2]), Number(run[3]));
  const [, first, second, third] = NUMBERS.exec(raw) ?? [];
  if (!first || !second || !third) return undefined;
  if (first.length === 4) return third.length === 2 ? dayOf(Number(first), Number(second), Number(third)) : undefined;
  return first.length <= 2 ? parseDate(`${first}/${second}/${third}`)?.day : undefined;
}

function inWords(year: string, month: string, dayOfMonth: string): Day | undefined {
  const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  return number === 0 ? undefined : dayOf(Number(year), number, Number(dayOfMonth));
}

/**
 * Days that a date which no calendar has may have been: day and month changed about, or a day of the filing that
 * agrees with two of its three parts.
 */
export function nearestDays(raw: string, days: readonly Day[]): Day[] {
  const written = parseDate(raw);
  if (!written || written.day !== undefined) return [];
  const { year, month, dayOfMonth } = written;
  const turned = dayOf(year, dayOfMonth, month);
  const alike = days.filter((day) => {
    const parts = partsOf(day);
    return Number(parts.year === year) + Number(parts.month === month) + Number(parts.dayOfMonth === dayOfMonth) === 2;
  });
  return [...new Set([...alike, ...(turned === undefined ? [] : [turned])])].slice(0, 3);
}
