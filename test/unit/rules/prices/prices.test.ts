/** Prices: exceptions and near misses. */
import assert from 'node:assert/strict';
import { filingAround, findings, fine, fixed, flags, marked, said } from '../../harness';

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
}: Parts & { column2?: string }): string =>
  `Table II\n| Option | ${column2} | 03/07/2022 |  | ${code} |  |  | ${amount} | 03/07/2021 | 03/07/2031 | Common Stock | ${amount} | ${price} | 0 | D |  |`;
const of = (rule: string, example: string): string[] =>
  said(findings(marked(filingAround(example)).text, { today: 30000 }).filter((finding) => finding.rule === rule));
const FULL = ' Full information will be given on request.';

describe('price-missing', () => {
  it('lets M, C, O and X in Table II be blank, and no other code', () => {
    for (const code of ['M', 'C', 'O', 'X'])
      assert.deepEqual(of('price-missing', option({ code, price: '' })), [], code);
    assert.equal(of('price-missing', option({ code: 'A', price: '' })).length, 1);
    assert.equal(of('price-missing', option({ code: 'J', price: '' })).length, 1);
  });
  it('asks holdings for no price', () => fine(`${row({})}\n| Common Stock |  |  |  |  |  |  |  | 5 | I | By Spouse |`));
  it('is information in a draft and before EDGAR had a schema', () => {
    assert.match(of('price-missing', `${row({ price: '' })}\nSignature:`)[0]!, /^information/);
    const old = `${row({ price: '', day: '03/07/2002' })}\nSignature: /s/ Rowan J. Alder 03/08/2002`;
    assert.match(of('price-missing', old)[0]!, /^information/);
  });
});

describe('price-zero', () => {
  it('speaks of P, S and F alone', () => {
    for (const code of ['P', 'S', 'F'])
      assert.equal(of('price-zero', row({ code, side: code === 'P' ? 'A' : 'D', price: '\\$0' })).length, 1, code);
    for (const code of ['A', 'G', 'J', 'D'])
      assert.deepEqual(of('price-zero', row({ code, side: code === 'A' ? 'A' : 'D', price: '\\$0' })), [], code);
  });
  it('lets a footnote of the price explain it, and another of the row that says nothing was paid', () => {
    const noted = (words: string, where: 'amount' | 'price' = 'amount'): number =>
      of(
        'price-zero',
        `${row({ price: where === 'price' ? '\\$0 <sup>(1)</sup>' : '\\$0', amount: where === 'amount' ? '100 <sup>(1)</sup>' : '100' })}\n- ${words}`,
      ).length;
    for (const words of [
      'Given up.',
      'Forfeited for no consideration.',
      'Delivered without payment.',
      'In exchange for units.',
    ])
      assert.equal(noted(words), 0, words);
    for (const words of ['Sold in the open market.', 'Shares withheld for taxes.', 'Effected under a plan.'])
      assert.equal(noted(words), 1, words);
    assert.equal(noted('Sold in the open market.', 'price'), 0);
  });
});

describe('price-column-8', () => {
  it('is information where the price is not that of column 2', () => {
    assert.match(of('price-column-8', option({ price: '\\$3' }))[0]!, /^information/);
    assert.match(of('price-column-8', option({ price: '\\$10.00' }))[0]!, /^warning/);
  });
  it('leaves grants alone', () => assert.deepEqual(of('price-column-8', option({ code: 'A', price: '\\$10' })), []));
});

describe('price-like-total', () => {
  it('lets small numbers be equal by chance, from 1,000 on not', () => {
    assert.deepEqual(of('price-like-total', row({ amount: '999', price: '\\$999' })), []);
    assert.equal(of('price-like-total', row({ amount: '1,000', price: '\\$1000.00' })).length, 1);
  });
  it('lets a dear share be dear', () => {
    const dear = `${row({ amount: '2', price: '\\$410,000' })}\n${row({ amount: '3', price: '\\$411,000', total: '897' })}`;
    assert.deepEqual(of('price-like-total', dear), []);
  });
  it('is a hint without another price of that class to compare with', () => {
    const hints = (example: string): boolean[] => of('price-like-total', example).map((one) => one.startsWith('hint'));
    assert.deepEqual(hints(row({ amount: '500', price: '\\$21,600' })), [true]);
    const others = `${row({ amount: '500', price: '\\$21,600' })}\n${row({ price: '\\$43', title: 'Class B Common Stock' })}`;
    assert.deepEqual(hints(others), [true]);
  });
  it('is the only one to speak of its row', () => {
    flags(
      'price-like-total',
      `${row({ price: '\\$43.10' })}\n${row({ amount: '500', price: '⟦\\$21,600⟧', total: '400' })}`,
      'comes to $43.20',
    );
  });
});

