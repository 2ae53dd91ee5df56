/** Dates that contradict one another: one value is wrong, and one finding says so. What the pages do not show. */
import assert from 'node:assert/strict';
import { fine, findings, filingAround, fixed, fixes, flags, said } from '../../harness';

const on = (date: string, total = '9,503'): string =>
  `| Common Stock | ${date} |  | A |  | 693 | A | \\$43.16 | ${total} | D |  |`;
const box3 = (date: string): string => `3. Date of Earliest Transaction (Month/Day/Year) <u>${date}</u>`;
const signed = (date: string): string => `Signature: /s/ Rowan J. Alder ${date}`;
const filing = (...lines: string[]): string => lines.join('\n');
const two = (cells: string): string => `${on('03/07/2022')}\nTable II\n| Option | ${cells} | D |  |`;

/** How the findings of a rule are ranked while nobody has signed. */
const drafted = (rule: string, example: string): string[] =>
  findings(filingAround(`${example}\nSignature:`), { today: 30000 })
    .filter((one) => one.rule === rule)
    .map(({ severity }) => severity);

describe('one wrong date', () => {
  it('in box 3, a year late, is found there though it comes after the signature too', () => {
    flags('box-3', filing(on('03/07/2022'), on('03/08/2022', '10,196'), box3('03/07/⟦2023⟧')), 'error: ');
  });

  it('in the signature is found there, whatever comes after it', () => {
    flags('signature', filing(on('03/07/2022'), on('03/08/2022', '10,196'), signed('03/09/⟦2018⟧')), 'error: ');
    flags('signature', filing(on('12/30/2022'), box3('12/30/2022'), signed('01/03/⟦2022⟧')), 'error: ');
  });

  it('in the signature, off by days, is the whole date', () => {
    flags('signature', filing(on('03/07/2022'), signed('⟦03/06/2022⟧')), 'error: ');
    assert.throws(() => fixed('signature', filing(on('03/07/2022'), signed('03/06/2022'))), /no fix/);
  });

  it('in the only transaction is found there, and box 3 is right', () => {
    flags('date-after-signature', on('03/07/⟦2026⟧'), 'error: ');
    flags('date-range', on('03/07/⟦2152⟧'), 'error: ');
    flags('date-range', on('03/07/⟦0022⟧'), 'error: ');
    flags('date-format', on('⟦13/07/2022⟧'), 'error: ');
  });

  it('in one of several transactions, even the earliest, is found there', () => {
    flags('date-after-signature', filing(on('03/07/⟦2026⟧'), on('03/08/2022', '10,196')), 'error: ');
    flags('date-format', filing(on('⟦03/32/2022⟧'), on('03/08/2022', '10,196')), 'error: ');
    flags('date-range', filing(on('03/07/⟦0022⟧'), on('03/08/2022', '10,196')), 'error: ');
  });

  it('in Table II is found there', () => {
    const row = (date: string): string =>
      two(`\\$20 | ${date} |  | A |  | 500 |  | 03/07/2023 | 03/07/2032 | Common Stock | 500 | \\$0 | 500`);
    flags('date-after-signature', row('03/07/⟦2030⟧'), 'error: ');
    flags('date-format', row('⟦03/33/2022⟧'), 'error: ');
  });

  it('in every row of one day is told row by row; of several days, at the signature', () => {
    flags('date-after-signature', filing(on('03/07/⟦2026⟧'), on('03/07/⟦2026⟧', '10,196')));
    flags(
      'date-after-signature',
      filing(on('03/07/2022'), on('03/09/2022', '10,196'), on('03/10/2022', '10,889'), signed('⟦03/08/2022⟧')),
    );
  });

  it('of one joint filer’s signature is found there', () => {
    flags(
      'signature',
      filing(on('03/07/2022'), 'Signature: /s/ Rowan J. Alder 03/08/⟦2020⟧\n\n/s/ Mara Quill 03/08/2022').replace(
        /\n\n/,
        '  \n',
      ),
    );
  });

  it('where nothing was dealt in and box 3 comes after the signature is the signature', () => {
    const holding = '| Common Stock |  |  |  |  |  |  |  | 9,503 | D |  |';
    const found = findings(filingAround(filing(holding, signed('03/08/2020')))).filter(
      ({ rule }) => rule !== 'no-transaction',
    );
    assert.deepEqual(said(found), [
      'error signature: Expected a signature on or after 03/07/2022, the date in box 3; found 03/08/2020.',
    ]);
  });
});

