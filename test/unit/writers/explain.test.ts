/** A filing in, sentences out: each was written by hand beside the rows that it is about. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readAll } from '../../../server/src/readers';
import { writeExplanation, type ExplanationFormat } from '../../../server/src/writers/explain';
import { filingAround } from '../harness';
import { MADE_UP } from './sources';

const explained = (text: string, format: ExplanationFormat = 'text'): string =>
  writeExplanation({ name: 'a.txt', filings: readAll(text), linkTo: (line, at) => `/a.txt#L${line},${at}` }, format);

/** The sentences under a heading, without the places behind them. */
function under(heading: string, text: string): string[] {
  const part = explained(text).split(`\n${heading}\n`)[1]?.split('\n\n')[0] ?? '';
  return part
    .split('\n')
    .flatMap((line) => (line.startsWith('- ') ? [line.slice(2).replace(/ \(lines? [\d, ]+\)$/, '')] : []));
}
const WHO = 'Who';
const DONE = 'What was done';
const HELD = 'What is held after, as the form states it';
const WHEN = 'When';
const done = (example: string): string[] => under(DONE, filingAround(example));
const who = (example: string): string[] => under(WHO, filingAround(example));
const when = (example: string): string[] => under(WHEN, filingAround(example));
const held = (example: string): string[] => under(HELD, filingAround(example));
/** A row of Table I of 100 shares on 03/07/2022. */
const row = (code: string, side: string, price = '\\$40', total = '1,000', how = 'D |'): string =>
  `| Common Stock | 03/07/2022 |  | ${code} |  | 100 | ${side} | ${price} | ${total} | ${how} |`;

