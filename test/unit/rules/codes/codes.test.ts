import assert from 'node:assert/strict';
import { filingAround, findings, fine, fixed, flags } from '../../harness';

interface Cells {
  code?: string;
  v?: string;
  side?: string;
  date?: string;
  amount?: string;
  price?: string;
}
const row = ({ code = 'A', v = '', side = 'A', date = '03/07/2022', amount = '100', price = '\\$10' }: Cells): string =>
  `Common Stock\t${date}\t\t${code}\t${v}\t${amount}\t${side}\t${price}\t9,503\tD`;
const all = (example: string): string[] =>
  findings(filingAround(example)).map(({ severity, rule }) => `${severity} ${rule}`);
const titles = (rule: string, example: string): string[] =>
  findings(filingAround(example))
    .find((found) => found.rule === rule)!
    .fixes()
    .map(({ title }) => title);

describe('the code cell', () => {
  it('takes each code, K behind it and V beside it', () => {
    for (const code of ['P', 'A', 'L', 'P/K', 'X', 'O', 'I', 'W', 'Z']) assert.deepEqual(all(row({ code })), [], code);
    for (const code of ['G V', 'GV', 'W V']) assert.deepEqual(all(row({ code, price: '\\$0' })), [], code);
    for (const code of ['S', 'F', 'D', 'U', 'S/K', 'S/K V'])
      assert.ok(!all(row({ code, side: 'D' })).some((one) => one.startsWith('error')), code);
  });

  it('has one finding for one fault', () => {
    const faults: Record<string, string> = {
      Q: 'code-unknown',
      p: 'code-unknown',
      sale: 'code-unknown',
      'Q/K': 'code-unknown',
      Q4: 'code-unknown',
      '7': 'code-unknown',
      K: 'code-k-alone',
      '/K': 'code-k-alone',
      PK: 'code-k-alone',
      'K/P': 'code-k-alone',
      V: 'code-v-in-code',
      VV: 'code-v-in-code',
      P4: 'code-form5-suffix',
      'P/K4': 'code-form5-suffix',
      '3': 'code-form5-suffix',
      'P/A': 'code-multiple',
      'A A': 'code-multiple',
    };
    for (const [code, rule] of Object.entries(faults)) assert.deepEqual(all(row({ code })), [`error ${rule}`], code);
  });
});

describe('code-unknown', () => {
  const meant = (code: string, more: Cells = {}): string[] => titles('code-unknown', row({ code, ...more }));

  it('offers the capital, the look-alike that takes the side, and the codes of the rows about', () => {
    assert.deepEqual(meant('p'), ['Change the code to P']);
    assert.deepEqual(meant('s/k', { side: 'D' }), ['Change the code to S/K']);
    assert.deepEqual(meant('Q'), ['Change the code to A']);
    assert.deepEqual(meant('Q', { side: 'D' }), ['Change the code to G']);
    assert.deepEqual(meant('R', { side: 'A' }), []);
    const about = [row({ code: 'M' }), row({ code: 'Q' }), row({ code: 'S', side: 'D' })].join('\n');
    assert.deepEqual(titles('code-unknown', about), ['Change the code to A', 'Change the code to M']);
  });

  it('asks for a code where a transaction is reported, in a low voice while it is a draft', () => {
    assert.deepEqual(all(row({ code: '' })), ['error code-unknown']);
    assert.deepEqual(
      all(row({ code: '' }) + '\nSignature:').filter((one) => one.includes('code-')),
      ['information code-unknown'],
    );
    assert.deepEqual(all(row({ code: '<sup>(1)</sup>' }) + '\n- A note.'), ['error code-unknown']);
  });

  it('asks a holding for none', () => fine(`${row({})}\nCommon Stock\t\t\t\t\t\t\t\t597\tI\tBy Trust`));
});

