/** The kinds of securities by their titles, and the tables that they stand in. */
import assert from 'node:assert/strict';
import { filingAround, findings, flags, said } from '../../harness';

const told = (example: string, ...rules: string[]): string[] =>
  said(findings(filingAround(example), { today: 30000 }).filter(({ rule }) => rules.includes(rule)));

describe('title-table', () => {
  const first = (title: string): string => `| ${title} | 03/07/2022 |  | A |  | 500 | A | \\$0 | 500 | D |  |`;
  const second = (title: string, under: string, price = ''): string =>
    `Table II\n| ${title} | ${price} | 03/07/2022 |  | P |  | 500 |  | <sup>(1)</sup> | <sup>(1)</sup> | ${under} | 500 | \\$20 | 500 | D |  |\n1. A note.`;
  const of = (example: string): string[] => told(example, 'title-table');

  it('tells options and warrants in Table I', () => {
    for (const title of [
      'Stock Option',
      'Stock Options',
      'Employee Stock Option (Right to Buy)',
      'Non-Qualified Stock Option (right to buy)',
      'Incentive Stock Option (2021 grant)',
      'Common Stock (right to buy)',
      'Warrant',
      'Warrants',
      'Common Stock Purchase Warrants',
      'Private Placement Warrants',
      'Warrant to purchase Common Stock',
      'Option to buy Class A Common Stock',
      'Call Option',
    ])
      assert.match(of(first(title)).join(), /^warning .*Check the table/, title);
  });
  it('leaves these titles in Table I', () => {
    for (const title of [
      'Common Stock',
      'Class A Common Stock, $0.001 par value',
      'Restricted Stock Units',
      'Performance Share Units',
      'Class C Google Stock Units',
      'Common Stock (restricted stock units)',
      'Common Stock underlying options',
      'Common Stock underlying Stock Option',
      'Common Stock issued upon exercise of warrants',
      'Common Stock (issued upon exercise of warrant)',
      'Common Stock acquired on exercise of option',
      'Units, each consisting of one share and one-half of one warrant',
      'Units (each of one share and one warrant)',
      'Warrant Shares',
      'Option Shares',
      'Option Care Common Stock',
      'Optional Common',
      'Common Stock and Warrants',
      'Common Stock w/ Warrant',
      'Common Stock, subject to call option',
      'Common Stock under Stock Option Plan',
      'Shares of the Stock Option Trust',
      'Common Stock (and associated Preferred Stock Purchase Rights)',
      'Deferred Stock',
      'American Depositary Shares',
      'Adoptions',
    ])
      assert.deepEqual(of(first(title)), [], title);
  });
  it('is one finding for a class, and points to the other rows', () => {
    const rows = ['500', '1,000', '1,500'].map((total) => first('Stock Option').replace('| 500 | D', `| ${total} | D`));
    const found = findings(filingAround(rows.join('\n'))).filter(({ rule }) => rule === 'title-table');
    assert.deepEqual(
      found.map(({ related }) => related.map(({ message }) => message)),
      [['the same here', 'the same here']],
    );
  });
  it('tells common stock in Table II that has no exercise price', () => {
    for (const title of ['Common Stock', 'Class A Common Stock', 'Ordinary Shares', 'Common Stock, $0.01 par value'])
      assert.match(of(second(title, title)).join(), /^warning .*common stock is reported in Table I/, title);
  });
  it('leaves these rows in Table II', () => {
    for (const [title, under, price] of [
      ['Class B Common Stock', 'Class A Common Stock', ''],
      ['Class B Common Stock', 'Class A Common Stock', '<sup>(1)</sup>'],
      ['Common Stock', 'Common Stock', '<sup>(1)</sup>'],
      ['Common Stock', 'Common Stock', '\\$20'],
      ['Non-Voting Common Stock', 'Common Stock', ''],
      ['Stock Option', 'Common Stock', '\\$20'],
      ['Restricted Stock Units', 'Common Stock', ''],
      ['Common Stock Units', 'Common Stock', ''],
      ['Phantom Common Stock', 'Common Stock', ''],
      ['Common Stock Equivalents', 'Common Stock', ''],
      ['Series A Preferred Stock', 'Common Stock', ''],
      ['Common Units', 'Common Units', ''],
      ['Common Stock', '', ''],
      ['Common Stock', 'Class A Common Stock', ''],
    ] as const)
      assert.deepEqual(of(second(title, under, price)), [], `${title} ${under} ${price}`);
  });
});

describe('underlying-itself', () => {
  const row = (title: string, under: string, { price = '\\$20', code = 'A' } = {}): string =>
    `Table II\n| ${title} | ${price} | 03/07/2022 |  | ${code} |  | 500 |  | 03/07/2023 | 03/07/2032 | ${under} | 500 | \\$0 | 500 | D |  |\n1. A note.`;
  const of = (example: string): string[] => told(example, 'underlying-itself');

  it('tells the same title twice', () => {
    flags(
      'underlying-itself',
      row('Warrants', '⟦Warrants⟧').replace('1. A note.', ''),
      'information: Check the titles',
    );
    for (const title of ['Stock Option', 'Stock Option (Right to Buy)', 'Series A Preferred Stock', 'Common Stock'])
      assert.equal(of(row(title, title.toUpperCase())).length, 1, title);
    assert.equal(of(row('Common Stock <sup>(1)</sup>', 'Common Stock', { price: '<sup>(1)</sup>' })).length, 1);
  });
  it('is one finding for a title', () => {
    const [heading, one, note] = row('Warrants', 'Warrants').split('\n');
    assert.equal(of([heading, one, one!.replace('| 500 | D', '| 1,000 | D'), note].join('\n')).length, 1);
  });
  it('leaves these', () => {
    for (const [title, under] of [
      ['Stock Option', 'Common Stock'],
      ['Stock Option', ''],
      ['Stock Option', '<sup>(1)</sup>'],
      ['Restricted Stock Units', 'Restricted Stock'],
      ['Restricted Stock Units', 'Restricted Stock Units'],
      ['Class B Common Stock', 'Class A Common Stock'],
      ['Class B Common Units', 'Class B Common Units'],
      ['Phantom Stock', 'Phantom Stock'],
      ['Cash-Settled Swap', 'Cash-Settled Swap'],
      ['Forward Sale Contract', 'Forward Sale Contract'],
      ['Convertible Notes', 'Convertible Notes'],
      ['Stock Appreciation Right', 'Stock Appreciation Right'],
      ['Call Option (obligation to sell)', 'Call Option (obligation to sell)'],
      ['Series A Preferred Stock', 'Series B Preferred Stock'],
      ['Series A Preferred Stock', 'Common Stock'],
      ['Common Stock Warrants', 'Common Stock'],
      ['Limited Partnership Interests', 'Limited Partnership Interests'],
      ['Put Option', 'Class A Common Stock'],
      ['Common Stock', 'Common Stock, $0.01 par value'],
      ['', ''],
    ] as const)
      assert.deepEqual(of(row(title, under)), [], `${title} ${under}`);
    assert.deepEqual(of(row('Common Stock', 'Common Stock', { code: 'J/K' })), [], 'a swap');
  });
});
