/** What boxes, notes and dates show to be asked about, and what is asked then. */
import assert from 'node:assert/strict';
import { letterOf, rulesFor } from '../../../../server/src/rules/asked';
import { ALL_SIGNS, BITS } from '../../../../server/src/rules/signBits';
import { numberedRows, signsOf } from '../../../../server/src/rules/signs';
import { read } from '../../../../server/src/readers';
import { parseDate } from '../../../../server/src/text/days';
import { filingAround } from '../../harness';
import { BOX3, SIGNED, TODAY, TWO, held, option, row, show, shown } from './shown';

describe('the signs of boxes, notes and dates', () => {
  const ROW = row('+100 1,000');
  const TICK = '<input checked="" type="checkbox"/>';
  const box1 = (name: string): string =>
    `1. Name and Address of Reporting Person* <u>${name}</u>  (Last) (First) (Middle) 12 QUAY STREET  (Street) PORTLAND ME 04101  (City) (State) (Zip)`;
  const box2 = (name: string, ticker = 'NWHX'): string =>
    `2. Issuer Name and Ticker or Trading Symbol <u>${name} [ ${ticker} ]</u>`;
  const box5 = (words: string): string =>
    `5. Relationship of Reporting Person(s) to Issuer (Check all applicable) ${words}`;
  const long = (length: number): string => 'x'.repeat(length);

  it('are of names and titles that are missing or longer than the form takes', () =>
    show([
      ['', ROW, box1(long(150))],
      ['head', ROW, box1(long(151))],
      ['', ROW, box2(long(150))],
      ['head', ROW, box2(long(151))],
      ['head', ROW, box2('Northwind', 'NWHX, NWHY')],
      ['', ROW, box2('Northwind', long(10))],
      ['head', ROW, box2('Northwind', long(11))],
      ['head', ROW, box2('Northwind', '')],
      ['head', ROW, box1('')],
      ['', ROW, `Remarks: ${long(2000)}`],
      ['head', ROW, `Remarks: ${long(2001)}`],
      ['', `Signature: /s/ ${long(251)} 03/08/2022`],
      ['head', `Signature: /s/ ${long(252)} 03/08/2022`],
    ]));
  it('are of ticks in box 5, each with its words', () => {
    const ticks = (director: string, ten: string, officer: string, other: string): string =>
      box5(
        `${director} Director ${ten} 10% Owner ${officer} Officer (give title below) ${other} Other (specify below)`,
      );
    show([
      ['', ROW, ticks(TICK, '', '', '')],
      ['head outsider', ROW, ticks('', '', '', '')],
      ['outsider', ROW, ticks('', TICK, '', '')],
      ['head', ROW, ticks('', '', TICK, '')],
      ['', ROW, `${ticks('', '', TICK, '')} <u>Treasurer</u>`],
      ['', ROW, `${ticks('', '', TICK, '')} <u>${long(30)}</u>`],
      ['head', ROW, `${ticks('', '', TICK, '')} <u>${long(31)}</u>`],
      ['head', ROW, `${ticks(TICK, '', '', '')} <u>Treasurer</u>`],
      ['head outsider', ROW, ticks('', '', '', TICK)],
      ['outsider', ROW, `${ticks('', '', '', TICK)} <u>Trustee</u>`],
    ]);
  });
  it('are of box 3, transactions and signatures out of their order', () => {
    const signed = (days: string, box3 = '03/07/2022', first = '03/07/2022', last = first): string[] => [
      row('+100 900', { date: first }),
      row('+100 1,000', { date: last }),
      BOX3(box3),
      SIGNED(days),
    ];
    show([
      ['', ...signed('03/07/2022')],
      ['dates', ...signed('03/06/2022')],
      ['', ...signed('03/08/2022', '03/07/2022', '03/07/2022', '03/08/2022')],
      ['dates', ...signed('03/07/2022', '03/07/2022', '03/07/2022', '03/08/2022')],
      ['', ...signed('03/08/2022', '03/07/2022', '03/08/2022', '03/07/2022')],
      ['dates', ...signed('03/08/2022', '03/07/2022', '03/08/2022')],
      ['dates', ...signed('03/08/2022', '03/08/2022', '03/07/2022')],
      ['dates', ...signed('03/08/2022', '03/08/2022', '03/07/2022', '03/08/2022')],
      ['dates', ...signed('03/08/2022', '3/7/2022')],
      ['dates', ...signed('03/08/2022', '2022-03-07')],
      ['dates', ...signed('2022-03-08')],
      ['dates tables', held('100'), BOX3('01/01/1970')],
      ['tables', held('100'), BOX3('01/02/1970')],
      ['dates tables', held('100'), BOX3('')],
      ['dates tables', held('100'), BOX3('03/08/2022'), SIGNED('03/07/2022')],
      ['tables', held('100'), BOX3('03/07/2022'), SIGNED('03/07/2022')],
      ['dates', ROW, 'Signature: /s/ 03/08/2022'],
      ['dates plan', ROW, 'Signature:'],
      ['', ROW, TWO, option('-100 900', { code: 'D', date: '03/08/2022' })],
      ['dates', ROW, TWO, option('-100 900', { code: 'D', date: '03/09/2022' })],
      ['dates', ROW, TWO, option('-100 900', { code: 'D', date: '03/04/2022' })],
    ]);
    const example = signed('03/08/2022').join('\n');
    const day = (date: string): number => parseDate(date)!.day!;
    assert.equal(shown(example, day('03/08/2022')), '');
    assert.equal(shown(example, day('03/07/2022')), 'dates', 'signed on a day to come');
    assert.equal(shown(example, null), '', 'on a day that nobody knows');
  });
  it('are of a signature that may be late: a weekend lengthens the two days', () => {
    const from = (date: string, signed: string): string[] => [row('+100 1,000', { date }), BOX3(date), SIGNED(signed)];
    show([
      ['', ...from('03/06/2022', '03/08/2022')],
      ['late', ...from('03/06/2022', '03/09/2022')],
      ['', ...from('03/07/2022', '03/09/2022')],
      ['late', ...from('03/07/2022', '03/10/2022')],
      ['', ...from('03/08/2022', '03/10/2022')],
      ['late', ...from('03/08/2022', '03/11/2022')],
      ['', ...from('03/09/2022', '03/11/2022')],
      ['late', ...from('03/09/2022', '03/12/2022')],
      ['', ...from('03/10/2022', '03/14/2022')],
      ['late', ...from('03/10/2022', '03/15/2022')],
      ['', ...from('03/11/2022', '03/15/2022')],
      ['late', ...from('03/11/2022', '03/16/2022')],
      ['', ...from('03/12/2022', '03/15/2022')],
      ['late', ...from('03/12/2022', '03/16/2022')],
      ['late', TWO, option('+100 1,010', { date: '03/08/2022' }), BOX3('03/08/2022'), SIGNED('03/11/2022')],
    ]);
  });
  it('are of what the notes, boxes and characters say of amendments, plans and places to fill in', () => {
    const CITING = row('+100 1,000<sup>(1)</sup>');
    const BOX =
      'Check this box to indicate that a transaction was made pursuant to a contract, instruction or written plan';
    const march = (signed: string, ...box: string[]): string[] => [
      row('+100 1,000', { date: '03/31/2023' }),
      BOX3('03/31/2023'),
      SIGNED(signed),
      ...box,
    ];
    show([
      ['markers', CITING, '1. A note.'],
      ['amends markers', CITING, '1. An amended note.'],
      ['amends', ROW, 'Remarks: Corrected.'],
      ['amends', ROW, '4. If Amendment, Date of Original Filed (Month/Day/Year) <u>03/08/2022</u>'],
      ['dates amends', ROW, '4. If Amendment, Date of Original Filed (Month/Day/Year) <u>3/8/2022</u>'],
      ['plan markers', CITING, '1. Under a trading plan.'],
      ['plan', ROW, 'Remarks: A plan under Rule 10b5-1.'],
      ['unusual markers', CITING, '1. A note “in marks”.'],
      ['unusual markers placeholders', CITING, '1. A note of ‹name›.'],
      ['signedFor', ROW, 'Signature: /s/ Jane Birch, Attorney-in-Fact for Rowan J. Alder 03/08/2022'],
      ['', ROW, 'Signature: /s/ Jane Birch, Attorney-in-Fact 03/08/2022'],
      ['', ...march('03/31/2023')],
      ['plan', ...march('04/01/2023')],
      ['', ...march('04/03/2023')],
      ['', ...march('04/03/2023', BOX)],
      ['plan', ...march('04/03/2023', `${TICK} ${BOX}`)],
      ['plan', ...march('04/03/2023', BOX, 'Remarks: A trading plan.')],
    ]);
  });
  it('are of notes and markers that are not 1, 2, 3 and so on', () => {
    const cites = (...markers: string[]): string[] => {
      const [first = '', second = ''] = markers;
      return [row(`+100 1,000${first}`), row(`-50 950${second}`, { code: 'D' })];
    };
    const one = '<sup>(1)</sup>';
    const two = '<sup>(2)</sup>';
    show([
      ['markers', ...cites(one, two), '1. One.', '2. Two.'],
      ['markers', ...cites(one, two), '(1) One.', '(2) Two.'],
      ['markers', ...cites(one, two), '- One.', '- Two.'],
      ['markers', ...cites(one, one), '1. One.'],
      ['notes markers', ...cites(two, one), '1. One.', '2. Two.'],
      ['notes markers', ...cites(one), '1. One.', '2. Two.'],
      ['notes markers', ...cites(one, two), '1. One.'],
      ['notes markers', ...cites(one, two), '1. One.', '3. Two.'],
      ['notes markers', ...cites('<sup>(01)</sup>'), '1. One.'],
      ['notes markers', ...cites(one), '01. One.'],
      ['notes markers', ...cites('<sup>(0)</sup>'), '0. One.'],
      ['notes markers', ...cites('<sup>(a)</sup>'), '(a) One.'],
      ['notes', ...cites(), '1. One.'],
      ['markers', ...cites(one), `1. ${long(1000)}`],
      ['notes markers', ...cites(one), `1. ${long(1001)}`],
      ['notes markers', ...cites(one), '1. '],
      ['unusual notes markers', ...cites(one), '1. \u2022 A bullet.'],
      ['markers', ROW, TWO, option(`-100 900${one}`, { code: 'D' }), '1. One.'],
      ['markers', ...cites(one), TWO, option(`-100 900${two}`, { code: 'D' }), '1. One.', '2. Two.'],
    ]);
  });
  it('are of average prices without their range or undertaking, of wide ranges, and of prices beyond them', () => {
    const RANGE = 'This is a weighted average price; the prices were from $20.00 to $20.50';
    const GIVEN =
      'The reporting person undertakes to provide full information regarding the number of shares at each separate price';
    const sold = (price: string, code = 'S'): string => row('-100 900', { code, price: `${price} <sup>(1)</sup>` });
    const note = (...parts: string[]): string => `1. ${parts.join('. ')}.`;
    const PRICE = '\\$20.25';
    show([
      ['markers', sold(PRICE), note(RANGE, GIVEN)],
      ['markers averages', sold(PRICE), note(RANGE)],
      ['markers averages', sold(PRICE), note('This is a weighted average price', GIVEN)],
      ['markers', sold(PRICE), note('The prices were from $20.00 to $20.50')],
      ['markers', sold(PRICE), note(RANGE.replace('$20.50', '$21.00'), GIVEN)],
      ['markers averages', sold(PRICE), note(RANGE.replace('$20.50', '$21.01'), GIVEN)],
      ['markers averages', sold(PRICE), note(RANGE.replace('$20.00 to $20.50', 'EUR 20.00 to EUR 20.50'), GIVEN)],
      ['markers averages', row('+100 900', { price: '\\$20.25 <sup>(1)</sup>' }), note(RANGE, GIVEN)],
      ['markers', sold('\\$19.99'), note(RANGE, GIVEN)],
      ['markers averages', sold('\\$19.98'), note(RANGE, GIVEN)],
      ['markers', sold('\\$20.51'), note(RANGE, GIVEN)],
      ['markers averages', sold('\\$20.52'), note(RANGE, GIVEN)],
      [
        'markers',
        row('-100 900', { code: 'D', price: '\\$30 <sup>(1)</sup>' }),
        note('The prices were from $20.00 to $20.50'),
      ],
      ['markers', sold(''), note(RANGE, GIVEN)],
      [
        'markers',
        row('-100 900<sup>(1)</sup>', { code: 'S', price: PRICE }),
        row('-10 890', { code: 'S', price: '\\$20.30 <sup>(2)</sup>' }),
        note('A note'),
        note(RANGE, GIVEN).replace('1', '2'),
      ],
      ['notes markers averages', sold(PRICE), note(RANGE, GIVEN), '2. Another.'],
      ['markers', TWO, option('-100 900', { code: 'S', paid: '\\$20.25 <sup>(1)</sup>' }), note(RANGE, GIVEN)],
      ['markers averages', TWO, option('-100 900', { code: 'S', paid: '\\$20.55 <sup>(1)</sup>' }), note(RANGE, GIVEN)],
    ]);
  });
});

