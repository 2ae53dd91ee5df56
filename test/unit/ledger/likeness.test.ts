/** Holdings of the same words are told by their notes, and what stands still is watched over years. */
import assert from 'node:assert/strict';
import { chainsOf } from '../../../server/src/ledger/chains';
import { entryOf } from '../../../server/src/ledger/entryOf';
import { likest, saysTheSame } from '../../../server/src/ledger/likeness';
import { read } from '../../../server/src/readers';
import { holds, signed, trade } from './made';

const self = (one: string): string => one;

describe('the words of notes', () => {
  it('tell which is which, where they are clear', () => {
    const before = ['held by the alder family trust of 2009', 'held by quay partners lp'];
    const after = [
      'the shares are held by quay partners lp of which he is a partner',
      'held by alder family trust of 2009',
    ];
    assert.deepEqual(likest(after, before, self, self), [
      [after[0], before[1]],
      [after[1], before[0]],
    ]);
    assert.deepEqual(likest(['held by a trust'], ['held by a trust x', 'held by a trust y'], self, self), []);
    assert.deepEqual(likest([''], [''], self, self), []);
  });
  it('say the same but for a word', () => {
    const note =
      'The reporting person disclaims beneficial ownership of these shares, except to the extent of his pecuniary interest in them.';
    assert.ok(saysTheSame(note, note.replace('reporting', 'reporing')));
    assert.ok(!saysTheSame(note, 'These shares were distributed to the partners.'));
  });
  it('keep chains apart whose totals do not go on', () => {
    const notes = [
      '- Held by the Alder Family Trust of 2009.',
      '- Held by Quay Partners LP, of which he is a partner.',
    ];
    const of = (day: string, one: string, other: string): string =>
      signed(
        day,
        [
          trade(day, 'S', '1', 'D', '900'),
          holds(one, 'I | See footnote <sup>(1)</sup> |'),
          holds(other, 'I | See footnote <sup>(2)</sup> |'),
        ].join('\n'),
        notes.map((note) => note.replace('2009', `2009 (${day})`)),
      );
    const entries = [of('01/07/2022', '5,000', '7,000'), of('02/07/2022', '5,100', '7,100')].map((text, at) =>
      entryOf(read(text), { path: `${at}.txt` }),
    );
    const left = chainsOf({ entries }).map(({ links }) =>
      links.map(({ holding }) => String(holding.closings[0]!.digits)),
    );
    assert.deepEqual(left.slice(1), [
      ['5000', '5100'],
      ['7000', '7100'],
    ]);
  });
});