describe('an explanation', () => {
  const SALE = 'the same filing in every layout: an option exercised, shares sold in two rows';
  const sameInAll = [
    'bulleted-notes.txt',
    ...['columns', 'columns-spaces', 'columns-frames', 'columns-bars', 'pipes-between'].map(
      (name) => `layouts/${name}.txt`,
    ),
    ...['layouts/markdown.md', 'layouts/html.html', 'layouts/edgarXml.xml', 'layouts/submission.txt'],
  ];
  for (const name of sameInAll)
    it(`${SALE}: ${name}`, () => {
      const text = readFileSync(`test/fixtures/${name}`, 'utf8');
      assert.deepEqual(under(DONE, text), [
        'On 08/15/2022, 1,500 shares of Common Stock, held directly, were acquired by the exercise or conversion of a derivative security under Rule 16b-3 (code M), at $12.25 each.',
        'From 08/15/2022 to 08/16/2022, 1,500 shares of Common Stock, held directly, were sold in the open market or privately (code S), in 2 rows, at prices from $47.90 to $48.11, $48.026 on a weighted average, $72,039 in all. By footnote 2, 1 of the prices is a weighted average of prices from $47.85 to $48.40. See footnotes 1 and 2.',
        'On 08/15/2022, 1,500 of “Stock Option (Right to Buy)”, held directly, were exercised or converted under Rule 16b-3 (code M), at a price of $0. Terms: conversion or exercise price $12.25; expiration date 02/01/2027; date exercisable as footnote 3 says; for 1,500 shares of Common Stock.',
      ]);
      assert.deepEqual(under(HELD, text), [
        '20,000 shares of Common Stock, held directly.',
        '4,500 of “Stock Option (Right to Buy)”, held directly. Conversion or exercise price $12.25.',
      ]);
      assert.deepEqual(under(WHO, text).slice(-2), [
        'The date of the earliest transaction (box 3) is 08/15/2022.',
        'Footnote 1 names a trading plan, adopted, entered into or changed on 03/03/2022.',
      ]);
      assert.deepEqual(under(WHEN, text), [
        'It is due on Wednesday, 08/17/2022, 10 p.m. Eastern, for the transaction of 08/15/2022.',
        'It is signed “/s/ Ansel Tworek Plimmer” on 08/17/2022.',
        'By the date of the signature it is in time.',
      ]);
    });

  it('every sentence leads to its rows', () => {
    const text = readFileSync('samples/clean.txt', 'utf8');
    const page = explained(text, 'markdown');
    const lines = text.split('\n');
    assert.match(
      page,
      /^# What this filing says: a\.txt\n\n## Who\n\n- Ruthe Wickmore Dalen reports as an officer \(Chief Technology Officer\) of HALVANE PRECISION DRIVES INC \\\[HVPD\\\]\. \(line \[13\]\(\/a\.txt#L13,\d+\)\)$/m,
    );
    assert.ok(
      page.includes(
        '(code A), in 3 rows, at \\$43.16 each. See footnotes 1, 2 and 3. (lines [21](/a.txt#L21,1), [22](/a.txt#L22,1), [23](/a.txt#L23,1))',
      ),
    );
    assert.ok(
      page.includes('- 597 shares of Common Stock, held indirectly (By ESOP Trust). (line [24](/a.txt#L24,1))'),
    );
    assert.ok(lines[22]!.includes('11,587') && lines[23]!.includes('By ESOP Trust'));
  });

  it('as JSON it has the same words, and ranges as in LSP', () => {
    const text = readFileSync('samples/clean.txt', 'utf8');
    const { filings } = JSON.parse(explained(text, 'json')) as {
      filings: {
        sections: { heading: string; sentences: { text: string; ranges: { start: { line: number } }[] }[] }[];
      }[];
    };
    const [filing] = filings;
    assert.deepEqual(
      filing!.sections.map(({ heading }) => heading),
      [WHO, DONE, HELD, WHEN],
    );
    assert.deepEqual(
      filing!.sections[1]!.sentences.map(({ text, ranges }) => [text, ranges.map(({ start }) => start.line)]),
      [
        [
          'On 03/07/2023, 2,777 shares of Common Stock, held directly, were granted, awarded or otherwise acquired under Rule 16b-3(d) (code A), in 3 rows, at $43.16 each. See footnotes 1, 2 and 3.',
          [20, 21, 22],
        ],
      ],
    );
  });

  it('of several filings in one text each has a section of its own', () => {
    const one = readFileSync('test/fixtures/bulleted-notes.txt', 'utf8');
    const text = one + readFileSync('test/fixtures/amendment.txt', 'utf8');
    const page = explained(text, 'markdown');
    assert.deepEqual(page.match(/^##? .*/gm), ['# What this filing says: a.txt', '## Filing 1', '## Filing 2']);
    assert.match(page.split('## Filing 2')[1]!, /It amends a form that was filed on 08\/17\/2022 \(box 4\)\./);
    assert.equal((JSON.parse(explained(text, 'json')) as { filings: { filing: number }[] }).filings[1]!.filing, 2);
  });
});

describe('what was done', () => {
  const START = 'On 03/07/2022, 100 shares of Common Stock, held directly, were ';
  const said: readonly (readonly [code: string, side: string, price: string, words: string])[] = [
    ['P', 'A', '\\$40', 'bought in the open market or privately (code P), at $40 each, $4,000 in all.'],
    ['S', 'D', '\\$40.5', 'sold in the open market or privately (code S), at $40.50 each, $4,050 in all.'],
    ['A', 'A', '\\$0', 'granted, awarded or otherwise acquired under Rule 16b-3(d) (code A), at a price of $0.'],
    ['D', 'D', '\\$40', 'disposed of to the issuer under Rule 16b-3(e) (code D), at $40 each.'],
    ['F', 'D', '\\$40', 'delivered or withheld to pay an exercise price or a tax liability (code F), at $40 each.'],
    ['G', 'D', '\\$0', 'given away as a bona fide gift (code G), at a price of $0.'],
    ['G', 'A', '\\$0', 'received as a bona fide gift (code G), at a price of $0.'],
    ['C', 'A', '\\$0', 'acquired by the conversion of a derivative security (code C), at a price of $0.'],
    ['J', 'D', '', 'disposed of in another way (code J), without a price.'],
    [
      'U',
      'D',
      '\\$40',
      'disposed of in a tender of shares in a change of control transaction (code U), at $40 each, $4,000 in all.',
    ],
    ['W', 'A', '\\$0', 'acquired by will or the laws of descent and distribution (code W), at a price of $0.'],
    [
      'S/K',
      'D',
      '\\$40',
      'sold in the open market or privately (code S), in an equity swap or an instrument with similar characteristics (K), at $40 each.',
    ],
    [
      'G V',
      'D',
      '\\$0',
      'given away as a bona fide gift (code G), reported voluntarily earlier than required (V), at a price of $0.',
    ],
    [
      'P',
      'D',
      '\\$0',
      'disposed of, under code P (open market or private purchase of non-derivative or derivative security), at a price of $0.',
    ],
    ['Q', 'A', '\\$0', 'acquired, under “Q”, which is no transaction code of the form, at a price of $0.'],
    ['V', 'A', '\\$0', 'acquired, under V, which does not stand alone as a transaction code, at a price of $0.'],
    [
      'S',
      'X',
      '\\$0',
      'acquired or disposed of, which the row does not tell: there stands “X”, under code S (open market or private sale of non-derivative or derivative security), at a price of $0.',
    ],
    ['S', 'D', '40x3', 'sold in the open market or privately (code S), at a price that cannot be read (“40x3”).'],
  ];
  for (const [code, side, price, words] of said)
    it(`${code} ${side} at ${price || 'nothing'}`, () =>
      assert.deepEqual(done(row(code, side, price)), [START + words]));

  it('rows of one kind are one sentence with their exact sum; another day, price or total is no other kind', () => {
    const rows = [
      '| Common Stock | 03/07/2022 |  | S |  | 1 | D | \\$0.1 | 900 | D |  |',
      '| COMMON STOCK | 03/08/2022 |  | S |  | 2.5 | D | \\$0.2 | 897.5 | D |  |',
    ];
    // 0.1 + 0.5 = 0.6 of 3.5 shares: 0.17142…
    assert.deepEqual(done(rows.join('\n')), [
      'From 03/07/2022 to 03/08/2022, 3.5 shares of Common Stock, held directly, were sold in the open market or privately (code S), in 2 rows, at prices from $0.10 to $0.20, about $0.1714 on a weighted average, $0.60 in all.',
    ]);
  });

  it('another owner, another class or another side is another kind', () => {
    const rows = [row('S', 'D', '\\$0'), row('S', 'D', '\\$0', '9', 'I | By Spouse'), row('S', 'A', '\\$0')];
    assert.deepEqual(
      done(rows.join('\n')).map((words) => words.split(', ')[2]!),
      ['held directly', 'held indirectly (By Spouse)', 'held directly'],
    );
  });

  it('some prices stand in a footnote', () => {
    const rows = [row('S', 'D', '\\$40'), row('S', 'D', '<sup>(1)</sup>')];
    assert.deepEqual(done([...rows, '- By contract.'].join('\n')), [
      'On 03/07/2022, 200 shares of Common Stock, held directly, were sold in the open market or privately (code S), in 2 rows, 1 of them at $40 each, $4,000 in all; 1 of them at a price for which the form refers to footnote 1.',
    ]);
  });

  it('an amount that cannot be read is summed with nothing', () => {
    const odd = row('S', 'D').replace('| 100 |', '| 6x3 |');
    assert.deepEqual(done(`${odd}\n${row('S', 'D')}`), [
      'On 03/07/2022, an amount of “Common Stock” that cannot be read (“6x3”), held directly, was sold in the open market or privately (code S), at $40 each.',
      `${START}sold in the open market or privately (code S), at $40 each, $4,000 in all.`,
    ]);
  });

  it('a day, a title and an owner that are not there are said to be so', () => {
    assert.deepEqual(done('|  | 13/07/2022 |  | S |  | 1 | D | \\$40 | 99 |  |  |'), [
      'On a day for which there stands “13/07/2022”, which is no date, 1 of a security whose title the row does not give, held directly or indirectly, which the row does not tell, was sold in the open market or privately (code S), at $40 each, $40 in all.',
    ]);
  });

  it('one share is a share, units are units, and other titles stand in quotes', () => {
    const titled = (title: string, n = '2'): string =>
      done(`| ${title} | 03/07/2022 |  | P |  | ${n} | A | \\$0 | 9 | D |  |`)[0]!.split(', ')[1]!;
    assert.equal(titled('Common Stock', '1'), '1 share of Common Stock');
    assert.equal(titled('Common Units'), '2 Common Units');
    assert.equal(titled('Common Units', '1'), '1 of “Common Units”');
    assert.equal(titled('Option to buy Common Stock'), '2 of “Option to buy Common Stock”');
    assert.equal(titled('Common'), '2 of “Common”');
  });

  it('nothing', () => {
    assert.deepEqual(done('| Common Stock |  |  |  |  |  |  |  | 1,000 | D |  |'), ['It reports no transaction.']);
  });

  it('dollars of a derivative security, its terms and what is deemed', () => {
    const two =
      '| Note | \\$5 | 03/07/2022 | 03/08/2022 | P |  | \\$1,000 |  | 03/07/2023 | <sup>(1)</sup> | Common Stock | 200 | \\$1 | \\$1,000 | D |  |';
    assert.deepEqual(done(`Table II\n${two}\n- Never.`), [
      'On 03/07/2022, $1,000 of “Note”, held directly, was bought in the open market or privately (code P), at $1 each. Terms: conversion or exercise price $5; date exercisable 03/07/2023; expiration date as footnote 1 says; for 200 shares of Common Stock. Deemed executed on 03/08/2022.',
    ]);
  });
});

describe('what is held after', () => {
  it('is what the last row of each holding states', () => {
    const rows = [
      row('S', 'D', '\\$0', '900'),
      row('S', 'D', '\\$0', '800'),
      row('S', 'D', '\\$0', '5', 'I | By Spouse'),
    ];
    assert.deepEqual(held(rows.join('\n')), [
      '800 shares of Common Stock, held directly.',
      '5 shares of Common Stock, held indirectly (By Spouse).',
    ]);
  });
  it('the latest day is the last, whatever the order; of one day the row that the totals lead to', () => {
    const later = row('S', 'D', '\\$0', '700').replace('03/07', '03/09');
    assert.deepEqual(held(`${later}\n${row('S', 'D', '\\$0', '800')}`), ['700 shares of Common Stock, held directly.']);
    const upwards = [row('S', 'D', '\\$0', '700'), row('S', 'D', '\\$0', '800')];
    assert.deepEqual(held(upwards.join('\n')), ['700 shares of Common Stock, held directly.']);
  });
  it('a wrong total is stated as it stands', () => {
    const rows = [row('S', 'D', '\\$0', '900'), row('S', 'D', '\\$0', '80x')];
    assert.deepEqual(held(rows.join('\n')), [
      'An amount of “Common Stock” that cannot be read (“80x”), held directly.',
    ]);
  });
});

describe('who and when', () => {
  it('roles, all of them', () => {
    const box =
      '5. Relationship of Reporting Person(s) to Issuer (Check all applicable) <input checked="" type="checkbox"/> Director <input checked="" type="checkbox"/> 10% Owner <input checked="" type="checkbox"/> Officer (give title below) Other (specify below) <u>Chief Clerk</u>';
    assert.equal(
      who(box)[0],
      'Alder Rowan J reports as a director, an officer (Chief Clerk) and a 10% owner of NORTHWIND HARBOR INC [NWHX].',
    );
    assert.equal(
      who(
        '5. Relationship of Reporting Person(s) to Issuer (Check all applicable) Director 10% Owner Officer (give title below) Other (specify below)',
      )[0],
      'Alder Rowan J reports on NORTHWIND HARBOR INC [NWHX]. No relationship to the issuer is checked (box 5).',
    );
  });
  it('several owners, each with their own', () => {
    assert.deepEqual(under(WHO, readFileSync('test/fixtures/several-owners.txt', 'utf8')), [
      '3 reporting persons file it together.',
      'Greyling Reach Fund, L.P. reports as a 10% owner of LOWMOOR OPTICS INC [LWMR].',
      'Greyling Reach GP, L.L.C. reports as a 10% owner of LOWMOOR OPTICS INC [LWMR].',
      'Averill Sunniva Drake reports as a director and a 10% owner of LOWMOOR OPTICS INC [LWMR].',
      'The date of the earliest transaction (box 3) is 08/15/2022.',
    ]);
  });
  it('the 10b5-1 box', () => {
    assert.deepEqual(under(WHO, readFileSync('test/fixtures/plan-box.txt', 'utf8')).slice(2), [
      'The Rule 10b5-1 box is checked: a transaction was made pursuant to a contract, instruction or written plan.',
      'Footnote 1 names a trading plan, adopted, entered into or changed on 11/15/2023.',
    ]);
  });
  it('late by the signature, not signed, and an amendment, which is not due on a day', () => {
    assert.deepEqual(when(`${row('S', 'D')}\nSignature: /s/ Rowan J. Alder 03/14/2022`), [
      'It is due on Wednesday, 03/09/2022, 10 p.m. Eastern, for the transaction of 03/07/2022.',
      'It is signed “/s/ Rowan J. Alder” on 03/14/2022.',
      'By the date of the signature it is late: that is 5 days after it was due.',
    ]);
    assert.equal(when(`${row('S', 'D')}\nSignature:`).at(-1), 'It is not signed.');
    const amendment = '4. If Amendment, Date of Original Filed (Month/Day/Year) 03/01/2022';
    assert.deepEqual(when(amendment), ['It is signed “/s/ Rowan J. Alder” on 03/08/2022.']);
    assert.equal(who(amendment)[0], 'It amends a form that was filed on 03/01/2022 (box 4).');
  });
  it('a sum of derivative securities only where each is for one share', () => {
    const option = (amount: string, under: string): string =>
      done(
        `Table II\n| Put Option | \\$25 | 03/07/2022 |  | S |  |  | ${amount} | 03/07/2022 | 06/07/2022 | Common Stock | ${under} | \\$1.12 | 0 | D |  |`,
      )[0]!;
    assert.match(option('200', '200'), / at \$1\.12 each, \$224 in all\./);
    for (const under of ['20,000', '', '\\$200']) {
      assert.match(option('200', under), / at \$1\.12 each\./, under);
      assert.doesNotMatch(option('200', under), /in all/, under);
    }
  });
  it('a day on which EDGAR may have been closed', () => {
    const traded = (signed: string): string[] =>
      when(
        `${row('S', 'D').replace('03/07/2022', '12/20/2024')}\n3. Date of Earliest Transaction (Month/Day/Year) <u>12/20/2024</u>\nSignature: /s/ Rowan J. Alder ${signed}`,
      );
    assert.equal(
      traded('12/26/2024')[0],
      'It is due on Tuesday, 12/24/2024, 10 p.m. Eastern, for the transaction of 12/20/2024. The government was closed on one of these days; if EDGAR was too, it is due on Thursday, 12/26/2024.',
    );
    assert.equal(traded('12/26/2024').at(-1), 'By the date of the signature it is in time.');
    assert.equal(
      traded('12/27/2024').at(-1),
      'By the date of the signature it is late: that is one day after it was due.',
    );
  });
  it('what could not be read is said', () => {
    const text = explained('STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP\n');
    assert.match(text, /^- The reporting person cannot be read\.$/m);
    assert.match(text, /\nWhat could not be read\n- Table I was not found/);
  });
});

describe('any text', () => {
  it('gives an explanation without a hole in it', () => {
    for (const { name, text } of MADE_UP)
      assert.doesNotMatch(explained(text), /undefined|NaN|\[object|“”| {2}|\.\.$/m, name);
  });
  it('markup of the filing stays words', () => {
    const page = explained(filingAround(row('S', 'D').replace('Common Stock', '[Stock](command:x)')), 'markdown');
    assert.ok(page.includes('\\[Stock\\](command:x)'));
  });
});
