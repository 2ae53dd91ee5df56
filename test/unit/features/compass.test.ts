/** A filing with a cursor in, where that is on the form out. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { compass } from '../../../server/src/features/compass';
import type { Compass } from '../../../server/src/protocol';
import { read } from '../../../server/src/readers';

const CLEAN = readFileSync('samples/clean.txt', 'utf8');

/** The compass at the n-th place (from 1) of a piece of a text. */
function at(piece: string, text = CLEAN, nth = 1): Compass {
  let index = -1;
  for (let n = 0; n < nth; n++) index = text.indexOf(piece, index + 1);
  assert.ok(index >= 0, piece);
  const filing = read(text);
  return compass(filing, filing.lines.position(index + 1));
}

describe('the compass', () => {
  it('names table, column, part and instruction, with the balance, the due date and the signature', () => {
    assert.deepEqual(at('43.16', CLEAN, 2), {
      place: 'Table I, 4. Securities Acquired (A) or Disposed Of (D): Price (Instr. 3, 4 and 5)',
      kind: 'row',
      balance: '9,503 + 693 acquired = 10,196',
      due: 'Due Thursday, 03/09/2023, 10 p.m. Eastern',
      signed: 'signed 03/09/2023, in time',
    });
  });
  it('says what kind of place it is, for menus', () => {
    assert.equal(at('11,587').kind, 'row');
    assert.equal(at('Performance shares').kind, 'note');
    assert.equal(at('Date of Earliest Transaction').kind, 'box');
    assert.equal(at('Table I - ').kind, undefined);
  });
  it('a column without parts is its heading', () => {
    assert.equal(
      at('11,587').place,
      'Table I, 5. Amount of Securities Beneficially Owned Following Reported Transaction(s) (Instr. 3 and 4)',
    );
  });
  it('Table II counts its own columns', () => {
    const text = readFileSync('test/fixtures/bulleted-notes.txt', 'utf8');
    assert.equal(
      at('02/01/2027', text).place,
      'Table II, 6. Date Exercisable and Expiration Date: Expiration Date (Month/Day/Year)',
    );
    assert.equal(at('4,500', text).balance, '4,500 stated');
  });
  it('a total that does not follow is beside the one that is expected', () => {
    assert.equal(at('10,169', CLEAN.replace('10,196', '10,169')).balance, '10,196 expected, 10,169 stated');
    assert.equal(at('9,503').balance, '9,503 stated');
  });
  it('a row that goes on from what the one before it should state is right', () => {
    const text = CLEAN.replace('10,196', '10,169');
    assert.equal(at('11,587', text).balance, '10,196 + 1,391 acquired = 11,587');
    assert.equal(at('11,578', text.replace('11,587', '11,578')).balance, '11,560 expected, 11,578 stated');
  });
  it('headings, boxes and footnotes', () => {
    assert.equal(at('3. Date of Earliest').place, '3. Date of Earliest Transaction (Month/Day/Year)');
    assert.equal(at('Performance shares').place, 'Explanation of Responses, footnote 2');
    assert.equal(at('OMB Number').place, undefined);
    assert.equal(at('OMB Number').balance, undefined);
  });
  it('each row is due on its own day; by the signature the first one counts', () => {
    const text = readFileSync('test/fixtures/bulleted-notes.txt', 'utf8').replace(
      'Plimmer 08/17/2022',
      'Plimmer 08/18/2022',
    );
    assert.equal(at('08/16/2022', text).due, 'Due Thursday, 08/18/2022, 10 p.m. Eastern');
    assert.equal(at('08/16/2022', text).signed, 'signed 08/18/2022, late');
  });
  it('what is not signed is not signed, and an amendment is not due', () => {
    const amendment = readFileSync('test/fixtures/amendment.txt', 'utf8');
    assert.equal(at('47.90', amendment).due, 'An amendment is not due on a day');
    assert.equal(at('47.90', amendment).signed, 'signed 08/24/2022');
    assert.equal(at('43.16', CLEAN.replace(/\/s\/ Orla[\s\S]*?Dalen Ruthe\n/, '')).signed, 'not signed');
  });
});
