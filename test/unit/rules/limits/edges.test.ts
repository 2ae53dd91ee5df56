/** Lengths and numbers: the last that is right, and what is offered for the rest. */
import assert from 'node:assert/strict';
import { all, offers, told } from '../told';

const TICK = '<input checked="" type="checkbox"/>';
const row = (date = '03/07/2022', amount = '1', total = '9'): string =>
  `| Common Stock | ${date} |  | A |  | ${amount} | A | \\$0 | ${total} | D |  |`;
const filing = (...lines: string[]): string => lines.join('\n');

const OPTION =
  'Table II\n| Option | \\$20 | 03/07/2022 |  | A |  | 500 |  | 03/07/2021 | 03/07/2031 | Class B | 500 | \\$1.5 | 700 | D |  |';

describe('lengths', () => {
  const x = (n: number): string => 'x'.repeat(n);
  const found = (example: string): string[] => told('field-too-long', example);
  const LIMITS: [string, number, (words: string) => string, RegExp][] = [
    ['nature', 100, (words) => row().replace('| D |  |', `| I | ${words} |`), /A footnote can take the rest/],
    ['remarks', 2000, (words) => `Remarks: ${words}`, /What is beyond would be lost/],
    ['title', 60, (words) => row().replace('Common Stock', words), /A footnote can take the rest/],
    ['title under an option', 60, (words) => OPTION.replace('Class B', words), /A footnote can take the rest/],
    ['name in box 1', 150, (words) => `1. Name and Address of Reporting Person* <u>${words}</u>`, /footnote can take/],
    ['issuer', 150, (words) => `2. Issuer Name and Ticker or Trading Symbol <u>${words} [ NWHX ]</u>`, /footnote can/],
    ['ticker', 10, (words) => `2. Issuer Name and Ticker or Trading Symbol <u>Northwind [ ${words} ]</u>`, /can take/],
    ['signature', 255, (words) => `Signature: ${words} 03/08/2022`, /What is beyond would be lost/],
  ];
  for (const [name, most, example, advice] of LIMITS)
    it(`${name}: ${most}`, () => {
      assert.deepEqual(found(example(x(most))), []);
      assert.match(
        found(example(x(most + 1))).join(),
        new RegExp(`^error: Expected at most ${most >= 1000 ? '2,?000' : most} characters`),
      );
      assert.match(found(example(x(most + 1))).join(), advice);
    });
  it('title of an officer: 30, with advice of its own', () => {
    const officer = (words: string): string =>
      `5. Relationship of Reporting Person(s) to Issuer (Check all applicable) Director 10% Owner ${TICK} Officer (give title below) Other (specify below) <u>${words}</u>`;
    assert.deepEqual(found(officer(x(30))), []);
    assert.match(found(officer(x(31))).join(), /found 31, 1 too many\. Filers write “See Remarks”/);
  });
  it('words of "Other": 30, with the advice for a title', () => {
    const other = (words: string): string =>
      `5. Relationship of Reporting Person(s) to Issuer (Check all applicable) Director 10% Owner Officer (give title below) ${TICK} Other (specify below) <u>${words}</u>`;
    assert.deepEqual(found(other(x(30))), []);
    assert.match(found(other(x(31))).join(), /found 31, 1 too many\. Filers write “See Remarks”/);
  });
  it('of a row whose cells have slid are not counted', () =>
    assert.deepEqual(all(row().replace('2022 |  |', '2022 |').replace('Common Stock', x(61))), ['error row-cells']));
});