describe('code-k-alone', () => {
  it('offers what the side leaves', () => {
    assert.deepEqual(titles('code-k-alone', row({ code: 'K', side: 'D' })), ['Change the code to S/K']);
    assert.deepEqual(titles('code-k-alone', row({ code: 'K', side: 'X' })), [
      'Change the code to P/K',
      'Change the code to S/K',
    ]);
    assert.deepEqual(titles('code-k-alone', row({ code: 'MK' })), ['Change the code to M/K']);
  });
});

describe('code-v-in-code and code-v-cell', () => {
  it('speak once where V and the code have changed places', () =>
    assert.deepEqual(all(row({ code: 'V', v: 'W', price: '\\$0' })), ['error code-v-in-code']));

  it('have no fix where the code is not known', () =>
    assert.deepEqual(titles('code-v-in-code', row({ code: 'V' })), []));

  it('speak once where the code stands in the V column', () =>
    assert.deepEqual(all(row({ code: '', v: 'P' })), ['error code-v-cell']));

  it('write V for v and for a tick, and clear the rest', () => {
    const first = (v: string): string | undefined => titles('code-v-cell', row({ code: 'W', v, price: '\\$0' }))[0];
    assert.equal(first('v'), 'Write V');
    assert.equal(first('Yes'), 'Write V');
    assert.equal(first('☒'), 'Write V');
    assert.equal(first('4'), 'Clear "4"');
    assert.equal(first('P'), 'Clear "P"');
  });

  it('keep the markers of the cell', () => {
    const example = (v: string): string => `${row({ code: 'W', v, price: '\\$0' })}\n- Reported early.`;
    assert.equal(fixed('code-v-cell', example('4 <sup>(1)</sup>')), filingAround(example('<sup>(1)</sup>')));
  });
});

describe('code-form5-suffix', () => {
  it('keeps K, and offers nothing where two codes stand before the digit', () => {
    assert.equal(fixed('code-form5-suffix', row({ code: 'P/K4' })), filingAround(row({ code: 'P/K' })));
    assert.deepEqual(titles('code-form5-suffix', row({ code: 'P/A4' })), []);
  });

  it('offers nothing for a 3 on a row with a transaction', () =>
    assert.deepEqual(titles('code-form5-suffix', row({ code: '3' })), []));
});

describe('code-multiple', () => {
  it('prefers the code that takes the side', () => {
    assert.equal(fixed('code-multiple', row({ code: 'P/S', side: 'D' })), filingAround(row({ code: 'S', side: 'D' })));
    assert.deepEqual(titles('code-multiple', row({ code: 'G/W' })), ['Change the code to G', 'Change the code to W']);
    assert.deepEqual(titles('code-multiple', row({ code: 'A A' })), ['Change the code to A']);
  });
});

describe('code-table', () => {
  it('speaks of E and H in Table I alone', () => {
    assert.deepEqual(all(row({ code: 'E' })), ['warning code-table']);
    assert.deepEqual(all(row({ code: 'H' })), ['warning code-table']);
    fine(
      'Table II\nPut Option (obligation to buy)\t\\$20\t03/07/2022\t\tE\t\t500\t\t03/07/2021\t03/07/2022\tCommon Stock\t500\t\\$0\t500\tD',
    );
  });
});

describe('code-j-footnote', () => {
  const j = row({ code: 'J' });

  it('is content with a marker anywhere in the row, and with a remark', () => {
    assert.deepEqual(all(j), ['error code-j-footnote']);
    fine(`${j.replace('9,503', '9,503 <sup>(1)</sup>')}\n- Received in a distribution in kind.`);
    fine(`${j}\nRemarks: Received in a distribution in kind.`);
    assert.deepEqual(all(row({ code: 'J/K' })), ['error code-j-footnote']);
  });

  it('is silent where the text has notes and no marker at all', () =>
    assert.ok(!all(`${j}\n- Received in a distribution in kind.`).some((one) => one.endsWith('code-j-footnote'))));
});

