import assert from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver-protocol';
import { BOX_FIELDS, DERIVATIVE_FIELDS, NON_DERIVATIVE_FIELDS } from '../../../server/src/facts/fields';
import { TRANSACTION_CODES } from '../../../server/src/facts/transactionCodes';
import { hover } from '../../../server/src/features/hover';
import { MARKDOWN, PLAINTEXT, type Markup } from '../../../server/src/features/hover/markup';
import { DERIVATIVE_COLUMNS, NON_DERIVATIVE_COLUMNS } from '../../../server/src/filing/columns';
import { atCursor, textOf } from './cursor';

/** The words of the hover at the cursor, and the text that it is shown for. */
function hoverAt(example: string, markup: Markup = MARKDOWN): { says: string; on: string } | undefined {
  const { filing, position } = atCursor(example);
  const found = hover(filing, position, markup);
  return found && { says: (found.contents as MarkupContent).value, on: textOf(filing, found.range).trim() };
}

const says = (example: string, markup?: Markup): string => hoverAt(example, markup)?.says ?? '';

/** Expects the hover to say all of these. */
function tells(example: string, ...words: string[]): void {
  const all = says(example);
  for (const each of words) assert.ok(all.includes(each), `"${each}" in:\n${all}`);
}

describe('hover on a transaction code', () => {
  it('gives the official definition, the group, the use and what it means in its row', () => {
    assert.deepEqual(
      says('| Common Stock | 03/07/2023 |  | ‸A |  | 693 | A | \\$43.16 | 9,503 | D |  |').split('\n\n').slice(0, 3),
      [
        '**A**: Grant, award or other acquisition pursuant to Rule 16b-3(d)',
        'Rule 16b-3 · Tables I and II, usually acquired (A)',
        'In this row: 693 shares of Common Stock acquired at $43.16 on 03/07/2023: a grant or award from the company.',
      ],
    );
  });

  for (const { code, definition } of TRANSACTION_CODES.filter((entry) => entry.standsAlone))
    it(`${code}: has a definition and everyday words`, () => {
      tells(
        `| Common Stock | 03/07/2023 |  | ‸${code} |  | 1 | A | \\$0 | 9,503 | D |  |`,
        definition,
        'In this row: 1 share of Common Stock acquired at $0',
      );
    });

  it('writes cents with two digits', () =>
    tells('| Common Stock | 03/07/2023 |  | ‸P |  | 5 | A | \\$18.50 | 9 | D |  |', 'acquired at $18.50 on'));

  it('lists all codes with their meanings where the form has no such code', () =>
    tells(
      '| Common Stock | 03/07/2023 |  | ‸Q |  | 5 | A | \\$1 | 9 | D |  |',
      '- **P**: Open market',
      '- **G**: Bona fide gift',
    ));

  it('tells K beside its code, and V in either place', () => {
    tells(
      '| Common Stock | 03/07/2023 |  | S/‸K |  | 5 | D | \\$1 | 9 | D |  |',
      '**S**: Open market',
      '**K**: Transaction in equity swap',
      'added to a code, as in S/K',
    );
    tells(
      '| Common Stock | 03/07/2023 |  | G ‸V |  | 5 | D | \\$0 | 9 | D |  |',
      '**G**: Bona fide gift',
      '**V**: Transaction voluntarily reported earlier than required',
    );
    tells(
      '| Common Stock | 03/07/2023 |  | G | ‸V | 5 | D | \\$0 | 9 | D |  |',
      '**V**: Transaction voluntarily',
      'a gift',
    );
  });

  it('says how a row is held indirectly, and knows Table II', () => {
    tells(
      '| Common Stock | 03/07/2023 |  | ‸P |  | 300 | A | \\$63.04 | 12,300 | I | By Spouse |',
      '300 shares of Common Stock acquired at $63.04 on 03/07/2023 and held indirectly (By Spouse)',
    );
    tells(
      'Table II\n| Option | \\$18.50 | 05/13/2024 |  | ‸M |  |  | 4,000 | 05/13/2024 | 02/11/2029 | Common Stock | 4,000 | \\$0 | 8,000 | D |  |',
      'usually acquired (A) in Table I, disposed of (D) in Table II',
      '4,000 of Option disposed of at $0 on 05/13/2024',
    );
  });

  it('leaves out what the row does not say', () => {
    tells('| Common Stock |  |  | ‸S |  |  | D |  | 9 | D |  |', 'In this row: a sale, on the open market or private.');
  });

  it('of a letter that the form does not have is all codes, then its column', () => {
    assert.match(
      says('| Common Stock | 03/07/2023 |  | ‸Q |  | 1 | A | \\$0 | 9 | D |  |'),
      /\n\n\*\*3\. Transaction Code \(Instr\. 8\)\*\* \*\*Code\*\*/,
    );
  });
});