describe('the year that is offered', () => {
  it('is the last in which the transaction comes on or before the signature', () => {
    fixes('date-after-signature', on('03/07/2026'), on('03/07/2022'));
    fixes(
      'date-after-signature',
      filing(on('03/08/2026'), box3('03/08/2022')),
      filing(on('03/08/2022'), box3('03/08/2022')),
    );
    const early = (year: number): string => filing(on(`12/30/${year}`), box3('12/30/2022'), signed('01/03/2023'));
    fixes('date-after-signature', early(2023), early(2022));
    fixes('date-after-signature', early(2030), early(2022));
  });

  it('is the first in which the signature comes on or after the transactions', () => {
    fixes('signature', signed('03/07/2015'), signed('03/07/2022'));
    const late = (year: number): string => filing(on('12/30/2022'), box3('12/30/2022'), signed(`01/03/${year}`));
    fixes('signature', late(2022), late(2023));
    fixes('signature', late(2012), late(2023));
  });

  it('is that of the signature where transactions of several days come after it', () => {
    const three = (year: number): string =>
      filing(
        on('03/07/2020'),
        on('03/09/2022', '10,196'),
        on('03/10/2022', '10,889'),
        box3('03/07/2020'),
        signed(`03/11/${year}`),
      );
    fixes('date-after-signature', three(2020), three(2022));
    assert.throws(() => fixed('date-after-signature', three(2022).replace('03/11', '03/09')), /no fix/);
  });

  it('is none for a 29 February of a common year, or for a date that is off by days', () => {
    assert.throws(() => fixed('date-after-signature', on('02/29/2028')), /no fix/);
    assert.throws(() => fixed('date-after-signature', on('03/09/2022')), /no fix/);
  });

  it('comes from the signature, else from box 3, else from the century', () => {
    fixes('date-range', filing(on('03/07/0021'), signed('03/08/2022')), filing(on('03/07/2022'), signed('03/08/2022')));
    fixes('date-range', filing(on('03/07/0021'), 'Signature:'), filing(on('03/07/2022'), 'Signature:'));
    fixes(
      'date-range',
      filing(on('03/07/0021'), box3(''), 'Signature:'),
      filing(on('03/07/2021'), box3(''), 'Signature:'),
    );
    fixes('date-range', signed('03/08/0022'), signed('03/08/2022'));
    fixes('date-range', on('2122-03-07'), on('2022-03-07'));
  });
});

