/** Dates: the last day that is right and the first that is not, and which comparisons a doubtful date takes part in. */
import assert from 'node:assert/strict';
import { meantDay, nearestDays } from '../../../../server/src/text/writtenDates';
import { dayOf, formDate, parseDate } from '../../../../server/src/text/days';
import { filingAround, fine, fixed, fixes, flags } from '../../harness';
import { all, offers, related, told } from '../told';

const on = (date: string, total = '9,503', code = 'A', deemed = ''): string =>
  `| Common Stock | ${date} | ${deemed} | ${code} |  | 693 | ${code === 'S' ? 'D' : 'A'} | \\$43.16 | ${total} | D |  |`;
const box3 = (date: string): string => `3. Date of Earliest Transaction (Month/Day/Year) <u>${date}</u>`;
const signed = (date: string): string => `Signature: /s/ Rowan J. Alder ${date}`;
const filing = (...lines: string[]): string => lines.join('\n');
const option = (transaction: string, exercise: string, expires: string, code = 'A'): string =>
  `${on('03/07/2022')}\nTable II\n| Option | \\$20 | ${transaction} |  | ${code} |  | ${code === 'A' ? '500 | ' : ' | 500'} | ${exercise} | ${expires} | Common Stock | 500 | \\$0 | 500 | D |  |`;

describe('dates in words and digits', () => {
  const iso = (raw: string): string | undefined => {
    const day = meantDay(raw);
    return day === undefined ? undefined : formDate(day);
  };
  it('are read with each month', () => {
    const MONTHS = 'January February March April May June July August September October November December';
    MONTHS.split(' ').forEach((month, at) => {
      const expected = `${String(at + 1).padStart(2, '0')}/09/2022`;
      for (const raw of [
        `${month} 9, 2022`,
        `${month.slice(0, 3)}. 9 2022`,
        `9 ${month} 2022`,
        `09 ${month.slice(0, 3)}., 2022`,
      ])
        assert.equal(iso(raw), expected, raw);
    });
  });
  it('are read with whatever stands between, and left alone where they could be two', () => {
    assert.equal(iso('3.7.22'), '03/07/2022');
    assert.equal(iso('3 7 2022'), '03/07/2022');
    assert.equal(iso('2022.3.7'), undefined, 'no year of one digit');
    assert.equal(iso('2022.3.07'), '03/07/2022');
    assert.equal(iso('202.3.07'), undefined);
    for (const raw of ['Mai 9, 2022', 'soon', '9', '03/07', '13/7/2022', '20221307', 'March 32, 2022'])
      assert.equal(iso(raw), undefined, raw);
  });
  it('that no calendar has may be day and month changed about, or agree with a day of the filing in two parts', () => {
    const days = ['03/07/2022', '04/08/2022', '03/08/2021', '02/28/2022'].map((date) => parseDate(date)!.day!);
    const near = (raw: string): string[] => nearestDays(raw, days).map(formDate);
    assert.deepEqual(near('15/02/2022'), ['02/15/2022']);
    assert.deepEqual(near('03/37/2022'), ['03/07/2022']);
    assert.deepEqual(near('02/30/2022'), ['02/28/2022']);
    assert.deepEqual(near('02/30/2021'), []);
    assert.deepEqual(near('13/07/2022'), ['03/07/2022', '07/13/2022']);
    assert.deepEqual(near('03/07/2022'), [], 'a day that there is');
    assert.deepEqual(near('soon'), []);
    const many = [1, 2, 3, 4, 5].map((day) => dayOf(2022, 3, day)!);
    assert.equal(nearestDays('03/37/2022', many).length, 3);
    assert.equal(nearestDays('03/37/2022', [many[0]!, many[0]!]).length, 1);
  });
});

