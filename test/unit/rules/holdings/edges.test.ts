/** The edges of the rules of holdings: what is just told, what just not, and where it points. */
import assert from 'node:assert/strict';
import { fine, flags } from '../../harness';
import { all, offers, related, told } from '../told';
import { filing, row, type More } from './rows';

const totals = (...rows: string[]): string[] => told('holdings-total', filing(...rows));

describe('two totals in each other’s row', () => {
  const exchanged =
    'error: Expected 1,030 here and 1,010 in the row above; the two totals seem to have changed places.';
  it('are the last two, or the first two', () => {
    assert.deepEqual(totals(row('+10 990'), row('+20 1,035'), row('+25 1,010')), [
      'error: Expected 1,035 here and 1,010 in the row above; the two totals seem to have changed places.',
    ]);
    assert.deepEqual(totals(row('+10 1,030'), row('+20 1,010'), row('+5 1,035')), [exchanged]);
  });
  it('point to one another', () =>
    assert.deepEqual(related('holdings-total', filing(row('+10 1,030'), row('+20 1,010'), row('+5 1,035'))), [
      'the other total: 1,030',
    ]));
  it('are no more than hints in an amendment, which repeats only some of the rows', () => {
    const said = told(
      'holdings-total',
      [
        '4. If Amendment, Date of Original Filed (Month/Day/Year) <u>03/08/2022</u>',
        'Signature: /s/ Rowan J. Alder 03/11/2022',
        filing(row('+10 1,030'), row('+20 1,010'), row('+5 1,035')),
      ].join('\n'),
    );
    assert.deepEqual(
      said.map((one) => one.split(':')[0]),
      ['hint', 'hint'],
    );
  });
});

describe('numbers of one row that are exchanged', () => {
  it('are told in the first row too, with the total that goes on from there', () => {
    const example = filing(row('+10 150', { price: '\\$4,000' }), row('+20 4,020'));
    assert.match(
      totals(row('+10 150', { price: '\\$4,000' }), row('+20 4,020')).join(),
      /Total and price seem to be exchanged/,
    );
    assert.deepEqual(related('holdings-total', example), [
      'the number under the price: \\$4,000',
      'the total that goes on from there: 4,020',
    ]);
  });
  it('are told across a gap of weeks, after which other totals are only hints', () => {
    const late = { date: '03/28/2022' };
    assert.match(totals(row('+10 150', { price: '\\$4,000' }), row('+20 4,020', late)).join(), /^error: .*exchanged/);
    assert.match(totals(row('+10 150'), row('+20 4,020', late)).join(), /^hint: /);
  });
  it('are not told where a footnote stands on the price', () =>
    assert.doesNotMatch(
      totals(row('+10 150', { price: '\\$4,000 <sup>(1)</sup>' }), row('+20 4,020')).join(),
      /exchanged/,
    ));
  it('point to the amount of the next row where that is the other', () =>
    assert.deepEqual(related('holdings-total', filing(row('-10 990'), row('-70 970'), row('-20 900'))), [
      'the amount of the next row: 20',
      'the total that it leads to: 970',
      'the total before it: 990',
    ]));
});

describe('two rows in the other order', () => {
  it('say what else may have changed places', () => {
    const said = (...rows: string[]): string => told('holdings-order', filing(...rows)).join();
    assert.match(said(row('+580 12,000'), row('-300 11,420')), /the two rows, or their amounts, seem to have/);
    assert.match(
      said(row('-50 940', { price: '\\$2' }), row('-50 990')),
      /the two rows, or their totals, seem to have/,
    );
    assert.match(said(row('-1,155 27,955'), row('-1,175 29,110')), /other; the two rows seem to have/);
  });
});

describe('two rows in the other order, or a price in the place of an amount', () => {
  it('are told at the amount, since which of the two happened is open', () => {
    assert.deepEqual(
      all(filing(row('+580 12,000'), row('-300 11,420', { price: '\\$580' }))).filter((one) =>
        one.includes('holdings-'),
      ),
      ['warning holdings-total'],
    );
  });
});

