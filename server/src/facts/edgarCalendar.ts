/**
 * Days on which EDGAR and the markets are open, and the day on which a Form 4 is due. Days are numbers since 1970-01-01
 * and days of the calendar of New York: no clock and no time zone take part.
 */
import { dayOf, daysIn, partsOf, weekday, type Day } from '../text/days';
import { TWO_BUSINESS_DAYS } from './eras';

const SUNDAY = 0;
const MONDAY = 1;
const THURSDAY = 4;
const SATURDAY = 6;

interface Holiday {
  readonly name: string;
  /** The day itself in a year, before it is moved off a weekend. */
  readonly on: (year: number) => Day;
  /** The first year in which it was kept. */
  readonly since?: number;
}

const fixed = (month: number, dayOfMonth: number) => (year: number) => dayOf(year, month, dayOfMonth)!;
const nth =
  (n: number, day: number, month: number) =>
  (year: number): Day => {
    const first = dayOf(year, month, 1)!;
    return first + ((day - weekday(first) + 7) % 7) + 7 * (n - 1);
  };
const last =
  (day: number, month: number) =>
  (year: number): Day => {
    const end = dayOf(year, month, daysIn(year, month))!;
    return end - ((weekday(end) - day + 7) % 7);
  };

const NEW_YEAR: Holiday = { name: 'New Year’s Day', on: fixed(1, 1) };
const KING = nth(3, MONDAY, 1);
const WASHINGTON: Holiday = { name: 'Washington’s Birthday', on: nth(3, MONDAY, 2) };
const MEMORIAL: Holiday = { name: 'Memorial Day', on: last(MONDAY, 5) };
const JUNETEENTH = fixed(6, 19);
const INDEPENDENCE: Holiday = { name: 'Independence Day', on: fixed(7, 4) };
const LABOR: Holiday = { name: 'Labor Day', on: nth(1, MONDAY, 9) };
const THANKSGIVING: Holiday = { name: 'Thanksgiving Day', on: nth(4, THURSDAY, 11) };
const CHRISTMAS: Holiday = { name: 'Christmas Day', on: fixed(12, 25) };

/** 5 U.S.C. 6103(a). Juneteenth is a holiday since 17 June 2021 (Public Law 117-17). */
const FEDERAL: readonly Holiday[] = [
  NEW_YEAR,
  { name: 'Birthday of Martin Luther King, Jr.', on: KING, since: 1986 },
  WASHINGTON,
  MEMORIAL,
  { name: 'Juneteenth National Independence Day', on: JUNETEENTH, since: 2021 },
  INDEPENDENCE,
  LABOR,
  { name: 'Columbus Day', on: nth(2, MONDAY, 10) },
  { name: 'Veterans Day', on: fixed(11, 11) },
  THANKSGIVING,
  CHRISTMAS,
];

/** The exchanges in New York: NYSE Rule 7.2. They trade on Columbus Day and Veterans Day. */
const MARKET: readonly Holiday[] = [
  NEW_YEAR,
  { name: 'Martin Luther King, Jr. Day', on: KING, since: 1998 },
  WASHINGTON,
  { name: 'Good Friday', on: (year) => easter(year) - 2 },
  MEMORIAL,
  { name: 'Juneteenth', on: JUNETEENTH, since: 2022 },
  INDEPENDENCE,
  LABOR,
  THANKSGIVING,
  CHRISTMAS,
];

export interface Closure {
  readonly day: Day;
  readonly why: string;
  readonly source: string;
}

const closure = (iso: string, why: string, source: string): Closure => {
  const [year, month, dayOfMonth] = iso.split('-').map(Number);
  return { day: dayOf(year!, month!, dayOfMonth!)!, why, source };
};

/**
 * Days off that no rule gives: the President closed the government, and EDGAR with it. A new one is one row here.
 * Settings take further days.
 */
const EDGAR_CLOSURES: readonly Closure[] = [
  closure(
    '2018-12-05',
    'National day of mourning',
    'SEC announcement, “EDGAR to be closed Wednesday, December 5, 2018”',
  ),
  closure('2018-12-24', 'The day before Christmas', 'Executive Order 13854'),
  closure('2019-12-24', 'The day before Christmas', 'Executive Order 13900; SEC announcement of December 2019'),
  closure('2020-12-24', 'The day before Christmas', 'Executive Order 13965; SEC announcement of December 2020'),
  closure(
    '2025-01-09',
    'National day of mourning',
    'Executive Order of December 30, 2024; SEC announcement of January 2025',
  ),
  closure('2025-12-24', 'The day before Christmas', 'Executive Order of December 2025'),
  closure('2025-12-26', 'The day after Christmas', 'Executive Order of December 2025'),
];

/**
 * Days on which the President closed the government, and of which no announcement or filing has shown whether EDGAR was
 * closed too: nobody is called late for one of them. National days of mourning, and the days around Christmas by the
 * Executive Orders of December 2012, 2014 and 2024.
 */
const OPEN_IN_DOUBT: ReadonlySet<Day> = new Set(
  ['2004-06-11', '2007-01-02', '2012-12-24', '2014-12-26', '2024-12-24'].map((iso) => closure(iso, '', '').day),
);

