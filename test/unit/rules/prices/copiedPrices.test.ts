/** Prices copied from the row of an exercise, with digits exchanged, and in the place of another number. */
import assert from 'node:assert/strict';
import { filingAround, findings, fine, fixes, said } from '../../harness';

const told = (example: string, rule: string): string[] =>
  said(findings(filingAround(example), { today: 30000 }).filter((one) => one.rule === rule));
const row = (
  code: string,
  price: string,
  total: string,
  { amount = '100', title = 'Common Stock', day = '03/07/2022' } = {},
): string =>
  `| ${title} | ${day} |  | ${code} |  | ${amount} | ${/[PMXA]/.test(code) ? 'A' : 'D'} | ${price} | ${total} | D |  |`;

describe('price-of-exercise', () => {
  const day = (code: string, price: string, exercise = 'M', paid = '\\$20'): string[] =>
    told(
      [
        row(exercise, paid, '1,100'),
        row(code, price, '1,000'),
        'Table II',
        `| Stock Option | \\$20 | 03/07/2022 |  | ${exercise} |  |  | 100 | 03/07/2021 | 03/07/2032 | Common Stock | 100 | \\$0 | 0 | D |  |`,
        price.includes('(1)') ? '1. A note.' : '',
      ].join('\n'),
      'price-of-exercise',
    );
  it('tells a sale and a withholding, of M and of X', () => {
    for (const code of ['F', 'S'])
      for (const exercise of ['M', 'X'])
        assert.match(day(code, '\\$20.00', exercise).join(), /^information .*the exercise price of the row with code/);
  });
  it('is none of these', () => {
    for (const [code, price, exercise, paid] of [
      ['F', '\\$43.16', 'M', '\\$20'],
      ['F', '\\$20.01', 'M', '\\$20'],
      ['F', '\\$20 <sup>(1)</sup>', 'M', '\\$20'],
      ['P', '\\$20', 'M', '\\$20'],
      ['G', '\\$20', 'M', '\\$20'],
      ['D', '\\$20', 'M', '\\$20'],
      ['F', '\\$0', 'M', '\\$0'],
      ['F', '\\$20', 'A', '\\$20'],
      ['S', '\\$20', 'C', '\\$20'],
    ] as const)
      assert.deepEqual(day(code, price, exercise, paid), [], `${code} ${price} ${exercise}`);
    assert.deepEqual(
      told(`${row('M', '\\$20', '1,100', { day: '03/04/2022' })}\n${row('F', '\\$20', '1,000')}`, 'price-of-exercise'),
      [],
      'another day',
    );
  });
});

describe('price-outlier of shares', () => {
  const two = (a: string, b: string, second: Parameters<typeof row>[3] = {}, code = 'S'): string[] =>
    told(`${row('S', a, '900')}\n${row(code, b, '800', second)}`, 'price-outlier');
  it('tells the one that is near the other with two digits exchanged', () => {
    assert.match(two('\\$46.49', '\\$65.29').join(), /: \$46\.49 is far from \$65\.29/);
    assert.match(two('\\$65.29', '\\$46.49').join(), /: \$46\.49 is far from \$65\.29/);
    assert.match(two('\\$41.32', '\\$14.90').join(), /: \$14\.90 is far from \$41\.32/);
    assert.match(two('\\$43.10', '\\$81.20').join(), /: \$81\.20 is far from \$43\.10/);
  });
  it('compares shares withheld with shares sold', () =>
    assert.match(two('\\$52.11', '\\$25.11', {}, 'F').join(), /^information .*is far from/));
  it('is none of these', () => {
    assert.deepEqual(two('\\$43.10', '\\$49.50'), []);
    assert.deepEqual(two('\\$43.10', '\\$64.00'), []);
    assert.deepEqual(two('\\$43.10', '\\$81.20', { day: '03/08/2022' }), []);
    assert.deepEqual(two('\\$43.10', '\\$81.20', { title: 'Series A Preferred Stock' }), []);
    for (const code of ['A', 'M', 'D', 'G', 'J']) assert.deepEqual(two('\\$43.10', '\\$81.20', {}, code), [], code);
    for (const note of [
      'Sold in a private transaction.',
      'Purchased in the underwritten public offering.',
      'Sold in a block trade at a discount.',
      'Delivered under a forward contract.',
      'Sold at the exercise price of a call option.',
      'Sold in the tender offer.',
      'Price set by the agreement of January 2021.',
      'Purchased under the employee stock purchase plan.',
    ])
      assert.deepEqual(
        told(
          `${row('S', '\\$43.10', '900')}\n${row('S', '\\$81.20 <sup>(1)</sup>', '800')}\n1. ${note}`,
          'price-outlier',
        ),
        [],
        note,
      );
    const option = (price: string, total: string): string =>
      `| Call Option | \\$50 | 03/07/2022 |  | S |  |  | 100 | 03/07/2022 | 06/07/2022 | Common Stock | 10,000 | ${price} | ${total} | D |  |`;
    assert.deepEqual(told(`Table II\n${option('\\$1.10', '900')}\n${option('\\$3.20', '800')}`, 'price-outlier'), []);
  });
});

