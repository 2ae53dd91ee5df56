/** What an older page of a PDF has behind its tables, in columns of blanks: notes, and the owners after the first. */
import assert from 'node:assert/strict';
import { writeFurtherOwners } from '../../../server/src/readers/columns/owners';
import { Page } from '../../../server/src/readers/columns/page';
import { writeNotes } from '../../../server/src/readers/columns/tail';
import { Projection } from '../../../server/src/readers/projection';
import { LineIndex } from '../../../server/src/text/lines';

/** What a writer makes of the lines of a page, line by line. */
function written(
  lines: readonly string[],
  write: (projection: Projection, page: Page, from: number, to: number) => void,
): string[] {
  const text = lines.join('\n');
  const projection = new Projection(text);
  const index = new LineIndex(text);
  write(projection, new Page(text, index), 0, index.starts.length);
  return projection.text.split('\n').filter((line) => line.trim() !== '');
}

describe('notes of an older page', () => {
  it('have their number on their first line, or amid their lines, on one page', () =>
    assert.deepEqual(
      written(
        [
          '(1) Sold in several trades at prices from $23.45 to $23.48, by a plan of the year',
          '    before. All of these were reported by the broker, who keeps a list of all days',
          '    and prices.',
          '    Sold in several trades at prices from $24.45 to $24.48, by another plan of that',
          '(2) year. All of these were reported by the broker, who keeps a list of all the days',
          '    and prices.',
          '(3) Fully exercisable.',
        ],
        writeNotes,
      ),
      [
        '(1) Sold in several trades at prices from $23.45 to $23.48, by a plan of the year before. All of these were reported by the broker, who keeps a list of all days and prices.',
        '(2) Sold in several trades at prices from $24.45 to $24.48, by another plan of that year. All of these were reported by the broker, who keeps a list of all the days and prices.',
        '(3) Fully exercisable.',
      ],
    ));
});

describe('owners of an older page', () => {
  const table = (x: string): string[] => [
    'Reporting Owner Name    Director 10% Owner Officer   Other',
    'Marrow Lane LP',
    '1 Reed Street           X',
    '',
    'Marrow Lane GP LLC',
    `1 Reed Street           ${x}`,
  ];
  const ticked = (x: string): string[] | null | undefined =>
    written(table(x), writeFurtherOwners)
      .find((line) => line.includes('10% Owner'))
      ?.match(/\[X\] \S+/g);
  it('are ticked where an X stands below a heading', () => assert.deepEqual(ticked('              X'), ['[X] 10%']));
  it('have no tick where an X stands below the heading of a title', () =>
    assert.equal(ticked('                    X'), null));
});
