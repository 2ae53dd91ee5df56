/** Which number of a tally that does not follow is the wrong one, what is offered, and which rows make a chain. */
import assert from 'node:assert/strict';
import { filingAround, findings, fine, fixed, fixes, flags, marked } from '../../harness';

interface More {
  readonly code?: string;
  readonly date?: string;
  readonly title?: string;
  readonly owner?: string;
}
/** `+10 110`: a row that acquires 10 and says 110. */
const row = (
  says: string,
  { code = 'J <sup>(1)</sup>', date = '03/07/2022', title = 'Common Stock', owner = 'D | ' }: More = {},
): string => {
  const [change, total] = says.split(' ');
  return `| ${title} | ${date} |  | ${code} |  | ${change!.slice(1)} | ${change!.startsWith('+') ? 'A' : 'D'} | \\$1 | ${total} | ${owner} |`;
};
/** Said where no fix is the best. */
const OPEN = ' It is open which number is wrong, or whether a row is missing.';
const NOTE = '- A transfer among accounts.';
const chain = (...says: string[]): string => [...says.map((one) => row(one)), NOTE].join('\n');
const found = (example: string) =>
  findings(marked(filingAround(example)).text).filter(({ rule }) => rule.startsWith('holdings-'));
const told = (example: string): string[] => found(example).map(({ severity, message }) => `${severity}: ${message}`);
/** The fixes of the first finding, the preferred one with a star. */
const offers = (example: string): string[] =>
  found(example)[0]!
    .fixes()
    .map(({ title, preferred }) => (preferred ? `* ${title}` : title));