describe('price-outlier', () => {
  const pair = (price: string, more: Parts = {}): string =>
    `${row({ price: '\\$43.10' })}\n${row({ price, total: '800', ...more })}`;
  it('speaks from half as much again on, either way', () => {
    assert.equal(of('price-outlier', pair('\\$431.00')).length, 1);
    assert.equal(of('price-outlier', pair('\\$4.31')).length, 1);
    for (const [price, times] of [
      ['430.99', 1],
      ['64.65', 1],
      ['64.64', 0],
      ['28.74', 0],
      ['28.73', 1],
    ] as const)
      assert.equal(of('price-outlier', pair(`\\$${price}`)).length, times, price);
  });
  it('compares one class, one day, one kind of trade', () => {
    assert.deepEqual(of('price-outlier', pair('\\$0.43', { title: 'Warrants' })), []);
    assert.deepEqual(of('price-outlier', pair('\\$0.43', { code: 'D' })), []);
    assert.deepEqual(
      of(
        'price-outlier',
        `${row({ price: '\\$43.10', day: '03/04/2022' })}\n${row({ price: '\\$4.10', total: '800' })}`,
      ),
      [],
    );
  });
  it('takes the price of most rows for the usual one', () => {
    flags(
      'price-outlier',
      `${row({ price: '⟦\\$4.31⟧' })}\n${row({ price: '\\$43.10', total: '800' })}\n${row({ price: '\\$43.20', total: '700' })}`,
      '$4.31 is a factor',
    );
  });
});

describe('gift-price', () => {
  it('speaks in both tables, and lets 0 and a footnote be', () => {
    assert.equal(of('gift-price', option({ code: 'G', price: '\\$5' })).length, 1);
    assert.deepEqual(of('gift-price', row({ code: 'G', price: '$0.00' })), []);
    assert.deepEqual(of('gift-price', `${row({ code: 'G', price: '<sup>(1)</sup>' })}\n- A gift.`), []);
  });
});

