/** A calendar day as the number of days since 1970-01-01. No clock and no time zone take part. */
export type Day = number;

/** How a date is written: 03/07/2023, 3/7/23 or 2023-03-07. */
export type DateForm = 'month-first' | 'short' | 'iso';

export interface WrittenDate {
  readonly form: DateForm;
  /** Undefined where there is no such day, as 02/30/2023. */
  readonly day: Day | undefined;
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
}

/** The day number of a date of the Gregorian calendar; undefined where there is no such day. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | undefined {
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysIn(year, month)) return undefined;
  // The year is taken to begin in March, so that the leap day comes last.
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

export function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function partsOf(day: Day): { year: number; month: number; dayOfMonth: number } {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(day: Day): number {
  return (((day + 4) % 7) + 7) % 7;
}

const two = (n: number): string => (n < 10 ? '0' : '') + n;
const four = (n: number): string => String(n).padStart(4, '0');

/** 2023-03-07. */
export function isoDate(day: Day): string {
  const { year, month, dayOfMonth } = partsOf(day);
  return `${four(year)}-${two(month)}-${two(dayOfMonth)}`;
}

/** 03/07/2023, as the form prints dates. */
export function formDate(day: Day): string {
  const { year, month, dayOfMonth } = partsOf(day);
  return `${two(month)}/${two(dayOfMonth)}/${four(year)}`;
}

/** The date in the form in which another one is written. */
export function dateAs(day: Day, form: DateForm): string {
  if (form === 'iso') return isoDate(day);
  if (form === 'month-first') return formDate(day);
  const { year, month, dayOfMonth } = partsOf(day);
  return `${month}/${dayOfMonth}/${two(year % 100)}`;
}

const MONTH_FIRST = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/;
/** An xs:date may carry an offset from Greenwich, or a time: a filing agent writes all its filings as 2024-07-19-05:00. */
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)?(?:Z|[+-]\d{2}:\d{2})?$/;

/**
 * Reads a whole text as one date. Two digits of a year mean 1950 to 2049 (the Exchange Act is of 1934, EDGAR of 1993).
 * Undefined where the text is not a date at all; `day` undefined where it is one that no calendar has.
 */
export function parseDate(text: string): WrittenDate | undefined {
  const usual = text.length === 10 ? usualDate(text) : undefined;
  if (usual) return usual;
  const us = MONTH_FIRST.exec(text);
  if (us) {
    const digits = us[3]!;
    const written = Number(digits);
    const year = digits.length === 4 ? written : written < 50 ? 2000 + written : 1900 + written;
    const month = Number(us[1]);
    const dayOfMonth = Number(us[2]);
    const form = us[1]!.length === 2 && us[2]!.length === 2 && digits.length === 4 ? 'month-first' : 'short';
    return { form, year, month, dayOfMonth, day: dayOf(year, month, dayOfMonth) };
  }
  const iso = ISO.exec(text);
  if (!iso) return undefined;
  const [year, month, dayOfMonth] = [Number(iso[1]), Number(iso[2]), Number(iso[3])];
  return { form: 'iso', year, month, dayOfMonth, day: dayOf(year, month, dayOfMonth) };
}

/** 03/07/2023, as nearly all dates of the form are written: read without a pattern. */
function usualDate(text: string): WrittenDate | undefined {
  if (text.charCodeAt(2) !== SLASH || text.charCodeAt(5) !== SLASH) return undefined;
  const month = digitsAt(text, 0, 2);
  const dayOfMonth = digitsAt(text, 3, 5);
  const year = digitsAt(text, 6, 10);
  if (Number.isNaN(month + dayOfMonth + year)) return undefined;
  return { form: 'month-first', year, month, dayOfMonth, day: dayOf(year, month, dayOfMonth) };
}

const SLASH = 47;

/** The number that some digits spell; NaN where they are none. */
function digitsAt(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return NaN;
    value = value * 10 + digit;
  }
  return value;
}
