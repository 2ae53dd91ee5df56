/** Prices, amounts and ownership: the last value that is right and the first that is not. */
import assert from 'node:assert/strict';
import { filingAround, fine, fixed, fixes } from '../../harness';
import { all, offers, related, told } from '../told';

interface Parts {
  readonly code?: string;
  readonly amount?: string;
  readonly side?: string;
  readonly price?: string;
  readonly total?: string;
  readonly title?: string;
  readonly day?: string;
}
const row = ({
  code = 'S',
  amount = '100',
  side = 'D',
  price = '\\$43.16',
  total = '900',
  title = 'Common Stock',
  day = '03/07/2022',
}: Parts): string => `| ${title} | ${day} |  | ${code} |  | ${amount} | ${side} | ${price} | ${total} | D |  |`;
const option = ({
  code = 'M',
  amount = '50',
  price = '\\$0',
  column2 = '\\$10',
  day = '03/07/2022',
}: Parts & { column2?: string }): string =>
  `Table II\n| Option | ${column2} | ${day} |  | ${code} |  |  | ${amount} | 03/07/2021 | 03/07/2031 | Common Stock | ${amount} | ${price} | 0 | D |  |`;
const signed = (date: string): string => `Signature: /s/ Rowan J. Alder ${date}`;
const UNDERTAKEN = ' Full information will be given on request.';
const NOTE = '\n- A note.';

describe('price-missing, price-zero and price-column-8', () => {
  it('ask by table and code', () => {
    for (const code of ['P', 'S', 'M', 'C', 'X', 'O', 'J', 'G'])
      assert.equal(
        told('price-missing', row({ code, side: 'PMCXO'.includes(code) ? 'A' : 'D', price: '' })).length,
        1,
        code,
      );
    for (const code of ['M', 'C', 'X', 'O']) {
      assert.equal(told('price-column-8', option({ code, price: '\\$10' })).length, 1, code);
      assert.equal(told('price-column-8', row({ code, side: 'A', price: '\\$10' })).length, 0, code);
    }
    for (const code of ['A', 'J', 'E', 'H'])
      assert.deepEqual(told('price-column-8', option({ code, price: '\\$10' })), [], code);
    assert.deepEqual(told('price-zero', option({ code: 'S', price: '\\$0' })), []);
    assert.deepEqual(told('price-missing', option({ code: '', price: '' })), [], 'without a code nobody knows');
  });
  it('say what the price is of', () => {
    assert.match(told('price-zero', row({ price: '\\$0' })).join(), /beside code S.*; found 0/);
    assert.match(told('price-column-8', option({ price: '\\$3' })).join(), /^information: Beside code M column 8/);
    assert.deepEqual(related('price-column-8', option({ price: '\\$3' })), []);
    assert.deepEqual(offers('price-column-8', option({ price: '\\$3' })), ['Set the price in column 8 to $0']);
    assert.deepEqual(offers('price-column-8', option({ price: '\\$10' })), ['* Set the price in column 8 to $0']);
  });
  it('leave a row to the rule that has accused its side', () =>
    assert.deepEqual(told('price-zero', row({ price: '\\$0', side: 'A' })), []));
  it('take a footnote alone for a reason', () => {
    assert.deepEqual(told('price-missing', row({ price: '<sup>(1)</sup>' }) + NOTE), []);
    assert.equal(told('price-missing', row({ price: '', amount: '100 <sup>(1)</sup>' }) + NOTE).length, 1);
  });
});

