/** Codes and sides: what is offered, letter by letter, and where a rule leaves a row to another. */
import assert from 'node:assert/strict';
import { filingAround, fine, fixed, fixes, flags } from '../../harness';
import { all, offers, related, told } from '../told';

interface Cells {
  readonly code?: string;
  readonly v?: string;
  readonly side?: string;
  readonly date?: string;
  readonly amount?: string;
  readonly price?: string;
  readonly total?: string;
}
const row = ({
  code = 'A',
  v = '',
  side = 'A',
  date = '03/07/2022',
  amount = '100',
  price = '\\$10',
  total = '9,503',
}: Cells): string => `Common Stock\t${date}\t\t${code}\t${v}\t${amount}\t${side}\t${price}\t${total}\tD`;
const option = (code: string, acquired: string, disposed: string, underlying = '500', v = ''): string =>
  `Table II\nStock Option\t\\$20\t03/07/2022\t\t${code}\t${v}\t${acquired}\t${disposed}\t03/07/2021\t03/07/2032\tCommon Stock\t${underlying}\t\\$0\t5,000\tD`;
const SLID = 'Common Stock\t03/07/2022\tG\t\t100\tD\t\\$10\t9,503\tD';

describe('code-unknown', () => {
  const meant = (code: string, side: string): string[] => offers('code-unknown', row({ code, side }));
  it('knows which code a letter or digit is taken for', () => {
    const twins = 'BP NM QA RF TF YJ 1I 5S 0O';
    for (const [wrong, right] of twins.split(' '))
      assert.deepEqual(meant(wrong!, 'RT5'.includes(wrong!) ? 'D' : 'A'), [`* Change the code to ${right}`], wrong);
  });
  it('offers only codes that take the side, and any where there is none', () => {
    assert.deepEqual(meant('B', 'D'), []);
    assert.deepEqual(meant('5', 'A'), []);
    assert.deepEqual(meant('1', 'D'), ['* Change the code to I']);
    assert.deepEqual(meant('B', ''), ['* Change the code to P']);
  });
  it('offers the codes of the rows before and behind, each once', () => {
    const three = (before: string, after: string): string[] =>
      offers(
        'code-unknown',
        [row({ code: before }), row({ code: '?', total: '9,603' }), row({ code: after, total: '9,703' })].join('\n'),
      );
    assert.deepEqual(three('M', 'P'), ['* Change the code to M', 'Change the code to P']);
    assert.deepEqual(three('M', 'M'), ['* Change the code to M']);
    assert.deepEqual(three('P', 'Q'), ['* Change the code to P'], 'a wrong one is no model');
  });
  it('keeps K behind the code, and writes nothing that does not stand alone', () => {
    assert.deepEqual(offers('code-unknown', row({ code: 'Q/K' })), ['* Change the code to A/K']);
    assert.deepEqual(offers('code-unknown', row({ code: 'p/k' })), ['* Change the code to P/K']);
    assert.deepEqual(offers('code-unknown', row({ code: 'Q V', price: '\\$0' })), ['* Change the code to A V']);
  });
  it('asks for a code wherever a transaction is begun', () => {
    const blank = (cells: string): string[] =>
      all(`${row({})}\nCommon Stock\t${cells}\t9,603\tD`).filter((one) => one.endsWith('code-unknown'));
    assert.equal(blank('03/07/2022\t\t\t\t100\t\t').length, 1);
    assert.equal(blank('03/07/2022\t\t\t\t\t\t').length, 0, 'a holding in which a date was typed');
    assert.equal(blank('\t\t\t\t100\t\t').length, 1);
    assert.equal(blank('\t\t\t\t\tA\t').length, 1);
    assert.equal(blank('\t\t\t\t\t\t\\$10').length, 1);
    assert.equal(blank('\t\t\t\t\t\t').length, 0);
  });
});

