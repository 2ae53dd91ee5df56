/** What a holding is, and what its total should be. */
import assert from 'node:assert/strict';
import { changeOf, classOf, expectedTotal, holdingOf, rowBefore, sameWords } from '../../../server/src/filing/holdings';
import type { Filing } from '../../../server/src/filing/model';
import { read } from '../../../server/src/readers';
import { plain } from '../../../server/src/text/decimal';
import { filingAround } from '../harness';

const filing = (...lines: string[]): Filing => read(filingAround(lines.join('\n')));
const row = (amount: string, side: string, total: string, owner = 'D | ', title = 'Common Stock'): string =>
  `| ${title} | 03/07/2022 |  | A |  | ${amount} | ${side} | \\$1 | ${total} | ${owner} |`;
const NOTES = '1. One.\n2. Two.';

describe('words for comparing', () => {
  it('keep letters, digits, % and $, with one space for all else', () => {
    for (let unit = 0; unit < 0x130; unit++) {
      const sign = String.fromCharCode(unit);
      const word = /[\p{L}\p{N}%$]/u.test(sign);
      assert.equal(sameWords(`a${sign}b`), word ? `a${sign.toLowerCase()}b` : 'a b', `U+${unit.toString(16)}`);
      if (word) assert.equal(sameWords(sign), sign.toLowerCase());
    }
  });
  it('have no space at either end, and one between', () => {
    for (const words of [' a b', 'a b ', 'a  b', 'a, b.', '(a) b', 'A B', 'a b'])
      assert.equal(sameWords(words), 'a b', words);
    for (const nothing of [undefined, '', ' ', '.', ', ']) assert.equal(sameWords(nothing), '');
  });
});

describe('a holding', () => {
  it('is told apart as finely as is asked', () => {
    const [first] = filing(
      row('10', 'A', '110', 'I <sup>(1)</sup> | By Trust <sup>(1)(2)</sup>', 'Common Stock <sup>(2)</sup>'),
      NOTES,
    ).nonDerivativeTable.rows;
    assert.equal(classOf(first!), 'common stock');
    assert.equal(holdingOf(first!), 'common stock|I|by trust|1|1,2|2');
    assert.equal(holdingOf(first!, 'finest'), holdingOf(first!));
    assert.equal(holdingOf(first!, 'no title markers'), 'common stock|I|by trust|1|1,2');
    assert.equal(holdingOf(first!, 'no markers'), 'common stock|I|by trust');
    const [bare] = filing(row('10', 'A', '110', ' | ')).nonDerivativeTable.rows;
    assert.equal(holdingOf(bare!), 'common stock|||||');
  });
  it('changes by the amount of a row, up for A and down for D', () => {
    const change = (...cells: Parameters<typeof row>): string | undefined => {
      const value = changeOf(filing(row(...cells)).nonDerivativeTable.rows[0]!);
      return value && plain(value);
    };
    assert.equal(change('10', 'A', '110'), '10');
    assert.equal(change('10', 'D', '110'), '-10');
    assert.equal(change('10', 'X', '110'), undefined);
    assert.equal(change('', 'A', '110'), undefined);
    assert.equal(change('x', 'D', '110'), undefined);
  });
  it('has a row before, and the total that follows from it', () => {
    const of = filing(
      row('10', 'A', '110'),
      row('20', 'A', '920', 'I | By Trust'),
      '| Common Stock |  |  |  |  |  |  |  | 5 | D |  |',
      row('30', 'A', '140'),
      row('40', 'D', '880', 'I | By Trust'),
      row('', 'A', '100'),
      row('5', 'A', ''),
      row('6', 'A', '111'),
    );
    const { rows } = of.nonDerivativeTable;
    assert.deepEqual(
      rows.map((one) => rows.indexOf(rowBefore(of, one)!)),
      [-1, -1, -1, 0, 1, 3, 5, 6],
    );
    assert.deepEqual(
      rows.map((one) => expectedTotal(of, one)).map((total) => total && plain(total)),
      [undefined, undefined, undefined, '140', '880', undefined, '105', undefined],
    );
  });
});