describe('the likeliest wrong number', () => {
  it('is the total before it, where one slip there explains the second row', () => {
    const example = chain('+10 1,100', '+20 1,030');
    assert.deepEqual(told(example), [
      'error: Expected 1,120 (1,100 + 20 acquired); the filing says 1,030, short by 90. In the total before it, it looks as if two digits are swapped.' +
        OPEN,
    ]);
    assert.deepEqual(offers(example), ['Set the total before it to 1,010', 'Set the total to 1,120']);
    fixes('holdings-total', example, chain('+10 1,010', '+20 1,030'));
  });
  it('is no total that the row before it proves', () => {
    assert.deepEqual(offers(chain('+10 1,080', '+20 1,100', '+20 1,030')), ['Set the total to 1,120']);
  });
  it('is no total that would have to be negative', () =>
    assert.deepEqual(offers(chain('+10 10', '+200 100')), ['Set the total to 210', 'Set the amount to 90']));
  it('is the amount, where a digit too many is the other way', () => {
    const example = chain('+10 2,005', '-1,900 1,005');
    assert.deepEqual(told(example), [
      'error: Expected 1,000 (the totals go from 2,005 to 1,005); the filing says 1,900 disposed of. It looks as if one digit is different.' +
        OPEN,
    ]);
    assert.deepEqual(offers(example), ['Set the amount to 1,000', 'Set the total to 105']);
    fixes('holdings-total', example, chain('+10 2,005', '-1,000 1,005'));
    fixes('holdings-total', example, chain('+10 2,005', '-1,900 105'), 'Set the total to 105');
  });
  it('is the shorter one, where one slip explains the amount as well as the total', () => {
    assert.deepEqual(offers(chain('+10 1,010', '+20 1,050')), ['Set the amount to 40', 'Set the total to 1,030']);
    assert.deepEqual(offers(chain('+10 7,010', '+1,020 8,050')), ['Set the total to 8,030', 'Set the amount to 1,040']);
  });
  it('is the number that is less round', () => {
    assert.deepEqual(offers(chain('+10 7,015', '+2,000 9,315')), ['Set the total to 9,015', 'Set the amount to 2,300']);
    assert.deepEqual(offers(chain('+10 7,015', '+2,300 9,015')), ['Set the amount to 2,000', 'Set the total to 9,315']);
  });
  it('is the first total sooner where the holding would then begin with what is acquired', () => {
    assert.equal(offers(chain('+1,000 1,700', '+200 1,200'))[0], 'Set the total before it to 1,000');
    assert.equal(offers(chain('+1,700 1,700', '+200 1,200'))[0], 'Set the total to 1,900');
  });
  it('is the amount in the middle of a chain, where nothing says otherwise', () => {
    const example = chain('+10 1,010', '+20 1,500', '+5 1,505');
    assert.deepEqual(told(example), [
      'error: Expected 490 (the totals go from 1,010 to 1,500); the filing says 20 acquired.' + OPEN,
    ]);
    assert.deepEqual(offers(example), [
      'Set the amount to 490',
      'Set this total to 1,030 and change all below it by 470',
    ]);
  });
  it('is every total below, where the amount stands again elsewhere', () => {
    const example = chain('+5 990', '+20 1,010', '+20 1,500', '+5 1,505');
    assert.match(
      told(example).join(),
      /^error: Expected 1,030 \(1,010 \+ 20 acquired\); the filing says 1,500, over by 470\./,
    );
    assert.deepEqual(offers(example), [
      'Set this total to 1,030 and change all below it by 470',
      'Set the amount to 490',
    ]);
    fixes('holdings-total', example, chain('+5 990', '+20 1,010', '+20 1,030', '+5 1,035'));
  });
  it('counts the amounts of Table II too', () => {
    const option =
      'Table II\n| Option | \\$1 | 03/07/2022 |  | A |  | 20 |  | 03/07/2023 | 03/07/2032 | Common Stock | 20 | \\$0 | 20 | D |  |';
    assert.equal(
      offers(`${chain('+5 1,000', '+10 1,010', '+20 1,500', '+5 1,505')}\n${option}`)[0],
      'Set this total to 1,030 and change all below it by 470',
    );
    assert.equal(
      offers(
        `${chain('+5 1,000', '+10 1,010', '+20 1,500', '+5 1,505')}\n${option.replace('| 20 |  |', '| 21 |  |')}`,
      )[0],
      'Set the amount to 490',
    );
  });
  it('is every total below, where only the other side would do', () =>
    assert.deepEqual(offers(chain('+5 1,000', '+10 1,010', '+20 900', '+5 905')), [
      'Set this total to 1,030 and change all below it by 130',
    ]));
  it('moves nothing below zero', () => {
    const example = chain('+10 1,010', '-1,000 900', '-895 5');
    assert.deepEqual(offers(example), ['Set the amount to 110']);
    assert.deepEqual(offers(chain('+10 10', '-766 3')), ['Set the amount to 7']);
  });
  it('is not the side, where the code says which it is', () => {
    const example = [row('+10 1,050'), row('-20 1,070', { code: 'S' }), NOTE].join('\n');
    assert.deepEqual(told(example), [
      'error: Expected 1,030 (1,050 − 20 disposed of); the filing says 1,070, over by 40. The shares were added, though the row says D.' +
        OPEN,
    ]);
    assert.deepEqual(offers(example), ['Set the total to 1,030', 'Change D to A']);
    assert.deepEqual(offers(chain('+10 1,050', '-20 1,070')), ['Change D to A', 'Set the total to 1,030']);
    fixes('holdings-total', chain('+10 1,050', '-20 1,070'), chain('+10 1,050', '+20 1,070'));
  });
  it('is the total between two that agree, whatever else is near', () => {
    assert.deepEqual(offers(chain('+10 110', '+20 103', '+30 160')), ['* Set the total to 130']);
    assert.deepEqual(told(chain('+10 110', '+20 103', '+30 160', '+5 156')).length, 2);
  });
  it('is a row left out, where the total is the one before it again', () => {
    const [line] = told([row('+10 110'), row('+20 110'), NOTE].join('\n'));
    assert.equal(
      line,
      'information: Expected 130 (110 + 20 acquired); the filing says 110, short by 20. The row was left out of the total.',
    );
  });
  it('is said with what leads to it', () => {
    const related = (example: string): string[] => found(example)[0]!.related.map(({ message }) => message);
    assert.deepEqual(related(chain('+10 110', '-20 99')), ['the total before it', 'the shares disposed of']);
    assert.deepEqual(related(chain('+10 1,010', '+26 1,030', '+30 1,060')), [
      'the total that it leads to',
      'the total before it',
    ]);
  });
});