describe('price-like-total', () => {
  const pair = (amount: string, price: string, other: Parts = {}): string =>
    `${row({ price: '\\$43.00', day: '03/04/2022', ...other })}\n${row({ amount, price, total: '400' })}`;
  it('begins with prices of $10,000', () => {
    assert.equal(told('price-like-total', pair('232', '\\$10,000')).length, 1);
    assert.deepEqual(told('price-like-total', pair('232', '\\$9,999')), []);
  });
  it('needs a price of the same class within a fifth', () => {
    assert.equal(told('price-like-total', pair('1,000', '\\$51,600')).length, 1, '51.60 is 43 and a fifth');
    assert.match(told('price-like-total', pair('1,000', '\\$51,601')).join(), /^hint/);
    assert.equal(told('price-like-total', pair('1,000', '\\$34,400')).length, 1);
    assert.match(told('price-like-total', pair('1,000', '\\$34,399')).join(), /^hint/);
    assert.match(told('price-like-total', pair('1,000', '\\$43,000', { title: 'Class B' })).join(), /^hint/);
    assert.deepEqual(told('price-like-total', pair('0 <sup>(1)</sup>', '\\$43,000') + NOTE), []);
  });
  it('has no fix where the price is the number of shares', () => {
    assert.match(
      told('price-like-total', row({ amount: '1,000', price: '\\$1,000' })).join(),
      /the number of shares in the same row/,
    );
    assert.deepEqual(offers('price-like-total', row({ amount: '1,000', price: '\\$1,000' })), []);
  });
  it('leaves dollars, blanks and holdings alone', () => {
    assert.deepEqual(told('price-like-total', row({ amount: '\\$1,000', price: '\\$1,000' })), []);
    assert.deepEqual(told('price-like-total', row({ amount: '', price: '\\$1,000' })), []);
  });
});

describe('price-outlier', () => {
  it('takes the lower of two middle prices for the usual one, whatever their order', () => {
    const four = (...prices: string[]): string =>
      prices.map((price, at) => row({ price: `\\$${price}`, total: `${900 - 100 * at}` })).join('\n');
    assert.match(
      told('price-outlier', four('430', '43', '42', '41')).join(),
      /\$430 is a factor of ten or more from \$42,/,
    );
    assert.match(told('price-outlier', four('41', '430', '42')).join(), /\$430 .* from \$42,/);
    assert.match(told('price-outlier', four('4.1', '42', '43')).join(), /\$4\.10 .* from \$42,/);
  });
  it('lets one price be, and prices that are in doubt', () => {
    assert.deepEqual(told('price-outlier', row({ price: '\\$430' })), []);
    assert.deepEqual(
      told(
        'price-outlier',
        `${row({ price: '\\$43' })}\n${row({ price: '\\$43.00001', total: '800' })}\n${row({ price: '\\$0', total: '700' })}`,
      ),
      [],
    );
  });
  it('points to the usual one', () =>
    assert.deepEqual(
      related(
        'price-outlier',
        `${row({ price: '\\$43' })}\n${row({ price: '\\$4.1', total: '800' })}\n${row({ price: '\\$43', total: '700' })}`,
      ),
      ['another price of that day, $43: \\$43'],
    ));
});