describe('date-format', () => {
  it('wants a date of every transaction, at most as an information while nobody has signed', () => {
    flags('date-format', on('⟦⟧'), 'error: Expected the date of the transaction');
    assert.deepEqual(drafted('date-format', on('')), ['information']);
    flags('date-format', filing(on('⟦⟧<sup>(1)</sup>').replace('| ⟦⟧', '|⟦⟧'), '1. A note.'), 'error: ');
  });

  it('looks at boxes, signatures and Table II', () => {
    flags('date-format', box3('⟦3/7/2022⟧'));
    flags(
      'date-format',
      '4. If Amendment, Date of Original Filed (Month/Day/Year) <u>⟦02/30/2022⟧</u>\n1. A note.\n' +
        on('03/07/2022 <sup>(1)</sup>'),
    );
    flags('date-format', signed('⟦3/8/2022⟧'));
    flags(
      'date-format',
      two('\\$20 | 03/07/2022 |  | A |  | 500 |  | ⟦now⟧ | 03/07/2032 | Common Stock | 500 | \\$0 | 500'),
    );
    flags(
      'date-format',
      two('\\$20 | 03/07/2022 |  | A |  | 500 |  | 03/07/2023 | ⟦2032-3-7⟧ | Common Stock | 500 | \\$0 | 500'),
    );
  });

  it('wants none of a holding, and says nothing else of it', () => {
    const holding = (date: string): string =>
      filing(on('03/07/2022'), `| Common Stock | ${date} |  |  |  |  |  |  | 12,000 | I | By Trust |`);
    flags('date-format', holding('⟦03/07/2022⟧'), 'error: Expected no date in column 2 (transaction date)');
    flags('date-format', holding('⟦12/06/2021⟧'), 'error: ');
    fixes('date-format', holding('03/07/2022'), holding(''));
    const option = (date: string): string =>
      two(`\\$20 | ${date} |  |  |  |  |  | 03/07/2023 | 03/07/2032 | Common Stock | 500 |  | 500`);
    flags('date-format', option('⟦03/07/2022⟧'), 'column 3 (transaction date)');
    fixes('date-format', option('03/07/2022'), option(''));
  });

  it('leaves short dates and months to the years before electronic filing', () => {
    fine(filing(on('1/7/03'), box3('01/2003'), signed('1/9/03')));
    flags('date-format', filing(on('⟦1/32/03⟧'), box3('01/2003'), signed('1/9/03')), 'information: ');
    flags('date-format', filing(on('⟦7/1/03⟧'), box3('07/01/2003'), signed('07/02/2003')), 'error: ');
  });

  it('writes what is meant beyond doubt', () => {
    for (const meant of [
      '3/7/2022',
      '03-07-2022',
      '03.07.2022',
      '2022/03/07',
      '20220307',
      'Mar. 7, 2022',
      '7 March 2022',
      '3/7/22',
    ])
      fixes('date-format', on(meant), on('03/07/2022'));
    fixes('date-format', on('2022-3-7'), on('2022-03-07'));
    fixes('date-format', on('17/03/2022').replace('17/03', '15/02'), on('02/15/2022'), 'Write 02/15/2022');
    assert.throws(() => fixed('date-format', on('soon')), /no fix/);
    const safe = (date: string): (boolean | undefined)[] =>
      findings(filingAround(on(date))).flatMap((one) => one.fixes().map((fix) => fix.safe));
    assert.deepEqual(safe('3/7/2022'), [true]);
    assert.deepEqual(safe('03/37/2022'), [undefined, undefined]);
  });
});

describe('date-range', () => {
  it('needs a day to know the future from', () => {
    fine(filing(on('03/07/2122'), box3('03/07/2122'), signed('03/08/2122')), { today: undefined as unknown as number });
    fine(on('03/07/2022'), { today: 19059 });
  });

  it('takes the day of the act and not the day before', () => {
    flags(
      'date-range',
      two('\\$20 | 03/07/2022 |  | A |  | 500 |  | ⟦06/05/1934⟧ | 03/07/2032 | Common Stock | 500 | \\$0 | 500'),
    );
    fine(two('\\$20 | 03/07/2022 |  | A |  | 500 |  | 06/06/1934 | 03/07/2032 | Common Stock | 500 | \\$0 | 500'));
  });

  it('guesses only the century of what expires', () => {
    const row = (year: string): string =>
      two(`\\$20 | 03/07/2022 |  | A |  | 500 |  | 03/07/2023 | 03/07/${year} | Common Stock | 500 | \\$0 | 500`);
    fixes('date-range', row('0032'), row('2032'));
  });
});

