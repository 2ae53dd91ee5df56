/** Phrases of the house: what notes say, without what is of one filing alone. */
import assert from 'node:assert/strict';
import { noteItems } from '../../../server/src/features/completion/notes';
import { phrasesIn } from '../../../server/src/features/completion/phrases';
import { read } from '../../../server/src/readers';
import { filingAround } from '../harness';

const NOTE =
  '- The units vest in 3 equal parts on March 7, 2023, 04/01/2024 and 2025-04-01; 1,200 shares were withheld at $43.16 (35%) under Rule 10b5-1.';
const BLANK = 'The units vest in … equal parts on …, … and …; … shares were withheld at … (…) under Rule 10b5-1.';

describe('phrases of notes', () => {
  const filing = read(filingAround(NOTE));
  it('have no date, number or price of the filing in them', () => {
    assert.deepEqual(
      phrasesIn(filing).map((phrase) => phrase.replaceAll('\u0000', '…')),
      [BLANK],
    );
  });
  it('are offered in a blank line of another filing, with places; never where they stand already', () => {
    const text = filingAround('- One note that stands here already.\n- ');
    const other = read(text);
    const at = text.indexOf('\n- \n') + 1 || text.lastIndexOf('- ');
    const line = { start: at, end: at + 2 };
    const items = noteItems(other, line, true, [...phrasesIn(filing), ...phrasesIn(other)]);
    const own = items.filter(({ label }) => label.includes('The units vest'));
    assert.equal(own.length, 1);
    assert.match(
      (own[0]!.textEdit as { newText: string }).newText,
      /^- The units vest in \$1 equal parts on \$2, \$3 and/,
    );
    assert.ok(!items.some(({ label }) => label.includes('One note')));
  });
});
