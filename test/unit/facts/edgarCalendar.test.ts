/** Days on which EDGAR is open, and due days: each worked out by hand from a printed calendar. */
import assert from 'node:assert/strict';
import {
  addBusinessDays,
  dueDate,
  federalHoliday,
  isEdgarBusinessDay,
  latestDueDate,
  marketClosedFor,
} from '../../../server/src/facts/edgarCalendar';
import { isoDate, parseDate, type Day } from '../../../server/src/text/days';

const day = (iso: string): Day => parseDate(iso)!.day!;

/** Transaction, deemed execution where there is one, due. */
const DUE: readonly (readonly [string, string | undefined, string | undefined, string])[] = [
  ['2023-03-07', undefined, '2023-03-09', 'Tuesday, Thursday'],
  ['2023-03-08', undefined, '2023-03-10', 'Wednesday, Friday'],
  ['2023-03-09', undefined, '2023-03-13', 'Thursday, Monday'],
  ['2023-03-10', undefined, '2023-03-14', 'Friday, Tuesday'],
  ['2023-03-11', undefined, '2023-03-14', 'on a Saturday'],
  ['2023-03-12', undefined, '2023-03-14', 'on a Sunday'],
  ['2002-08-28', undefined, undefined, 'the last day of the monthly form'],
  ['2002-08-29', undefined, '2002-09-03', 'the first day of the two-day form, over Labor Day'],
  ['2020-06-18', undefined, '2020-06-22', 'Juneteenth before it was a holiday'],
  ['2021-06-16', undefined, '2021-06-21', 'the first Juneteenth, kept on Friday the 18th'],
  ['2021-06-17', undefined, '2021-06-22', 'the first Juneteenth'],
  ['2022-06-17', undefined, '2022-06-22', 'Juneteenth on a Sunday, kept on Monday'],
  ['2023-06-15', undefined, '2023-06-20', 'Juneteenth on a Monday'],
  ['2024-06-17', undefined, '2024-06-20', 'Juneteenth on a Wednesday'],
  ['2024-10-10', undefined, '2024-10-15', 'Columbus Day, on which markets trade'],
  ['2024-10-14', undefined, '2024-10-16', 'traded on Columbus Day'],
  ['2022-11-09', undefined, '2022-11-14', 'Veterans Day on a Friday'],
  ['2023-11-08', undefined, '2023-11-13', 'Veterans Day on a Saturday, kept on Friday'],
  ['2018-11-09', undefined, '2018-11-14', 'Veterans Day on a Sunday, kept on Monday'],
  ['2024-03-28', undefined, '2024-04-01', 'Good Friday, on which EDGAR is open'],
  ['2024-01-11', undefined, '2024-01-16', 'Martin Luther King, Jr.'],
  ['2023-02-17', undefined, '2023-02-22', 'Washington’s Birthday'],
  ['2023-05-25', undefined, '2023-05-30', 'Memorial Day'],
  ['2023-07-03', undefined, '2023-07-06', 'Independence Day on a Tuesday'],
  ['2020-07-01', undefined, '2020-07-06', 'Independence Day on a Saturday, kept on Friday'],
  ['2021-07-02', undefined, '2021-07-07', 'Independence Day on a Sunday, kept on Monday'],
  ['2023-11-22', undefined, '2023-11-27', 'Thanksgiving'],
  ['2021-12-22', undefined, '2021-12-27', 'Christmas on a Saturday, kept on Friday'],
  ['2022-12-23', undefined, '2022-12-28', 'Christmas on a Sunday, kept on Monday'],
  ['2021-12-29', undefined, '2022-01-03', 'New Year on a Saturday, kept on Friday, December 31'],
  ['2021-12-30', undefined, '2022-01-04', 'New Year on a Saturday'],
  ['2022-12-30', undefined, '2023-01-04', 'New Year on a Sunday, kept on Monday'],
  ['2024-12-31', undefined, '2025-01-03', 'New Year on a Wednesday'],
  ['2018-12-03', undefined, '2018-12-06', 'day of mourning, December 5, 2018'],
  ['2018-12-20', undefined, '2018-12-26', 'EDGAR closed on December 24, 2018'],
  ['2019-12-20', undefined, '2019-12-26', 'EDGAR closed on December 24, 2019'],
  ['2020-12-22', undefined, '2020-12-28', 'EDGAR closed on December 24, 2020'],
  ['2025-01-07', undefined, '2025-01-10', 'day of mourning, January 9, 2025'],
  ['2025-12-22', undefined, '2025-12-29', 'EDGAR closed on December 24 and 26, 2025'],
  ['2023-03-07', '2023-03-08', '2023-03-10', 'deemed the day after'],
  ['2023-03-07', '2023-03-07', '2023-03-09', 'deemed the same day'],
  ['2023-03-07', '2023-03-10', '2023-03-14', 'deemed on the third business day: five in all'],
  ['2023-03-07', '2023-03-15', '2023-03-14', 'deemed too late: counts as the third business day'],
  ['2023-03-07', '2023-03-06', '2023-03-09', 'deemed before the trade: counts as the trade'],
  ['2024-10-10', '2024-10-16', '2024-10-18', 'deemed over Columbus Day'],
];

