/** Columns 5 and 7 of Table II. */
import { fine, flags } from '../../harness';

const row = (title: string, five: string, seven: string, two = '\\$20', exercisable = '03/07/2023'): string =>
  `Table II\n| ${title} | ${two} | 03/07/2022 |  | A |  | ${five} |  | ${exercisable} | 03/07/2032 | Common Stock | ${seven} | \\$0 | 90,000 | D |  |`;

describe('underlying-amount', () => {
  it('tells a zero or two, and swapped digits', () => {
    flags('underlying-amount', row('Stock Option', '500', '⟦5,000⟧'), 'information: Check the amounts: 500');
    flags('underlying-amount', row('Stock Option', '5,000', '⟦500⟧'), 'a zero or two');
    flags('underlying-amount', row('Stock Option', '500', '⟦50,000⟧'), 'a zero or two');
    flags('underlying-amount', row('Stock Option', '5,310', '⟦5,130⟧'), 'two digits are swapped');
    flags(
      'underlying-amount',
      row('Units', '5,310', '⟦5,130⟧', '<sup>(1)</sup>') + '\n1. One share for each unit.',
      'two digits are swapped',
    );
  });
  it('tells a note that converts into ten times as much, or a tenth', () => {
    const note = (five: string, seven: string, two = '\\$3.125'): string => row('6% Notes due 2029', five, seven, two);
    const words =
      'information: Check the amounts: at $3.125 in column 2, $5,000,000 in column 5 converts into 1,600,000';
    flags('underlying-amount', note('\\$5,000,000', '⟦160,000⟧'), words);
    flags('underlying-amount', note('\\$5,000,000', '⟦16,000,000⟧'), words);
    flags('underlying-amount', note('\\$5,000,000', '⟦16,000⟧'), words);
    flags('underlying-amount', note('\\$1,000,000', '⟦3,333⟧', '\\$30'), 'converts into 33,333 shares');
    fine(note('\\$5,000,000', '1,600,000'));
    fine(note('\\$5,000,000', '800,000'));
    fine(note('\\$1,000,000', '33,333', '\\$30'));
    fine(note('\\$5,000,000', '160,000', '\\$3.125 <sup>(1)</sup>') + '\n1. Subject to adjustment.');
    fine(note('\\$5,000,000', '160,000 <sup>(1)</sup>') + '\n1. The part that may be converted now.');
    fine(note('\\$5,000,000', '160,000', '\\$0'));
  });
  it('leaves what has a ratio of its own', () => {
    fine(row('Stock Option', '500', '500'));
    fine(row('Stock Option', '500', '750'));
    fine(row('Stock Option', '500', '500,000'));
    for (const title of [
      'Call Option (right to buy)',
      'Put Option',
      'Series A Preferred Stock',
      'Convertible Notes',
      '5% Debenture',
      'Warrants',
      'Cash-Settled Swap',
    ])
      fine(row(title, '50', '5,000'));
    fine(row('Units', '500', '5,000', '<sup>(1)</sup>') + '\n1. Ten shares for each unit.');
    fine(row('Units', '500', '5,000', '\\$0', '<sup>(1)</sup>') + '\n1. Upon vesting.');
    fine(row('Units', '500 <sup>(1)</sup>', '5,000') + '\n1. At ten for one.');
    fine(row('Units', '5,310', '5,130 <sup>(1)</sup>') + '\n1. Net of tax.');
  });
});