describe('a chain', () => {
  it('is taken up behind a row whose side is in doubt', () => {
    const example = (total: string): string =>
      [row('+10 110'), row('+20 500').replace('| A | \\$1', '| X | \\$1'), row(`+5 ${total}`), NOTE].join('\n');
    assert.deepEqual(told(example('505')), []);
    assert.equal(told(example('550')).length, 1);
  });
  it('ends at a row whose total or owner is in doubt', () => {
    const broken = (from: string, to: string): string[] =>
      told([row('+10 110'), row('+20 130').replace(from, to), row('+5 777'), NOTE].join('\n')).filter(
        (one) => !one.includes('column 5'),
      );
    assert.equal(broken('', '').length, 1);
    assert.deepEqual(broken('| 130 |', '|  |'), []);
    assert.deepEqual(broken('| 130 | D |', '| 130 | X |'), []);
    assert.deepEqual(broken('| 130 | D |', '| 130 | |'), []);
  });
  it('of another class goes on across such a row', () => {
    const other = { title: 'Class B' };
    const example = [
      row('+10 110', other),
      row('+20 130').replace('| 130 |', '| 1x30 |'),
      row('+5 777', other),
      NOTE,
    ].join('\n');
    assert.equal(told(example).filter((one) => one.startsWith('error: Expected 115')).length, 1);
  });
  it('ends, of every class, at a row whose cells have slid', () => {
    const slid = row('+20 130').replace('2022 |  |', '2022 |');
    assert.deepEqual(
      told([row('+10 110', { title: 'Class B' }), slid, row('+5 777', { title: 'Class B' }), NOTE].join('\n')),
      [],
    );
  });
  it('tells holdings apart by class, form, nature and markers, not by capitals and points', () => {
    const notes = '- A transfer.\n- Held so.\n- Held otherwise.';
    const pair = (a: More, b: More): number =>
      told([row('+10 110', a), row('+20 555', b), row('+1 9', { title: 'Notes <sup>(2)(3)</sup>' }), notes].join('\n'))
        .length;
    assert.equal(pair({}, {}), 1);
    assert.equal(pair({ title: 'Common Stock' }, { title: 'COMMON STOCK.' }), 1);
    assert.equal(pair({}, { title: 'Class B' }), 0);
    assert.equal(pair({}, { owner: 'I | By Trust' }), 0);
    assert.equal(pair({ owner: 'I | By Child' }, { owner: 'I | By Trust' }), 0);
    assert.equal(pair({ owner: 'I | By Trust' }, { owner: 'I | By Trust <sup>(2)</sup>' }), 0);
    assert.equal(pair({ owner: 'I | By Trust' }, { owner: 'I <sup>(2)</sup> | By Trust' }), 0);
    assert.equal(pair({}, { title: 'Common Stock <sup>(2)</sup>' }), 0);
    assert.equal(pair({ title: 'Common Stock <sup>(2)</sup>' }, { title: 'Common Stock <sup>(2)</sup>' }), 1);
  });
  it('is followed where the markers of the row before are left off', () => {
    const marked = { owner: 'I | By Trust <sup>(2)</sup>' };
    const bare = { owner: 'I | By Trust' };
    const rows = (last: string): string =>
      [row('+10 110', bare), row('+20 130', marked), row(`+5 ${last}`, bare), NOTE, '- Held so.'].join('\n');
    assert.deepEqual(told(rows('135')), [], 'it goes on from the row with the marker');
    assert.deepEqual(told(rows('115')), [], 'it goes on from the row without');
    assert.equal(told(rows('150')).length, 1);
  });
});