describe('date-format', () => {
  it('offers no day that is in doubt itself', () => {
    const example = filing(on('03/37/2022'), on('03/32/2022', '10,196'), box3(''), signed('04/08/2022'));
    assert.deepEqual(offers('date-format', example), []);
  });
  it('names each place', () => {
    const place = (example: string): string | undefined =>
      / in (.*?); /.exec(told('date-format', example)[0] ?? '')?.[1];
    assert.equal(place(box3('3/7/2022')), 'box 3');
    assert.equal(
      place('4. If Amendment, Date of Original Filed (Month/Day/Year) <u>3/7/2022</u>\nRemarks: So.'),
      'box 4',
    );
    assert.equal(place(signed('3/8/2022')), 'the signature');
    assert.equal(place(on('3/7/2022')), 'column 2 (transaction date)');
    assert.equal(place(on('03/07/2022', '9,503', 'S', '3/8/2022')), 'column 2A (deemed execution date)');
    assert.equal(place(option('3/7/2022', '03/07/2023', '03/07/2032')), 'column 3 (transaction date)');
    assert.equal(place(option('03/07/2022', '3/7/2023', '03/07/2032')), 'column 6 (date exercisable)');
  });
  it('leaves a row alone whose cells have slid', () =>
    assert.deepEqual(all('| Common Stock | 03/07/2022 | A |  | 693 | A | \\$43.16 | 9,503 | D |  |'), [
      'error row-cells',
    ]));
  it('asks holdings for no date', () =>
    fine(filing(on('03/07/2022'), '| Common Stock |  |  |  |  |  |  |  | 5 | I | By Trust |')));
  it('says of a day that is none that no calendar has it, and of nothing else', () => {
    assert.match(told('date-format', on('02/30/2022')).join(), /, a day that no calendar has\.$/);
    assert.match(told('date-format', on('soon')).join(), /found "soon"\.$/);
    assert.match(told('date-format', on('2022-3-7')).join(), /the date with two digits for month and day/);
  });
});

describe('date-range', () => {
  it('takes the day of the check and not the next', () => {
    const today = dayOf(2022, 3, 8)!;
    assert.deepEqual(told('date-range', on('03/07/2022'), { today }), []);
    assert.deepEqual(told('date-range', on('03/07/2022'), { today: today - 1 }).length, 1, 'the signature');
    assert.deepEqual(told('date-range', option('03/07/2022', '03/07/2023', '03/07/2032'), { today }), []);
  });
  it('guesses no century of a year with three digits, or of what was early', () => {
    assert.deepEqual(offers('date-range', option('03/07/2022', '03/07/2021', '03/07/0099')), ['* Write 03/07/2099']);
    assert.deepEqual(offers('date-range', option('03/07/2022', '03/07/2021', '03/07/0100')), []);
    assert.deepEqual(offers('date-range', option('03/07/2022', '03/07/1921', '03/07/2032')), []);
  });
  it('leaves a row alone whose cells have slid', () =>
    assert.deepEqual(all('| Common Stock | 03/07/0022 | A |  | 693 | A | \\$43.16 | 9,503 | D |  |'), [
      'error row-cells',
    ]));
  it('goes by the first possible date of box 3 and Table I where the signature is impossible', () => {
    const rows = filing(on('03/07/0021'), on('05/09/2019', '10,196'), box3(''), 'Signature:');
    assert.deepEqual(offers('date-range', rows), ['* Write 03/07/2019']);
    assert.deepEqual(offers('date-range', filing(on('03/07/0021'), box3('03/07/2018'), signed('03/08/0021'))), [
      '* Write 03/07/2018',
    ]);
  });
});

describe('the year that is offered', () => {
  it('is none for a date off by less than half a year', () => {
    assert.deepEqual(offers('date-after-signature', filing(on('09/05/2022'))), [], '181 days');
    assert.deepEqual(offers('date-after-signature', filing(on('09/06/2022'))), ['* Write 09/06/2021'], '182 days');
    assert.deepEqual(offers('signature', filing(on('09/05/2022'), box3('09/05/2022'), signed('03/08/2022'))), []);
    assert.deepEqual(offers('signature', filing(on('09/06/2022'), box3('09/06/2022'), signed('03/08/2022'))), [
      '* Write 03/08/2023',
    ]);
  });
  it('is written in the form of the cell, and only the year is marked', () => {
    flags('date-after-signature', on('⟦2026⟧-03-07'));
    fixes('date-after-signature', on('2026-03-07'), on('2022-03-07'));
    flags('date-after-signature', on('03/07/⟦2026⟧'));
  });
});

