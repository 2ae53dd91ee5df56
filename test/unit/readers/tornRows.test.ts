/** Rows of a page in pieces: cells out of order, cells printed into each other, and what nobody can tell apart. */
import assert from 'node:assert/strict';
import { TABLE_I, TABLE_II } from '../../../server/src/readers/loose/grammar';
import type { LooseLine } from '../../../server/src/readers/loose/tokens';
import { alignPieces } from '../../../server/src/readers/torn/order';
import { cellsIn, type Cell } from '../../../server/src/readers/torn/strands';

/** The cells of paragraphs that blank lines part. */
function cellsOf(text: string): Cell[] {
  const lines: LooseLine[] = [];
  let at = 0;
  let gap: LooseLine['gap'] = 'paragraph';
  for (const line of text.split('\n')) {
    if (line !== '') lines.push({ start: at, end: at + line.length, gap });
    gap = line === '' ? 'paragraph' : 'line';
    at += line.length + 1;
  }
  return cellsIn(text, lines);
}

const wordsOf = (cell: Cell): string => cell.map(({ raw, kind }) => (kind === 'marker' ? `(${raw})` : raw)).join(' ');

/** Each row as `title | date | …`, `?` for a cell in doubt. */
function rowsOf(
  text: string,
  grammar = TABLE_I,
  notes: (number: string) => boolean | undefined = () => undefined,
): string[] {
  return alignPieces(cellsOf(text), grammar, notes).map((row) =>
    row.read
      ? row.cells
          .map(({ from, to }, at) => (row.doubtful.has(at) ? '?' : wordsOf(row.tokens.slice(from, to))))
          .join('|')
      : 'lost',
  );
}

describe('cells printed into each other', () => {
  for (const [what, text, cells] of [
    ['an amount amid the lines of a title', 'Common\n1,597\nStock', ['Common Stock', '1,597']],
    [
      'a date and an amount beside a title',
      'Class A\n03/04/2019 Common 2,845\nStock',
      ['03/04/2019', 'Class A Common Stock', '2,845'],
    ],
    ['a total between a dollar sign and its number', '$\n388\n1,103.12', ['$1,103.12', '388']],
    ['a total beside the number of a dollar sign', '$\n23.4588 111,421', ['$23.4588', '111,421']],
    ['a marker below an amount', '3,699 A\n(1)', ['3,699 (1)', 'A']],
    [
      'two titles that begin alike',
      'Class B\nCommon\nStock\nClass B\nCommon\nStock',
      ['Class B Common Stock', 'Class B Common Stock'],
    ],
  ] as const)
    it(`parts ${what}`, () => assert.deepEqual(cellsOf(text).map(wordsOf), cells));
});

describe('rows out of order', () => {
  it('leaves in doubt which of two rows an end belongs to that was printed behind both', () => {
    const text = [
      ...[
        'Common Stock',
        '07/24/2012',
        'M',
        '3,699 A',
        'Common Stock',
        '07/24/2012',
        'F',
        '1,682',
        'D',
        '$25.005',
        '2,017',
        'D',
      ],
      ...['$0', '3,699', 'D'],
    ].join('\n\n');
    assert.deepEqual(rowsOf(text), [
      'Common Stock|07/24/2012||M||3,699|A|?|?|D|',
      'Common Stock|07/24/2012||F||1,682|D|?|?|D|',
    ]);
  });
  it('gives a holding its title and its nature behind it', () => {
    assert.deepEqual(rowsOf('10,000\n\nI\n\nCommon Stock\n\nBy Family\nFoundation'), [
      'Common Stock||||||||10,000|I|By Family Foundation',
    ]);
  });
  it('reads holdings of Table II', () => {
    assert.deepEqual(
      rowsOf(
        'Option to\nBuy Class A\nStock\n\n$8.10\n\n(2)\n\nClass A\n04/04/2022 Common 8,646\nStock\n\n8,646\n\nD',
        TABLE_II,
      ),
      ['Option to Buy Class A Stock|$8.10||||||(2)|04/04/2022|Class A Common Stock|8,646||8,646|D|'],
    );
  });
  it('gives a marker by itself to the price where its note speaks of prices', () => {
    const text = 'Common Stock\n\n08/01/2013\n\nS\n\n5,692\n\nD\n\n$\n23.2016 105,729\n\nD\n\n(2)';
    assert.deepEqual(
      rowsOf(text, TABLE_I, () => true),
      ['Common Stock|08/01/2013||S||5,692|D|$23.2016 (2)|105,729|D|'],
    );
  });
  it('leaves cells in doubt to which a marker may belong alike', () => {
    const text = 'Common Stock\n\n08/01/2013\n\nS\n\n5,692\n\nD\n\n$23.20\n\n105,729\n\nD\n\n(2)';
    assert.deepEqual(rowsOf(text), ['Common Stock|08/01/2013||S||?|D|$23.20|?|D|']);
  });
  it('reads nothing where one row would be far out of order', () => {
    assert.deepEqual(rowsOf('77\n\n$12.25\n\n8\n\nD\n\n9\n\n1,500\n\nM\n\n21,500\n\n08/01/2013'), ['lost']);
  });
});
