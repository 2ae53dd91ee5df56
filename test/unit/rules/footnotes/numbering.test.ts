/** Markers and footnotes that do not match: exceptions, near misses, and one fault told once. */
import assert from 'node:assert/strict';
import { filingAround, findings, fine, fixed, fixes, flags, marked } from '../../harness';

const row = (amount: string, price = '\\$43.16', title = 'Common Stock'): string =>
  `| ${title} | 03/07/2022 |  | A |  | ${amount} | A | ${price} | 9,503 | D |  |`;
const rulesOf = (example: string): string[] => findings(marked(filingAround(example)).text).map(({ rule }) => rule);

describe('footnote-undefined', () => {
  it('speaks once of the marker that a deleted bullet leaves behind', () => {
    flags(
      'footnote-undefined',
      `${row('693 <sup>(1)</sup><sup>(2)</sup><sup>⟦(3)⟧</sup>')}\n- One.\n- Three.`,
      'the filing has 2 footnotes, 1 to 2.',
    );
  });
  it('speaks once where several cells cite the missing footnote, and lists the others', () => {
    const example = `${row('693 <sup>(1)</sup>', '\\$1 <sup>⟦(2)⟧</sup>', 'Common Stock <sup>(1)</sup>')}\n| Common Stock |  |  |  |  |  |  |  | 5 | I <sup>(2)</sup> | By Trust |\n- One.`;
    flags('footnote-undefined', example);
    const [finding] = findings(marked(filingAround(example)).text);
    assert.deepEqual(
      finding?.related.map(({ message }) => message),
      ['(2) is cited here too'],
    );
  });
  it('speaks once where the filing has no footnotes at all', () => {
    flags('footnote-undefined', row('693 <sup>⟦(1)⟧</sup>', '\\$1 <sup>(2)</sup>'));
  });
  it('leaves time to write the footnotes while nobody has signed', () => {
    const of = (example: string): string[] =>
      findings(filingAround(`${example}\nSignature:`))
        .filter(({ rule }) => rule === 'footnote-undefined')
        .map(({ severity }) => severity);
    assert.deepEqual(of(row('693 <sup>(1)</sup>')), ['information']);
    assert.deepEqual(of(`${row('693 <sup>(1)</sup><sup>(2)</sup>')}\n- One.`), ['information']);
    assert.deepEqual(of(`${row('693 <sup>(11)</sup>')}\n- One.`), ['error'], 'a slip beside a footnote left over');
  });
  it('counts a plain marker after a number among tagged ones', () => {
    fine(
      `${row('693 (1)', '\\$1')}\n| Common Stock |  |  |  |  |  |  |  | 5 | I <sup>(2)</sup> | By Trust |\n- One.\n- Two.`,
    );
    flags('footnote-undefined', `${row('693 ⟦(3)⟧', '\\$1 <sup>(1)</sup>')}\n- One.`);
    flags('footnote-twice', `${row('693 (1)⟦(1)⟧', '\\$1 <sup>(1)</sup>')}\n- One.`);
  });
  it('writes the whole list where there is none', () => {
    const text = fixed('footnote-undefined', row('693 <sup>(1)</sup>', '\\$1 <sup>(2)</sup>'));
    assert.match(text, /Explanation of Responses:\n\n- \[Explain here\]\n- \[Explain here\]\n/);
    assert.deepEqual([...new Set(findings(text).map(({ rule }) => rule))], ['placeholder']);
  });
  it('speaks of the marker and the one uncited footnote together', () => {
    const example = `${row('693 <sup>⟦(77)⟧</sup>', '\\$1 <sup>(1)</sup>')}\n- One.\n- Two.`;
    flags('footnote-undefined', example, 'Did you mean (2)');
    assert.deepEqual(
      findings(marked(filingAround(example)).text)[0]?.related.map(({ message }) => message),
      ['footnote 2, which no cell cites: "Two."'],
    );
  });
  it('speaks of each where two footnotes are uncited', () => {
    assert.deepEqual(rulesOf(`${row('693 <sup>(77)</sup>')}\n- One.\n- Two.`), [
      'footnote-undefined',
      'footnote-unreferenced',
      'footnote-unreferenced',
    ]);
  });
  it('takes the label in the list for wrong where the list itself skips the number', () => {
    fixes(
      'footnote-undefined',
      `${row('693 <sup>(1)</sup>', '\\$1 <sup>⟦(2)⟧</sup>')}\n1. One.\n7. Two.`,
      `${row('693 <sup>(1)</sup>', '\\$1 <sup>(2)</sup>')}\n1. One.\n2. Two.`,
    );
  });
  it('adds a bullet and cites it where the number is far off', () => {
    fixes(
      'footnote-undefined',
      `${row('693 <sup>(1)</sup>', '\\$1 <sup>(9)</sup>')}\n- One.`,
      `${row('693 <sup>(1)</sup>', '\\$1 <sup>(2)</sup>')}\n- One.\n- [Explain here]`,
    );
  });
  it('adds the footnote in its place in a numbered list', () => {
    fixes(
      'footnote-undefined',
      `${row('693 <sup>(1)(2)(3)</sup>')}\n(1) One.\n(3) Three.`,
      `${row('693 <sup>(1)(2)(3)</sup>')}\n(1) One.\n(2) [Explain here]\n(3) Three.`,
    );
  });
  it('minds markers in brackets and in plain text', () => {
    flags('footnote-undefined', `${row('693 [1]', '\\$1 ⟦[2]⟧')}\n- One.`);
    flags('footnote-undefined', `${row('693 (1)', '\\$1 ⟦(2)⟧')}\n- One.`);
  });
  it('takes a number in brackets amid words for words', () => {
    fine(`${row('693 (1)')}\n| Common Stock |  |  |  |  |  |  |  | 5 | I | By Annuity Trust (7) for Brother |\n- One.`);
  });
  it('is information before EDGAR had a schema', () => {
    const example = `${row('693 <sup>⟦(1)⟧</sup>').replace('2022', '2002')}\n3. Date of Earliest Transaction (Month/Day/Year) <u>03/07/2002</u>\nSignature: /s/ Rowan J. Alder 03/08/2002`;
    flags('footnote-undefined', example, 'information:');
  });
  it('stays an error on the first day of electronic filing', () => {
    const example = `${row('693 <sup>⟦(1)⟧</sup>').replace('03/07/2022', '06/30/2003')}\n3. Date of Earliest Transaction (Month/Day/Year) <u>06/30/2003</u>\nSignature: /s/ Rowan J. Alder 06/30/2003`;
    flags('footnote-undefined', example, 'error:');
  });
});