describe('one wrong date', () => {
  it('points to what it contradicts', () => {
    assert.deepEqual(related('date-after-signature', on('03/09/2022')), ['the signature: 03/08/2022']);
    const several = filing(on('03/10/2022'), on('03/11/2022', '10,196'), on('03/07/2022', '10,889'));
    assert.deepEqual(related('date-after-signature', several), ['the last transaction: 03/11/2022']);
    assert.match(
      told('date-after-signature', several)[0]!,
      /^error: Expected a signature on or after 03\/11\/2022.*before 2 of the transactions/,
    );
    assert.deepEqual(related('box-3', filing(on('03/08/2022'), on('03/07/2022', '10,196'), box3('03/01/2022'))), [
      'the earliest transaction: 03/07/2022',
    ]);
    assert.deepEqual(
      related(
        'signature',
        filing(on('03/05/2022'), on('03/07/2022', '10,196'), box3('03/05/2022'), signed('03/04/2022')),
      ),
      ['the last transaction: 03/07/2022', 'box 3: 03/05/2022'],
    );
  });
  it('is held against the last signature of several, in whatever order they stand', () => {
    const two = (a: string, b: string): string =>
      filingAround(filing(on('03/07/2022'), signed(a))).replace(/(\/s\/ Rowan.*)\n/, `$1\n\n/s/ Mara Quill ${b}\n`);
    assert.deepEqual(all(two('03/08/2022', '03/09/2022')), []);
    const late = (a: string, b: string): string[] =>
      told('date-after-signature', two(a, b).replace('| 03/07/2022 |', '| 03/10/2022 |'));
    for (const lines of [late('03/08/2022', '03/09/2022'), late('03/09/2022', '03/08/2022')])
      assert.match(lines.join(), /on or before 03\/09\/2022/);
  });
  it('in the signature leaves box 3 and the transactions alone', () => {
    assert.deepEqual(all(filing(on('03/07/2022'), signed('03/08/2018'))), ['error signature']);
    assert.deepEqual(all(filing(on('03/07/2022'), on('03/08/2022', '10,196'), signed('03/09/2018'))), [
      'error signature',
    ]);
  });
  it('in a row leaves box 3 alone, which may be the date that the row meant', () => {
    assert.deepEqual(all(filing(on('03/07/2026'), on('03/08/2022', '10,196'))), ['error date-after-signature']);
    assert.deepEqual(all(filing(on('03/07/0022'), on('03/08/2022', '10,196'))), ['error date-range']);
  });
  it('of a row whose cells have slid takes part in nothing', () => {
    const slid = '| Common Stock | 03/01/2022 | A |  | 693 | A | \\$43.16 | 9,503 | D |  |';
    assert.deepEqual(all(filing(on('03/07/2022'), slid)), ['error row-cells']);
  });
});

describe('box-3', () => {
  it('is late, early or neither', () => {
    const rows = filing(on('03/04/2022'), on('03/07/2022', '10,196'));
    assert.match(told('box-3', filing(rows, box3('03/08/2022'))).join(), /^error: .*later than every transaction\.$/);
    assert.match(
      told('box-3', filing(rows, box3('03/03/2022'))).join(),
      /^warning: .*earlier than every transaction\. Check/,
    );
    assert.match(
      told('box-3', filing(rows, box3('03/07/2022'))).join(),
      /^information: Expected no transaction before 03\/07\/2022.*found 03\/04\/2022\. Check the date: the other row is of 03\/07\/2022\./,
    );
    assert.deepEqual(told('box-3', filing(rows, box3('03/04/2022'))), []);
  });
  it('may be that of another form, where this one says that it is one of several', () => {
    const said = (words: string): string => filing(on('03/07/2022'), box3('03/03/2022'), `Remarks: ${words}`);
    const second = said('This is the second of two Forms 4 on transactions of March 3 and 7.');
    assert.match(told('box-3', second).join(), /^hint: /);
    assert.ok(offers('box-3', second).every((title) => !title.startsWith('*')));
    assert.match(told('box-3', said('None.')).join(), /^warning: /);
  });
  it('is judged by all rows where all are marked V', () => {
    const voluntary = (date: string): string => on(date).replace('| A |  |', '| A | V |');
    assert.match(told('box-3', filing(voluntary('03/07/2022'), box3('03/01/2022'))).join(), /^warning/);
    assert.deepEqual(told('box-3', filing(voluntary('03/07/2022'), box3('03/07/2022'))), []);
  });
  it('minds deemed execution dates on both sides', () => {
    const rows = (box: string): string =>
      filing(
        on('03/07/2022', '9,503', 'S', '03/09/2022'),
        on('03/08/2022', '8,810', 'S'),
        box3(box),
        signed('03/11/2022'),
      );
    assert.match(told('box-3', rows('03/10/2022')).join(), /^error/);
    assert.deepEqual(told('box-3', rows('03/09/2022')), [], 'a deemed date');
    assert.match(told('box-3', rows('03/08/2022')).join(), /^information/);
  });
  it('is no error where some transaction has no date that can be read', () => {
    const rows = filing(on('03/04/2022'), on('soon', '10,196'));
    assert.match(told('box-3', filing(rows, box3('03/08/2022'))).join(), /^information/);
    assert.deepEqual(told('box-3', filing(rows, box3('03/03/2022'))), []);
  });
  it('is set behind its label, with a space where it has none', () => {
    const label = '3. Date of Earliest Transaction (Month/Day/Year)';
    assert.match(fixed('box-3', label), /\(Month\/Day\/Year\) 03\/07\/2022/);
    assert.deepEqual(offers('box-3', label), ['* Set box 3 to 03/07/2022']);
  });
});