describe('numbers', () => {
  const amount = (text: string): string => row('03/07/2022', text, '9,503');
  it('are rounded to four decimals, half up', () => {
    for (const [raw, rounded] of [
      ['693.12344', '693.1234'],
      ['693.12345', '693.1235'],
      ['0.99996', '1'],
      ['0.00004', '0'],
      ['12.000050', '12.0001'],
    ] as const)
      assert.deepEqual(offers('number-format', amount(raw)), [`* Write ${rounded}`], raw);
  });
  it('lose their unit, and their ill-placed commas where nothing is guessed by it', () => {
    for (const [raw, written] of [
      ['693 shares', '693'],
      ['693 Units', '693'],
      ['USD 693', '693'],
      ['43.16.', '43.16'],
    ] as const)
      assert.deepEqual(offers('number-format', amount(raw)), [`* Write ${written}`], raw);
    for (const [raw, written] of [
      ['1.234.567', '1234567'],
      ['12,34,567', '1,234,567'],
      ['1234,567', '1,234,567'],
      ['1,390,', '1,390'],
    ] as const)
      assert.deepEqual(offers('number-format', amount(raw)), [`Write ${written}`], `${raw} may have lost a digit`);
    for (const raw of ['-693', '(693)', '6x93', 'some', '693 or more', '693 %'])
      assert.deepEqual(offers('number-format', amount(raw)), [], raw);
  });
  it('with a comma before one or two digits may have meant a point', () => {
    const offered = (raw: string): string[] => offers('number-format', amount(raw));
    assert.deepEqual(offered('1,3'), ['Write 1.3']);
    assert.deepEqual(offered('1,39'), ['Write 139', 'Write 1.39']);
    assert.deepEqual(offers('number-format', row().replace('\\$0', '\\$28,9')), ['Write $28.9']);
    assert.deepEqual(offers('number-format', row('03/07/2022', '693', '-120')), [], 'sold more than there was');
    assert.equal(offered('1,3900').length, 1);
  });
  it('with two digits behind the comma of a price are cents', () => {
    const priced = (raw: string): string => row().replace('\\$0', raw);
    assert.deepEqual(offers('number-format', priced('1,39')), ['Write 1.39', 'Write 139']);
    assert.deepEqual(offers('number-format', priced('\\$28,90')), ['Write $28.9', 'Write $2,890']);
    assert.deepEqual(offers('number-format', amount('1,39')), ['Write 139', 'Write 1.39']);
    const option = `Table II\n| Option | 1,39 | 03/07/2022 |  | A |  | 500 |  | 03/07/2023 | 03/07/2032 | Common Stock | 500 | \\$0 | 500 | D |  |`;
    assert.deepEqual(offers('number-format', option), ['Write 1.39', 'Write 139']);
  });
  it('say what is wrong', () => {
    const wrong = (raw: string): string | undefined =>
      /Expected (.*?) in column/.exec(told('number-format', amount(raw)).join())?.[1];
    assert.equal(wrong('1,39'), 'a number with its commas before groups of three digits');
    assert.equal(wrong('1.39.0'), 'a number with one point at most');
    assert.match(wrong('-5')!, /^a number without a minus sign/);
    assert.equal(wrong('x5x'), 'a number');
    assert.equal(wrong('5.12345'), 'a number with at most four decimals');
    assert.equal(wrong('5.1234'), undefined);
    assert.equal(wrong('1000000000000'), 'a number of at most 999,999,999,999.9999');
    assert.equal(wrong('999999999999.9999'), undefined);
  });
  it('of nothing want a footnote', () => {
    assert.match(told('amount-zero', amount('0')).join(), /^warning: The amount in column 4 \(amount\) is 0/);
    assert.match(told('amount-zero', amount('')).join(), /^error: Expected .*; it is blank/);
    assert.deepEqual(told('amount-zero', amount('0.0001')), []);
    assert.deepEqual(
      told('amount-zero', filing(row(), '| Common Stock |  |  |  |  |  |  |  | 5 | I | By Trust |')),
      [],
    );
  });
});

describe('a number with a letter in it', () => {
  const I = '| Common Stock | 03/07/2022 |  | P |  | 693 | A | \\$43.16 | 9,503 | D |  |';
  const column = (example: string, at: number): string => {
    const cells = example.split('|');
    cells[at] = cells[at]!.trim() === '' ? ' 5x5 ' : cells[at]!.replace(/(\d)(?=\D*$)/, 'x$1');
    return told('number-format', cells.join('|'))
      .map((one) => /in (column .*?); found/.exec(one)?.[1])
      .join();
  };
  it('is told with the name of its column in Table I', () => {
    assert.equal(column(I, 6), 'column 4 (amount)');
    assert.equal(column(I, 8), 'column 4 (price)');
    assert.equal(column(I, 9), 'column 5 (amount owned following)');
  });
  it('is told with the name of its column in Table II', () => {
    assert.equal(column(OPTION, 2), 'column 2 (conversion or exercise price)');
    assert.equal(column(OPTION, 7), 'column 5 (A)');
    assert.equal(column(OPTION.replace('| 500 |  |', '|  | 500 |').replace('| A |', '| D |'), 8), 'column 5 (D)');
    assert.equal(column(OPTION, 12), 'column 7 (amount)');
    assert.equal(column(OPTION, 13), 'column 8 (price)');
    assert.equal(column(OPTION, 14), 'column 9 (number owned following)');
  });
});
