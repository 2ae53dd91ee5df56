/** The tally where filers have habits: what is an error, what a hint, and what is nothing at all. */
import assert from 'node:assert/strict';
import { filingAround, findings, fine, fixed, fixes, flags, marked } from '../harness';

const row = (
  amount: string,
  side: 'A' | 'D',
  total: string,
  more: { date?: string; v?: string; title?: string; owner?: string } = {},
): string =>
  `| ${more.title ?? 'Common Stock'} | ${more.date ?? '03/07/2022'} |  | J <sup>(1)</sup> | ${more.v ?? ''} | ${amount} | ${side} | \\$0 | ${total} | ${more.owner ?? 'D | '} |`;
const NOTE = '- A transfer among accounts.\n- Held by the second account.\n- Held by the third account.';
const ONE = '- A transfer among accounts.';
const example = (...lines: string[]): string => [...lines, ONE].join('\n');

describe('holdings-total', () => {
  it('names the total in the middle of a chain, not the rows around it', () =>
    flags(
      'holdings-total',
      example(row('10', 'A', '110'), row('20', 'A', '⟦103⟧'), row('30', 'A', '160')),
      'Expected 130 (110 + 20 acquired); the filing says 103, short by 27. It looks as if two digits are swapped.',
    ));
  it('names the total at the end of a chain', () =>
    flags(
      'holdings-total',
      example(row('10', 'A', '110'), row('20', 'D', '⟦99⟧')),
      'Expected 90 (110 − 20 disposed of); the filing says 99, over by 9. It looks as if one digit is different.',
    ));
  it('names the amount where the totals on both sides agree', () =>
    flags(
      'holdings-total',
      example(row('10', 'A', '1,010'), row('⟦26⟧', 'A', '1,030'), row('30', 'A', '1,060')),
      'Expected 20 (the totals go from 1,010 to 1,030)',
    ));
  it('takes an amount that stands elsewhere in the filing for right', () =>
    flags('holdings-total', example(row('250', 'A', '1,250'), row('250', 'D', '⟦1,100⟧')), 'Expected 1,000'));
  it('takes the amount that stands elsewhere for the one that was meant', () =>
    flags(
      'holdings-total',
      example(row('250', 'A', '1,250'), row('⟦150⟧', 'D', '1,000')),
      'Expected 250 (the totals go from 1,250 to 1,000)',
    ));
  it('says when the side seems turned, and flips it first where the code takes either', () => {
    const text = example(row('50', 'A', '1,050'), row('20', 'A', '⟦1,030⟧'), row('5', 'A', '1,035'));
    flags('holdings-total', text, 'The shares were subtracted, though the row says A.');
    fixes('holdings-total', text, example(row('50', 'A', '1,050'), row('20', 'D', '1,030'), row('5', 'A', '1,035')));
  });
  it('sets the total before where the totals after it add up, and never an amount to 0', () => {
    const lines = (first: string): string =>
      example(row('10', 'A', first), row('20', 'A', '1,070'), row('20', 'A', '1,090'), row('30', 'A', '1,120'));
    flags('holdings-total', lines('7,000').replace('1,070', '⟦1,070⟧'), 'so that the total before it may be the wrong');
    fixes('holdings-total', lines('7,000'), lines('1,050'));
    const [found] = findings(filingAround(example(row('10', 'A', '1,070'), row('20', 'A', '1,070')))).filter(
      ({ rule }) => rule === 'holdings-total',
    );
    assert.ok(found?.fixes().every(({ title }) => title !== 'Set the amount to 0'));
  });
  it('sets this total and all below it on request', () =>
    fixes(
      'holdings-total',
      example(row('50', 'A', '1,050'), row('⟦20⟧', 'A', '1,033'), row('5', 'A', '1,038')),
      example(row('50', 'A', '1,050'), row('20', 'A', '1,070'), row('5', 'A', '1,075')),
      'Set this total to 1,070 and change all below it by 37',
    ));
  it('writes a number the way the one before was written', () => {
    assert.match(fixed('holdings-total', example(row('1000', 'A', '91000'), row('2000', 'A', '93900'))), /\| 93000 \|/);
    assert.match(
      fixed('holdings-total', example(row('1,000', 'A', '91,000'), row('2,000', 'A', '93,900'))),
      /\| 93,000 \|/,
    );
  });
  it('says when more is disposed of than there is', () =>
    flags(
      'holdings-total',
      example(row('10', 'A', '10'), row('766', 'D', '⟦3⟧')),
      'More was disposed of (766) than the total before it holds (10); the filing says 3 is left.',
    ));

  describe('is a hint', () => {
    const hint = (...lines: string[]): void => flags('holdings-total', lines.join('\n'), 'hint: ');
    it('where the total carries a note of its own', () =>
      hint(row('10', 'A', '110'), row('20', 'A', '⟦180⟧ <sup>(2)</sup>'), '- A transfer.\n- Includes 50 plan shares.'));
    it('where the next row says the same total', () =>
      flags(
        'holdings-total',
        example(row('10', 'A', '110'), row('20', 'A', '⟦160⟧'), row('30', 'A', '160'), row('5', 'A', '⟦188⟧')),
        'hint: Expected 130',
        'error: Expected 165',
      ));
    it('over a gap of more than a week', () =>
      hint(row('10', 'A', '110', { date: '02/27/2022', v: 'V' }), row('20', 'A', '⟦137⟧'), ONE));
    it('where a fraction has come from nowhere', () => hint(row('10', 'A', '110.5'), row('20', 'A', '⟦133.75⟧'), ONE));
    it('within one share of fractional totals', () => hint(row('10', 'A', '110.5'), row('20', 'A', '⟦131.5⟧'), ONE));
    it('where rows stand in another order', () =>
      hint(row('30', 'A', '160'), row('20', 'A', '⟦130⟧'), row('10', 'A', '⟦110⟧'), ONE));
    it('on an amendment, which repeats only some of the rows', () =>
      hint(
        '4. If Amendment, Date of Original Filed (Month/Day/Year) <u>03/08/2022</u>',
        'Signature: /s/ Rowan J. Alder 03/11/2022',
        row('10', 'A', '110'),
        row('20', 'A', '⟦139⟧'),
        ONE,
      ));
    it('where the balance was left by a holding whose marker is missing here', () =>
      hint(
        row('10', 'A', '500', { owner: 'I | By Trust <sup>(2)</sup>' }),
        row('10', 'A', '910', { owner: 'I | By Trust <sup>(3)</sup>' }),
        row('5', 'A', '⟦505⟧', { owner: 'I | By Trust <sup>(3)</sup>' }),
        NOTE,
      ));
  });

  it('is an information where the second of two rows says the total of the first', () => {
    flags('holdings-total', example(row('10', 'A', '110'), row('20', 'A', '⟦110⟧')), 'information: Expected 130');
    flags(
      'holdings-total',
      [row('10', 'A', '110'), row('20', 'A', '⟦110⟧ <sup>(2)</sup>'), ONE, '- After both.'].join('\n'),
      'hint: Expected 130',
    );
  });
  it('is a warning at the one total that repeats the one above it, where all else adds up', () => {
    const open = 'warning: Expected 80 (100 − 20 disposed of); the filing says 100, over by 20. The row was left out';
    for (const [first, second] of [
      ['03/07/2022', '03/07/2022'],
      ['03/07/2022', '03/08/2022'],
    ] as const) {
      const on = (date: string, amount: string, total: string): string => row(amount, 'D', total, { date });
      const signed = 'Signature: /s/ Rowan J. Alder 03/09/2022';
      const text = (...lines: string[]): string => [signed, example(...lines)].join('\n');
      flags('holdings-total', text(on(first, '10', '100'), on(second, '20', '⟦100⟧'), on(second, '30', '70')), open);
      flags('holdings-total', text(on(first, '5', '110'), on(first, '10', '100'), on(second, '20', '⟦100⟧')), open);
      fixes(
        'holdings-total',
        text(on(first, '5', '110'), on(first, '10', '100'), on(second, '20', '⟦100⟧'), on(second, '30', '50')),
        text(on(first, '5', '110'), on(first, '10', '100'), on(second, '20', '80'), on(second, '30', '50')),
      );
    }
    const daily = [row('10', 'D', '70'), row('20', 'D', '70'), row('30', 'D', '40', { date: '03/08/2022' })];
    fine(['Signature: /s/ Rowan J. Alder 03/09/2022', example(...daily)].join('\n'));
  });
  it('is an error a week apart, and where both totals carry the same note', () => {
    flags(
      'holdings-total',
      example(row('10', 'A', '110', { date: '02/28/2022', v: 'V' }), row('20', 'A', '⟦137⟧')),
      'error: ',
    );
    flags(
      'holdings-total',
      [
        row('10', 'A', '110 <sup>(2)</sup>'),
        row('⟦20⟧', 'A', '180 <sup>(2)</sup>'),
        ONE,
        '- Includes plan shares.',
      ].join('\n'),
      'error: ',
    );
  });

  describe('says nothing', () => {
    it('of the first row of a holding', () => fine(example(row('10', 'A', '1,234'))));
    it('of a cent in totals with fractions', () => fine(example(row('10', 'A', '110.51'), row('20', 'A', '130.52'))));
    it('where every row says the final total', () =>
      fine(example(row('10', 'A', '160'), row('20', 'A', '160'), row('30', 'A', '160'))));
    it('where every row starts from the same opening', () =>
      fine(example(row('10', 'A', '110'), row('20', 'A', '120'), row('35', 'A', '135'))));
    it('where runs of rows state what stands after all of them', () =>
      fine(example(row('10', 'A', '110'), row('20', 'A', '160'), row('30', 'A', '160'), row('5', 'A', '165'))));
    it('across two holders told apart by their notes', () =>
      fine(
        [
          row('10', 'A', '110', { owner: 'I | By Trust <sup>(2)</sup>' }),
          row('20', 'A', '920', { owner: 'I | By Trust <sup>(3)</sup>' }),
          NOTE,
        ].join('\n'),
      ));
    it('where the rows chain once markers of the title are left out', () =>
      fine(
        [
          row('10', 'A', '110'),
          row('20', 'A', '130', { title: 'Common Stock <sup>(2)</sup>' }),
          row('30', 'A', '160'),
          NOTE.split('\n').slice(0, 2).join('\n'),
        ].join('\n'),
      ));
    it('of a holding row, which neither begins nor joins a chain', () =>
      fine(
        example(
          row('10', 'A', '110'),
          '| Common Stock |  |  |  |  |  |  |  | 9,000 | I | By Spouse |',
          row('20', 'A', '130'),
        ),
      ));
  });
});