describe('footnote-unreferenced', () => {
  it('deletes a last bullet with its line and leaves the rest as it is', () => {
    fixes(
      'footnote-unreferenced',
      `${row('693 <sup>(1)</sup>')}\n- One.\n- Two.`,
      `${row('693 <sup>(1)</sup>')}\n- One.`,
    );
  });
  it('deletes a footnote of several lines', () => {
    fixes(
      'footnote-unreferenced',
      `${row('693 <sup>(1)</sup>')}\n- One.\n- Two\nand more of it.`,
      `${row('693 <sup>(1)</sup>')}\n- One.`,
    );
  });
  it('renumbers labels and markers of a numbered list', () => {
    fixes(
      'footnote-unreferenced',
      `${row('693 <sup>(2)(3)</sup>')}\n1. One.\n2. Two.\n3. Three, see footnotes 2 and (3).`,
      `${row('693 <sup>(1)(2)</sup>')}\n1. Two.\n2. Three, see footnotes 1 and (2).`,
    );
  });
  it('takes one of two blank lines along', () => {
    fixes(
      'footnote-unreferenced',
      filingAround(`${row('693 <sup>(1)(3)</sup>')}\n1. One.\n2. Two.\n3. Three.`).replace(/\n([23]\. )/g, '\n\n$1'),
      filingAround(`${row('693 <sup>(1)(2)</sup>')}\n1. One.\n2. Three.`).replace('\n2. ', '\n\n2. '),
    );
  });
  it('leaves numbers that no form has to footnote-number', () => {
    flags('footnote-number', `${row('693 <sup>(1)</sup>')}\n⟦0⟧. None.\n1. One.`, 'from 1 to 99; found 0');
    flags('footnote-number', `${row('693 <sup>(1)</sup>')}\n1. One.\n⟦100. ⟧Far.`, 'goes on to 100');
  });
  it('keeps the numbers of a list that has gaps already', () => {
    fixes(
      'footnote-unreferenced',
      `${row('693 <sup>(1)(5)</sup>')}\n1. One.\n3. Three.\n5. Five.`,
      `${row('693 <sup>(1)(5)</sup>')}\n1. One.\n5. Five.`,
    );
  });
  it('leaves CRLF line ends whole', () => {
    const text = filingAround(`${row('693 <sup>(1)</sup>')}\n- One.\n- Two.`).replaceAll('\n', '\r\n');
    assert.deepEqual(fixed('footnote-unreferenced', text), text.replace('- Two.\r\n', ''));
  });
  it('says so once where every marker is gone', () => {
    flags(
      'footnote-unreferenced',
      `${row('693')}\n⟦1. ⟧One.\n2. Two.\n3. Three.`,
      'warning: Expected markers such as (1) in the tables that cite the 3 footnotes',
    );
    flags('footnote-unreferenced', `${row('693')}\n⟦- ⟧One.`, 'cite the footnote; found none');
  });
  it('counts a marker in either table and in a cell of its own', () => {
    fine(
      `${row('693')}\nTable II\n| Option | <sup>(1)</sup> | 03/07/2022 |  | A |  | 10 |  | <sup>(2)</sup> | 03/07/2032 | Common Stock | 10 | \\$0 | 10 | D |  |\n- One.\n- Two.`,
    );
  });
});