describe('a habit', () => {
  it('is a share more or less where fractions are about, and no more', () => {
    assert.match(told(chain('+10 110', '+20.5 131.5')).join(), /^hint/);
    assert.match(told(chain('+10.5 110.5', '+20 131.5')).join(), /^hint/);
    assert.match(told(chain('+10 110', '+20.5 131.6')).join(), /^error/);
    assert.match(told(chain('+10 110', '+20 131')).join(), /^error/);
    assert.match(told(chain('+10 110.5', '+20 140.5')).join(), /^error/, 'whole shares are not reinvested dividends');
  });
  it('is a cent that is rounded away, and no more', () => {
    fine(chain('+10 110.51', '+20 130.52'));
    assert.match(told(chain('+10.01 110', '+20.01 130')).join(), /^hint/, 'totals without fractions are not rounded');
    assert.equal(told(chain('+10 110.51', '+20 130.53')).length, 1);
  });
  it('is the total of the row behind, too', () => {
    assert.match(told(chain('+10 110', '+20 160', '+30 160', '+5 188'))[0]!, /^hint/);
    assert.match(told(chain('+10 110', '+20 170', '+30 160', '+5 165'))[0]!, /^error/);
  });
  it('is a total with a footnote that the one before it has not', () => {
    const notes = '- A transfer.\n- With plan shares.\n- Without.';
    const pair = (a: string, b: string): string =>
      told(
        [
          row('+10 110').replace('| 110 |', `| 110 ${a} |`),
          row('+20 180').replace('| 180 |', `| 180 ${b} |`),
          row('+1 9', { title: 'Notes <sup>(2)(3)</sup>' }),
          notes,
        ].join('\n'),
      ).join();
    assert.match(pair('', '<sup>(2)</sup>'), /^hint/);
    assert.match(pair('<sup>(2)</sup>', '<sup>(2)(3)</sup>'), /^hint/);
    assert.match(pair('<sup>(2)</sup>', '<sup>(2)</sup>'), /^error/);
    assert.match(pair('<sup>(2)</sup>', ''), /^error/);
  });
  it('is two breaks that another order mends, or that a row in doubt may explain', () => {
    assert.match(told(chain('+30 160', '+20 130', '+10 110')).join('\n'), /^hint.*\nhint/);
    assert.match(told(chain('+30 160', '+20 132', '+10 115')).join('\n'), /^error.*\nerror/);
    const doubtful = [
      row('+30 160'),
      row('+20 132'),
      row('+10 115'),
      row('+1 1').replace('| A | \\$1', '| X | \\$1'),
      NOTE,
    ].join('\n');
    assert.match(told(doubtful).join('\n'), /^hint.*\nhint/);
  });
  it('is a balance at which another holder was left', () => {
    const notes = '- A transfer.\n- One.\n- Two.';
    const one = { owner: 'I | By Trust <sup>(2)</sup>' };
    const two = { owner: 'I | By Trust <sup>(3)</sup>' };
    const third = (left: string, then = ''): string =>
      told(
        [
          row(`+10 ${left}`, one),
          ...(then ? [row(then, one)] : []),
          row('+10 910', two),
          row('+5 505', two),
          notes,
        ].join('\n'),
      ).join();
    assert.match(third('500'), /^hint/);
    assert.match(third('501'), /^error/);
    assert.match(third('500', '+7 507'), /^error/, 'its own next row goes on from there');
    const later = [row('+10 910', two), row('+5 505', two), row('+10 500', one), notes].join('\n');
    assert.match(told(later).join(), /^error/, 'what comes behind has left nothing yet');
    const held = [
      '| Common Stock |  |  |  |  |  |  |  | 500 | I | By Trust <sup>(2)</sup> |',
      row('+10 910', two),
      row('+5 505', two),
      notes,
    ].join('\n');
    assert.match(told(held).join(), /^hint/, 'a holding row leaves a balance too');
    const otherClass = [
      row('+10 500', { ...one, title: 'Class B' }),
      row('+10 910', two),
      row('+5 505', two),
      notes,
    ].join('\n');
    assert.match(told(otherClass).join(), /^error/);
  });
});

