/** What rows show to be asked about: with all in order they show nothing, and one thing that is not is one sign. */
import type { More } from '../holdings/rows';
import { BOX3, SIGNED, TRUST, TWO, WIFE, held, option, row, show, times, type Terms } from './shown';

describe('the signs of rows', () => {
  it('are none where all adds up', () =>
    show([
      ['', row('+100 1,000')],
      ['', row('+100 1,000'), row('-50 950', { code: 'D' })],
      ['', TWO, option('+100 1,010')],
      ['', row('+100 1,000'), TWO, option('-100 900', { code: 'D' }), option('800', { owner: TRUST })],
    ]));
  it('are of tables without a transaction, with a right among the shares, or with more than 30 rows', () => {
    const many = (count: number): string[] => times(count, (at) => held(`${at}`, `I | By Trust Number ${at}`));
    const options = (count: number): string[] =>
      times(count, (at) => option(`${at}`, { owner: `I | By Trust Number ${at}` }));
    show([
      ['tables', held('100')],
      ['tables', TWO, option('100')],
      ['tables', row('+100 1,000', { title: 'Warrants' })],
      ['', row('+100 1,000'), ...many(29)],
      ['sameRows', row('+100 1,000'), ...many(28), held('28', WIFE)],
      ['tables repeats tally prices exercise', row('+100 1,000'), ...many(30)],
      ['tables repeats sameRows tally prices exercise', row('+100 1,000'), ...many(29), held('29', WIFE)],
      ['', row('+100 1,000'), TWO, ...options(30)],
      ['tables repeats prices exercise grants', row('+100 1,000'), TWO, ...options(31)],
    ]);
  });
  it('are of titles and markers in either table', () =>
    show([
      ['titles', row('+100 1,000'), row('+100 900', { title: 'Common Stocks' })],
      ['', row('+100 1,000'), row('+100 900', { title: 'Class B Stock' })],
      ['titles', row('+100 1,000'), TWO, option('100'), option('70', { title: 'Stock Options' })],
      ['', row('+100 1,000'), TWO, option('100'), option('70', { title: 'Unit' })],
      ['markers twice', row('+100 1,000<sup>(1)(2)</sup>'), '1. One.', '2. Two.'],
      ['markers twice', TWO, option('+100 1,010<sup>(1)(2)</sup>'), '1. One.', '2. Two.'],
      ['ownTitle', TWO, option('+100 1,010', { title: 'Common stock' })],
    ]));
  it('are of rows with the same numbers, where one code and one day are theirs', () => {
    const other = (says: string, more: More = {}): string => row(says, { owner: TRUST, ...more });
    show([
      ['sameRows', row('+100 1,000'), other('+100 1,000')],
      ['sameRows', row('+100 1,000'), row('+10 500', { owner: WIFE }), other('+100 1,000')],
      ['', row('+100 1,000'), other('+101 1,000')],
      ['', row('+100 1,000'), other('+100 1,001')],
      ['', row('+100 1,000'), other('+100 1,000', { code: 'L', price: '\\$1' })],
      ['', row('+100 1,000'), other('+100 1,000', { date: '03/04/2022' }), BOX3('03/04/2022')],
      ['sameRows', row('+100 900'), held('1,000', TRUST), held('1,000', WIFE)],
      ['', row('+100 900'), held('1,000', TRUST), held('1,001', WIFE)],
    ]);
  });
  it('are of a holding beside a transaction of the same owner', () =>
    show([
      ['repeats', row('+100 1,000'), held('900')],
      ['repeats', held('900'), row('+100 1,000')],
      ['', row('+100 1,000'), held('900', TRUST)],
      ['', row('+100 1,000', { owner: WIFE }), held('900', TRUST)],
      ['', row('+100 1,000', { owner: TRUST }), held('900', WIFE), held('800')],
      ['repeats', TWO, option('+100 1,010'), option('900')],
      ...[
        ['', 'D | '],
        ['repeats', WIFE],
      ].map(([signs, owner]): readonly [string, ...string[]] => [
        signs!,
        TWO,
        option('+100 1,010', { owner: TRUST }),
        option('+100 1,110', { owner: 'I | by trust' }),
        option('70', { owner: owner! }),
      ]),
    ]));
  it('are of a purchase or sale at a weekend or on a holiday, and of nothing else then', () => {
    const on = (date: string, code: string, above: string[] = []): string[] => [
      ...above,
      row('+100 1,000', { date, code, price: '\\$1' }),
      BOX3(above.length > 0 ? '03/03/2022' : date),
      SIGNED('03/07/2022'),
    ];
    const THURSDAY = row('+100 900', { date: '03/03/2022', code: 'P', price: '\\$1' });
    show([
      ['closed', ...on('03/05/2022', 'P')],
      ['closed', ...on('03/06/2022', 'P')],
      ['', ...on('03/04/2022', 'P')],
      ['', ...on('03/05/2022', 'A')],
      ['closed', ...on('03/05/2022', 'P', [THURSDAY])],
      ['closed', ...on('03/05/2022', 'P', [row('+100 900', { date: '03/03/2022' })])],
      ['late closed', ...on('02/21/2022', 'P')],
    ]);
  });
  it('are of totals of Table I that do not follow, or follow from another owner', () =>
    show([
      ['repeats tally', row('+100 1,000'), row('+100 1,101')],
      ['', row('+100 1,000'), row('+10 50', { owner: TRUST }), row('-100 900', { code: 'D' })],
      ['repeats tally', row('+100 1,000'), row('+10 50', { owner: TRUST }), row('-100 901', { code: 'D' })],
      ['repeats tally', row('+100 1,000'), row('+50 1,050', { owner: TRUST })],
      ['repeats tally', row('+100 1,000'), row('-50 950', { code: 'D', owner: TRUST })],
      ['', row('+100 1,000'), row('+50 950', { owner: TRUST })],
      ['', row('+100 1,000'), held('700', WIFE), row('+50 750', { owner: TRUST })],
      ['repeats', row('+100 1,000'), held('700'), row('+50 1,050')],
      ['repeats tally', row('+100 1,000', { owner: TRUST }), row('+50 900', { owner: 'I | by trust' })],
    ]));
  it('are of prices that are dear, like an amount of thousands, or a fifth apart', () => {
    const paid = (code: string, price: string, says = '+100 1,000', owner = 'D | '): string =>
      row(says, { code, price: `\\$${price}`, owner });
    show([
      ['', paid('A', '9,999.99')],
      ['prices', paid('A', '10,000')],
      ['', paid('A', '999', '+999 1,000')],
      ['prices', paid('A', '1,000', '+1,000 1,000')],
      ['', paid('A', '1,001', '+1,000 1,000')],
      ['', paid('P', '100'), paid('P', '118.9', '+10 1,010')],
      ['prices', paid('P', '100'), paid('P', '119', '+10 1,010')],
      ['prices', paid('P', '119'), paid('P', '100', '+10 1,010')],
      ['', paid('A', '100'), paid('P', '119', '+10 1,010')],
      ['prices', paid('F', '100', '-1 9'), paid('S', '119', '-1 8')],
      ['', paid('P', '100'), TWO, option('-100 900', { code: 'D', paid: '\\$119' })],
      ['prices', paid('P', '100'), TWO, option('+100 910', { code: 'P', paid: '\\$119' })],
      ['', paid('P', '100'), TWO, option('-100 900', { code: 'F', paid: '\\$119' })],
      ['markers', row('+100 1,000', { code: 'P', price: '<sup>(1)</sup>' }), paid('P', '100', '+10 1,010'), '1. One.'],
      ['prices', TWO, option('+100 1,010', { paid: '\\$10,000' })],
      ['', row('+100 1,000'), TWO, option('100', { paid: '\\$10,000' })],
    ]);
  });
  it('are of shares that are withheld at two prices, or more than came in that day', () => {
    const withheld = (says: string, price = '\\$1', more: More = {}): string =>
      row(says, { code: 'F', price, ...more });
    const NOTE = '1. One.';
    const CITED = '<sup>(1)</sup>';
    const BEFORE = { date: '03/04/2022' };
    show([
      ['', withheld('-10 990'), withheld('-10 980')],
      ['prices', withheld('-10 990'), withheld('-10 980', '\\$1.01')],
      ['markers', withheld('-10 990'), withheld('-10 980', CITED), NOTE],
      ['markers', withheld('-10 990', CITED), withheld('-10 980'), NOTE],
      ['markers prices', withheld('-10 990'), withheld('-9 981', CITED), withheld('-1 980', '\\$1.01'), NOTE],
      ['', row('+10 990'), withheld('-10 980')],
      ['prices', row('+10 990'), withheld('-11 979')],
      ['prices', row('+10 990'), withheld('-5 985'), withheld('-6 979')],
      ['', row('+10 990'), row('+5 995'), withheld('-11 984')],
      ['', row('+10 990', { code: 'G' }), withheld('-11 979')],
      ['', row('-1 990', { code: 'J' }), withheld('-11 979')],
      ['', row('+10 990', { code: 'P', price: '\\$1' }), withheld('-11 979')],
      ['', row('+10 990', BEFORE), withheld('-11 979'), BOX3('03/04/2022')],
      [
        '',
        row('+10 990', BEFORE),
        withheld('-4 986', '\\$1', BEFORE),
        row('+9 995'),
        withheld('-8 987'),
        BOX3('03/04/2022'),
      ],
      ['prices', row('+10 990'), withheld('-1 500', '\\$1', { title: 'Class B Stock' })],
      ['', row('+10 990', { code: 'G' }), withheld('-1 500', '\\$1', { title: 'Class B Stock' })],
    ]);
  });
  it('are of exercises without their other half, or with another price, amount or day', () => {
    const exercised = (says: string, price = '\\$20', more: More = {}): string =>
      row(says, { code: 'M', price, ...more });
    const given = (says = '-100 900', terms: Terms = {}): string[] => [TWO, option(says, { code: 'M', ...terms })];
    show([
      ['', exercised('+100 1,000'), ...given()],
      ['exercise', exercised('+100 1,000')],
      ['exercise', exercised('+101 1,000'), ...given()],
      ['exercise', exercised('+100 1,000', '\\$21'), ...given()],
      ['exercise', exercised('+100 1,000', '\\$0'), ...given()],
      ['exercise', exercised('+100 1,000'), ...given('-100 900', { code: 'X' })],
      ['', exercised('+100 1,000', '\\$20', { code: 'X' }), ...given('-100 900', { code: 'X' })],
      ['', exercised('+100 1,000', '\\$3', { code: 'C' }), ...given('-100 900', { code: 'C' })],
      ['', exercised('+100 1,000', '\\$20'), ...given('-100 900', { price: '\\$0' })],
      ['', exercised('+100 1,000', '\\$21'), ...given(), option('-100 800', { code: 'M', price: '\\$21' })],
      ['exercise', exercised('+100 1,000', '\\$20', { date: '03/04/2022' }), ...given(), BOX3('03/04/2022')],
      ['markers', exercised('+100 1,000', '<sup>(1)</sup>'), ...given(), '1. One.'],
      ['markers', exercised('+100 1,000'), ...given('-100 900', { price: '<sup>(1)</sup>' }), '1. One.'],
      ['', ...given('-100 900')],
      ['exercise', ...given('-100 900', { paid: '\\$1' })],
      ['markers', ...given('-100 900', { paid: '<sup>(1)</sup>' }), '1. One.'],
      ['exercise', row('+100 1,000'), ...given()],
      ['', row('+101 1,000'), ...given()],
      ['', row('+100 1,000', { code: 'J' }), ...given()],
      ['', row('+100 1,000'), TWO, option('-100 900', { code: 'D' })],
      ['', row('+100 1,000', { date: '03/04/2022' }), ...given(), BOX3('03/04/2022')],
      ['', held('5', TRUST), row('+10 1,000', { code: 'J' }), ...given()],
    ]);
  });
  it('are of a sale at just the price that was paid for an exercise', () => {
    const three = (sale: More, price = '\\$20'): string[] => [
      row('+100 1,000', { code: 'M', price }),
      row('-100 900', { code: 'S', ...sale }),
      ...[TWO, option('-100 900', { code: 'M' })],
    ];
    show([
      ['exercise', ...three({ price: '\\$20' })],
      ['', ...three({ price: '\\$20.01' })],
      ['', ...three({ price: '\\$20', code: 'D' })],
      ['', ...three({ price: '\\$20', date: '03/04/2022' }), BOX3('03/04/2022')],
      ['markers', ...three({ price: '<sup>(1)</sup>' }, '<sup>(1)</sup>'), '1. One.'],
    ]);
  });
  it('are of terms that hardly any option has', () => {
    const until = (until: string, says = '+100 1,010', from = '03/07/2021'): string[] => [
      TWO,
      option(says, { from, until, code: says.startsWith('-') ? 'D' : 'A' }),
    ];
    show([
      ['', ...until('03/07/2022')],
      ['terms', ...until('03/06/2022')],
      ['', ...until('03/03/2037')],
      ['terms', ...until('03/04/2037')],
      ['', ...until('03/07/2030', '+100 1,010', '03/07/2030')],
      ['terms', ...until('03/07/2030', '+100 1,010', '03/08/2030')],
      ['', ...until('03/07/2031', '-100 900', '03/07/2022')],
      ['terms', ...until('03/07/2031', '-100 900', '03/08/2022')],
      ['', row('+100 1,000'), ...until('03/06/2022', '900')],
      ['terms', row('+100 1,000'), ...until('03/06/2022', '900', '03/07/2022')],
    ]);
  });
  it('are of another amount of the security under it', () =>
    show([
      ['', TWO, option('+100 1,010', { underAmount: '100' })],
      ['underlying', TWO, option('+100 1,010', { underAmount: '101' })],
      ['underlying', TWO, option('+100 1,010', { underAmount: '0' })],
      ['markers', TWO, option('+100 1,010', { underAmount: '<sup>(1)</sup>' }), '1. One.'],
      ['', row('+100 1,000'), TWO, option('100', { underAmount: '7' })],
    ]));
  it('are of totals of a grant that do not follow, or of a grant that may be one of two mistyped', () => {
    const next = (says: string, terms: Terms = {}, first: Terms = {}): string[] => [
      TWO,
      option('+100 1,010', { code: 'J', ...first }),
      option(says, { code: 'J', ...terms }),
    ];
    const LATER = { until: '03/08/2031' };
    show([
      ['', ...next('-100 910')],
      ['grants', ...next('-100 911')],
      ['', ...next('+50 1,060')],
      ['grants', ...next('+50 1,061')],
      ['', ...next('-100 910'), option('-10 900', { code: 'J' })],
      ['grants', ...next('-100 910'), option('-10 901', { code: 'J' })],
      ['', ...next('-100 500', { price: '\\$21' })],
      ['', ...next('-100 500', { until: '03/08/2031' })],
      ['', ...next('-100 500', { from: '03/08/2021' })],
      ['', ...next('-100 500', { price: '\\$0' })],
      ['', ...next('-100 500', { owner: TRUST })],
      ['markers', ...next('-100 910', { price: '<sup>(1)</sup>' }), '1. One.'],
      ['markers grants', ...next('-100 500', { price: '<sup>(1)</sup>' }), '1. One.'],
      ['markers grants', ...next('+5 505', LATER), option('-5 500', { code: 'J', until: '<sup>(1)</sup>' }), '1. One.'],
      ['', ...next('-7 500', LATER), option('-10 1,000', { code: 'J' })],
      ['grants', ...next('-7 500', LATER), option('-10 1,001', { code: 'J' })],
      ['repeats grants', TWO, option('+100 1,010', { code: 'J' }), option('500'), option('-100 911', { code: 'J' })],
      ['repeats', TWO, option('+100 1,010', { code: 'J' }), option('500'), option('-100 910', { code: 'J' })],
      ['grants', TWO, option('+100 190')],
      ['', TWO, option('+100 191')],
      ['', TWO, option('+100 100')],
      ['', TWO, option('+100 190', { code: 'J' })],
    ]);
  });
});