describe('due days', () => {
  for (const [transaction, deemed, due, why] of DUE)
    it(`${transaction}${deemed ? ` deemed ${deemed}` : ''}: ${due ?? 'none'} (${why})`, () => {
      const found = dueDate(day(transaction), deemed && day(deemed) ? day(deemed) : undefined);
      assert.equal(found === undefined ? undefined : isoDate(found), due);
    });

  it('mind further days on which EDGAR is closed', () => {
    assert.equal(isoDate(dueDate(day('2024-12-20'))!), '2024-12-24');
    assert.equal(isoDate(dueDate(day('2024-12-20'), undefined, new Set([day('2024-12-24')]))!), '2024-12-26');
  });
});

describe('due days about a day on which EDGAR may have been closed', () => {
  for (const [transaction, due, latest] of [
    ['2024-12-20', '2024-12-24', '2024-12-26'],
    ['2024-12-23', '2024-12-26', '2024-12-27'],
    ['2024-12-24', '2024-12-27', '2024-12-27'],
    ['2024-12-19', '2024-12-23', '2024-12-23'],
    ['2012-12-21', '2012-12-26', '2012-12-27'],
    ['2014-12-24', '2014-12-29', '2014-12-30'],
    ['2006-12-29', '2007-01-03', '2007-01-04'],
    ['2004-06-10', '2004-06-14', '2004-06-15'],
    ['2022-03-07', '2022-03-09', '2022-03-09'],
  ] as const)
    it(`${transaction}: ${due}, at the latest ${latest}`, () => {
      assert.equal(isoDate(dueDate(day(transaction))!), due);
      assert.equal(isoDate(latestDueDate(day(transaction))!), latest);
    });
  it('mind further days too', () =>
    assert.equal(isoDate(latestDueDate(day('2024-12-20'), undefined, new Set([day('2024-12-26')]))!), '2024-12-27'));
});

describe('the calendar', () => {
  it('knows holidays by their rule and since their first year', () => {
    assert.equal(federalHoliday(day('2019-01-21')), 'Birthday of Martin Luther King, Jr.');
    assert.equal(federalHoliday(day('1985-01-21')), undefined);
    assert.equal(federalHoliday(day('2010-12-31')), 'New Year’s Day');
    assert.equal(federalHoliday(day('2024-11-28')), 'Thanksgiving Day');
    assert.equal(federalHoliday(day('2024-11-21')), undefined);
    assert.equal(federalHoliday(day('2023-05-29')), 'Memorial Day');
  });

  it('parts the days of EDGAR from those of the markets', () => {
    assert.equal(marketClosedFor(day('2024-10-14')), undefined);
    assert.equal(isEdgarBusinessDay(day('2024-10-14')), false);
    assert.equal(marketClosedFor(day('2024-03-29')), 'Good Friday');
    assert.equal(marketClosedFor(day('2019-04-19')), 'Good Friday');
    assert.equal(isEdgarBusinessDay(day('2024-03-29')), true);
    assert.equal(marketClosedFor(day('2021-06-18')), undefined);
    assert.equal(marketClosedFor(day('2022-06-20')), 'Juneteenth');
    assert.equal(marketClosedFor(day('2021-12-31')), undefined);
    assert.equal(marketClosedFor(day('2012-10-29')), 'Hurricane Sandy');
    assert.equal(marketClosedFor(day('2023-03-11')), 'a Saturday');
    assert.equal(marketClosedFor(day('2023-03-12')), 'a Sunday');
  });

  it('counts no day for nothing', () => {
    assert.equal(addBusinessDays(day('2023-03-11'), 0), day('2023-03-11'));
    assert.equal(isoDate(addBusinessDays(day('2023-03-11'), 1)), '2023-03-13');
  });
});
