import assert from 'node:assert/strict';
import { Alike, type WordsOf } from '../../../server/src/filing/alike';

type Words = readonly string[];

const OF_LISTS: WordsOf<Words> = { count: (words) => words.length, at: (words, place) => words[place] ?? '' };

describe('values that are alike', () => {
  it('gives the first of those with the same words', () => {
    const alike = new Alike<Words>(OF_LISTS);
    const lists: readonly Words[] = [
      ['a', 'b', 'c', 'd'],
      ['a', 'b', 'c', 'e'],
      ['a', 'b', 'x'],
      ['a'],
      ['a', 'b', 'c', 'e', ''],
      ['a', 'b', 'c'],
      ['a', 'b', 'c', 'd'],
      ['a', '', ''],
      ['a', 'b', 'x', 'y'],
    ];
    assert.deepEqual(
      lists.map((list) => lists.indexOf(alike.first(list))),
      [0, 1, 2, 3, 1, 5, 0, 3, 8],
    );
  });

  it('looks at each word a few times, where long values part late', () => {
    let looks = 0;
    const alike = new Alike<Words>({ ...OF_LISTS, at: (words, place) => (looks++, words[place] ?? '') });
    const same = Array.from({ length: 2000 }, () => 'a');
    for (const last of ['x', 'y', 'z']) alike.first([...same, last]);
    assert.ok(looks < 20 * same.length, `${looks} looks at ${3 * same.length} words`);
  });
});