describe('deemed-date', () => {
  const row = (deemed: string, code = 'S'): string =>
    filing(on('03/07/2022', '9,503', code, deemed), signed('03/11/2022'));
  const found = (deemed: string): number => told('deemed-date', row(deemed)).length;
  it('lies after the trade, by three business days at most', () => {
    assert.deepEqual(['03/04/2022', '03/08/2022', '03/10/2022', '03/11/2022'].map(found), [1, 0, 0, 1]);
    assert.equal(
      told('deemed-date', row('03/11/2022'), { closed: new Set([dayOf(2022, 3, 9)!]) }).length,
      0,
      'EDGAR was closed',
    );
  });
  it('is not compared with a date that is wrong', () => {
    assert.deepEqual(
      told('deemed-date', filing(on('03/07/2026', '9,503', 'S', '03/08/2022'), signed('03/11/2022'))),
      [],
    );
    assert.deepEqual(told('deemed-date', filing(on('03/07/0022', '9,503', 'S', '03/08/2022'))), []);
    assert.deepEqual(told('deemed-date', filing(on('', '9,503', 'S', '03/08/2022'))), []);
    assert.deepEqual(told('deemed-date', row('03/08/0022')), []);
  });
  it('is spoken of where it is that of the trade, in words of its own, on request', () => {
    const [line] = told('deemed-date', row('03/07/2022'), { rules: { 'deemed-date': 'hint' } });
    assert.match(line ?? '', /is that of the transaction/);
    assert.deepEqual(told('deemed-date', row('03/07/2022')), []);
  });
});

describe('filed-late', () => {
  it('waits where EDGAR may have been closed with the government', () => {
    const late = (date: string): string[] =>
      told('filed-late', filing(on('12/20/2024'), box3('12/20/2024'), signed(date)));
    assert.deepEqual(late('12/26/2024'), []);
    assert.match(late('12/27/2024').join(), /was due by 10 p\.m\. Eastern on 12\/26\/2024/);
  });
  it('takes the second business day and not the third', () => {
    const late = (date: string): string[] => told('filed-late', filing(on('03/07/2022'), signed(date)));
    assert.deepEqual(late('03/09/2022'), []);
    assert.match(
      late('03/10/2022').join(),
      /due by 10 p\.m\. Eastern on 03\/09\/2022; the form is signed 03\/10\/2022.*for the day of filing\.$/,
    );
    assert.deepEqual(
      told('filed-late', filing(on('03/07/2022'), signed('03/10/2022')), { closed: new Set([dayOf(2022, 3, 8)!]) }),
      [],
    );
  });
  it('names three of the rows', () => {
    const rows = [1, 2, 3, 4].map((day) => on(`03/0${day}/2022`, `${9503 + 693 * day}`));
    assert.deepEqual(related('filed-late', filing(...rows, box3('03/01/2022'), signed('03/14/2022'))), [
      'due 03/03/2022: 03/01/2022',
      'due 03/04/2022: 03/02/2022',
      'due 03/07/2022: 03/03/2022',
    ]);
  });
  it('is no matter where the signature, the date or the code is wrong', () => {
    assert.deepEqual(
      told('filed-late', filing(on('03/07/2022'), signed('03/08/2031')), { today: dayOf(2022, 3, 8)! }),
      [],
    );
    assert.deepEqual(told('filed-late', filing(on('03/01/2022', '9,503', 'Q'), box3('03/01/2022'))), []);
    assert.deepEqual(
      told(
        'filed-late',
        filing(on('02/29/2022'), on('03/08/2022', '10,196'), box3('03/08/2022'), signed('03/09/2022')),
      ),
      [],
    );
  });
});