describe('holdings-order', () => {
  const order = (...says: string[]): string[] => found(chain(...says)).map(({ rule }) => rule);
  it('speaks of two neighbours anywhere in the chain', () => {
    assert.deepEqual(order('+10 110', '+30 160', '+20 130', '+5 165'), ['holdings-order']);
    assert.deepEqual(order('+20 130', '+10 110', '+30 160'), ['holdings-order']);
    assert.deepEqual(order('+10 110', '+30 160', '+20 130'), ['holdings-order']);
    assert.deepEqual(told(chain('+20 130', '+10 110', '+30 160')), [
      'warning: The totals 130 and 110 add up only if this row comes before the other; the two rows seem to have changed places.',
    ]);
  });
  it('swaps the two', () =>
    fixes('holdings-order', chain('+20 130', '+10 110', '+30 160'), chain('+10 110', '+20 130', '+30 160')));
  it('leaves a chain alone whose opening would be negative', () =>
    assert.deepEqual(order('+20 25', '+10 5', '+30 55'), ['holdings-total', 'holdings-total']));
});

describe('holdings-total-missing', () => {
  const missing = (example: string): string[] => told(example).filter((one) => one.includes('column'));
  const option = (cells: string): string => `${row('+10 110')}\n${NOTE}\nTable II\n| Option | \\$1 | ${cells} | D |  |`;
  it('says what it looks for in each table', () => {
    assert.deepEqual(missing([row('+10 110').replace('| 110 |', '|  |'), NOTE].join('\n')).length, 1);
    assert.match(missing([row('+10 110').replace('| 110 |', '|  |'), NOTE].join('\n')).join(), /^error: .*column 5/);
    assert.match(
      missing(option('03/07/2022 |  | A |  | 20 |  | 03/07/2023 | 03/07/2032 | Common Stock | 20 | \\$0 |  ')).join(),
      /^error: .*column 9/,
    );
    assert.match(
      missing(option(' |  |  |  |  |  | 03/07/2023 | 03/07/2032 | Common Stock | 20 |  |  ')).join(),
      /^information: .*column 9/,
    );
  });
});

describe('holdings-total-missing, in words', () =>
  it('tells a blank from a marker, and from what is no number where no other rule speaks of it', () => {
    const example = (words: string): string => [row('+10 110').replace('| 110 |', `| ${words} |`), NOTE].join('\n');
    const rules = { 'number-format': 'off' } as const;
    assert.match(told(example(' ')).join(), /column 5; the cell is blank\.$/);
    assert.match(told(example('<sup>(1)</sup>')).join(), /column 5; found a footnote marker alone\.$/);
    assert.deepEqual(told(example('many')), []);
    const [found] = findings(filingAround(example('many')), { rules });
    assert.match(found!.message, /column 5; found "many", which is not a number\.$/);
    assert.equal(found!.severity, 'error');
    flags('holdings-total-missing', example('⟦<sup>(1)</sup>⟧').replace('⟦<sup>(1)</sup>⟧', '<sup>⟦(1)⟧</sup>'));
  }));