const ROWS = `
| Common Stock | 03/07/2023 |  | A |  | 693 | A | \\$43.16 | {before} | D |  |
| Common Stock | 03/07/2023 |  | {code} |  | {amount} | {side} | \\$43.16 | {total} | D |  |
`;
const rows = (before: string, code: string, amount: string, side: string, total: string): string =>
  ROWS.replace(/\{(\w+)\}/g, (_, name: string) => ({ before, code, amount, side, total })[name]!);

describe('hover on a total', () => {
  it('gives the sum that leads to it', () => {
    assert.match(
      says(rows('9,503', 'A', '693', 'A', '‸10,196')),
      /^9,503 \+ 693 acquired = 10,196\n\n\*\*5\. Amount of/,
    );
    assert.match(says(rows('9,503', 'S', '3.5', 'D', '9,499‸.5')), /^9,503 − 3\.5 disposed of = 9,499\.5\n/);
  });
  it('gives no sum for the first of a holding, nor where none leads to it', () => {
    assert.match(says(rows('‸9,503', 'A', '693', 'A', '10,196')), /^\*\*5\. Amount of/);
    assert.match(says(rows('9,503', 'A', '693', 'A', '10,‸169')), /^\*\*5\. Amount of/);
  });
});

describe('hover on a footnote', () => {
  const NOTES = '\n\n- Bought through a plan.\n- Held <b>by</b> [a trust](http://x.example) `as` *told*.';
  const marked = (marker: string): string =>
    `| Common Stock | 03/07/2023 |  | A |  | 693${marker} | A | \\$0 | 9,503 | D |  |${NOTES}`;

  for (const place of ['‸<sup>(1)</sup>', '<sup>‸(1)</sup>', '<sup>(‸1)</sup>', '<sup>(1)</su‸p>', '<sup>(1)</sup>‸'])
    it(`the whole marker ${place} gives its words`, () => {
      assert.deepEqual(hoverAt(marked(` ${place}`)), {
        says: '**Footnote 1**\n\n> Bought through a plan.',
        on: '<sup>(1)</sup>',
      });
    });
  it('each of several markers gives its own, and the tag around them the nearest', () => {
    tells(marked(' <sup>(1)(‸2)</sup>'), '**Footnote 2**');
    tells(marked(' <su‸p>(1)(2)</sup>'), '**Footnote 1**');
    tells(marked(' <sup>(1)(2)</su‸p>'), '**Footnote 2**');
  });
  it('its words are only words in Markdown, and as they stand in plain text', () => {
    assert.equal(
      says(marked(' <sup>(‸2)</sup>')).split('\n\n')[1],
      '> Held \\<b\\>by\\</b\\> \\[a trust\\](http\\://x.example) \\`as\\` \\*told\\*.',
    );
    assert.equal(
      says(marked(' <sup>(‸2)</sup>'), PLAINTEXT),
      'Footnote 2\n\n“Held <b>by</b> [a trust](http://x.example) `as` *told*.”',
    );
  });
  it('its label, a bullet too, gives the cells that cite it', () => {
    const example = marked(' <sup>(1)</sup>').replace('- Bought', '‸- Bought');
    assert.deepEqual(hoverAt(example), {
      says: '**Footnote 1** is cited in\n\n- Table I, row 1, Amount: 693',
      on: '-',
    });
    assert.equal(says(marked(' <sup>(1)</sup>').replace('- Held', '-‸ Held')), '**Footnote 2** is cited by no cell.');
    assert.equal(hoverAt(marked(' <sup>(1)</sup>').replace('Bought', 'Bou‸ght')), undefined);
  });
  it('a marker without a footnote is a part of its cell', () => {
    assert.match(says(marked(' <sup>(‸7)</sup>')), /^\*\*4\. Securities Acquired/);
  });
});