describe('a balance at which two other holders were left', () => {
  const by = (note: number): More => ({ owner: `I | By Trust <sup>(${note})</sup>` });
  const notes = '- One.\n- Two.\n- Three.';
  it('explains a total of either', () =>
    assert.deepEqual(
      told(
        'holdings-total',
        [row('+10 500', by(2)), row('+10 500', by(3)), row('+5 910', by(3)), row('+5 505', by(3)), notes].join('\n'),
      ).map((one) => one.split(':')[0]),
      ['error', 'hint'],
    ));
});

describe('the amount or the total', () => {
  const one = filing(row('+1,010 2,000'), row('+1,200 3,300'));
  const exercised =
    '\nTable II\n| Option | \\$1 | 03/07/2022 |  | J <sup>(1)</sup> |  |  | 1,300 | 03/07/2021 | 03/07/2032 | Common Stock | 1,300 | \\$0 | 0 | D |  |';
  it('is the amount where as many stand elsewhere in the filing', () => {
    assert.deepEqual(offers('holdings-total', one), ['Set the total to 3,200', 'Set the amount to 1,300']);
    assert.deepEqual(offers('holdings-total', one.replace('\n-', `${exercised}\n-`)), [
      'Set the amount to 1,300',
      'Set the total to 3,200',
    ]);
  });
});

describe('a row whose form of ownership cannot be read', () => {
  it('ends the chains of its class, though the rule that says so is off', () => {
    const rules = { 'ownership-form': 'off' } as const;
    const broken = (owner: string): string[] =>
      told('holdings-total', filing(row('+10 110'), row('+20 130', { owner }), row('+5 777')), { rules });
    assert.equal(broken('D | ').length, 1);
    assert.deepEqual(broken('X | '), []);
  });
});

describe('a total below what was acquired', () => {
  it('is an error in Table I whatever is said of what is owed', () =>
    assert.match(told('holdings-below-acquired', filing(row('+100 0', { title: 'Written Call' }))).join(), /^error/));
});

describe('the grants of Table II', () => {
  const grant = (says: string, expires = '03/07/2032'): string => {
    const [amount, total] = says.split(' ');
    return `| Option | \\$1 | 03/07/2022 |  | M |  |  | ${amount} | 03/07/2021 | ${expires} | Common Stock | ${amount} | \\$0 | ${total} | D |  |`;
  };
  const held = `| Option | \\$1 |  |  |  |  |  |  | 03/07/2021 | 03/07/2032 | Common Stock | 5 |  | 77 | D |  |`;
  const said = (...rows: string[]): string[] =>
    all(['Table II', ...rows, '- One.', '- Two.'].join('\n')).filter((rule) => rule.includes('holdings-'));
  it('are told apart by which footnote stands on a date', () => {
    const [first, second] = [1, 2].map((note) => `03/07/2032 <sup>(${note})</sup>`);
    assert.deepEqual(said(grant('100 4,900', first), grant('200 4,800', first)), ['hint holdings-digit']);
    assert.deepEqual(said(grant('100 4,900', first), grant('200 4,800', second)), []);
  });
  it('go on across a holding row of the grant', () =>
    assert.deepEqual(said(grant('100 4,900'), held, grant('200 4,800')), ['hint holdings-digit']));
  it('are not asked for a total that is blank', () =>
    assert.deepEqual(said(grant('100 4,900'), grant('200 ')), ['error holdings-total-missing']));
});

describe('amounts that are a ratio of one another', () => {
  const half = (code: string, amount: string): string =>
    `| Common Stock | 03/07/2022 |  | M |  | ${amount} | A | \\$0 | 9,503 | D |  |\nTable II\n| Units | \\$0 | 03/07/2022 |  | ${code} |  |  | 1,000 | 03/07/2021 | 03/07/2031 | Common Stock | 1,000 | \\$0 | 0 | D |  |`;
  it('are no slip, though one digit makes the difference', () => {
    fine(half('M', '1,500'));
    fine(half('M', '5,000'));
    flags('exercise-pair', half('M', '⟦1,600⟧'), 'one digit is different');
  });
});