describe('box-3', () => {
  it('may count the rows marked V or not', () => {
    const rows = filing(on('02/14/2022').replace('| A |  |', '| A | V |'), on('03/07/2022', '10,196'));
    fine(filing(rows, box3('03/07/2022')));
    fine(filing(rows, box3('02/14/2022')));
    flags('box-3', filing(rows, box3('⟦02/22/2022⟧')), 'hint: ');
  });

  it('may be a deemed execution date', () => {
    const row = '| Common Stock | 03/07/2022 | 03/08/2022 | S |  | 693 | D | \\$43.16 | 9,503 | D |  |';
    fine(filing(row, box3('03/08/2022')));
    flags('box-3', filing(row, box3('⟦03/09/2022⟧'), signed('03/10/2022')), 'error: ');
  });

  it('is a hint in an amendment, which repeats only what changes', () => {
    const box4 = '4. If Amendment, Date of Original Filed (Month/Day/Year) <u>03/05/2022</u>';
    flags(
      'box-3',
      filing(on('03/07/2022 <sup>(1)</sup>'), '1. A note.', box3('⟦03/03/2022⟧'), box4.replace('03/05', '03/07')),
      'hint: ',
    );
  });

  it('is set to the earliest transaction where it is blank', () => {
    const label = '3. Date of Earliest Transaction (Month/Day/Year)';
    const rows = filing(on('03/08/2022'), on('03/07/2022', '10,196'));
    fixes('box-3', filing(rows, `${label} <u></u>`), filing(rows, `${label} <u>03/07/2022</u>`));
    fixes('box-3', filing(rows, label), filing(rows, `${label} 03/07/2022`));
    assert.throws(() => fixed('box-3', filing(on(''), label)), /no fix/);
  });

  it('is wanted, at most as an information while nobody has signed', () => {
    const blank = '⟦3. Date of Earliest Transaction (Month/Day/Year)⟧';
    flags('box-3', blank, 'error: Expected the date of the earliest transaction in box 3; it is blank.');
    assert.deepEqual(drafted('box-3', '3. Date of Earliest Transaction (Month/Day/Year)'), ['information']);
    assert.deepEqual(drafted('box-3', box3('03/07/2023')), ['information']);
  });
});

describe('deemed-date', () => {
  const row = (deemed: string): string =>
    `| Common Stock | 03/07/2022 | ${deemed} | S |  | 693 | D | \\$43.16 | 9,503 | D |  |`;
  it('has a window of three business days', () => {
    fine(filing(row('03/10/2022'), signed('03/14/2022')));
    flags(
      'deemed-date',
      filing(row('⟦03/14/2022⟧').replace('03/07', '03/08'), box3('03/08/2022'), signed('03/15/2022')),
      'warning: ',
    );
  });

  it('speaks of a date equal to the trade only where settings ask for it', () => {
    const found = findings(filingAround(row('03/07/2022')), { rules: { 'deemed-date': 'information' } });
    assert.equal(found.length, 1);
    assert.equal(found[0]?.severity, 'information');
  });
});

describe('filed-late', () => {
  const row = (date: string, code: string, side: string, v = ''): string =>
    `| Common Stock | ${date} |  | ${code} | ${v} | 693 | ${side} | \\$0 | 9,503 | D |  |`;
  const late = (date: string, code: string, side: string, v = ''): string[] =>
    said(
      findings(filingAround(filing(row(date, code, side, v), box3(date), signed('06/30/2023')))).filter(
        ({ rule }) => rule === 'filed-late',
      ),
    );

  it('begins for gifts with those made on February 27, 2023', () => {
    assert.equal(late('02/27/2023', 'G', 'D').length, 1);
    assert.equal(late('02/24/2023', 'G', 'D').length, 0);
    assert.equal(late('02/27/2023', 'G', 'A').length, 0);
  });

  it('leaves out what may wait for Form 5', () => {
    assert.equal(late('03/07/2023', 'A', 'A').length, 1);
    assert.equal(late('03/07/2023', 'A', 'A', 'V').length, 0);
    for (const code of ['L', 'W', 'Z']) assert.equal(late('03/07/2023', code, 'A').length, 0, code);
  });

  it('is told once a filing, of the transaction that was due first', () => {
    flags(
      'filed-late',
      filing(on('03/08/2022'), on('03/07/2022', '10,196'), signed('⟦03/14/2022⟧')),
      'The transaction of 03/07/2022 was due by 10 p.m. Eastern on 03/09/2022; the form is signed 03/14/2022, which stands here for the day of filing. 2 transactions are late in this way.',
    );
  });

  it('is silent for amendments', () => {
    const box4 = '4. If Amendment, Date of Original Filed (Month/Day/Year) <u>03/09/2022</u>';
    fine(filing(on('03/07/2022 <sup>(1)</sup>'), '1. A note.', box4, signed('03/14/2022')));
  });

  it('minds the deemed execution date', () => {
    fine(
      filing(
        '| Common Stock | 03/07/2022 | 03/10/2022 | S |  | 693 | D | \\$43.16 | 9,503 | D |  |',
        signed('03/14/2022'),
      ),
    );
  });
});