/** Days without trading that no rule gives, since 1994. */
const MARKET_CLOSURES: readonly Closure[] = [
  ['1994-04-27', 'National day of mourning'],
  ['2001-09-11', 'Attack on New York'],
  ['2001-09-12', 'Attack on New York'],
  ['2001-09-13', 'Attack on New York'],
  ['2001-09-14', 'Attack on New York'],
  ['2004-06-11', 'National day of mourning'],
  ['2007-01-02', 'National day of mourning'],
  ['2012-10-29', 'Hurricane Sandy'],
  ['2012-10-30', 'Hurricane Sandy'],
  ['2018-12-05', 'National day of mourning'],
  ['2025-01-09', 'National day of mourning'],
].map(([day, why]) => closure(day!, why!, 'New York Stock Exchange, special closings'));

/** Easter Sunday of the Gregorian calendar, by the method of Meeus, Jones and Butcher. */
function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1)!;
}

/** Off the weekend: from Saturday to the Friday before, from Sunday to the Monday after. */
function observed(day: Day): Day {
  return weekday(day) === SATURDAY ? day - 1 : weekday(day) === SUNDAY ? day + 1 : day;
}

type Names = ReadonlyMap<Day, string>;

const federalByYear = new Map<number, Names>();
const marketByYear = new Map<number, Names>();

function federalDays(year: number): Names {
  let days = federalByYear.get(year);
  if (!days) {
    const kept = FEDERAL.filter(({ since }) => year >= (since ?? 0)).map(({ on, name }): [Day, string] => [
      observed(on(year)),
      name,
    ]);
    // A New Year's Day on a Saturday is kept on the last day of the year before.
    federalByYear.set(year, (days = new Map([...kept, [observed(NEW_YEAR.on(year + 1)), NEW_YEAR.name]])));
  }
  return days;
}

function marketDays(year: number): Names {
  let days = marketByYear.get(year);
  if (!days) {
    const kept = MARKET.filter(({ since }) => year >= (since ?? 0)).map(({ on, name }): [Day, string] => [
      observed(on(year)),
      name,
    ]);
    // The exchanges do not close a year early: a New Year's Day on a Saturday is lost.
    marketByYear.set(year, (days = new Map(kept.filter(([day]) => partsOf(day).year === year))));
  }
  return days;
}

/** The federal holiday that is kept on a day (5 U.S.C. 6103, moved off weekends); undefined where there is none. */
export function federalHoliday(day: Day): string | undefined {
  return federalDays(partsOf(day).year).get(day);
}

const edgarClosed = new Set(EDGAR_CLOSURES.map(({ day }) => day));
const marketClosed = new Map(MARKET_CLOSURES.map(({ day, why }) => [day, why]));
const NO_DAYS: ReadonlySet<Day> = new Set();

const isWeekend = (day: Day): boolean => weekday(day) === SATURDAY || weekday(day) === SUNDAY;

/**
 * True on a day on which EDGAR takes filings.
 * @param closed further days on which it does not
 */
export function isEdgarBusinessDay(day: Day, closed: ReadonlySet<Day> = NO_DAYS): boolean {
  return !isWeekend(day) && !edgarClosed.has(day) && !closed.has(day) && federalHoliday(day) === undefined;
}

/** Why the exchanges in New York do not trade on a day: `a Saturday`, `Good Friday`; undefined where they do. */
export function marketClosedFor(day: Day): string | undefined {
  if (weekday(day) === SATURDAY) return 'a Saturday';
  if (weekday(day) === SUNDAY) return 'a Sunday';
  return marketDays(partsOf(day).year).get(day) ?? marketClosed.get(day);
}

/** The day that lies so many business days of EDGAR after another, which itself is not counted. */
export function addBusinessDays(day: Day, count: number, closed: ReadonlySet<Day> = NO_DAYS): Day {
  let at = day;
  for (let left = count; left > 0;) if (isEdgarBusinessDay(++at, closed)) left--;
  return at;
}

/** A deemed execution date lies at most so many business days after the trade: Rule 16a-3(g)(2) to (4). */
export const DEEMED_WITHIN = 3;
const DUE_WITHIN = 2;

/**
 * The last day on which a transaction's Form 4 is on time (until 10 p.m. Eastern, Regulation S-T, Rule 13(a)(4)): the
 * second business day after the execution, section 16(a)(2)(C). Undefined before 29 August 2002, when a Form 4 was due
 * with the month.
 * @param deemed the deemed execution date, if there is one; it counts for no more than three business days
 * @param closed further days on which EDGAR is closed
 */
export function dueDate(transaction: Day, deemed?: Day, closed: ReadonlySet<Day> = NO_DAYS): Day | undefined {
  if (transaction < TWO_BUSINESS_DAYS.from) return undefined;
  const latest = deemed === undefined ? transaction : addBusinessDays(transaction, DEEMED_WITHIN, closed);
  const executed = deemed === undefined ? transaction : Math.max(transaction, Math.min(deemed, latest));
  return addBusinessDays(executed, DUE_WITHIN, closed);
}

/** The due day if EDGAR was closed on each of the days of which that is not known; else as `dueDate`. */
export function latestDueDate(transaction: Day, deemed?: Day, closed: ReadonlySet<Day> = NO_DAYS): Day | undefined {
  return dueDate(transaction, deemed, new Set([...closed, ...OPEN_IN_DOUBT]));
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** `Thursday`, for messages. */
export function nameOfWeekday(day: Day): string {
  return WEEKDAYS[weekday(day)]!;
}
