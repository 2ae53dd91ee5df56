/** Numbers and lengths: what the pages do not show. */
import assert from 'node:assert/strict';
import { filingAround, findings, fine, fixed, fixes, flags } from '../../harness';

const amount = (text: string): string =>
  `| Common Stock | 03/07/2022 |  | A |  | ${text} | A | \\$43.16 | 9,503 | D |  |`;
const EARLY = [
  '3. Date of Earliest Transaction (Month/Day/Year) <u>03/07/2002</u>',
  'Signature: /s/ Rowan J. Alder 04/08/2002',
];
const early = (text: string): string => [amount(text).replace('2022', '2002'), ...EARLY].join('\n');

/** How the findings of a rule are ranked while nobody has signed. */
const drafted = (rule: string, example: string): string[] =>
  findings(filingAround(`${example}\nSignature:`), { today: 30000 })
    .filter((one) => one.rule === rule)
    .map(({ severity }) => severity);

describe('number-format', () => {
  it('takes digits however they are grouped or not', () => {
    for (const good of [
      '693',
      '1,693',
      '1693',
      '12,345,678',
      '693.',
      '.5',
      '693.1234',
      '693.12340000',
      '999,999,999,999.9999',
    ])
      fine(amount(good.padStart(1)).replace('9,503', '999,999,999,999.9999'));
  });

  it('accuses each ill-grouped number', () => {
    for (const bad of ['1,39', '1,3900', ',139', '1,,390', '12,34,567', '1,390,'])
      flags('number-format', amount(`⟦${bad}⟧`), 'error: Expected a number with its commas');
    for (const bad of ['1.234.567', '6.93.'])
      flags('number-format', amount(`⟦${bad}⟧`), 'error: Expected a number with one point at most');
  });

  it('takes two digits after the comma of a price for cents, and a point at the end for none', () => {
    const price = (written: string): string =>
      `| Common Stock | 03/07/2022 |  | A |  | 693 | A | ${written} | 9,503 | D |  |`;
    fixes('number-format', price('\\$43,16'), price('\\$43.16'));
    fixes('number-format', price('\\$43.16.'), price('\\$43.16'));
    fixes('number-format', price('\\$4,3160'), price('\\$43,160'));
  });

  it('accuses a number that no field holds', () => {
    flags(
      'number-format',
      amount('⟦1000000000000⟧').replace('9,503', '<sup>(1)</sup>9,503') + '\n1. A note.',
      'at most 999,999,999,999.9999',
    );
  });

  it('looks at every number of Table II', () => {
    const row = (cells: string): string => `Table II\n| Option | ${cells} | D |  |`;
    flags(
      'number-format',
      row('⟦2O⟧ | 03/07/2022 |  | A |  | 500 |  | 03/07/2023 | 03/07/2032 | Common Stock | 500 | \\$0 | 500'),
    );
    flags(
      'number-format',
      row('\\$20 | 03/07/2022 |  | A |  | ⟦5OO⟧ |  | 03/07/2023 | 03/07/2032 | Common Stock | 500 | \\$0 | 500'),
    );
    flags(
      'number-format',
      row('\\$20 | 03/07/2022 |  | D |  |  | ⟦5OO⟧ | 03/07/2023 | 03/07/2032 | Common Stock | 500 | \\$0 | 500'),
    );
    flags(
      'number-format',
      row('\\$20 | 03/07/2022 |  | A |  | 500 |  | 03/07/2023 | 03/07/2032 | Common Stock | ⟦5OO⟧ | \\$0 | 500'),
    );
    flags(
      'number-format',
      row('\\$20 | 03/07/2022 |  | A |  | 500 |  | 03/07/2023 | 03/07/2032 | Common Stock | 500 | ⟦O⟧ | 500'),
    );
    flags(
      'number-format',
      row('\\$20 | 03/07/2022 |  | A |  | 500 |  | 03/07/2023 | 03/07/2032 | Common Stock | 500 | \\$0 | ⟦5OO⟧'),
    );
  });

  it('is an information before EDGAR had fields', () => flags('number-format', early('⟦69x⟧'), 'information: '));

  it('offers what the digits say, and what a comma in place of a point would say', () => {
    fixes('number-format', amount('12,34,567'), amount('1,234,567'));
    fixes('number-format', amount('1.234.567'), amount('1234567'));
    fixes('number-format', amount('693 shares'), amount('693'));
    fixes('number-format', amount('1,39'), amount('1.39'), 'Write 1.39');
    fixes('number-format', amount('0.00006'), amount('0.0001'));
    assert.throws(() => fixed('number-format', amount('6x93')), /no fix/);
  });
});