describe('holdings-digit', () => {
  const grant = (
    says: string,
    more: Partial<{ price: string; exercise: string; expires: string; mark: string; side: string }> = {},
  ): string => {
    const [amount, total] = says.split(' ');
    const { price = '\\$1', exercise = '03/07/2021', expires = '03/07/2032', mark = '', side = 'D' } = more;
    const amounts = side === 'D' ? ` | ${amount}` : `${amount} | `;
    return `| Option | ${price} | 03/07/2022 |  | ${side === 'D' ? 'M' : 'A'} |  | ${amounts} | ${exercise} | ${expires} | Common Stock | ${amount} | \\$0 | ${total}${mark} | D |  |`;
  };
  const pair = (first: string, second: string): string[] =>
    found(`Table II\n${first}\n${second}\n- A note.`).map(({ rule, severity }) => `${severity} ${rule}`);
  it('is one digit in two rows of one grant', () => {
    assert.deepEqual(pair(grant('100 4,900'), grant('200 4,800')), ['hint holdings-digit']);
    assert.deepEqual(pair(grant('100 4,900'), grant('200 4,070')), ['hint holdings-digit'], 'two swapped digits');
    assert.deepEqual(pair(grant('100 4,900'), grant('200 470')), [], 'a missing digit is too much to ask');
    assert.deepEqual(pair(grant('100 4,900'), grant('200 4,700')), []);
    assert.deepEqual(pair(grant('100 100'), grant('200 200')), [], 'the sum is negative');
    assert.deepEqual(pair(grant('100 4,900.255'), grant('200 4,700.256')), [], 'rounded');
    assert.deepEqual(pair(grant('100 4,900.25'), grant('200 4,700.35')), ['hint holdings-digit']);
  });
  it('tells grants apart by price and dates, and their markers', () => {
    for (const other of [
      { price: '\\$2' },
      { exercise: '03/08/2021' },
      { expires: '03/08/2032' },
      { price: '\\$1 <sup>(1)</sup>' },
    ])
      assert.deepEqual(pair(grant('100 4,900'), grant('200 4,800', other)), []);
  });
  it('is a first grant of which two digits are swapped', () => {
    const first = (says: string, more = {}): string[] =>
      found(`Table II\n${grant(says, { side: 'A', ...more })}\n- A note.`).map(
        ({ rule, severity }) => `${severity} ${rule}`,
      );
    assert.deepEqual(first('25,000 52,000'), ['hint holdings-digit']);
    assert.deepEqual(first('25,100 25,010'), ['warning holdings-below-acquired'], 'told once');
    assert.deepEqual(first('25,000 25,000'), []);
    assert.deepEqual(first('25,000 26,000'), [], 'of an earlier grant');
    assert.deepEqual(first('25,000 52,000', { mark: ' <sup>(1)</sup>' }), []);
    const under = grant('25,000 52,000', { side: 'A' }).replace('Common Stock | 25,000', 'Common Stock | 12,500');
    assert.deepEqual(
      found(`Table II\n${under}`).map(({ rule }) => rule),
      [],
    );
    assert.deepEqual(
      pair(grant('25,000 27,000', { side: 'A' }), grant('25,000 52,000', { side: 'A' })),
      [],
      'a second row',
    );
  });
  it('leaves a total with a footnote alone', () =>
    assert.deepEqual(pair(grant('100 4,900'), grant('200 4,800', { mark: ' <sup>(1)</sup>' })), []));
});

describe('holdings-below-acquired', () => {
  const option = (amount: string, total: string, code = 'A', rest = '| D |'): string =>
    `Table II\n| Option | \\$1 | 03/07/2022 |  | ${code} |  | ${amount} |  | 03/07/2021 | 03/07/2032 | Common Stock | 5 | \\$0 | ${total} ${rest}  |`;
  it('lets a total be just what was acquired', () => {
    fine(chain('+100 100'));
    assert.deepEqual(told(chain('+100 99')), [
      'error: Expected a total of at least 100, the amount just acquired; the filing says 99.',
    ]);
  });
  it('is a warning in Table II, and compares shares with shares alone', () => {
    assert.match(told(option('100', '99')).join(), /^warning/);
    assert.deepEqual(told(option('100', '100')), []);
    assert.deepEqual(told(option('\\$100', '99')), []);
    assert.match(told(option('\\$100', '\\$99')).join(), /^warning/);
  });
  it('knows that what is owed ends at nothing when it is bought back or exercised', () => {
    const owed = (title: string, total: string, note = ''): string[] =>
      told(
        option('100', total, 'P')
          .replace('| Option', `| ${title}`)
          .replace('| P |', note ? '| P <sup>(1)</sup> |' : '| P |') + (note && `\n- ${note}`),
      );
    for (const title of ['Call Option (obligation to sell)', 'Put option (obligation to buy)', 'Written call'])
      assert.deepEqual(owed(title, '0'), [], title);
    assert.match(
      owed('Call Option (obligation to sell)', '50').join(),
      /^warning/,
      'more was bought back than was owed',
    );
    assert.match(owed('Call Option (right to buy)', '0').join(), /^warning/);
    assert.deepEqual(owed('Call Option', '0', 'Bought to close a short call.'), []);
    assert.deepEqual(owed('Call Option', '0', 'Closes the position of May.'), []);
    assert.match(owed('Call Option', '0', 'Held by a trust.').join(), /^warning/);
  });
  it('leaves what is disposed of alone', () => assert.deepEqual(told(chain('-100 99')), []));
});

it('a number of the tally is written as the cell writes it', () =>
  assert.match(fixed('holdings-total', chain('+1000 91000', '+2000 93900', '+5 93905')), /\| 2900 \|/));
