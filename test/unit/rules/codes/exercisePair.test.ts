/** The halves of an exercise: what must agree, and what may differ. */
import assert from 'node:assert/strict';
import { filingAround, findings, fine, flags, said } from '../../harness';

interface Half {
  day?: string;
  code?: string;
  amount?: string;
  price?: string;
  title?: string;
}
const first = ({
  day = '03/07/2022',
  code = 'M',
  amount = '500',
  price = '\\$10',
  title = 'Common Stock',
}: Half = {}): string => `| ${title} | ${day} |  | ${code} |  | ${amount} | A | ${price} | 9,503 | D |  |`;
const second = ({
  day = '03/07/2022',
  code = 'M',
  amount = '500',
  price = '\\$10',
  title = 'Option',
}: Half & { under?: string } = {}): string =>
  `| ${title} | ${price} | ${day} |  | ${code} |  |  | ${amount} | 03/07/2021 | 03/07/2031 | Common Stock | ${amount.replace(/ <.*/, '')} | \\$0 | 0 | D |  |`;
const both = (one: Half, other: Half, more = ''): string => `${first(one)}\nTable II\n${second(other)}${more}`;
const RSU = { price: '\\$0', title: 'Units' };
const only = (example: string): string[] =>
  said(findings(filingAround(example), { today: 30000 }).filter(({ rule }) => rule === 'exercise-pair'));