describe('derivative-dates', () => {
  const row = (code: string, side: 'A' | 'D', expires: string): string =>
    two(
      `\\$20 | 03/07/2022 |  | ${code} |  | ${side === 'A' ? '500 | ' : ' | 500'} | 03/07/2012 | ${expires} | Common Stock | 500 | \\$0 | 500`,
    );
  const found = (example: string): string[] =>
    findings(filingAround(example))
      .filter(({ rule }) => rule === 'derivative-dates')
      .map(({ severity }) => severity);

  it('is a hint for an exercise in the week after', () => {
    assert.deepEqual(found(row('M', 'D', '03/01/2022')), ['hint']);
    assert.deepEqual(found(row('M', 'D', '02/28/2022')), ['hint']);
    assert.deepEqual(found(row('M', 'D', '02/27/2022')), ['warning']);
    assert.deepEqual(found(row('S', 'D', '03/06/2022')), ['warning']);
    assert.deepEqual(found(row('S', 'D', '03/07/2022')), []);
  });

  it('leaves a cell with a footnote alone', () => {
    assert.deepEqual(found(row('S', 'D', '03/06/2022 <sup>(1)</sup>') + '\n1. A note.'), []);
  });
});

describe('box 3 and the signature in the place of each other', () => {
  const trades = (first: string, second: string): string =>
    `| Common Stock | ${first} |  | S |  | 100 | D | \\$43.10 | 900 | D |  |\n| Common Stock | ${second} |  | S |  | 100 | D | \\$43.20 | 800 | D |  |`;
  const said = (rows: string, box: string, signed: string): string[] =>
    findings(
      filingAround(
        `${rows}\n3. Date of Earliest Transaction (Month/Day/Year) <u>${box}</u>\nSignature: /s/ Rowan J. Alder ${signed}`,
      ),
      { today: 30000 },
    ).map(({ rule, message }) => `${rule} ${message}`);

  it('are one finding, and one fix', () => {
    const two = trades('03/07/2022', '03/08/2022');
    assert.match(said(two, '03/09/2022', '03/07/2022').join(), /^box-3 .*changed places\.$/);
    fixes(
      'box-3',
      `${two}\n3. Date of Earliest Transaction (Month/Day/Year) <u>03/09/2022</u>\nSignature: /s/ Rowan J. Alder 03/07/2022`,
      `${two}\n3. Date of Earliest Transaction (Month/Day/Year) <u>03/07/2022</u>\nSignature: /s/ Rowan J. Alder 03/09/2022`,
    );
  });
  it('are two findings where one of them fits nowhere', () => {
    const two = trades('03/07/2022', '03/08/2022');
    assert.deepEqual(
      said(two, '03/09/2022', '03/04/2022').map((one) => one.split(' ')[0]),
      ['box-3', 'signature'],
    );
    for (const [rows, box, signed] of [
      [two, '03/09/2022', '03/08/2022'],
      [trades('03/07/2022', '03/07/2022'), '03/09/2022', '03/07/2022'],
    ] as const)
      assert.doesNotMatch(said(rows, box, signed).join(), /changed places/);
  });
});
