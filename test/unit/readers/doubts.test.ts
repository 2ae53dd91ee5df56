/** What a text shows as a whole: markup that nobody here reads, and notes that were lost. Then nothing is accused. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { read } from '../../../server/src/readers';
import { senseOf } from '../../../server/src/readers/rowSense';
import { check } from '../../../server/src/rules/run';

const TODAY = 19_500;
const source = readFileSync('samples/clean.txt', 'utf8');
const errors = (text: string): string[] =>
  check(read(text), { today: TODAY }).flatMap(({ rule, severity }) => (severity === 'error' ? [rule] : []));
const parts = (text: string): string[] => read(text).unread.map(({ part }) => part);

describe('a text in markup that nobody here reads', () => {
  const name = 'Explanation of Responses:';
  for (const link of ['[[#F1][1]]', '[[address/of?it=1|a name]]', '[.FootnoteData]#(1)#']) {
    const text = source.replace(name, `${name}\n${link}\n`).replace('11,587', '11,5x7');
    it(`has nothing that is read for certain: ${link}`, () => {
      assert.notDeepEqual(errors(source.replace('11,587', '11,5x7')), []);
      assert.deepEqual(errors(text), []);
      assert.ok(parts(text).includes('nonDerivativeTable') && parts(text).includes('footnotes'));
    });
  }
  it('is not told of brackets that somebody typed', () => {
    const typed = source.replace(name, `${name}\nSee [[1]] and [[a note]], [No. 4]# and [.]#.\n`);
    assert.ok(!parts(typed).includes('nonDerivativeTable'));
  });
});

describe('a page that lost the lines of its notes', () => {
  const [head, notes] = source.split(/^(?=Explanation of Responses:)/m) as [string, string];
  let number = 0;
  const torn = notes.replace(/^- /gm, () => `(; ${++number}); `).replaceAll('\n', ' ; ');
  it('has notes that are unread, and no marker without its note', () => {
    assert.ok(read(head + notes).footnotes.list.length > 0);
    assert.deepEqual(read(head + torn).footnotes.list, []);
    assert.ok(parts(head + torn).includes('footnotes'));
    assert.ok(!errors(head + torn).includes('footnote-undefined'));
  });
});

describe('a row of one cell', () => {
  const [row] = read(source.replace(/^(\t+Code\tV.*\n)/m, '$1(D)\n')).nonDerivativeTable.rows;
  it('has lost the others in a page of columns, where each cell must fit, and is no row elsewhere', () => {
    assert.deepEqual(
      row?.cells.map(({ raw }) => raw),
      ['(D)'],
    );
    assert.deepEqual([senseOf(row, true), senseOf(row)], ['bad', 'none']);
  });
});