describe('footnote-duplicate', () => {
  it('takes a free number where the tables miss none, and cites both', () => {
    const before = `${row('693 <sup>(1)</sup>', '\\$1 <sup>(2)</sup>')}\n1. One.\n2. Two.\n2. Two again.`;
    const after = `${row('693 <sup>(1)</sup>', '\\$1 <sup>(2)</sup><sup>(3)</sup>')}\n1. One.\n2. Two.\n3. Two again.`;
    fixes('footnote-duplicate', before, after);
    fine(after);
  });
  it('leaves the numbers that are taken alone', () => {
    const before = `${row('693 <sup>(1)</sup>', '\\$1 <sup>(2)(3)</sup>')}\n1. One.\n1. Two.\n2. Three.\n3. Four.`;
    fixes(
      'footnote-duplicate',
      before,
      `${row('693 <sup>(1)</sup><sup>(4)</sup>', '\\$1 <sup>(2)(3)</sup>')}\n1. One.\n4. Two.\n2. Three.\n3. Four.`,
    );
  });
  it('speaks of each further use', () => {
    flags('footnote-duplicate', `${row('693 <sup>(1)</sup>')}\n1. One.\n⟦1⟧. Two.\n⟦1⟧. Three.`, '1 is used twice');
  });
  it('leaves bullets alone, and footnotes of the same words', () => {
    fine(`${row('693 <sup>(1)(2)</sup>')}\n- Same.\n- Same.`);
  });
});

describe('footnote-twice', () => {
  it('finds a repetition behind another marker, in one tag', () => {
    fixes(
      'footnote-twice',
      `${row('693 <sup>(1)(2)(1)</sup>')}\n- One.\n- Two.`,
      `${row('693 <sup>(1)(2)</sup>')}\n- One.\n- Two.`,
    );
  });
  it('takes the space before a plain marker along', () => {
    fixes('footnote-twice', `${row('693 (1) (1)')}\n- One.`, `${row('693 (1)')}\n- One.`);
  });
  it('lets title and amount of item 7 cite the same footnote from one column', () => {
    const item7 = (filing: string): string =>
      filing
        .replace(
          ' 7. Title and Amount of Securities Underlying Derivative Security (Instr. 3 and 4) |  |',
          ' 7. Title and Amount of Securities Underlying Derivative Security (Instr. 3 and 4) |',
        )
        .replace('| Title | Amount or Number of Shares |', '| Title |');
    const example = filingAround(
      '| Common Stock |  |  |  |  |  |  |  | 5 | D |  |\nTable II\n| Option | \\$1 | 03/07/2022 |  | A |  | 10 |  | 03/07/2023 | 03/07/2032 | Common Stock <sup>(1)</sup> <sup>(1)</sup> | \\$0 | 10 | D |  |\n- One.',
    );
    fine(item7(example));
  });
});

describe('footnote-number', () => {
  it('is one finding for a list beyond 99', () => {
    const numbers = Array.from({ length: 101 }, (_, at) => at + 1);
    const rows = Array.from({ length: 26 }, (_, at) =>
      row(
        `5 <sup>${numbers
          .slice(at * 4, at * 4 + 4)
          .map((n) => `(${n})`)
          .join('')}</sup>`,
      ).replace('9,503', String(9503 + 5 * at)),
    );
    flags(
      'footnote-number',
      `${rows.join('\n')}\n${numbers.map((n) => (n === 100 ? '⟦100. ⟧One hundred.' : `${n}. Note.`)).join('\n')}`,
      'the filing goes on to 101',
    );
  });
  it('speaks of a marker over 99 that cites nothing', () => {
    flags(
      'footnote-number',
      `${row('693 <sup>(1)</sup>', '\\$1 <sup>⟦(100)⟧</sup>')}\n- One.`,
      'from 1 to 99; found "(100)"',
    );
  });
  it('speaks of a lettered marker among numbers', () => {
    flags('footnote-number', `${row('693 <sup>(1)</sup>', '\\$1 <sup>⟦(b)⟧</sup>')}\n- One.`, 'found "(b)"');
  });
  it('takes away zeros in the list and in the cells together', () => {
    fixes(
      'footnote-number',
      `${row('693 <sup>(01)</sup>', '\\$1 <sup>(02)</sup>')}\n(01) One.\n(02) Two.`,
      `${row('693 <sup>(1)</sup>', '\\$1 <sup>(2)</sup>')}\n(1) One.\n(2) Two.`,
    );
  });
  it('takes raised letters of a word for no marker', () => {
    fine(`${row('693 <sup>(1)</sup>', '\\$1', '1<sup>st</sup> Class Common Stock')}\n- One.`);
  });
  it('lets 10 and 99 be', () => {
    fine(`${row('693 <sup>(10)(99)</sup>')}\n10. Ten.\n99. Last.`);
  });
});