describe('K, V and digits beside a code', () => {
  it('K is offered behind the letters that are there, else behind what the side leaves', () => {
    assert.deepEqual(offers('code-k-alone', row({ code: 'K', side: 'A' })), ['* Change the code to P/K']);
    assert.deepEqual(offers('code-k-alone', row({ code: '/K', side: 'D' })), ['* Change the code to S/K']);
    assert.deepEqual(offers('code-k-alone', row({ code: 'K', side: 'X' })), [
      'Change the code to P/K',
      'Change the code to S/K',
    ]);
    assert.match(told('code-k-alone', row({ code: 'PK' })).join(), /as in P\/K; found "PK"/);
    assert.match(told('code-k-alone', row({ code: 'K' })).join(), /alone\. K only adds/);
  });
  it('V is cleared from its own column, from beside the code, and from both', () => {
    const sale = (code: string, v: string): string =>
      `| Common Stock | 03/07/2022 |  | ${code} | ${v} | 100 | D | \\$10 | 9,503 | D |  |`;
    fixes('voluntary-unneeded', sale('S', 'V'), sale('S', ''));
    fixes('voluntary-unneeded', sale('S V', ''), sale('S', ''));
    fixes('voluntary-unneeded', sale('S/K V', ''), sale('S/K', ''));
    fixes('voluntary-unneeded', sale('S V', 'V'), sale('S', ''));
  });
  it('a V alone is no mark of a row', () =>
    assert.deepEqual(all(row({ code: 'V', v: 'S' })), ['error code-v-in-code']));
  it('V and the code are put right only together', () => {
    assert.deepEqual(offers('code-v-in-code', row({ code: 'V', v: 'W', price: '\\$0' })), [
      '* Move W to the code column and V to its own',
    ]);
    assert.deepEqual(offers('code-v-in-code', row({ code: 'V', v: 'V' })), []);
    assert.deepEqual(all(row({ code: 'V', v: 'Q' })).sort(), ['error code-v-cell', 'error code-v-in-code']);
  });
  it('what stands in the V column is moved, written V or cleared', () => {
    const v = (cell: string, code = 'W'): string[] => offers('code-v-cell', row({ code, v: cell, price: '\\$0' }));
    assert.deepEqual(v('v'), ['* Write V']);
    for (const tick of ['x', 'Y', 'yes', 'True', '✓', '✔', '☑', '☒'])
      assert.deepEqual(v(tick), ['* Write V', `Clear "${tick}"`], tick);
    for (const other of ['no', '4', 'P', 'xx']) assert.deepEqual(v(other), [`* Clear "${other}"`], other);
    assert.deepEqual(v('G', ''), ['* Move G to the code column']);
    assert.deepEqual(v('Q', ''), []);
  });
  it('a 3 is cleared where the row says nothing else of a transaction', () => {
    const held = 'Common Stock\t\t\t3\t\t\t\t\t597\tI\tBy Trust';
    assert.deepEqual(offers('code-form5-suffix', `${row({})}\n${held}`), ['* Clear the 3']);
    assert.deepEqual(
      offers('code-form5-suffix', `${row({})}\n${held.replace('\t\t\t\t\t597', '\t\t\t\t\\$5\t597')}`),
      [],
    );
    assert.match(told('code-form5-suffix', row({ code: 'P4' })).join(), /A 4 there says/);
    assert.match(told('code-form5-suffix', row({ code: '3' })).join(), /A 3 there says/);
  });
  it('of two codes the one that takes the side is preferred, and neither where both do', () => {
    assert.deepEqual(offers('code-multiple', row({ code: 'P/S' })), ['* Change the code to P', 'Change the code to S']);
    assert.deepEqual(offers('code-multiple', row({ code: 'P/A' })), ['Change the code to P', 'Change the code to A']);
    assert.deepEqual(offers('code-multiple', row({ code: 'S/F' })), ['Change the code to S', 'Change the code to F']);
    assert.deepEqual(offers('code-multiple', row({ code: 'S/J' })), ['Change the code to S', '* Change the code to J']);
    assert.deepEqual(offers('code-multiple', row({ code: 'P P' })), ['* Change the code to P']);
  });
});