describe('exercise-pair', () => {
  it('is silent where the halves agree', () => {
    fine(both({}, {}));
    fine(both({ code: 'X' }, { code: 'X' }));
    fine(both({ code: 'C', price: '\\$0' }, { code: 'C', price: '\\$0', title: 'Class B Common' }));
  });

  it('tells two codes of one exercise', () => {
    flags(
      'exercise-pair',
      both({ code: '⟦X⟧' }, {}),
      'have code X; Table II takes as many away on that day with code M',
    );
    flags('exercise-pair', both({ code: '⟦M⟧' }, { code: 'C' }), 'have code M');
    flags('exercise-pair', both({ ...RSU, title: 'Common Stock', code: '⟦A⟧' }, RSU), 'have code A');
  });

  it('leaves codes alone where each has a partner of its own, another amount or another day', () => {
    fine(both({ code: 'X' }, { code: 'X' }, '\n' + second({ amount: '500', title: 'Warrant', price: '\\$0' })));
    fine(both({ code: 'A', price: '\\$0' }, { ...RSU, amount: '700' }));
    fine(
      both({ code: 'A', price: '\\$0' }, { ...RSU, day: '03/04/2022' }) +
        '\n3. Date of Earliest Transaction (Month/Day/Year) <u>03/04/2022</u>',
    );
    assert.deepEqual(
      only(
        `${first({ code: 'A', price: '\\$0' })}\n${first({ ...RSU, title: 'Common Stock' })}\nTable II\n${second(RSU)}`,
      ),
      [],
    );
  });

  it('tells an amount that a slip explains', () => {
    for (const [one, other, why] of [
      ['530', '350', 'two digits are swapped'],
      ['5,000', '500', 'a zero is missing'],
      ['500', '5,000', 'a zero is missing'],
      ['5,300', '5,800', 'one digit is different'],
    ] as const)
      flags('exercise-pair', both({ amount: `⟦${one}⟧` }, { amount: other }), `(${why})`);
    flags(
      'exercise-pair',
      both({ amount: '⟦530⟧', price: '\\$0' }, { amount: '350', title: 'Units', price: '<sup>(1)</sup>' }) +
        '\n1. Each unit is the right to one share.',
      'Check the amount: 530',
    );
  });

  it('leaves amounts alone that a ratio or a note may explain', () => {
    fine(both({ ...RSU, title: 'Common Stock', amount: '750' }, RSU));
    fine(both({ code: 'C', amount: '5,000', price: '\\$0' }, { code: 'C', price: '\\$0', title: 'Preferred' }));
    fine(both({ amount: '530 <sup>(1)</sup>' }, { amount: '350' }) + '\n1. Paid out above target.');
    fine(both({ amount: '530' }, { amount: '350 <sup>(1)</sup>' }) + '\n1. The target.');
    fine(both({ amount: '530', title: 'Common Stock <sup>(1)</sup>' }, { amount: '350' }) + '\n1. Net.');
    fine(both({ amount: '530' }, { amount: '350', title: 'Option <sup>(1)</sup>' }) + '\n1. Net.');
    fine(
      both({ amount: '5,300', price: '\\$0' }, { amount: '5,800', title: 'Units', price: '<sup>(1)</sup>' }) +
        '\n1. Units at target.',
    );
  });

  it('tells the amount of a conversion where column 7 says that it goes one for one', () => {
    const converted = { code: 'C', title: 'Preferred', price: '\\$0' };
    flags(
      'exercise-pair',
      both({ code: 'C', amount: '⟦530⟧', price: '\\$0' }, { ...converted, amount: '350' }),
      '530 acquired here; Table II takes 350 away',
    );
    const other = both({ code: 'C', amount: '530', price: '\\$0' }, { ...converted, amount: '350' });
    fine(other.replace('Common Stock | 350', 'Common Stock | 530'));
    fine(other.replace('Common Stock | 350', 'Common Stock | 700'));
    fine(other.replace('Common Stock | 350', 'Common Stock | <sup>(1)</sup>') + '\n1. By the ratio of the charter.');
  });

  it('tells a price that is paid for what is converted', () => {
    const given = (code: string, price: string): string =>
      `| Class B Stock | 03/07/2022 |  | ${code} |  | 500 | D | ${price} | 9,503 | D |  |`;
    flags('exercise-pair', given('⟦C⟧', '\\$29.85'), 'found $29.85 a share. A sale has code S.');
    assert.deepEqual(only(given('C', '\\$0')), []);
    assert.deepEqual(only(given('C', '<sup>(1)</sup>') + '\n1. None.'), []);
    assert.deepEqual(only(given('X', '\\$29.85')), []);
    assert.deepEqual(only(given('S', '\\$29.85')), []);
    assert.deepEqual(only(first({ code: 'C', price: '\\$29.85' })), []);
  });

  it('tells a conversion that has the footnote of a sale once', () => {
    const sold = `| Class B Stock | 03/07/2022 |  | C |  | 500 | D | \\$29.85 <sup>(1)</sup> | 9,503 | D |  |
1. The weighted average price of trades from $29.50 to $30.10. The reporting person undertakes to give the SEC staff, the issuer or a security holder the number of shares traded at each price upon request.`;
    assert.deepEqual(
      said(findings(filingAround(sold), { today: 30000 })).map((one) => one.split(' ')[1]),
      ['exercise-pair:'],
    );
  });

  it('leaves amounts alone where two exercises of a day could be meant', () => {
    assert.deepEqual(
      only(both({ amount: '530' }, { amount: '350' }, '\n' + second({ amount: '180', title: 'Other Option' }))),
      [],
    );
    assert.deepEqual(
      only(`${first({ amount: '530' })}\n${first({ amount: '120' })}\nTable II\n${second({ amount: '350' })}`),
      [],
    );
  });

  it('tells two days of the one exercise', () => {
    flags('exercise-pair', both({}, { day: '⟦03/08/2022⟧' }), 'on 03/07/2022, Table II on 03/08/2022');
    fine(both({}, { day: '03/08/2022 <sup>(1)</sup>' }) + '\n1. Booked a day later.');
    fine(both({ amount: '600' }, { day: '03/08/2022' }));
    fine(both({}, { day: '03/08/2022' }, '\n' + second({ title: 'Other Option' })));
  });

  it('misses the half in Table II where the shares were paid for', () => {
    flags('exercise-pair', first({ code: '⟦M⟧' }), 'Expected a row with code M in Table II');
    fine(first({ price: '\\$0' }));
    fine(first({ code: 'X' }));
    fine(first({ price: '<sup>(1)</sup>' }) + '\n1. Vested units.');
    fine(`| Common Stock | 03/07/2022 |  | M |  | 500 | D | \\$10 | 9,503 | D |  |`.replace('M', 'S'));
    fine(both({ price: '\\$10' }, { amount: '300' }, '\n' + second({ amount: '200', title: 'Other Option' })));
  });

  it('tells an exercise that adds to Table II', () => {
    const added = (amount: string): string =>
      `| Option | \\$10 | 03/07/2022 |  | M |  | ${amount} |  | 03/07/2021 | 03/07/2031 | Common Stock | 500 | \\$0 | 500 | D |  |`;
    assert.match(only(`${first()}\nTable II\n${added('500')}`).join(), /Check the column: .* under \(A\) in Table II/);
    assert.deepEqual(only(`${first()}\nTable II\n${second()}\n${added('500')}`), []);
    assert.deepEqual(only(`${first({ price: '\\$0' })}\nTable II\n${added('400')}`), []);
  });

  it('says nothing of amendments, nor of one of several forms', () => {
    const lone = first();
    assert.equal(only(lone).length, 1);
    assert.deepEqual(only(`4. If Amendment, Date of Original Filed (Month/Day/Year) <u>03/08/2022</u>\n${lone}`), []);
    for (const words of [
      'This is the first of two Forms 4.',
      'Form 1 of 2.',
      'The option is reported in a separate Form 4.',
      'Continued in another form.',
      'Part 2 of 2.',
    ])
      assert.deepEqual(only(`Remarks: ${words}\n${lone}`), [], words);
    for (const words of ['One of the directors.', 'Vests subject to continued service.', 'Continued in office.'])
      assert.equal(only(`Remarks: ${words}\n${lone}`).length, 1, words);
    assert.deepEqual(only(Array.from({ length: 30 }, () => lone).join('\n')), []);
  });
});