describe('hover on a column or a box', () => {
  it('every column has its words, in both tables', () => {
    assert.deepEqual(
      NON_DERIVATIVE_COLUMNS.flat().filter((column) => !NON_DERIVATIVE_FIELDS[column]),
      [],
    );
    assert.deepEqual(
      DERIVATIVE_COLUMNS.flat().filter((column) => !DERIVATIVE_FIELDS[column]),
      [],
    );
  });
  it('a cell, blank or not, gives the heading of its column', () => {
    tells(
      '| Common Stock | 03/07/2023 | ‸ | A |  | 693 | A | \\$0 | 9,503 | D |  |',
      '**2A. Deemed Execution Date, if any (Month/Day/Year)**',
    );
    tells(
      '| Common Stock | 03/07/2023 |  | A |  | 693 | ‸A | \\$0 | 9,503 | D |  |',
      '**4. Securities Acquired',
      '**(A) or (D)**',
      'transactionAcquiredDisposedCode',
    );
    tells(
      '| Common Stock | 03/07/2023 |  | A |  | 693 | A | \\$0 | 9,503 | D | ‸ |',
      '**7. Nature of Indirect',
      'blank with D',
    );
  });
  it('every heading of both tables gives its own', () => {
    const { filing } = atCursor('| Common Stock ‸| 03/07/2023 |  | A |  | 693 | A | \\$0 | 9,503 | D |  |');
    for (const fields of [NON_DERIVATIVE_FIELDS, DERIVATIVE_FIELDS])
      for (const { heading } of Object.values(fields)) {
        // Item 7 of Table I begins like that of no other: each stands in the text just once.
        const at = filing.text.indexOf(`${heading} |`);
        assert.ok(at > 0, heading);
        const found = hover(filing, filing.lines.position(at + 5), PLAINTEXT);
        assert.ok((found!.contents as MarkupContent).value.startsWith(heading), heading);
        assert.equal(textOf(filing, found!.range), heading);
      }
  });
  it('the second line of headings too', () => {
    const { filing } = atCursor('| Common Stock ‸| 03/07/2023 |  | A |  | 693 | A | \\$0 | 9,503 | D |  |');
    for (const [words, part] of [
      ['| V |', 'V'],
      ['| Price |', 'Price'],
      ['| (A) |', '(A)'],
      ['| Date Exercisable |', 'Date Exercisable'],
    ] as const) {
      const found = hover(filing, filing.lines.position(filing.text.indexOf(words) + 3), PLAINTEXT);
      assert.equal((found!.contents as MarkupContent).value.split('\n')[0]!.endsWith(` ${part}`), true, words);
    }
  });
  it('boxes, by their labels and by what stands in them', () => {
    const { heading } = BOX_FIELDS.earliestTransaction;
    tells('3. Date of Earliest Tran‸saction (Month/Day/Year) <u>03/07/2022</u>', heading);
    tells('3. Date of Earliest Transaction (Month/Day/Year) <u>03/0‸7/2022</u>', heading);
    tells('Signature: /s/ Rowan J. ‸Alder 03/08/2022', BOX_FIELDS.signature.about);
    tells('Remarks: see ‸Exhibit 24', BOX_FIELDS.remarks.about);
  });
  it('there is none where nothing of the form stands', () => {
    assert.equal(hoverAt('Remarks:‸'), undefined);
  });
});

describe('hover on a box that can be ticked', () => {
  const box5 = (words: string): string =>
    `5. Relationship of Reporting Person(s) to Issuer (Check all applicable) ${words}`;

  it('says what it means, whether it is ticked and how to tick it', () => {
    tells(
      box5('[X] Director 10% Owner Offi‸cer (give title below) Other'),
      '**Officer (give title below)**',
      'Not ticked. To tick it, write X before its words',
      'Rule 16a-1(f)',
    );
    tells(box5('[X] Director [ ] Offi‸cer (give title below) Other'), 'write X between its brackets');
    tells(box5('[‸X] Director 10% Owner Officer Other'), '**Director**', 'Ticked. To untick it');
  });

  it('is for its own words alone', () => {
    assert.equal(hoverAt(box5('[X] Director 10% ‸Owner Officer Other'))?.on, '10% Owner');
    assert.match(says(box5('[X] Director').replace('Relationship', 'Relationship‸')), /At least one is ticked/);
  });
});