describe('amount-zero', () => {
  it('leaves Table II with both sides blank to another rule', () => {
    const blank =
      'Table II\n| Option | \\$20 | 03/07/2022 |  | A |  |⟦⟧ |  | 03/07/2023 | 03/07/2032 | Common Stock | 500 | \\$0 | 500 | D |  |';
    flags('side-invalid', blank);
  });

  it('is not content with a marker', () => {
    flags('amount-zero', amount('⟦⟧<sup>(1)</sup>').replace('| ⟦', '|⟦') + '\n1. A note.', 'error: ');
  });

  it('takes a marker anywhere in the row for the reason', () => {
    fine(amount('0').replace('Common Stock', 'Common Stock <sup>(1)</sup>') + '\n1. Forfeited.');
    flags(
      'amount-zero',
      amount('⟦0.00⟧') + '\n| Common Stock <sup>(1)</sup> |  |  |  |  |  |  |  | 5 | I | By Trust |\n1. A note.',
      'warning: ',
    );
  });

  it('does not take the footnote on the title of a trade for the reason', () => {
    const sold = (cell: string, price: string): string =>
      `| Common Stock <sup>(1)</sup> | 03/07/2022 |  | S |  | ${cell} | D | ${price} | 9,503 | D |  |\n1. Sold under a plan.`;
    flags(
      'amount-zero',
      sold('⟦0⟧', '\\$43.16'),
      'warning: The amount in column 4 (amount) is 0, though the trade has a price',
    );
    fine(sold('0 <sup>(1)</sup>', '\\$43.16').replace(' <sup>(1)</sup> |', ' |'));
    fine(sold('0', '\\$43.16').replace('| S |', '| A |').replace('| D | \\', '| A | \\'));
  });

  it('is at most an information while nobody has signed', () => {
    assert.deepEqual(drafted('amount-zero', amount('')), ['information']);
    assert.deepEqual(drafted('amount-zero', amount('0')), ['warning']);
  });
});

describe('field-too-long', () => {
  const title = (n: number): string => amount('693').replace('Common Stock', 'x'.repeat(n));

  it('counts to the limit and not beyond', () => {
    fine(title(60));
    flags('field-too-long', title(61).replace(/x+/, '⟦$&⟧'), 'found 61, 1 too many');
  });

  it('counts characters, not markup, and each of them once', () => {
    fine(title(58).replace('xx ', 'xx\\$x <sup>(1)</sup> ') + '\n1. A note.');
    fine(title(58).replace('xx ', 'x\u{1F600}\u{1F600} '));
  });

  it('looks at the titles of both securities in Table II', () => {
    const row = (title: string, underlying: string): string =>
      `Table II\n| ${title} | \\$20 | 03/07/2022 |  | A |  | 500 |  | 03/07/2023 | 03/07/2032 | ${underlying} | 500 | \\$0 | 500 | D |  |`;
    flags('field-too-long', row('Option', `⟦${'x'.repeat(61)}⟧`), 'a title of an underlying security');
    flags('field-too-long', row(`⟦${'x'.repeat(61)}⟧`, 'Common Stock'), 'a title of a security');
  });
});