describe('cells-exchanged', () => {
  it('puts the cells back, with their signs', () =>
    fixes(
      'cells-exchanged',
      `${row('S', '\\$43.10', '900')}\n| Common Stock | 03/07/2022 |  | S |  | \\$43.16 | D | 1,693 | 800 | D |  |`,
      `${row('S', '\\$43.10', '900')}\n| Common Stock | 03/07/2022 |  | S |  | 1,693 | D | \\$43.16 | 800 | D |  |`,
    ));
  it('is the only one to speak of its row', () => {
    const example = [row('S', '\\$43.10', '10,000'), row('S', '9,900', '\\$43.16'), row('S', '\\$43.20', '9,800')];
    assert.deepEqual(
      findings(filingAround(example.join('\n')), { today: 30000 }).map(({ rule }) => rule),
      ['cells-exchanged'],
    );
  });
  it('is none of these', () => {
    for (const [amount, price, total] of [
      ['693', '43.16', '9,503'],
      ['693', '\\$43.16', '9,503'],
      ['\\$693', '\\$43.16', '9,503'],
      ['693', '\\$43.16', '\\$9,503'],
      ['\\$693', '43.16', '\\$9,503'],
      ['\\$693 <sup>(1)</sup>', '43.16', '9,503'],
      ['\\$693', '43.16 <sup>(1)</sup>', '9,503'],
      ['\\$693', '<sup>(1)</sup>', '9,503'],
      ['693', '43.16', '\\$9,503 <sup>(1)</sup>'],
      ['693', '', '\\$9,503'],
    ] as const)
      assert.deepEqual(
        told(`${row('S', price, total, { amount })}\n1. A note.`, 'cells-exchanged'),
        [],
        `${amount} ${price} ${total}`,
      );
    fine(
      '| Common Stock |  |  |  |  |  |  |  | 9,503 | I | By Trust |\n| Common Stock | 03/07/2022 |  | A |  | 10 | A | \\$0 | 9,513 | D |  |',
    );
    assert.deepEqual(
      told(
        'Table II\n| Swap | \\$20 | 03/07/2022 |  | P |  | \\$500 |  | 03/07/2021 | 03/07/2032 | Common Stock | 500 | 20 | 500 | D |  |',
        'cells-exchanged',
      ),
      [],
    );
  });
});

describe('footnote-place', () => {
  const AVERAGE = 'Weighted average price of trades from $43.00 to $43.50.';
  const filing = (price: string, cell: string, nature: string, ...notes: string[]): string[] =>
    told(
      [
        row('S', price, '900'),
        `| Common Stock |  |  |  |  |  |  |  | 700 | I | By Trust${nature} |`,
        'Table II',
        `| Stock Option | \\$20 | 03/07/2022 |  | A |  | 500 |  | ${cell} | 03/07/2032 | Common Stock | 500 | \\$0 | 500 | D |  |`,
        ...notes.map((note, at) => `${at + 1}. ${note}`),
      ].join('\n'),
      'footnote-place',
    );
  const [ONE, TWO] = [' <sup>(1)</sup>', ' <sup>(2)</sup>'];
  it('tells an average that a date or a nature cites', () => {
    assert.match(
      filing('\\$43.16' + ONE, TWO.trim(), '', 'Vests in a year.', AVERAGE).join(),
      /^warning .*footnote 2 speaks/,
    );
    assert.match(filing('\\$43.16', '03/07/2023', ONE, AVERAGE).join(), /^warning .*footnote 1 speaks/);
    assert.match(filing('\\$43.16' + ONE, TWO.trim(), '', AVERAGE, AVERAGE).join(), /footnote 2/);
  });
  it('is none of these', () => {
    assert.deepEqual(filing('\\$43.16' + ONE, TWO.trim(), '', AVERAGE, 'Vests in a year.'), []);
    assert.deepEqual(filing('\\$43.16' + ONE, '03/07/2023', ONE, AVERAGE), [], 'cited at the price too');
    assert.deepEqual(filing('\\$43.16', ONE.trim(), '', 'Vests on the day of the volume-weighted average price.'), []);
    assert.deepEqual(filing('\\$43.16', '03/07/2023', ONE, 'Held by a trust.'), []);
    assert.deepEqual(filing('\\$43.16', '03/07/2023', '', AVERAGE), [], 'cited by nothing');
  });
});

describe('average-out-of-range of footnotes that have moved by one', () => {
  const SALES = [
    ['\\$76.16', '\\$75.91 to \\$76.56'],
    ['\\$73.90', '\\$73.65 to \\$74.30'],
    ['\\$75.48', '\\$75.23 to \\$75.88'],
  ] as const;
  const filing = (order: readonly number[], more: readonly string[] = []): string[] => {
    const notes = [...more, ...order.map((at) => `Weighted average price of trades from ${SALES[at]![1]}.`)];
    return said(
      findings(
        filingAround(
          [
            ...SALES.map(([price], at) => row('S', `${price} <sup>(${at + 1})</sup>`, String(900 - 100 * at))),
            ...notes.map((note, at) => `${at + 1}. ${note} Full information will be given on request.`),
          ].join('\n'),
        ),
      ).filter(({ rule }) => rule === 'average-out-of-range' || rule === 'footnote-place'),
    );
  };
  it('is one finding', () => {
    assert.match(
      filing([2, 0, 1]).join(),
      /^warning .* In 3 rows .* the footnote after the one that is cited: .*moved by one\.$/,
    );
    assert.equal(filing([2, 0, 1]).length, 1);
    assert.match(
      filing([1, 2, 0]).join(),
      /^warning .* the footnote before the one|^warning .* the footnote after the one/,
    );
    assert.match(filing([0, 1, 2], ['Held by a trust.']).join(), /In 2 rows/);
  });
  it('is two rows that cite each other’s footnotes, or nothing', () => {
    assert.match(filing([1, 0, 2]).join(), /Two rows seem to cite each other's footnotes/);
    assert.deepEqual(filing([0, 1, 2]), []);
  });
});
