/** Ownership form and nature: what the pages do not show. */
import assert from 'node:assert/strict';
import { filingAround, findings, fine, fixes, flags } from '../../harness';

const row = (form: string, nature: string): string =>
  `| Common Stock | 03/07/2022 |  | A |  | 693 | A | \\$43.16 | 9,503 | ${form} | ${nature} |`;
const NOTE = '\n1. A note.';

/** How the findings of a rule are ranked while nobody has signed. */
const drafted = (rule: string, example: string): string[] =>
  findings(filingAround(`${example}\nSignature:`), { today: 30000 })
    .filter((one) => one.rule === rule)
    .map(({ severity }) => severity);

describe('ownership-form', () => {
  it('reads the letter beside its markers', () => {
    fine(row('D <sup>(1)</sup>', '') + NOTE);
    fine(row('I<sup>(1)</sup>', 'By Trust') + NOTE);
  });

  it('wants the letter, not a marker alone, and wants it of holdings too', () => {
    flags('ownership-form', row('⟦⟧<sup>(1)</sup>', '').replace('| ⟦⟧', '|⟦⟧') + NOTE, 'it is blank');
    flags('ownership-form', row('D', '') + '\n| Common Stock |  |  |  |  |  |  |  | 5 | ⟦J⟧ | By Trust |', 'found "J"');
  });

  it('offers the letter that the nature speaks for first', () => {
    fixes('ownership-form', row('1', 'By Trust'), row('I', 'By Trust'));
    fixes('ownership-form', row('1', ''), row('D', ''));
    fixes('ownership-form', row('d', ''), row('D', ''));
    fixes('ownership-form', row('1', ''), row('D', ''), 'Write D (direct)');
  });

  it('is at most an information for a cell that is still to be filled', () => {
    assert.deepEqual(drafted('ownership-form', row('', '')), ['information']);
    assert.deepEqual(drafted('ownership-form', row('X', '')), ['error']);
  });
});

describe('nature-with-direct', () => {
  it('clears the words and leaves the markers', () => {
    fixes('nature-with-direct', row('D', 'By Spouse <sup>(1)</sup>') + NOTE, row('D', '<sup>(1)</sup>') + NOTE);
  });

  it('clears a cell between tabs to nothing', () => {
    const tabbed = (nature: string): string =>
      filingAround(row('D', nature)).replace(/^\| (.*) \|$/gm, (_, cells: string) => cells.replaceAll(/ ?\| ?/g, '\t'));
    fixes('nature-with-direct', tabbed('By Spouse'), tabbed(''));
  });

  it('offers the other letter too', () => {
    fixes('nature-with-direct', row('D', 'By Spouse'), row('I', 'By Spouse'), 'Change the ownership form to I');
  });
});

describe('nature-missing', () => {
  it('is not content with a marker', () => {
    flags('nature-missing', row('I', '⟦⟧<sup>(1)</sup>') + NOTE, 'A footnote marker alone is not enough.');
  });

  it('offers the natures that stand elsewhere', () => {
    const other = '\n| Preferred Stock |  |  |  |  |  |  |  | 5 | I | By Trust |';
    fixes(
      'nature-missing',
      row('I', '') + other,
      row('I', 'By Trust').replace('| By Trust |', '| By Trust |') + other,
      'Write “By Trust”',
    );
  });
});

describe('cell-needs-footnote', () => {
  const two = (cells: string): string => `${row('D', '')}\nTable II\n| Option | ${cells} | D |  |`;

  it('looks at holdings too, and at each of the four cells', () => {
    flags(
      'cell-needs-footnote',
      two('⟦⟧ |  |  |  |  |  |  | 03/07/2023 | 03/07/2032 | Common Stock | 500 |  | 500'),
      'a price in column 2',
    );
    flags(
      'cell-needs-footnote',
      two('\\$20 |  |  |  |  |  |  | ⟦⟧ | 03/07/2032 | Common Stock | 500 |  | 500'),
      'a date in column 6 (date exercisable)',
    );
    flags(
      'cell-needs-footnote',
      two('\\$20 |  |  |  |  |  |  | 03/07/2023 | ⟦⟧ | Common Stock | 500 |  | 500'),
      'a date in column 6 (expiration date)',
    );
    flags(
      'cell-needs-footnote',
      two('\\$20 |  |  |  |  |  |  | 03/07/2023 | 03/07/2032 | Common Stock | ⟦⟧ |  | 500'),
      'an amount in column 7',
    );
  });

  it('is at most an information while nobody has signed', () => {
    const row = two('|  |  |  |  |  |  | 03/07/2023 | 03/07/2032 | Common Stock | 500 |  | 500');
    assert.deepEqual(drafted('cell-needs-footnote', row), ['information']);
  });
});

describe('cell-needs-footnote in a table with item 7 in one column', () => {
  const inOne = (item7: string): string =>
    filingAround(
      `${row('D', '')}\nTable II\n| Option | \\$20 | 03/07/2022 |  | A |  | 500 |  | 03/07/2023 | 03/07/2032 | ${item7} | \\$0 | 500 | D |  |\n1. A note.`,
    )
      .replace('(Instr. 3 and 4) |  | 8. Price', '(Instr. 3 and 4) | 8. Price')
      .replace('| Title | Amount or Number of Shares |', '|  |');
  const found = (item7: string): string[] =>
    findings(inOne(item7)).flatMap(({ rule, message }) => (rule === 'cell-needs-footnote' ? [message] : []));

  it('takes a marker behind the title for that of the amount', () => {
    assert.deepEqual(found('Common Stock 500'), []);
    assert.deepEqual(found('Common Stock <sup>(1)</sup>'), []);
    assert.equal(found('Common Stock').length, 1);
  });
});

describe('title-drift', () => {
  const rows = (...titles: string[]): string =>
    [row('D', ''), ...titles.map((title, at) => `| ${title} |  |  |  |  |  |  |  | 5 | I | By Trust ${at} |`)].join(
      '\n',
    );

  it('takes capitals, spaces, punctuation and plurals for habits', () => {
    for (const other of [
      'COMMON STOCK',
      'Common  Stock',
      'CommonStock',
      'Common-Stock',
      'Common Stock.',
      'Common Stocks',
    ])
      assert.equal(
        findings(filingAround(rows(other))).filter(({ rule }) => rule === 'title-drift').length,
        other === 'Common  Stock' ? 0 : 1,
        other,
      );
  });

  it('takes lone letters, numbers and further words for another class', () => {
    fine(rows('Common Stock A', 'Common Stock B'));
    fine(rows('ADS', 'AD', 'Class', 'Clas'));
    fine(rows('Series 1 Preferred', 'Series 11 Preferred', 'Series 1.1 Preferred'));
    fine(rows('5% Notes', '5 Notes', 'Common Stock, par value'));
  });

  it('changes every row of the rarer spelling', () => {
    fixes(
      'title-drift',
      rows('Common stock', 'Common Stock', 'Common stock', 'Common Stock'),
      rows('Common Stock', 'Common Stock', 'Common Stock', 'Common Stock'),
    );
  });
});