describe('average prices', () => {
  const sale = (price: string, words: string, code = 'S'): string =>
    `${row({ price: `${price} <sup>(1)</sup>`, code })}\n- ${words}${FULL}`;
  it('are held against the ways in which ranges are written', () => {
    for (const words of [
      'prices ranging from \\$10.00 to \\$10.50, inclusive',
      'at prices between $10.00 and $10.50',
      'in multiple trades at $10.00 - $10.50',
      'a range of $10.00 per share to $10.50 per share',
      'prices ranged from a low of $10.00 to a high of $10.50',
      'prices from 10.00 to 10.50',
      'prices ranging from $10.50 to $10.00',
    ]) {
      assert.deepEqual(of('average-range-missing', sale('\\$10.2', `Weighted average, ${words}.`)), [], words);
      assert.deepEqual(of('average-out-of-range', sale('\\$10.51', `Weighted average, ${words}.`)), [], words);
      assert.deepEqual(of('average-out-of-range', sale('\\$9.99', `Weighted average, ${words}.`)), [], words);
      assert.equal(of('average-out-of-range', sale('\\$10.5101', `Weighted average, ${words}.`)).length, 1, words);
      assert.equal(of('average-out-of-range', sale('\\$9.9899', `Weighted average, ${words}.`)).length, 1, words);
    }
  });
  it('have a range in whatever currency, and are compared with one in dollars alone', () => {
    for (const words of [
      'prices from C$34.10 to C$35.05',
      'prices ranging from €34.10 to €35.05',
      'prices between GBP 34.10 and GBP 35.05',
      'sold at CAD 34.10 to CAD 37.05',
    ])
      for (const rule of ['average-range-missing', 'average-out-of-range', 'average-range-wide'])
        assert.deepEqual(of(rule, sale('\\$10.2', `Weighted average, ${words}.`)), [], `${rule}: ${words}`);
    const inDollars = sale('\\$10.2', 'Weighted average. Sold at US$25.10 to US$25.95 per share.');
    assert.deepEqual(of('average-range-missing', inDollars), []);
    assert.equal(of('average-out-of-range', inDollars).length, 1);
  });
  it('take no other amounts for a range', () => {
    for (const words of [
      'an option at $10.00, granted in 2021, and another at $12.00',
      'fees of $1.00 and $2.00',
      'a value of $5.00. Sold to $6.00 bidders',
    ])
      assert.equal(of('average-range-missing', sale('\\$10.2', `Weighted average; ${words}.`)).length, 1, words);
  });
  it('concern P, S and F alone, since the letter of 2008', () => {
    assert.deepEqual(of('average-range-missing', sale('\\$10.2', 'A weighted average.', 'D')), []);
    assert.equal(of('average-range-missing', sale('\\$10.2', 'A weighted average.', 'F')).length, 1);
    const old = `${row({ price: '\\$10.2 <sup>(1)</sup>', day: '06/23/2008' })}\n- A weighted average.\nSignature: /s/ Rowan J. Alder 06/24/2008`;
    assert.deepEqual(of('average-range-missing', old), []);
    assert.equal(of('average-range-missing', old.replaceAll('06/24/2008', '06/25/2008')).length, 1);
  });
  it('find the range in another footnote of the price', () => {
    assert.deepEqual(
      of(
        'average-range-missing',
        `${row({ price: '\\$10.2 <sup>(1)(2)</sup>' })}\n- A weighted average.${FULL}\n- Prices ranged from $10.00 to $10.50.`,
      ),
      [],
    );
  });
  it('speak once of a footnote that many rows cite', () => {
    const rows = ['900', '800', '700'].map((total) => row({ price: '\\$10.2 <sup>(1)</sup>', total })).join('\n');
    assert.equal(of('average-range-missing', `${rows}\n- A weighted average.${FULL}`).length, 1);
  });
  it('may be a dollar apart and no more', () => {
    assert.deepEqual(of('average-range-wide', sale('\\$10.2', 'Weighted average, from $10.00 to $11.00.')), []);
    assert.match(
      of('average-range-wide', sale('\\$10.2', 'Weighted average, from $10.00 to $11.01.'))[0]!,
      /a range of \$1\.01\. One of the two prices may be mistyped\.$/,
    );
    assert.match(
      of('average-range-wide', sale('\\$1,000.2', 'Weighted average, from $1,000 to $1,002.'))[0]!,
      /a range of \$2\.$/,
    );
  });
  it('are not held against a range with a mistyped bound as well', () => {
    const example = sale('\\$43.16', 'Weighted average, from $52.80 to $43.40.');
    assert.equal(of('average-range-wide', example).length, 1);
    assert.deepEqual(of('average-out-of-range', example), []);
  });
  const two = (first: string, second: string, more = ''): string =>
    `${row({ price: `\\$44.16 <sup>(${first})</sup>` })}\n${row({ price: `\\$43.10 <sup>(${second})</sup>`, total: '800' })}${more}\n- Weighted average, from $42.80 to $43.40.\n- Weighted average, from $44.00 to $44.40.${FULL}`;
  it('are told once of two rows that cite each other’s footnotes', () => {
    assert.equal(of('average-out-of-range', two('1', '2')).length, 1);
    assert.deepEqual(of('average-out-of-range', two('2', '1')), []);
  });
  it('offer no other footnote where this one would be cited no more', () => {
    const fixesOf = (example: string): string[] =>
      findings(marked(filingAround(example)).text, { today: 30000 })
        .filter(({ rule }) => rule === 'average-out-of-range')
        .flatMap((finding) => finding.fixes().map(({ title }) => title));
    const also = `\n| Common Stock |  |  |  |  |  |  |  | 5 | I <sup>(2)</sup> | By Trust |`;
    assert.deepEqual(fixesOf(two('1', '1', also)), ['Cite footnote (2)']);
    const alone = `${row({ price: '\\$44.16 <sup>(1)</sup>', amount: '100 <sup>(2)</sup>' })}\n- Weighted average, from $42.80 to $43.40.\n- Weighted average, from $44.00 to $44.40.${FULL}`;
    assert.deepEqual(fixesOf(alone), []);
    assert.match(of('average-out-of-range', alone)[0]!, /^warning/);
  });
  it('are not held against the range of a footnote that no cell cites', () => {
    const uncited = `${row({ price: '\\$43.66 <sup>(1)</sup>' })}\n- Weighted average, from $42.80 to $43.40.\n- Weighted average, from $43.60 to $44.40.${FULL}`;
    assert.deepEqual(of('average-out-of-range', uncited), []);
    assert.match(
      of('footnote-unreferenced', uncited)[0]!,
      /states the range that holds \$43\.66, which cites another one/,
    );
    const far = `${row({ price: '\\$53.66 <sup>(1)</sup>' })}\n- Weighted average, from $42.80 to $43.40.\n- Weighted average, from $43.60 to $44.40.${FULL}`;
    assert.equal(of('average-out-of-range', far).length, 1);
    assert.doesNotMatch(of('footnote-unreferenced', far)[0]!, /holds/);
  });
  it('find the undertaking in any footnote or in the remarks', () => {
    const sold = (rest: string): string =>
      `${row({ price: '\\$10.2 <sup>(1)</sup>', amount: '100 <sup>(2)</sup>' })}\n- Weighted average, from $10.00 to $10.50.\n${rest}`;
    assert.equal(of('average-undertaking', sold('- Under a plan.')).length, 1);
    assert.deepEqual(of('average-undertaking', sold('- The holder undertakes to provide the single prices.')), []);
    assert.deepEqual(of('average-undertaking', sold('- Under a plan.\nRemarks: Details upon written request.')), []);
  });
  it('are left alone by the undertaking where the range is missing too, until it is there', () => {
    const text = fixed(
      'average-undertaking',
      `${row({ price: '\\$10.2 <sup>(1)</sup>' })}\n- Weighted average, from $10.00 to $10.50.`,
    );
    assert.deepEqual(said(findings(text, { today: 30000 })), []);
  });
});

