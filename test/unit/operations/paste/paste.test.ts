import assert from 'node:assert/strict';
import { operationOf } from '../../../../server/src/operations/catalogue';
import { read } from '../../../../server/src/readers';
import { filingAround } from '../../harness';
import { ask, asks, done, faults, makes, refuses } from '../rows/operating';

const ROW = '| Common Stock | 03/07/2022 |  | A |  | 100‸ | A | \\$0 | 1,000 | D |  |';
const rows = (text: string): string[] =>
  text.split('\n').filter((line) => /^\| (?!1\. |---| \|)/.test(line) && !/^\| {2}\|/.test(line));
/** The rows that come of cells pasted below ROW. */
const pasted = (clipboard: string, answers: Record<string, unknown> = {}): string[] =>
  rows(done('rows.paste', filingAround(ROW), { clipboard, ...answers }).text).slice(1);
const refused = (clipboard: string, words: RegExp, answers: Record<string, unknown> = {}): void =>
  refuses('rows.paste', ROW, words, { clipboard, ...answers });

describe('rows from the clipboard', () => {
  it('columns in any order, words and signs as brokers write them, totals running', () => {
    assert.deepEqual(
      pasted('Quantity\tPrice\tTrade Date\tAction\n1,250\t$45.12\t3/7/23\tBought\n50\tUSD 46\t8-Mar-2023\tSell\n'),
      [
        '| Common Stock | 03/07/2023 |  | P |  | 1,250 | A | \\$45.12 | 2,250 | D |  |',
        '| Common Stock | 03/08/2023 |  | S |  | 50 | D | \\$46 | 2,200 | D |  |',
      ],
    );
  });
  it('CSV with quotation marks, ISO dates, times and cents', () => {
    assert.deepEqual(
      pasted('"Trade Date","Side","Qty","Price (USD)","Net"\n"2023-03-07 14:31:02","B","1,000","1,045.5","$1"\r\n'),
      ['| Common Stock | 03/07/2023 |  | P |  | 1,000 | A | \\$1,045.50 | 2,000 | D |  |'],
    );
  });
  it('a minus or brackets for what was sold', () => {
    for (const sold of ['(100)', '-100', '100-', '\u2212100'])
      assert.deepEqual(
        pasted(`Date\tShares\tPrice\n3/7/2022\t${sold}\t45.12\n3/7/2022\t20\t45`, { codeD: 'S', codeA: 'P' }),
        [
          '| Common Stock | 03/07/2022 |  | S |  | 100 | D | \\$45.12 | 900 | D |  |',
          '| Common Stock | 03/07/2022 |  | P |  | 20 | A | \\$45 | 920 | D |  |',
        ],
      );
  });
  it('codes and sides of the form, titles and natures that Table I knows', () => {
    const two = `${ROW}\n| Common Stock | 03/07/2022 |  | A |  | 100 | A | \\$0 | 500 | I | By Trust <sup>(1)</sup> |\n- One.`;
    const clipboard =
      'Title\tDate\tCode\tShares\tA/D\tPrice\tOwnership\tNature\nCommon stock\t3/8/2022\tG\t5\tD\t0\tI\tby trust';
    assert.deepEqual(
      rows(done('rows.paste', filingAround(two), { clipboard }).text)[1],
      '| Common Stock | 03/08/2022 |  | G |  | 5 | D | \\$0 | 395 | I | By Trust <sup>(1)</sup> |',
    );
  });
  it('rows of another form, markers left out and said', () => {
    const clipboard = 'Common Stock\t03/08/2022\t\tS\t\t10 <sup>(2)</sup>\tD\t\\$45.12\t\tD\t';
    const { text, outcome } = done('rows.paste', filingAround(ROW), { clipboard });
    assert.equal(rows(text)[1], '| Common Stock | 03/08/2022 |  | S |  | 10 | D | \\$45.12 | 990 | D |  |');
    assert.match(outcome.remark!, /markers were left out/);
  });
  it('rows of holdings among them are left out and said', () => {
    const clipboard =
      'Common Stock\t03/08/2022\t\tS\t\t10\tD\t\\$45.12\t\tD\t\nCommon Stock\t\t\t\t\t\t\t\t7\tI\tBy Trust';
    const { text, outcome } = done('rows.paste', filingAround(ROW), { clipboard });
    assert.equal(rows(text).length, 2);
    assert.match(outcome.remark!, /Rows of holdings were left out/);
  });
  it('lines of totals are left out and said', () => {
    const { outcome } = done('rows.paste', filingAround(ROW), {
      clipboard: 'Date\tSide\tShares\tPrice\n3/8/2022\tSell\t10\t45\nTotal\t\t10\t',
    });
    assert.match(outcome.remark!, /Lines of totals were left out/);
  });
  it('more than four decimals are rounded half up and said', () => {
    const { text, outcome } = done('rows.paste', filingAround(ROW), {
      clipboard: 'Date\tSide\tShares\tPrice\n3/8/2022\tSell\t10\t45.12345',
    });
    assert.match(text, /\\\$45\.1235 \|/);
    assert.match(outcome.remark!, /rounded to four decimals/);
  });

  it('a table copied as HTML, whose cells may hold line ends, markup and entities', () => {
    const clipboard = `<html><head><style>td {color: red}</style></head><body><!-- x --><table><tr><th>Trade&nbsp;Date</th>
      <th>Action</th><th>Shares</th><th>Price</th><th>Description</th></tr><tr><td>3/7/2022</td><td><b>Sell</b></td>
      <td colspan=1>10</td><td>$45</td><td>Common<br>Stock</td></tr></table></body></html>`;
    assert.deepEqual(pasted(clipboard, { ownership: 'D' }), [
      '| Common Stock | 03/07/2022 |  | S |  | 10 | D | \\$45 | 990 | D |  |',
    ]);
  });

  describe('of Table II', () => {
    const OPTION =
      '| Stock Option | \\$10.00 | 03/07/2022 |  | A |  | 500 |  | 03/07/2023 | 03/07/2032 | Common Stock | 500 | \\$0 | 500 | D |  |';
    const both = `${ROW}\nTable II\n${OPTION}`;
    const second = (clipboard: string): string | undefined =>
      rows(done('rows.paste', filingAround(both), { clipboard }).text)[2];
    it('as they stand in a form', () => {
      const cells = 'Stock Option\t$12.50\t3/8/2022\t\tM\t\t\t100\t\t3/7/2032\tCommon Stock\t100\t0\t400\tD\t';
      assert.equal(
        second(cells),
        '| Stock Option | \\$12.50 | 03/08/2022 |  | M |  |  | 100 |  | 03/07/2032 | Common Stock | 100 | \\$0 | 400 | D |  |',
      );
    });
    it('as a list of options names them, the side from the code', () => {
      const clipboard =
        'Award\tDate\tCode\tOptions\tStrike\tExpiry\tUnderlying\tUnderlying Shares\tOwnership\nStock Option\t2022-03-08\tA\t1000\t12.5\t2032-03-08\tCommon Stock\t1000\tD';
      assert.equal(
        second(clipboard),
        '| Stock Option | \\$12.50 | 03/08/2022 |  | A |  | 1,000 |  |  | 03/08/2032 | Common Stock | 1,000 |  |  | D |  |',
      );
      const { outcome } = done('rows.paste', filingAround(both), { clipboard });
      assert.match(outcome.remark!, /Column 9/);
    });
    it('refuses what a row needs and does not have, and what is no value', () => {
      const told = (clipboard: string, words: RegExp): void => refuses('rows.paste', both, words, { clipboard });
      told('Strike\tExpiry\n12\t1/1/2030', /line 2: a row of Table II needs the title of the derivative security/);
      told(
        'Award\tDate\tCode\tOptions\tStrike\tExpiry\nOption\t3/8/2022\tA\t5\ttwelve\t1/1/2030',
        /expected a price; found “twelve”/,
      );
      told(
        'Award\tDate\tCode\tOptions\tStrike\tExpiry\nOption\t3/8/2022\tJ\t5\t12\t1/1/2030',
        /acquired \(A\) or disposed of \(D\) does not stand there/,
      );
    });
  });

  describe('lines that were pasted as they came', () => {
    const NEXT = '| Common Stock | 03/09/2022 |  | S |  | 10 | D | \\$45 | 990 | D |  |';
    const pastedText = (cells: string): string =>
      filingAround(`${ROW.replace('‸', '')}\n${NEXT}`).replace(NEXT, `${cells}\n${NEXT}`);
    const CELLS = 'Date\tSide\tShares\tPrice\n3/8/2022\tS‸old\t10\t45.10';
    it('become rows where they stand', () => {
      const { text } = done('rows.fromLines', pastedText(CELLS));
      assert.deepEqual(rows(text), [
        ROW.replace('‸', ''),
        '| Common Stock | 03/08/2022 |  | S |  | 10 | D | \\$45.10 | 990 | D |  |',
        NEXT,
      ]);
      assert.ok(!text.includes('Sold'));
    });
    it('are offered in the light bulb, and rows of the form are not', () => {
      const offered = (marked: string): string | undefined => {
        const at = marked.indexOf('‸');
        const filing = read(marked.replaceAll('‸', ''));
        const end = Math.max(at, marked.lastIndexOf('‸') - 1);
        return operationOf('rows.fromLines')!.offer!({
          filing,
          selection: { start: at, end },
          today: undefined,
          answers: {},
        });
      };
      assert.equal(offered(pastedText(CELLS)), 'Make rows of these lines');
      assert.equal(offered(filingAround(ROW)), undefined);
      const [first, second] = [`‸${NEXT}`, `${NEXT}‸`];
      assert.equal(offered(filingAround(`${first}\n${second}`)), undefined);
      // Rows of the form among the lines that are selected would be written anew.
      assert.equal(offered(pastedText(CELLS.replace('‸', '')).replace(NEXT, `‸${NEXT}\n${second}`)), undefined);
      // The code has to be asked for.
      assert.equal(offered(pastedText('Date\tShares\tPrice\n3/8/2022\t1‸0\t45.10')), undefined);
    });
  });

  describe('asks', () => {
    it('for the code where nothing says it, and for the side where the code takes both', () => {
      const clipboard = 'Date\tShares\tPrice\n3/7/2022\t10\t45';
      const question = asks('rows.paste', ROW, 'code', { clipboard });
      assert.ok(question.choices!.some(({ value }) => value === 'S'));
      asks('rows.paste', ROW, 'sideG', { clipboard, code: 'G' });
      assert.deepEqual(pasted(clipboard, { code: 'G', sideG: 'D' }), [
        '| Common Stock | 03/07/2022 |  | G |  | 10 | D | \\$45 | 990 | D |  |',
      ]);
    });
    it('what a column is that nobody knows', () => {
      const clipboard = 'Date\tSide\tShares\tRate\n3/7/2022\tSell\t10\t45';
      assert.match(asks('rows.paste', ROW, 'column4', { clipboard }).prompt, /“Rate”: “45”/);
      assert.match(pasted(clipboard, { column4: 'price' })[0]!, /\\\$45 \|/);
      const bare = '3/7/2022\tSold\t10\t45';
      asks('rows.paste', ROW, 'column3', { clipboard: bare });
      assert.equal(pasted(bare, { column3: 'amount', column4: 'price' }).length, 1);
    });
    it('which holding, where the cursor does not say it, and what it had', () => {
      const two = `${ROW.replace('‸', '')}\n| Common Stock | 03/07/2022 |  | A |  | 100 | A | \\$0 | 500 | I | By Trust |\n- A ‸note.`;
      const clipboard = 'Date\tSide\tShares\tPrice\n3/7/2022\tSell\t10\t45';
      const { choices } = asks('rows.paste', two, 'holding', { clipboard });
      assert.deepEqual(
        choices!.map(({ label }) => label),
        ['Common Stock, D', 'Common Stock, I, By Trust', 'Another one …'],
      );
      const another = { clipboard, holding: 'another', securityTitle: 'Class B', ownership: 'D' };
      asks('rows.paste', two, 'before1', another);
      const { text } = done('rows.paste', filingAround(two), { ...another, before1: '50' });
      assert.equal(rows(text)[2], '| Class B | 03/07/2022 |  | S |  | 10 | D | \\$45 | 40 | D |  |');
      assert.match(asks('rows.paste', two, 'before1', { ...another, before1: 'many' }).problem ?? '', /found “many”/);
    });
  });

  describe('refuses in words', () => {
    it('what is no trade of this filing', () => {
      refused('', /The clipboard holds no rows/);
      refused('Dear all,\nplease see below, thanks.', /holds words, and no date or number/);
      refused('Date\tSide\tShares\tPrice\n', /headings and no rows/);
      refused('Date\tSide\tShares\tPrice\n13/03/2023\tSell\t10\t45', /line 2: expected a date.*“13\/03\/2023”/);
      refused(
        'Date\tSide\tShares\tPrice\n3/7/2023\tSell\t1.000,50\t45',
        /expected a number of shares; found “1\.000,50”/,
      );
      refused('Date\tSide\tShares\tPrice\n3/7/2023\tBuy\t-10\t45', /contradict/);
      refused('Date\tSide\tShares\tPrice\n3/7/2023\tSpin-off\t10\t45', /bought or sold; found “Spin-off”/);
      refused(
        'Symbol\tDate\tSide\tShares\tPrice\nZZZ\t3/7/2023\tBuy\t10\t45',
        /a trade in ZZZ, and the filing is on NWHX/,
      );
      refused('Date\tSide\tShares\tPrice\tCurrency\n3/7/2023\tBuy\t10\t45\tCAD', /US dollars; found CAD/);
      refused('Date\tSide\tShares\tQty\n3/7/2023\tBuy\t10\t45', /two columns .* number of shares/);
      refused('Date\tSide\tShares\tPrice\n3/7/2023\tSell\t5000\t45', /5,000 would be disposed of/);
    });
  });

  it('a holding row gives way to the transactions that state its total', () => {
    makes(
      'rows.paste',
      '\n| Common Stock |  |  |  |  |  |  |  | 500‸ | I | By Trust |',
      '\n| Common Stock | 03/07/2022 |  | S |  | 10 | D | \\$45 | 490 | I | By Trust |',
      { clipboard: 'Date\tSide\tShares\tPrice\n3/7/2022\tSell\t10\t45' },
    );
  });
  it('says that totals below do not follow', () => {
    const { outcome, text } = done(
      'rows.paste',
      filingAround(`${ROW}\n${ROW.replace('‸', '').replace('1,000', '1,100')}`),
      {
        clipboard: 'Date\tSide\tShares\tPrice\n3/7/2022\tSell\t10\t45',
      },
    );
    assert.match(outcome.remark!, /Recompute Totals/);
    assert.deepEqual(rows(text)[1], '| Common Stock | 03/07/2022 |  | S |  | 10 | D | \\$45 | 990 | D |  |');
  });
});