describe('average prices', () => {
  const sale = (words: string, more: Parts = {}): string =>
    `${row({ price: '\\$10.2 <sup>(1)</sup>', ...more })}\n- ${words}`;
  it('are asked about since June 25, 2008, and where no day is known', () => {
    const rules = ['average-range-missing', 'average-range-wide', 'average-undertaking'];
    const words = 'Weighted average.';
    const wide = 'Weighted average, from $10.00 to $12.00.';
    const on = (date: string, text: string): string[] =>
      all(
        `${sale(text, { day: date })}\n3. Date of Earliest Transaction (Month/Day/Year) <u>${date}</u>\n${signed(date)}`,
      )
        .map((one) => one.split(' ')[1]!)
        .filter((rule) => rules.includes(rule));
    assert.deepEqual(on('06/24/2008', words), []);
    assert.deepEqual(on('06/24/2008', wide), []);
    assert.deepEqual(on('06/25/2008', words).sort(), ['average-range-missing', 'average-undertaking']);
    assert.deepEqual(on('06/25/2008', wide).sort(), ['average-range-wide', 'average-undertaking']);
    assert.deepEqual(on('', words).sort(), ['average-range-missing', 'average-undertaking']);
  });
  it('find their footnote at the amount, the code or the date where the price has none', () => {
    const words = `Weighted average.${UNDERTAKEN}`;
    for (const parts of [
      { amount: '100 <sup>(1)</sup>' },
      { code: 'S <sup>(1)</sup>' },
      { day: '03/07/2022 <sup>(1)</sup>' },
    ])
      assert.equal(
        told('average-range-missing', sale(words, { price: '\\$10.2', ...parts })).length,
        1,
        JSON.stringify(parts),
      );
    assert.equal(
      told('average-range-missing', sale(words, { price: '\\$10.2', total: '900 <sup>(1)</sup>' })).length,
      0,
    );
  });
  it('get the undertaking only where it fits', () => {
    const text = (n: number): string => sale(`Weighted average, from $10.00 to $10.50.${' x'.repeat(500).slice(0, n)}`);
    const room = 1000 - 'Weighted average, from $10.00 to $10.50.'.length - 208;
    assert.deepEqual(offers('average-undertaking', text(room)), ['Add the undertaking to the footnote']);
    assert.deepEqual(offers('average-undertaking', text(room + 2)), []);
    assert.deepEqual(all(fixed('average-undertaking', text(room))), [], 'it is not too long then');
  });
  it('read the undertaking however it is worded', () => {
    for (const words of [
      'The holder undertakes to tell.',
      'I undertake to tell.',
      'Complete information is there.',
      'Further pricing details are there.',
      'Details on request.',
      'Details upon written request.',
      'The issuer will provide details.',
      'Details will be furnished.',
    ])
      assert.deepEqual(
        told('average-undertaking', sale(`Weighted average, from $10.00 to $10.50. ${words}`)),
        [],
        words,
      );
  });
  const two = (first: string, second: string, markers: [string, string] = ['1', '2']): string =>
    [
      row({ price: `\\$${first} <sup>(${markers[0]})</sup>` }),
      row({ price: `\\$${second} <sup>(${markers[1]})</sup>`, total: '800' }),
      '- Weighted average, from $42.80 to $43.40.',
      `- Weighted average, from $44.00 to $44.40.${UNDERTAKEN}`,
    ].join('\n');
  it('are a warning where a range of another footnote holds the price, without a cent of slack, or a hundredth lies between', () => {
    assert.match(
      told('average-out-of-range', two('44.40', '44.10')).join(),
      /^warning: .*Footnote 2 states a range that holds it\.$/,
    );
    assert.match(
      told('average-out-of-range', two('43.83', '44.10')).join(),
      /^information: [^.]*\$42\.80 to \$43\.40, as its footnote says; found \$43\.83\.$/,
    );
    for (const far of ['44.41', '50', '4.31', '42.36'])
      assert.match(told('average-out-of-range', two(far, '44.10')).join(), /^warning: [^.]*\$42\.80/, far);
    for (const near of ['43.43', '42.38', '43.83'])
      assert.match(told('average-out-of-range', two(near, '44.10')).join(), /^information: /, near);
    assert.deepEqual(offers('average-out-of-range', two('4.31', '44.10')), []);
  });
  it('swap their markers where two rows cite each other’s footnote', () => {
    const crossed = two('44.10', '43.00');
    assert.deepEqual(told('average-out-of-range', crossed).length, 1);
    assert.match(told('average-out-of-range', crossed).join(), /Two rows seem to cite each other's footnotes\.$/);
    assert.deepEqual(offers('average-out-of-range', crossed), ['* Swap the markers (1) and (2)']);
    fixes('average-out-of-range', crossed, two('44.10', '43.00', ['2', '1']));
    assert.deepEqual(
      related('average-out-of-range', crossed).map((one) => one.split(':')[0]),
      ['the range that the footnote states', 'the range of footnote 2', 'the row that cites the footnote of this one'],
    );
  });
  it('cite the other footnote where their own is still cited elsewhere', () => {
    const three = `${row({ price: '\\$43.00 <sup>(1)</sup>', total: '1,000' })}\n${two('44.10', '44.20')}`;
    assert.deepEqual(offers('average-out-of-range', three), ['* Cite footnote (2)']);
    assert.deepEqual(offers('average-out-of-range', two('44.10', '44.20')), []);
  });
  it('belong to trades at a price above zero', () => {
    for (const parts of [{ code: 'D' }, { price: '\\$0 <sup>(1)</sup>' }, { price: '<sup>(1)</sup>' }])
      assert.deepEqual(told('average-out-of-range', sale('Weighted average, from $42.80 to $43.40.', parts)), []);
  });
});

describe('exercise-price', () => {
  const exercise = (price: string, parts: Parts & { column2?: string } = {}, own: Parts = {}): string =>
    `${row({ code: 'M', side: 'A', amount: '50', price, ...own })}\n${option(parts)}`;
  it('compares rows of one code, day and amount', () => {
    assert.deepEqual(told('exercise-price', exercise('\\$9')), [
      'warning: Expected $10, the exercise price that column 2 of Table II states for this exercise; found $9.',
    ]);
    assert.equal(told('exercise-price', exercise('\\$9', { code: 'X' }, { code: 'X' })).length, 1);
    for (const parts of [{ day: '03/04/2022' }, { amount: '49' }, { code: 'X' }, { column2: '<sup>(1)</sup>' }])
      assert.deepEqual(told('exercise-price', exercise('\\$9', parts) + NOTE), [], JSON.stringify(parts));
    assert.deepEqual(told('exercise-price', exercise('\\$9', { code: 'C' }, { code: 'C' })), []);
    assert.deepEqual(told('exercise-price', exercise('')), []);
    assert.deepEqual(told('exercise-price', exercise('\\$9', { amount: '' }, { amount: '' })), []);
  });
  it('takes any of the rows of that exercise', () => {
    const second = (column2: string): string => option({ column2 }).split('\n')[1]!;
    assert.deepEqual(told('exercise-price', `${exercise('\\$9')}\n${second('\\$9')}`), []);
    assert.equal(told('exercise-price', `${exercise('\\$9')}\n${second('\\$8')}`).length, 1);
  });
});

describe('withholding', () => {
  const withheld = (parts: Parts = {}): string => row({ code: 'F', amount: '10', total: '950', ...parts });
  const gained = (code: string, parts: Parts = {}): string =>
    row({ code, side: 'A', amount: '5', price: '\\$1', total: '960', ...parts });
  const over = (...rows: string[]): string[] => told('withhold-amount', rows.join('\n'));
  it('is held against what M, A, C, X and J brought that day', () => {
    for (const code of ['M', 'A', 'C', 'X']) assert.equal(over(gained(code), withheld()).length, 1, code);
    assert.equal(over(gained('J <sup>(1)</sup>'), withheld(), '- A note.').length, 1);
    for (const code of ['P', 'G', 'L']) assert.deepEqual(over(gained(code), withheld()), [], code);
    assert.deepEqual(over(withheld()), []);
    assert.deepEqual(over(gained('A')), []);
    assert.deepEqual(
      over(gained('J <sup>(1)</sup>', { side: 'D', total: '960' }), withheld(), '- A note.'),
      [],
      'given away',
    );
    assert.deepEqual(
      over(gained('A', { amount: '0 <sup>(1)</sup>' }), withheld({ total: '950 <sup>(1)</sup>' }), '- A note.'),
      [],
    );
    assert.deepEqual(over(gained('A', { day: '03/04/2022' }), withheld()), []);
    assert.deepEqual(over(gained('A', { day: '' }), withheld({ day: '' })), []);
    assert.deepEqual(over(gained('A', { title: 'Class B' }), withheld()), []);
  });
  it('adds up both, and points to what was acquired', () => {
    const rows = [
      gained('A'),
      gained('M', { total: '965' }),
      withheld({ amount: '6', total: '959' }),
      withheld({ amount: '5', total: '954' }),
    ];
    assert.match(
      over(...rows).join(),
      /^information: 11 shares were withheld on this day \(code F\) and 10 acquired\./,
    );
    assert.deepEqual(related('withhold-amount', rows.join('\n')), ['acquired that day: 5', 'acquired that day: 5']);
    assert.deepEqual(over(...rows.slice(0, 3)), []);
  });
  it('has one price a day', () => {
    const first = withheld({ price: '\\$43.16' });
    const second = (price: string, parts: Parts = {}): string => withheld({ price, total: '940', ...parts });
    const odd = (...rows: string[]): string[] => told('withhold-price', rows.join('\n'));
    assert.match(odd(first, second('\\$43.17')).join(), /found \$43\.17 here and \$43\.16 in another row/);
    assert.deepEqual(odd(first, second('')), []);
    assert.deepEqual(odd(first, second('\\$43.17', { code: 'S' })), []);
    assert.deepEqual(odd(first, second('\\$0')), []);
    assert.match(odd(second('\\$43.17'), first, second('\\$43.16', { total: '930' })).join(), /found \$43\.17 here/);
  });
});

describe('gift-price', () =>
  it('speaks of gifts alone', () => {
    assert.match(told('gift-price', row({ code: 'G' })).join(), /found \$43\.16\. Check the price and the code\.$/);
    assert.deepEqual(told('gift-price', row({ code: 'W' })), []);
    fixes('gift-price', row({ code: 'G' }), row({ code: 'G', price: '\\$0' }));
  }));

describe('ownership and titles', () => {
  const owned = (form: string, nature: string): string =>
    `| Common Stock | 03/07/2022 |  | A |  | 693 | A | \\$43.16 | 9,503 | ${form} | ${nature} |`;
  const held = (title: string, at: number): string => `| ${title} |  |  |  |  |  |  |  | 5 | I | By Trust ${at} |`;
  it('a letter in another form is the letter', () => {
    for (const [raw, words] of [
      ['d', 'D (direct)'],
      ['Direct', 'D (direct)'],
      ['i', 'I (indirect)'],
      ['INDIRECT', 'I (indirect)'],
    ] as const)
      assert.deepEqual(offers('ownership-form', owned(raw, '')), [`* Write ${words}`], raw);
    assert.deepEqual(offers('ownership-form', owned('X', '')), ['Write D (direct)', 'Write I (indirect)']);
    assert.deepEqual(offers('ownership-form', owned('X', 'By Trust')), ['Write I (indirect)', 'Write D (direct)']);
    assert.deepEqual(offers('ownership-form', owned('', 'By Trust')), []);
  });
  it('a nature that is missing may be one of three that stand elsewhere', () => {
    const others = [1, 2, 3, 4].map((at) => held('Class B', at)).join('\n');
    assert.deepEqual(offers('nature-missing', `${owned('I', '')}\n${others}\n${held('Class B', 1)}`), [
      'Write “By Trust 1”',
      'Write “By Trust 2”',
      'Write “By Trust 3”',
      'Change the ownership form to D',
    ]);
    assert.deepEqual(offers('nature-missing', owned('I', '')), ['Change the ownership form to D']);
    assert.doesNotMatch(told('nature-missing', owned('I', '')).join(), /alone/);
  });
  it('a nature is written behind the tabs that a short row lacks', () => {
    const tabbed = (nature: string): string =>
      filingAround(`${owned('I', nature)}\n${held('Class B', 1)}`).replace(/^\| (.*) \|$/gm, (_, cells: string) =>
        cells.replaceAll(/ ?\| ?/g, '\t'),
      );
    const short = tabbed('').replace('\tI\t\n', '\tI\n');
    assert.notEqual(short, tabbed(''));
    fixes('nature-missing', short, tabbed('By Trust 1'), 'Write “By Trust 1”');
    const piped = filingAround(`${owned('I', '').replace(/ \| {2}\|$/, ' |')}\n${held('Class B', 1)}`);
    assert.deepEqual(offers('nature-missing', piped), ['Change the ownership form to D']);
  });
  it('a title is held against the spelling that most rows have, the first of as many', () => {
    const drift = (...titles: string[]): string[] =>
      told('title-drift', [owned('D', ''), ...titles.map(held)].join('\n'));
    assert.match(
      drift('Common Stocks', 'Common Stocks').join(),
      /"Common Stocks" stands in 2 other rows; found "Common Stock"\.$/,
    );
    assert.match(drift('Common Stocks').join(), /"Common Stock" stands in 1 other row; found "Common Stocks"\.$/);
    assert.match(
      drift('common stock', 'common stock', 'Common Stock', 'Common Stock').join(),
      /3 other rows; found "common stock" \(in 2 rows\)\.$/,
    );
    for (const [a, b] of [
      ['Class', 'Clas'],
      ['Gas', 'Ga'],
      ['Series A', 'Series B'],
      ['5% Notes', '6% Notes'],
      ['Series 1', 'Series 11'],
    ] as const)
      assert.deepEqual(drift(a, b), [], a);
    for (const [a, b] of [
      ['Units', 'Unit'],
      ['5% Notes', '5% NOTE'],
      ['Class A', 'CLASS A'],
    ] as const)
      assert.equal(drift(a, b).length, 1, a);
    assert.deepEqual(drift('Common<sup>(1)</sup> Stocks'), []);
  });
  it('rows in which all is well are left alone', () => fine(`${owned('D', '')}\n${held('Class B', 1)}`));
});

describe('price-like-total of a lone price', () => {
  const lone = (title: string, amount: string, price: string, code = 'P'): string[] =>
    told('price-like-total', row({ title, code, amount, price, side: code === 'S' ? 'D' : 'A', total: '99,000' }));
  it('is a hint, and offers nothing', () => {
    assert.match(lone('Common Stock', '15,000', '\\$1,230,435').join(), /^hint.*one share comes to \$82\.029\./);
    assert.match(lone('Ordinary Shares', '100', '\\$10,000').join(), /^hint/);
    assert.deepEqual(offers('price-like-total', row({ amount: '15,000', price: '\\$1,230,435', total: '99,000' })), []);
    assert.equal(lone('Class A Common Stock', '500', '\\$21,600', 'S').length, 1);
    assert.equal(lone('Common Stock', '500', '\\$21,600', 'A').length, 1);
  });
  it('is none of these', () => {
    for (const [title, amount, price] of [
      ['Common Stock', '99', '\\$21,600'],
      ['Class A Common Stock', '3', '\\$487,255'],
      ['Class A Common Stock', '25', '\\$612,000'],
      ['Common Stock', '100', '\\$9,999.99'],
      ['Common Stock', '500', '\\$9,800'],
      ['Common Stock', '500', '\\$3,200.15'],
      ['Common Stock', '500', '\\$0'],
      ['Common Stock', '500', ''],
      ['Common Stock', '500', '\\$216'],
      ['Series A Preferred Stock', '500', '\\$10,000'],
      ['Preferred Stock', '100', '\\$25,000'],
      ['Convertible Notes', '500', '\\$10,000'],
      ['Limited Partnership Interests', '500', '\\$10,000'],
      ['Class A Units', '500', '\\$10,000'],
      ['Common Units', '500', '\\$10,000'],
      ['Common Limited Partnership Units', '500', '\\$10,000'],
      ['Common Interests', '500', '\\$10,000'],
      ['Depositary Shares', '500', '\\$10,000'],
      ['Shares of Beneficial Interest', '500', '\\$10,000'],
      ['Warrants', '500', '\\$10,000'],
    ] as const)
      assert.deepEqual(lone(title, amount, price), [], `${title} ${amount} ${price}`);
    const dear = [
      row({ amount: '150', price: '\\$487,255' }),
      row({ amount: '200', price: '\\$488,100', total: '700' }),
    ];
    assert.deepEqual(told('price-like-total', dear.join('\n')), [], 'each bears out the other');
    assert.deepEqual(told('price-like-total', row({ amount: '\\$21,600', price: '\\$21,600', total: '99,000' })), []);
  });
});
