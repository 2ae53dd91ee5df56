import assert from 'node:assert/strict';
import { dateAs, dayOf, formDate, isoDate, parseDate, partsOf, weekday } from '../../../server/src/text/days';

describe('days', () => {
  it('agree with the calendar from 1900 to 2100', () => {
    for (let at = Date.UTC(1900, 0, 1); at < Date.UTC(2100, 0, 1); at += 86_400_000) {
      const date = new Date(at);
      const day = dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
      assert.equal(day, at / 86_400_000);
      assert.equal(isoDate(day!), date.toISOString().slice(0, 10));
      assert.equal(weekday(day!), date.getUTCDay());
    }
  });
  it('reach back to the years that slips of the hand make', () => {
    const day = dayOf(23, 6, 23)!;
    assert.deepEqual(partsOf(day), { year: 23, month: 6, dayOfMonth: 23 });
    assert.equal(formDate(day), '06/23/0023');
  });
  it('are read in the three forms that filings have', () => {
    const seventh = dayOf(2023, 3, 7);
    assert.deepEqual([parseDate('03/07/2023')?.day, parseDate('03/07/2023')?.form], [seventh, 'month-first']);
    assert.deepEqual([parseDate('3/7/23')?.day, parseDate('3/7/23')?.form], [seventh, 'short']);
    assert.deepEqual([parseDate('2023-03-07')?.day, parseDate('2023-03-07')?.form], [seventh, 'iso']);
    assert.equal(isoDate(parseDate('1/1/99')!.day!), '1999-01-01');
  });
  it('may carry an offset or a time, as an xs:date of an agent does', () => {
    const seventh = dayOf(2023, 3, 7);
    for (const text of ['2023-03-07-05:00', '2023-03-07Z', '2023-03-07T00:00:00', '2023-03-07T09:30:00.000-05:00'])
      assert.equal(parseDate(text)?.day, seventh, text);
    for (const text of ['2023-03-07-05', '2023-03-07T', '03/07/2023-05:00'])
      assert.equal(parseDate(text), undefined, text);
  });
  it('know what no calendar has', () => {
    for (const text of ['02/30/2023', '13/01/2023', '00/10/2023', '02/29/2023'])
      assert.equal(parseDate(text)!.day, undefined, text);
    assert.equal(isoDate(parseDate('02/29/2024')!.day!), '2024-02-29');
  });
  it('are not read out of other text', () => {
    for (const text of ['', 'A', '693', '03/07', '03/07/202', '3-7-2023', '03/07/2023 ', '2023/03/07'])
      assert.equal(parseDate(text), undefined, text);
  });
  it('are written in the form of another', () => {
    const day = dayOf(2023, 3, 7)!;
    assert.deepEqual(
      [dateAs(day, 'iso'), dateAs(day, 'month-first'), dateAs(day, 'short')],
      ['2023-03-07', '03/07/2023', '3/7/23'],
    );
  });
});
