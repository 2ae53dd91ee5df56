/** Lines of a page that are shared out among rows: lines in, rows out. */
import assert from 'node:assert/strict';
import { centredRows, isCentred, type Block } from '../../../server/src/readers/columns/centred';

/** The rows of some lines, one word each; those with a star are in the middle of a row. */
function rowsOf(lines: readonly string[]): readonly string[] | undefined {
  const words = ({ from, to }: Block): string => lines.slice(from, to).join(' ').replaceAll('*', '');
  const middles = lines.flatMap((line, at) => (line.startsWith('*') ? [at] : []));
  const rows = centredRows({ from: 0, to: lines.length }, middles, (row) => ({ words: [words(row)], cost: 0 }));
  return rows?.map(words);
}

describe('rows whose cells are centred', () => {
  it('have as many lines above their middle as below, or one less', () => {
    assert.deepEqual(rowsOf(['Class', '*A', 'Stock', '*Notes']), ['Class A Stock', 'Notes']);
    assert.deepEqual(rowsOf(['*Common', 'Stock']), ['Common Stock']);
  });
  it('say the same more often than not', () =>
    assert.deepEqual(rowsOf(['*Common', 'Stock', '*Common', 'Stock']), ['Common Stock', 'Common Stock']));
  it('are not told apart where two ways are as good', () =>
    assert.equal(rowsOf(['*Preferred', 'Stock', '*Warrants', 'Rights']), undefined));
  it('are not told apart where lines are left over', () =>
    assert.equal(rowsOf(['Common', 'Stock', 'Units', '*A']), undefined));
});

describe('a cell of a row', () => {
  it('stands in the middle of its lines, the upper one where there are two', () => {
    assert.deepEqual(
      [isCentred([1], 3), isCentred([0], 2), isCentred([1], 2), isCentred([0, 2], 3)],
      [true, true, false, false],
    );
    assert.equal(isCentred([], 3), true);
  });
});