describe('code-l-limit', () => {
  const small = (amount: string, date = '03/07/2022'): string => row({ code: 'L', amount, date });
  const found = (example: string): number => all(example).filter((one) => one === 'warning code-l-limit').length;

  it('is silent up to $10,000 and speaks above', () => {
    assert.equal(found(small('1,000')), 0);
    assert.equal(found(small('1,000.1')), 1);
  });

  it('adds up six months, and speaks once', () => {
    assert.equal(found([small('600', '09/30/2021'), small('600')].join('\n')), 1);
    assert.equal(found([small('600', '08/30/2021'), small('600')].join('\n')), 0);
    assert.equal(found([small('1,100'), small('1,100')].join('\n')), 1);
  });

  it('leaves rows of other codes and without a price out', () => {
    assert.equal(found([small('600'), row({ amount: '600' })].join('\n')), 0);
    assert.equal(found(row({ code: 'L', amount: '1,100', price: '<sup>(1)</sup>' }) + '\n- A note.'), 0);
  });
});

describe('gift-early', () => {
  const gift = (date: string, more: Cells = {}): string[] =>
    all(
      `${row({ code: 'G', v: 'V', side: 'D', price: '\\$0', date, ...more })}\n3. Date of Earliest Transaction (Month/Day/Year) <u>${date}</u>\nSignature: /s/ Rowan J. Alder ${date}`,
    ).filter((one) => one.endsWith('gift-early'));

  it('goes by the date of the gift', () => {
    assert.deepEqual(gift('02/26/2023'), []);
    assert.deepEqual(gift('02/27/2023'), ['information gift-early']);
    assert.deepEqual(gift('03/31/2023'), ['information gift-early']);
    assert.deepEqual(gift('04/01/2023'), ['warning gift-early']);
  });

  it('leaves gifts received, gifts not marked and other codes alone', () => {
    assert.deepEqual(gift('04/03/2023', { side: 'A' }), []);
    assert.deepEqual(gift('04/03/2023', { v: '' }), []);
    assert.deepEqual(gift('04/03/2023', { code: 'W' }), []);
    assert.deepEqual(gift('04/03/2023', { code: 'GV', v: '' }), ['warning gift-early']);
  });
});

describe('voluntary-unneeded', () => {
  it('speaks of P, S, F, I, M and U alone', () => {
    for (const code of 'PSFIMU') assert.ok(all(row({ code, v: 'V' })).includes('information voluntary-unneeded'), code);
    for (const code of 'ADGLWZCJXOEH')
      assert.ok(!all(row({ code, v: 'V' })).includes('information voluntary-unneeded'), code);
  });

  it('leaves the sums of the row to their rule', () =>
    flags('holdings-total', `${row({})}\n${row({ code: 'P', v: '' }).replace('9,503', '⟦9,063⟧')}`, 'Expected 9,603'));

  it('leaves the sums of a row marked V to their rule too', () =>
    assert.deepEqual(all(`${row({})}\n${row({ code: 'P', v: 'V' }).replace('9,503', '9,063')}`), [
      'information voluntary-unneeded',
      'error holdings-total',
    ]));
});

describe('exercise-leg', () => {
  const option = (code: string): string =>
    `Table II\nStock Option\t\\$10\t03/07/2022\t\t${code}\t\t\t100\t03/07/2021\t03/07/2031\tCommon Stock\t100\t\\$0\t400\tD`;
  const legs = (example: string): number =>
    findings(filingAround(example), { rules: { 'exercise-leg': 'warning' } }).filter(
      ({ rule }) => rule === 'exercise-leg',
    ).length;

  it('is off until it is turned on', () => fine(option('M')));

  it('wants the code and the day in both tables', () => {
    assert.equal(legs(option('M')), 1);
    assert.equal(legs(`${row({ code: 'M' })}\n${option('M')}`), 0);
    assert.equal(legs(`${row({ code: 'C' })}\n${option('M')}`), 2);
    assert.equal(legs(`${row({ code: 'M', date: '03/06/2022' })}\n${option('M')}`), 2);
    assert.equal(legs(`${row({ code: 'A' })}\n${option('D')}`), 0);
  });
});
