import assert from 'node:assert/strict';
import { operationOf } from '../../../../server/src/operations/catalogue';
import { read } from '../../../../server/src/readers';
import { filingAround } from '../../harness';
import { done, faults, makes, placed, refuses } from './operating';

const TWO = `
| Common Stock | 03/07/2022 |  | A |  | 693 | A | \\$0 | 9,503 | D |  |
| Common Stock | 03/07/2022 |  | S |  | 100 | D | \\$45.12 | 9,403 | D |  |`;

describe('row operations', () => {
  describe('a new row', () => {
    it('has title, date and ownership of the row at the cursor, and the cursor at the code', () => {
      makes(
        'row.new',
        `
| Common Stock | 03/07/2022 |  | S‸ |  | 100 | D | \\$45.12 | 9,403 | I | By Trust |
| Common Stock |  |  |  |  |  |  |  | 500 | D |  |`,
        `
| Common Stock | 03/07/2022 |  | S |  | 100 | D | \\$45.12 | 9,403 | I | By Trust |
| Common Stock | 03/07/2022 |  | ‸ |  |  |  |  |  | I | By Trust |
| Common Stock |  |  |  |  |  |  |  | 500 | D |  |`,
      );
    });
    it('of a holding waits for the total', () => {
      makes(
        'row.new',
        `
| Common Stock | 03/07/2022 |  | A |  | 693 | A | \\$0 | 9,503 | D |  |
| Common Stock |  |  |  |  |  |  |  | 50‸0 | I | By Trust |`,
        `
| Common Stock | 03/07/2022 |  | A |  | 693 | A | \\$0 | 9,503 | D |  |
| Common Stock |  |  |  |  |  |  |  | 500 | I | By Trust |
| Common Stock |  |  |  |  |  |  |  | ‸ | I | By Trust |`,
      );
    });
    it('of Table II keeps the terms of the grant, and markers', () => {
      makes(
        'row.new',
        `
Table II
| Stock Option | \\$45.12 | 03/07/2022 |  | A‸ |  | 100 |  | <sup>(1)</sup> | 03/08/2032 | Common Stock | 100 | \\$0 | 100 | D |  |
(1) Vests in 2023.`,
        `
Table II
| Stock Option | \\$45.12 | 03/07/2022 |  | A |  | 100 |  | <sup>(1)</sup> | 03/08/2032 | Common Stock | 100 | \\$0 | 100 | D |  |
| Stock Option | \\$45.12 | 03/07/2022 |  | ‸ |  |  |  | <sup>(1)</sup> | 03/08/2032 | Common Stock |  |  |  | D |  |
(1) Vests in 2023.`,
      );
    });
    it('is written with tabs, as many as its neighbour has, and the line end of the text', () => {
      const row = 'Common Stock\t03/07/2022\t\tS\t\t100\tD\t\\$45.12\t9,403‸\tD\t';
      const text = filingAround(`\n${row}`).replaceAll('\n', '\r\n');
      const { text: after } = done('row.new', text);
      assert.equal(after, text.replace(row, `${row}\r\nCommon Stock\t03/07/2022\t\t\t\t\t\t\t\tD\t`).replace('‸', ''));
      const bare = 'Common Stock\t03/07/2022\t\tS\t\t100\tD\t\\$45.12\t9,403‸\tD';
      assert.match(done('row.new', filingAround(`\n${bare}`)).text, /Common Stock\t03\/07\/2022\t\t\t\t\t\t\t\tD\n/);
    });
    it('keeps the bars of an aligned table one below another', () => {
      const rows = `
| Common Stock | 03/07/2022 |  | A |  | 693 | A | \\$0     | 9,503 | D |          |
| Common Stock | 03/07/2022 |  | S |  | 100 | D | \\$45.12 | 9,403 | I | By ‸Trust |`;
      makes(
        'row.new',
        rows,
        `${rows.replace('‸', '')}\n| Common Stock | 03/07/2022 |  | ‸  |  |     |   |         |       | I | By Trust |`,
      );
    });
    it('is refused outside of rows, and in a layout of another kind', () => {
      refuses('row.new', `${TWO}\n- ‸A note.`, /Put the cursor in a row/);
      refuses('row.new', '<nonDerivativeTransaction>‸</nonDerivativeTransaction>', /Convert this one first/);
    });
  });

  describe('duplicating', () => {
    it('carries the total on, and the marker with it', () => {
      makes(
        'row.duplicate',
        `
| Common Stock | 03/07/2022 |  | S |  | 100 | D | \\$45.12‸ | 9,403 <sup>(1)</sup> | D |  |
(1) A note.`,
        `
| Common Stock | 03/07/2022 |  | S |  | 100 | D | \\$45.12 | 9,403 <sup>(1)</sup> | D |  |
| Common Stock | 03/07/2022 |  | S |  | 100 | D | \\$45.12‸ | 9,303 <sup>(1)</sup> | D |  |
(1) A note.`,
      );
    });
    it('repeats the row as it is where more would go than is left', () => {
      const row = '| Common Stock | 03/07/2022 |  | S |  | 100 | D | \\$45.12 | 90 | D‸ |  |';
      makes('row.duplicate', `\n${row}`, `\n${row.replace('‸', '')}\n${row}`);
    });
  });

  describe('moving', () => {
    const [first, second] = TWO.trim().split('\n') as [string, string];
    it('changes places with the neighbour and leaves the totals', () => {
      makes('row.moveUp', `\n${first}\n${second.replace('S', 'S‸')}`, `\n${second.replace('S', 'S‸')}\n${first}`);
      makes('row.moveDown', `\n${first.replace('9,', '9,‸')}\n${second}`, `\n${second}\n${first.replace('9,', '9,‸')}`);
    });
    it('takes all rows of the selection', () => {
      const third = first.replace('693', '7');
      makes(
        'row.moveUp',
        `\n${first}\n${second.replace('S', '‸S')}\n${third.replace('7 ', '7‸ ')}`,
        `\n${second.replace('S', '‸S')}\n${third.replace('7 ', '7‸ ')}\n${first}`,
      );
    });
    it('is refused at the edges of the table', () => {
      refuses('row.moveUp', TWO.replace('693', '693‸'), /first row of its table/);
      refuses('row.moveDown', TWO.replace('| S |', '| S‸ |'), /last row of its table/);
    });
  });

  describe('recomputing', () => {
    it('sets the totals below from the one before them, each in its own habit', () => {
      const { outcome } = makes(
        'row.recompute',
        `
| Common Stock | 03/07/2022 |  | A |  | 693 | A | \\$0 | 9,503 | D |  |
| Common Stock | 03/07/2022 |  | S‸ |  | 100 | D | \\$45.12 | 9,999 | D |  |
| Common Stock | 03/07/2022 |  | A |  | 5 | A | \\$0 | 105 | I | By Trust |
| Common Stock | 03/07/2022 |  | S |  | 3 | D | \\$45.12 | 9408 | D |  |
| Common Stock |  |  |  |  |  |  |  | 77 | I | By Spouse |`,
        `
| Common Stock | 03/07/2022 |  | A |  | 693 | A | \\$0 | 9,503 | D |  |
| Common Stock | 03/07/2022 |  | S |  | 100 | D | \\$45.12 | 9,403 | D |  |
| Common Stock | 03/07/2022 |  | A |  | 5 | A | \\$0 | 105 | I | By Trust |
| Common Stock | 03/07/2022 |  | S |  | 3 | D | \\$45.12 | 9400 | D |  |
| Common Stock |  |  |  |  |  |  |  | 77 | I | By Spouse |`,
      );
      assert.equal(outcome.remark, '2 totals changed in Table I: row 2, 9,999 → 9,403; row 4, 9408 → 9400.');
    });
    it('leaves a total that a footnote speaks of, goes on from it, and says so', () => {
      const { outcome } = makes(
        'row.recompute',
        `
| Common Stock | 03/07/2022 |  | A |‸  | 693 | A | \\$0 | 9,503 | D |  |
| Common Stock | 03/07/2022 |  | S |  | 100 | D | \\$45.12 | 9,999 <sup>(1)</sup> | D |  |
| Common Stock | 03/07/2022 |  | S |  | 3 | D | \\$45.12 | 9,400 | D |  |`,
        `
| Common Stock | 03/07/2022 |  | A |  | 693 | A | \\$0 | 9,503 | D |  |
| Common Stock | 03/07/2022 |  | S |  | 100 | D | \\$45.12 | 9,999 <sup>(1)</sup> | D |  |
| Common Stock | 03/07/2022 |  | S |  | 3 | D | \\$45.12 | 9,996 | D |  |`,
      );
      assert.equal(
        outcome.remark,
        '1 total changed in Table I: row 3, 9,400 → 9,996. Left as it stands: row 2, whose total has a footnote or was not read for certain, or where another cell is likelier to be wrong.',
      );
    });
    it('takes the totals above at their word, and that of a row whose amount cannot be read', () => {
      makes(
        'row.recompute',
        `
| Common Stock | 03/07/2022 |  | A |  | 693 | A | \\$0 | 9,503 | D |  |
| Common Stock | 03/07/2022 |  | S |  | 100 | D | \\$45.12 | 9,000 | D |  |
| Common Stock | 03/07/2022 |  | S |  | 10x | D | ‸\\$45.12 | 8,000 | D |  |
| Common Stock | 03/07/2022 |  | S |  | 1 | D | \\$45.12 |  | D |  |`,
        `
| Common Stock | 03/07/2022 |  | A |  | 693 | A | \\$0 | 9,503 | D |  |
| Common Stock | 03/07/2022 |  | S |  | 100 | D | \\$45.12 | 9,000 | D |  |
| Common Stock | 03/07/2022 |  | S |  | 10x | D | \\$45.12 | 8,000 | D |  |
| Common Stock | 03/07/2022 |  | S |  | 1 | D | \\$45.12 | 7,999 | D |  |`,
      );
    });
    it('is refused where a total would be below zero, where nothing is to be done, and in Table II', () => {
      const low = `
| Common Stock | 03/07/2022 |  | A |  | 693 |‸ A | \\$0 | 703 | D |  |
| Common Stock | 03/07/2022 |  | S |  | 800 | D | \\$45.12 | 1 | D |  |`;
      refuses('row.recompute', low, /row 2 of Table I disposes of more/);
      refuses('row.recompute', TWO.replace('693', '693‸'), /follow already/);
      refuses(
        'row.recompute',
        '\nTable II\n| Option‸ | \\$45.12 | 03/07/2022 |  | A |  | 100 |  | 03/08/2023 | 03/08/2032 | Common Stock | 100 | \\$0 | 100 | D |  |',
        /row of Table I first/,
      );
    });
  });

  describe('deleting', () => {
    it('takes the footnotes along that nothing else cites, and numbers the rest anew, in other notes too', () => {
      const { outcome } = makes(
        'row.delete',
        `
| Common Stock | 03/07/2022 |  | A |  | 693 <sup>(1)</sup> | A | \\$0 | 9,503 | D |  |
| Common Stock | 03/07/2022 |  | S <sup>(1)</sup> |  | 100 | D‸ | \\$45.12 <sup>(2)</sup> | 9,403 | D |  |
| Common Stock | 03/07/2022 |  | A |  | 693 <sup>(3)(4)</sup> | A | \\$0 | 10,096 | D |  |
(1) One.
(2) Two.
(3) Three, see footnotes (1), (2) and (4).
(4) Four, see footnotes (2) through (3).`,
        `
| Common Stock | 03/07/2022 |  | A |  | 693 <sup>(1)</sup> | A | \\$0 | 9,503 | D |  |
| Common Stock | 03/07/2022 |  | A |  | 693 <sup>(2)(3)</sup> | A | \\$0 | 10,096 | D |  |
(1) One.
(2) Three, see footnotes (1) and (3).
(3) Four, see footnote (2).`,
      );
      assert.equal(outcome.remark, 'Deleted footnote 2 too: nothing else cites it.');
    });
    it('follows in the words of cells and of remarks', () => {
      makes(
        'row.delete',
        `
| Common Stock | 03/07/2022 |  | J <sup>(1)</sup> |  | 1‸00 | D | \\$0 | 9,403 | D |  |
| Common Stock | 03/07/2022 |  | A |  | 693 <sup>(2)</sup> | A | \\$0 | 10,096 | I | See footnote 2 <sup>(2)</sup> |
(1) One.
(2) Two.
Remarks: Footnotes 1 and 2 tell more.`,
        `
| Common Stock | 03/07/2022 |  | A |  | 693 <sup>(1)</sup> | A | \\$0 | 10,096 | I | See footnote 1 <sup>(1)</sup> |
(1) Two.
Remarks: Footnote 1 tell more.`,
      );
    });
    it('says so in the title of the action', () => {
      const { text, start } = placed(
        filingAround(`
| Common Stock | 03/07/2022 |  | A |  | 693 | A | \\$0 | 9,503 | D |  |
| Common Stock | 03/07/2022 |  | J <sup>(1)</sup> |  | 100 | D‸ | \\$0 | 9,403 | D |  |
- One.`),
      );
      const context = { filing: read(text), selection: { start, end: start }, today: undefined, answers: {} };
      const title = operationOf('row.delete')!.offer!(context);
      assert.equal(title, 'Delete this row and footnote 1, which nothing else cites');
    });
    it('leaves a text without its last line whole', () => {
      const { text } = done('row.delete', `${filingAround(TWO).split('\n\nTable II')[0]!.replace('| S |', '| S‸ |')}`);
      assert.ok(text.endsWith('| 9,503 | D |  |'));
    });
  });

  describe('shifting cells', () => {
    it('to the right, into the blank cell at the end', () => {
      makes(
        'row.shiftRight',
        '\n| Common Stock | 03/07/2022 |  | A | ‸693 | A | \\$0 | 9,503 | D |  |  |',
        '\n| Common Stock | 03/07/2022 |  | A |  | ‸693 | A | \\$0 | 9,503 | D |  |',
      );
      makes(
        'row.shiftRight',
        '\nCommon Stock\t03/07/2022\t\tA\t‸693\tA\t\\$0\t9,503\tD\t',
        '\nCommon Stock\t03/07/2022\t\tA\t\t‸693\tA\t\\$0\t9,503\tD\t',
      );
    });
    it('to the left, over a blank cell alone', () => {
      makes(
        'row.shiftLeft',
        '\nCommon Stock\t03/07/2022\t\tA\t\t\t69‸3\tA\t\\$0\t9,503\tD\t',
        '\nCommon Stock\t03/07/2022\t\tA\t\t69‸3\tA\t\\$0\t9,503\tD\t',
      );
      refuses('row.shiftLeft', TWO.replace('\\$45', '‸\\$45'), /not blank/);
    });
  });

  it('a duplicate whose totals are recomputed has no fault', () => {
    const { cursor, outcome } = done('row.duplicate', filingAround(TWO.replace('693', '693‸')));
    assert.equal(outcome.next?.operation, 'row.recompute');
    assert.match(outcome.remark!, /from row 3 of Table I on do not count it yet/);
    assert.equal(done('row.duplicate', filingAround(TWO.replace('100', '100‸'))).outcome.next, undefined);
    assert.notDeepEqual(faults(cursor.replace('‸', '')), []);
    assert.deepEqual(faults(done('row.recompute', cursor).text), []);
  });
});