describe('codes and what they ask for', () => {
  const J = row({ code: 'J' });
  it('J: a footnote, numbered behind the last and marked as the others are', () => {
    const note = '\n1. One.';
    const other = row({ total: '9,603', amount: '100 (1)' });
    fixes(
      'code-j-footnote',
      `${J}\n${other}${note}`,
      `${row({ code: 'J (2)' })}\n${other}\n1. One.\n2. [Explain here]`,
    );
    assert.deepEqual(offers('code-j-footnote', J), ['* Add footnote 1 and cite it here']);
    const ninety = (n: number): string => Array.from({ length: n }, (_, at) => `${at + 1}. Note.`).join('\n');
    assert.deepEqual(offers('code-j-footnote', `${J}\n${other}\n${ninety(98)}`), [
      '* Add footnote 99 and cite it here',
    ]);
    assert.deepEqual(offers('code-j-footnote', `${J}\n${other}\n${ninety(99)}`), []);
  });
  it('J in a row whose cells have slid: nothing', () => {
    assert.deepEqual(all(SLID.replace('\tG\t', '\tJ\t')), ['error row-cells']);
  });
  it('L: the row at which six months come to more than $10,000', () => {
    const small = (amount: string, date: string, total = '9,503'): string => row({ code: 'L', amount, date, total });
    const over = (...rows: string[]): number => told('code-l-limit', rows.join('\n')).length;
    assert.equal(over(small('600', '09/06/2021'), small('600', '03/07/2022', '10,103')), 1, '182 days');
    assert.equal(over(small('600', '09/05/2021'), small('600', '03/07/2022', '10,103')), 0, '183 days');
    assert.equal(
      over(small('600', '03/07/2022'), small('600', '09/06/2021', '10,103')),
      0,
      'a row behind of an earlier day',
    );
    assert.equal(over(small('600', '03/07/2022'), small('600', '', '10,103')), 0, 'no date');
    assert.equal(over(small('600', ''), small('600', '03/07/2022', '10,103')), 0);
    assert.equal(over(small('1,001', '')), 1, 'alone it is too much');
    assert.equal(
      over(small('600', '03/07/2022'), row({ code: 'L', amount: '600', price: '', total: '10,103' })),
      0,
      'no price',
    );
    assert.match(
      told('code-l-limit', [small('600', '03/07/2022'), small('600', '03/07/2022', '10,103')].join('\n')).join(),
      /come to \$12,000 here/,
    );
  });
  it('G: marked V since February 27, 2023, by its own date, else by that of the filing', () => {
    const gift = (date: string, signed: string): string[] =>
      told(
        'gift-early',
        `${row({ code: 'G', v: 'V', side: 'D', price: '\\$0', date })}\nSignature: /s/ Rowan J. Alder ${signed}`,
      );
    assert.equal(gift('', '04/03/2023').length, 1);
    assert.equal(gift('', '02/24/2023').length, 0);
    assert.equal(gift('02/24/2023', '04/03/2023').length, 0);
  });
  it('E and H: Table II', () => {
    assert.match(
      told('code-table', row({ code: 'H' })).join(),
      /Code H \(Expiration \(or cancellation\) of long derivative position/,
    );
    for (const code of ['M', 'C', 'X', 'O', 'P']) assert.deepEqual(told('code-table', row({ code })), [], code);
    assert.deepEqual(told('code-table', option('H', '', '500')), []);
  });
  it('X, C and M: both tables, on one day', () => {
    const rules = { 'exercise-leg': 'hint' } as const;
    for (const code of ['M', 'X', 'C']) {
      assert.deepEqual(told('exercise-leg', `${row({ code })}\n${option(code, '', '500')}`, { rules }), [], code);
      assert.match(told('exercise-leg', row({ code }), { rules }).join(), /Table II has no row/);
      assert.match(
        told('exercise-leg', `${row({})}\n${option(code, '', '500')}`, { rules }).join(),
        /Table I has no row/,
      );
    }
    assert.deepEqual(told('exercise-leg', row({ code: 'O' }), { rules }), []);
    assert.deepEqual(
      told('exercise-leg', `${row({ code: 'M', date: '' })}\n${option('M', '', '500').replace('03/07/2022', '')}`, {
        rules,
      }),
      [],
    );
  });
});

describe('code-side', () => {
  it('minds the totals only where they lead to one side', () => {
    const pair = (total: string): string => `${row({ total: '1,000' })}\n${row({ code: 'S', total })}`;
    assert.match(told('code-side', pair('900')).join(), /The total owned after it agrees with D\.$/);
    assert.match(told('code-side', pair('1,100')).join(), /The total owned after it agrees with A\.$/);
    assert.match(told('code-side', pair('1,234')).join(), /found A\.$/);
    assert.deepEqual(related('code-side', pair('900')), ['the code: S', 'the total before it: 1,000']);
    assert.deepEqual(related('code-side', pair('1,100')), ['acquired or disposed of: A', 'the total before it: 1,000']);
    assert.deepEqual(related('code-side', pair('1,234')), ['the code: S']);
    assert.match(
      told(
        'code-side',
        `${row({ total: '1,000' })}\n${row({ code: 'S', amount: '0 <sup>(1)</sup>', total: '1,000' })}\n1. None.`,
      ).join(),
      /found A\.$/,
    );
  });
  it('offers the code of the opposite where the totals agree with the side', () => {
    const pair = (code: string, side: 'A' | 'D'): string[] =>
      offers('code-side', `${row({ total: '1,000' })}\n${row({ code, side, total: side === 'A' ? '1,100' : '900' })}`);
    assert.deepEqual(pair('P', 'D'), ['* Change the code to S', 'Change D to A']);
    assert.deepEqual(pair('S', 'A'), ['* Change the code to P', 'Change A to D']);
    assert.deepEqual(pair('A', 'D'), ['* Change the code to D', 'Change D to A']);
    assert.deepEqual(pair('D', 'A'), ['* Change the code to A', 'Change A to D']);
    assert.deepEqual(pair('M', 'D'), ['Change D to A'], 'the totals bear out the letter');
  });
  it('moves an amount to the other heading', () => {
    fixes('code-side', option('P', '', '500'), option('P', '500', ''));
    assert.match(
      told('code-side', option('P', '', '500')).join(),
      /^warning: Expected the amount under \(A\), acquired, beside code P .*; found it under \(D\)\.$/,
    );
    assert.match(
      told('code-side', option('S', '500', '')).join(),
      /under \(D\), disposed of, .*; found it under \(A\)\.$/,
    );
  });
});

describe('side-invalid', () => {
  it('asks where a code stands, or anything else of a transaction', () => {
    const blank = (cells: string): number =>
      told('side-invalid', `${row({})}\nCommon Stock\t${cells}\t9,603\tD`).length;
    assert.equal(blank('03/07/2022\t\tG\t\t100\t\t\\$0'), 1);
    assert.equal(blank('03/07/2022\t\t\t\t100\t\t\\$0'), 1);
    assert.equal(blank('\t\t\t\t\t\t'), 0);
  });
  it('writes the letter into a blank cell', () => {
    assert.deepEqual(offers('side-invalid', row({ code: 'S', side: '' })), [
      '* Write D (disposed of)',
      'Write A (acquired)',
    ]);
    assert.equal(fixed('side-invalid', row({ code: 'S', side: '' })), filingAround(row({ code: 'S', side: 'D' })));
  });
  it('accuses the heading that the code does not take, and says so', () => {
    assert.match(
      told('side-invalid', option('M', '5', '500')).join(),
      /found "5" under \(A\) and "500" under \(D\)\. Code M goes under \(D\) in Table II\.$/,
    );
    assert.match(told('side-invalid', option('A', '5', '500')).join(), /Code A goes under \(A\) in Table II\.$/);
    assert.match(told('side-invalid', option('G', '5', '500')).join(), /under \(D\)\.$/);
    assert.deepEqual(related('side-invalid', option('M', '5', '500')), ['the amount under the other heading: 500']);
    assert.deepEqual(related('side-invalid', option('A', '5', '500')), ['the amount under the other heading: 5']);
    assert.deepEqual(offers('side-invalid', option('G', '500', '500')), ['Clear 500 under (A)', 'Clear 500 under (D)']);
    assert.deepEqual(offers('side-invalid', option('A', '0', '0')), ['* Clear 0 under (D)']);
    assert.deepEqual(offers('side-invalid', option('A', '500', '0')), ['* Clear 0 under (D)']);
  });
  it('stands under the heading that the code takes where both are blank', () => {
    flags('side-invalid', option('M', '', '⟦⟧'));
    flags('side-invalid', option('A', '⟦⟧', ''));
    flags('side-invalid', option('J', '⟦⟧', '').replace('\\$0', '\\$0 <sup>(1)</sup>') + '\n1. A note.');
  });
});

it('rows in which all is well are left alone', () => {
  fine([row({}), row({ code: 'P', total: '9,603' }), row({ code: 'S', side: 'D', total: '9,503' })].join('\n'));
});

describe('code-owner', () => {
  const TICK = '<input checked="" type="checkbox"/>';
  const owner = (ten: string, other: string, words = ''): string =>
    `5. Relationship of Reporting Person(s) to Issuer (Check all applicable) Director ${ten} 10% Owner Officer (give title below) ${other} Other (specify below)${words && ` <u>${words}</u>`}`;
  const grants = (...codes: string[]): string =>
    codes.map((code, at) => row({ code, total: `${9503 + 100 * at}`, price: '\\$0' })).join('\n');
  const said = (...lines: string[]): string[] => told('code-owner', lines.join('\n'));
  it('counts the further rows', () => {
    assert.match(said(owner(TICK, ''), grants('A')).join(), /ticked as one\.$/);
    assert.match(said(owner(TICK, ''), grants('A', 'A')).join(), /ticked as one \(the same in 1 more row\)\.$/);
    assert.match(said(owner(TICK, ''), grants('A', 'A', 'A')).join(), /ticked as one \(the same in 2 more rows\)\.$/);
    assert.deepEqual(said(owner(TICK, ''), grants('J')), []);
  });
  it('is told of an owner ticked as Other in words, and not where words may explain the code', () => {
    assert.equal(said(owner('', TICK, 'Member of a group'), grants('A')).length, 1);
    assert.deepEqual(said(owner('', TICK), grants('A')), [], 'the words of the tick are missing');
    assert.deepEqual(said(owner('', TICK, 'Former officer'), grants('A')), []);
    assert.deepEqual(said(owner(TICK, ''), grants('A'), 'Remarks: Resigned in March.'), []);
    assert.equal(said(owner(TICK, ''), grants('A'), 'Remarks: None.').length, 1);
    assert.deepEqual(said(owner(TICK, ''), row({ code: 'A <sup>(1)</sup>' }), '1. No longer an insider.'), []);
    assert.equal(said(owner(TICK, ''), row({ code: 'A <sup>(1)</sup>' }), '1. A grant.').length, 1);
  });
});
