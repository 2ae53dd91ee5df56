import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { read } from '../../../../server/src/readers';
import { filingAround, findings } from '../../harness';

const GOOD = 'Common Stock\t03/07/2022\t\tA\t\t693\tA\t\\$43.16\t9,503\tD\t';
const LATER = 'Common Stock\t03/08/2022\t\tS\t\t500\tD\t\\$43.20\t9,003\tD\t';
/** The same with blanks for tabs and nothing left of blank cells, as a text browser prints them. */
const flowed = (row: string): string => row.replace(/\t+/g, ' ').trim();
const said = (example: string): string[] => findings(filingAround(example)).map(({ rule }) => rule);
const unreadOf = (text: string): string[] => read(text).unread.map(({ part }) => part);

describe('unread', () => {
  it('is all that is said where no row of a table could be read', () => {
    // The note is cited by nothing, and the amounts do not add up: who knows whether they do.
    const text = filingAround(['x\t', '1. Shares held in a plan.'].join('\n')).replace(
      'x\t',
      [GOOD, LATER].map(flowed).join('\n'),
    );
    assert.deepEqual(
      findings(text).map(({ rule }) => rule),
      ['unread'],
    );
    assert.deepEqual(unreadOf(text), ['nonDerivativeTable']);
  });

  it('speaks of columns that each row has lost, and not of a cell that one row has lost', () => {
    const slid = (row: string): string => row.replace('\t\t', '\t');
    assert.deepEqual(said([GOOD, LATER, LATER].map(slid).join('\n')), ['unread']);
    assert.deepEqual(said([GOOD, LATER].map(slid).join('\n')), ['row-cells', 'row-cells']);
    assert.deepEqual(said([GOOD, slid(LATER)].join('\n')), ['row-cells']);
    assert.deepEqual(said(slid(GOOD)), ['row-cells']);
  });

  it('leaves a table alone in which one row is no row', () => {
    assert.deepEqual(said([GOOD, flowed(LATER) + '\t'].join('\n')), ['row-cells']);
    assert.deepEqual(said('Common Stock\t'), ['row-cells']);
  });

  it('leaves rows checked where a box or the notes could not be read', () => {
    const box = '3. Date of Earliest Transaction (Month/Day/Year) <u>(Street)</u>';
    const wrong = LATER.replace('9,003', '9,103');
    assert.deepEqual(said([box, GOOD, wrong].join('\n')), ['unread', 'holdings-total']);
    const notes = filingAround([GOOD, wrong, '1. Date of Earliest Transaction (Month/Day/Year)'].join('\n'));
    assert.deepEqual(unreadOf(notes), ['footnotes']);
  });

  it('does not take a signature behind the last note for a part of it', () => {
    const text = filingAround(`${GOOD}\n1. Shares held in a plan.`).replace('\n\n/s/', '\n/s/');
    assert.deepEqual(unreadOf(text), []);
    assert.deepEqual(
      read(text).footnotes.list.map((note) => note.text),
      ['Shares held in a plan.'],
    );
    assert.equal(read(text).ownerSignatures.length, 1);
  });

  it('knows the last line of a row, below the others where a price is wrapped behind its sign', () => {
    const page = readFileSync('test/fixtures/layouts/columns-pdf.txt', 'utf8');
    const text = page.replace(/^(.*A {6})\$12\.25( .*)$/m, (_, before: string, behind: string) =>
      [`${before}$     ${behind}`, `${' '.repeat(before.length)}1,112.25`].join('\n'),
    );
    assert.notEqual(text, page);
    const { unread, nonDerivativeTable } = read(text);
    assert.equal(nonDerivativeTable.rows[0]!.transactionPricePerShare.raw, '$ 1,112.25');
    assert.deepEqual(unread, []);
  });

  it('finds nothing to say of a filing that was read', () => {
    assert.deepEqual(unreadOf(filingAround([GOOD, LATER].join('\n'))), []);
  });
});