describe('broker fills', () => {
  const fills = (lines: string[], example = ROW, answers: Record<string, unknown> = {}): ReturnType<typeof done> =>
    done('rows.fills', filingAround(example), {
      clipboard: ['Date\tSide\tShares\tPrice', ...lines].join('\n'),
      ...answers,
    });

  it('at most a dollar apart become one row at the weighted average, with range and undertaking', () => {
    const { text, outcome } = fills([
      '3/7/2022\tSell\t100\t45.00',
      '3/7/2022\tSell\t200\t46.00',
      '3/7/2022\tSell\t100\t46.01',
      '3/7/2022\tSell\t1\t46.99',
      '3/7/2022\tSell\t2\t46.99',
      '3/8/2022\tSell\t10\t45.20',
    ]);
    assert.deepEqual(rows(text).slice(1), [
      '| Common Stock | 03/07/2022 |  | S |  | 300 | D | \\$45.6667 <sup>(1)</sup> | 700 | D |  |',
      '| Common Stock | 03/07/2022 |  | S |  | 103 | D | \\$46.0385 <sup>(2)</sup> | 597 | D |  |',
      '| Common Stock | 03/08/2022 |  | S |  | 10 | D | \\$45.20 | 587 | D |  |',
    ]);
    assert.match(
      text,
      /- The price is the weighted average of several sales at prices from \\\$45\.00 to \\\$46\.00, inclusive\.\n/,
    );
    assert.match(
      text,
      /to \\\$46\.99, inclusive\. The reporting person undertakes .* sold at each separate price within the ranges set forth in footnotes \(1\) and \(2\)\.\n/,
    );
    assert.deepEqual(faults(text), []);
    assert.equal(outcome.remark, '6 fills became 3 rows. Averages are rounded to four decimals.');
  });
  it('half a unit of the fourth decimal is rounded up', () => {
    assert.match(fills(['3/7/2022\tBuy\t1\t45.0001', '3/7/2022\tBuy\t1\t45.0002']).text, /\\\$45\.0002 <sup>/);
  });
  it('three ranges and more are named from first to last', () => {
    const { text } = fills(
      [45, 47, 49].flatMap((price) => [`3/7/2022\tBuy\t1\t${price}`, `3/7/2022\tBuy\t1\t${price}.5`]),
    );
    assert.match(
      text,
      /purchased at each separate price within the ranges set forth in footnotes \(1\) through \(3\)\./,
    );
    assert.deepEqual(faults(text), []);
  });
  it('notes go where they are first cited, in the style of the list, and later ones move on', () => {
    const example = `
| Common Stock | 03/07/2022 |  | A |  | 100 <sup>(1)</sup>‸ | A | \\$0 | 1,000 | D |  |
| Common Stock | 03/07/2022 |  | J <sup>(2)</sup> |  | 100 | A | \\$0 | 1,100 | I | By Trust |
1. One, see footnote 2.
2. Two.`;
    const { text } = fills(['3/7/2022\tSell\t100\t45.00', '3/7/2022\tSell\t200\t46.00'], example);
    assert.match(text, /\n1\. One, see footnote 3\.\n2\. The price .* range set forth in this footnote\.\n3\. Two\.\n/);
    assert.match(text, /J <sup>\(3\)<\/sup>/);
    assert.deepEqual(faults(text), []);
  });
  it('an undertaking that ends just before the new ranges goes on to the last of them', () => {
    const first = fills(
      [45, 47, 49].flatMap((price) => [`3/7/2022\tSell\t1\t${price}`, `3/7/2022\tSell\t1\t${price}.5`]),
    ).text;
    const marked = first.replace('| 994 |', '| 994‸ |');
    const { text, outcome } = done('rows.fills', marked, {
      clipboard: 'Date\tSide\tShares\tPrice\n3/8/2022\tSell\t1\t45\n3/8/2022\tSell\t1\t45.5',
    });
    assert.match(text, /footnotes \(1\) through \(4\)/);
    assert.match(outcome.remark!, /footnote 3 now goes on to footnote 4/);
    assert.deepEqual(faults(text), []);
  });
  it('only trades in the market, each with a price', () => {
    refuses('rows.fills', ROW, /Only purchases \(P\) and sales \(S\)/, {
      clipboard: 'Date\tCode\tShares\tPrice\n3/7/2022\tF\t1\t45',
    });
    refuses('rows.fills', ROW, /expected a price/, { clipboard: 'Date\tSide\tShares\tPrice\n3/7/2022\tSell\t1\t' });
  });
  it('asks nothing twice: the question is the same until it is answered', () => {
    const first = ask('rows.fills', filingAround(ROW), {});
    assert.ok('asks' in first && first.asks.kind === 'clipboard');
  });
});