describe('closed-day', () => {
  const closed = (date: string, code = 'S'): string[] =>
    told('closed-day', filing(on(date, '9,503', code), box3(date), signed('03/08/2022')));
  it('speaks of purchases and sales on weekends and holidays', () => {
    assert.match(closed('03/05/2022').join(), /^information: 03\/05\/2022 was a Saturday.*unless the sale was private/);
    assert.match(closed('03/06/2022', 'P').join(), /was a Sunday.*unless the purchase was private/);
    assert.match(closed('02/21/2022').join(), /^information: 02\/21\/2022 was /);
    assert.deepEqual(closed('03/04/2022'), []);
    assert.deepEqual(closed('03/05/2022', 'A'), []);
  });
  it('says one thing of a day, however many rows have it', () => {
    const days = (...of: string[][]): string[] =>
      told(
        'closed-day',
        filing(
          ...of.map(([date, code], at) => on(date!, `9,${503 - at}`, code)),
          box3('03/05/2022'),
          signed('03/08/2022'),
        ),
      );
    const many = days(['03/05/2022', 'S'], ['03/05/2022', 'S'], ['03/05/2022', 'S']);
    assert.equal(many.length, 1);
    assert.match(many.join(), /Check the date here and in 2 more rows, unless the sale was private/);
    assert.match(days(['03/05/2022', 'S'], ['03/05/2022', 'P']).join(), /unless the trade was private/);
    assert.equal(days(['03/05/2022', 'S'], ['03/06/2022', 'S']).length, 2);
  });
  it('leaves a date alone that is wrong anyway', () => {
    const rows = filing(on('03/07/2022', '9,503', 'S'), on('03/05/2033', '8,810', 'S'));
    assert.deepEqual(told('closed-day', rows, { today: dayOf(2022, 3, 8)! }), []);
    assert.deepEqual(told('closed-day', filing(on('03/05/2023', '9,503', 'S'))), [], 'after the signature');
  });
});

describe('derivative-dates', () => {
  const found = (...cells: [string, string, string, string?]): string[] => told('derivative-dates', option(...cells));
  it('lets a right expire on the day of the transaction, and on the day on which it can be exercised', () => {
    assert.deepEqual(found('03/07/2022', '03/07/2021', '03/07/2022'), []);
    assert.match(
      found('03/07/2022', '03/07/2021', '03/06/2022').join(),
      /^warning: Expected an expiration date on or after 03\/07\/2022, the day of the transaction/,
    );
    assert.deepEqual(found('03/07/2022', '03/07/2032', '03/07/2032'), []);
    assert.match(
      found('03/07/2022', '03/08/2032', '03/07/2032').join(),
      /^warning: .*03\/08\/2032, the date exercisable/,
    );
  });
  it('takes 08/08/1988 for no date', () => {
    assert.deepEqual(found('03/07/2022', '08/08/1988', '08/08/1988'), []);
    assert.match(found('03/07/2022', '08/08/1988', '08/09/1988').join(), /the day of the transaction/);
  });
  it('lets M, E and H be booked within the week after', () => {
    for (const code of ['M', 'E', 'H'])
      assert.match(found('03/07/2022', '03/07/2021', '03/01/2022', code).join(), /^hint/, code);
    for (const code of ['C', 'J'])
      assert.match(found('03/07/2022', '03/07/2021', '03/01/2022', code).join(), /^warning/, code);
  });
  it('compares no date that has a footnote or is wrong', () => {
    const note = '\n1. A note.';
    assert.deepEqual(
      told('derivative-dates', option('03/07/2022 <sup>(1)</sup>', '03/07/2021', '03/06/2022') + note),
      [],
    );
    assert.match(
      told('derivative-dates', option('03/07/2022', '03/07/2033 <sup>(1)</sup>', '03/07/2032') + note).join(),
      /^information: Expected an expiration date on or after 03\/07\/2033/,
    );
    assert.deepEqual(
      told('derivative-dates', option('03/07/2022', '03/07/2033', '03/07/2032 <sup>(1)</sup>') + note),
      [],
    );
    assert.deepEqual(found('03/07/0022', '03/07/1980', '03/06/1988'), []);
    assert.deepEqual(found('03/07/2030', '03/07/2021', '03/07/2029'), [], 'the transaction comes after the signature');
    assert.deepEqual(found('03/07/2022', '03/07/2021', '03/07/0021'), []);
  });
  it('leaves a row alone whose cells have slid', () => {
    const slid = option('03/07/2022', '03/07/2021', '03/06/2022').replace('| Option | \\$20 |', '| Option |');
    assert.deepEqual(all(slid), ['error row-cells']);
  });
});