describe('what is asked of a filing', () => {
  const asked = (example: string): string[] => {
    const filing = read(filingAround(example));
    const rows = numberedRows(filing);
    return rulesFor(filing, letterOf('A'), rows === undefined, signsOf(filing, rows, TODAY)).map(({ rule }) => rule.id);
  };
  it('is the one rule without a sign, which is about notes, and besides the rules of the signs that it shows', () => {
    assert.deepEqual(asked(row('+100 1,000')), ['footnote-crossref']);
    assert.deepEqual(asked(row('+100 1,000', { title: 'Warrants' })), [
      'table-rows',
      'no-transaction',
      'title-table',
      'footnote-crossref',
    ]);
    assert.deepEqual(asked(`${row('+100 1,000')}\n${row('+100 900', { title: 'Common Stocks' })}`), [
      'title-drift',
      'footnote-crossref',
    ]);
  });
});

describe('the signs', () => {
  it('have a bit each, and are all taken to be there of what is not known', () => {
    const bits = Object.values(BITS);
    assert.deepEqual(
      bits,
      bits.map((_, at) => 2 ** at),
    );
    assert.equal(
      ALL_SIGNS,
      bits.reduce((sum, bit) => sum + bit, 0),
    );
  });
  it('of rows are all taken to be there where a row cannot be told in numbers, but for those of the other table', () =>
    show([
      ['dates late citing tables repeats titles sameRows tally prices exercise closed twice', row('+1x 1,000')],
      [
        'dates late citing tables repeats titles sameRows prices exercise grants closed terms underlying ownTitle twice',
        ...[row('+100 1,000'), TWO, option('+1x 1,010')],
      ],
    ]));
});