describe('holdings-below-acquired', () => {
  it('leaves a total with a note alone', () =>
    fine('| Common Stock | 03/07/2022 |  | A |  | 500 | A | \\$0 | 300 <sup>(1)</sup> | D |  |\n- After a split.'));
  it('knows that a short position ends at nothing', () =>
    fine(
      'Table II\n| Call Option | \\$10 | 03/07/2022 |  | E |  | 100 |  | 01/02/2020 | 03/07/2022 | Common Stock | 100 | \\$0 | 0 | D |  |',
    ));
  it('does not repeat what the tally says of the row behind', () => {
    const text = marked(
      filingAround(example(row('500', 'A', '300'), row('20', 'A', '1,320'), row('5', 'A', '1,325'))),
    ).text;
    assert.deepEqual(
      findings(text).map(({ rule }) => rule),
      ['holdings-total'],
    );
  });
});

describe('a table in which hardly a total follows', () => {
  const totals = (count: number): string[] =>
    Array.from({ length: count }, (_, at) => row('10', 'A', String(5_000 + 10 * at + ((at * 37) % 91) * 3)));
  const found = (count: number) =>
    findings(marked(filingAround(example(...totals(count)))).text).filter(({ rule }) => rule === 'holdings-total');

  it('is added up as far as 300 totals that do not follow, and then told to be left', () => {
    const all = found(1_000);
    const last = all[all.length - 1]!;
    assert.match(
      last.message,
      /^The totals of \d{3} rows from here on are not added up: 300 totals before them do not follow from one another\.$/,
    );
    assert.equal(last.severity, 'information');
    assert.ok(all.length > 100 && all.length <= 301, String(all.length));
  });
  it('is added up to its end where it is no longer than that', () => {
    const all = found(200);
    assert.ok(all.length > 50);
    assert.doesNotMatch(all[all.length - 1]!.message, /not added up/);
  });
  it('is added up to its end where every row has the same total, as some write it', () => {
    const same = Array.from({ length: 700 }, () => row('10', 'A', '5,000'));
    assert.deepEqual(
      findings(marked(filingAround(example(...same))).text).filter(({ rule }) => rule === 'holdings-total'),
      [],
    );
  });
});