describe('exercise-price', () => {
  const exercise = (price: string, more: Parts & { column2?: string } = {}): string =>
    `${row({ code: 'M', side: 'A', amount: '50', price, total: '900' })}\n${option(more)}`;
  it('needs a partner of the same code, day and amount with a price', () => {
    assert.equal(of('exercise-price', exercise('\\$9')).length, 1);
    assert.deepEqual(of('exercise-price', exercise('\\$10.00')), []);
    assert.deepEqual(of('exercise-price', exercise('\\$9', { amount: '51' })), []);
    assert.deepEqual(of('exercise-price', exercise('\\$9', { code: 'X' })), []);
    assert.deepEqual(of('exercise-price', exercise('\\$9', { column2: '\\$0' })), []);
  });
  it('takes any of several partners, and a footnote for an explanation', () => {
    const second = option({ column2: '\\$9' }).split('\n')[1]!;
    assert.deepEqual(of('exercise-price', `${exercise('\\$9')}\n${second}`), []);
    assert.deepEqual(of('exercise-price', `${exercise('\\$9 <sup>(1)</sup>')}\n- Adjusted for a split.`), []);
  });
});

describe('withholding', () => {
  const withheld = (price: string, more: Parts = {}): string =>
    row({ code: 'F', price, total: '800', amount: '10', ...more });
  it('has one price a day and class', () => {
    const first = row({ code: 'F', price: '\\$43.16' });
    assert.equal(of('withhold-price', `${first}\n${withheld('\\$43.17')}`).length, 1);
    assert.deepEqual(of('withhold-price', `${first}\n${withheld('\\$43.160')}`), []);
    assert.deepEqual(of('withhold-price', `${row({ code: 'F', day: '03/04/2022' })}\n${withheld('\\$43.17')}`), []);
    assert.deepEqual(of('withhold-price', `${first}\n${withheld('\\$43.17', { title: 'Class B' })}`), []);
    assert.deepEqual(
      of('withhold-price', `${first}\n${withheld('\\$43.17 <sup>(1)</sup>')}\n- Another day's close.`),
      [],
    );
  });
  it('accuses the price that fewer rows have', () => {
    const example = `${withheld('⟦\\$43.61⟧', { total: '900' })}\n${withheld('\\$43.16', { total: '890' })}\n${withheld('\\$43.16', { total: '880' })}`;
    flags('withhold-price', example);
  });
  it('may take all that was acquired that day, not more', () => {
    const day = (amount: string): string =>
      `${row({ code: 'M', side: 'A', amount: '50', price: '\\$10', total: '950' })}\n${withheld('\\$43.16', { amount })}\n${option({})}`;
    assert.deepEqual(of('withhold-amount', day('50').replace('| 800 |', '| 900 |')), []);
    assert.equal(of('withhold-amount', day('51').replace('| 800 |', '| 899 |')).length, 1);
    assert.equal(of('withhold-amount', day('51')).length, 0, 'a total that is wrong is spoken of first');
  });
});
