/** What footnotes say, how long they are, in which order they come: exceptions and near misses. */
import assert from 'node:assert/strict';
import { filingAround, findings, fine, fixed, fixes, flags, marked, said } from '../../harness';

const row = (amount: string, price = '\\$43.16', title = 'Common Stock'): string =>
  `| ${title} | 03/07/2022 |  | A |  | ${amount} | A | ${price} | 9,503 | D |  |`;
const trade = (code: string, amount: string, price = '\\$43.16', title = 'Common Stock'): string =>
  `| ${title} | 03/07/2022 |  | ${code} |  | ${amount} | ${code === 'P' ? 'A' : 'D'} | ${price} | 9,503 | D |  |`;
const of = (rule: string, example: string): string[] =>
  said(findings(marked(filingAround(example)).text).filter((finding) => finding.rule === rule));

describe('footnote-too-long', () => {
  const words = (length: number): string => 'word '.repeat(250).slice(0, length - 1) + '.';
  it('takes 1,000 characters and not one more', () => {
    fine(`${row('693 <sup>(1)</sup>')}\n- ${words(1000)}`);
    assert.equal(of('footnote-too-long', `${row('693 <sup>(1)</sup>')}\n- ${words(1001)}`).length, 1);
  });
  it('counts the words as they read, not escapes and line ends', () => {
    fine(`${row('693 <sup>(1)</sup>')}\n- ${words(990)}\n\\$5 \\$6`);
  });
  it('renumbers what comes behind the part that it splits off', () => {
    const long = words(600) + ' ' + words(600);
    const text = fixed(
      'footnote-too-long',
      `${row('693 <sup>(1)</sup>', '\\$1 <sup>(2)</sup>')}\n1. ${long}\n2. As in footnote 1 and footnote 2.`,
    );
    assert.match(text, /693 <sup>\(1\)<\/sup><sup>\(2\)<\/sup> \| A \| \\\$1 <sup>\(3\)<\/sup>/);
    assert.match(text, /\n2\. word[^\n]*\n3\. As in footnote 1 and footnote 3\.\n/);
    assert.deepEqual(said(findings(text)), []);
  });
});

describe('footnote-too-long, far too long', () => {
  it('goes on in as many footnotes as it takes', () => {
    const text = fixed('footnote-too-long', `${row('693 <sup>(1)</sup>')}\n- ${'Words of a footnote. '.repeat(120)}`);
    assert.match(text, /693 <sup>\(1\)<\/sup><sup>\(2\)<\/sup><sup>\(3\)<\/sup> \|/);
    assert.equal(text.split('Words of a footnote.').length, 121);
    assert.deepEqual(said(findings(text)), []);
  });
  it('is cut between words where there is no sentence', () => {
    const text = fixed('footnote-too-long', `${row('693 <sup>(1)</sup>')}\n- ${'word '.repeat(250)}end`);
    assert.deepEqual(said(findings(text)), []);
    assert.match(text, /word\n- word/);
  });
  it('is left to its writer where there are 99 footnotes already, or the numbers have gaps', () => {
    const none = (example: string): void => {
      const finding = findings(marked(filingAround(example)).text).find(({ rule }) => rule === 'footnote-too-long');
      assert.deepEqual(finding?.fixes(), []);
    };
    none(`${row('693 <sup>(1)(3)</sup>')}\n1. ${'word '.repeat(250)}\n3. Three.`);
    const many = Array.from({ length: 98 }, (_, at) => `${at + 2}. Note.`).join('\n');
    none(`${row('693 <sup>(1)</sup>')}\n1. ${'word '.repeat(250)}\n${many}`);
  });
});

describe('footnote-empty', () => {
  it('leaves a blank footnote that nothing cites to footnote-unreferenced', () => {
    assert.deepEqual(of('footnote-empty', `${row('693 <sup>(1)</sup>')}\n- One.\n-`), []);
  });
  it('is information while the form is not signed', () => {
    const [finding] = of('footnote-empty', `${row('693 <sup>(1)</sup>')}\n1.\nSignature:`);
    assert.match(finding ?? '', /^information/);
  });
});

describe('footnote-order', () => {
  it('looks at first citations only', () => {
    fine(
      `${row('693 <sup>(1)</sup>', '\\$1 <sup>(2)</sup>')}\n| Common Stock |  |  |  |  |  |  |  | 5 | I <sup>(1)</sup> | By Trust <sup>(3)</sup> |\n- One.\n- Two.\n- Three.`,
    );
  });
  it('says so once', () => {
    flags(
      'footnote-order',
      `${row('693 <sup>(3)</sup>', '\\$1 <sup>⟦(2)⟧</sup>', 'Common Stock')}\n| Common Stock |  |  |  |  |  |  |  | 5 | I <sup>(1)</sup> | By Trust |\n- One.\n- Two.\n- Three.`,
      'hint',
    );
  });
  it('is silent while a marker or a footnote has no partner', () => {
    assert.deepEqual(of('footnote-order', `${row('693 <sup>(2)(1)</sup>')}\n- One.\n- Two.\n- Three.`), []);
    assert.deepEqual(of('footnote-order', `${row('693 <sup>(2)(1)(5)</sup>')}\n- One.\n- Two.`), []);
  });
  it('keeps footnotes of several lines whole', () => {
    fixes(
      'footnote-order',
      `${row('693 <sup>(2)</sup>', '\\$1 <sup>(1)</sup>')}\n1. One\nand more.\n2. Two.`,
      `${row('693 <sup>(1)</sup>', '\\$1 <sup>(2)</sup>')}\n1. Two.\n2. One\nand more.`,
    );
  });
});

describe('see-footnote', () => {
  const nature = (words: string): string =>
    `${row('693 <sup>(1)</sup>')}\n| Common Stock |  |  |  |  |  |  |  | 5 | I | ${words} |`;
  it('minds other ways to say it, and a marker that answers', () => {
    assert.equal(of('see-footnote', `${nature('By LLC. See the footnotes')}\n- One.`).length, 1);
    assert.equal(of('see-footnote', `${nature('See Foot-Note (1) below')}\n- One.`).length, 1);
    fine(`${nature('See Footnote <sup>(1)</sup>')}\n- One.`);
  });
  it('leaves other words alone', () => {
    fine(`${nature('By Footnote Capital LP')}\n- One.`);
    fine(`${nature('See Remarks')}\n- One.`);
  });
  it('is told as one fault with the footnote that lost its marker here', () => {
    const example = `${nature('See footnote')}\n- One.\n⟦- Held by a trust.⟧`;
    flags('footnote-unreferenced', example);
    fixes('footnote-unreferenced', example, `${nature('See footnote <sup>(2)</sup>')}\n- One.\n- Held by a trust.`);
  });
  it('cites the one footnote that the rest of the row cites, with a tag of its own', () => {
    const cells = (words: string): string =>
      `${row('693 <sup>(2)(3)</sup>')}\n| Common Stock |  |  |  |  |  |  |  | 5 | I <sup>(1)</sup> | ${words} |\n- One.\n- Two.\n- Three.`;
    fixes('see-footnote', cells('See footnote'), cells('See footnote <sup>(1)</sup>'));
    const first = (words: string): string =>
      `${row('693 <sup>(1)(2)</sup>')}\n| Common Stock |  |  |  |  |  |  |  | 5 | I | ${words} |\n- One.\n- Two.`;
    fixes('see-footnote', first('See footnote (2)'), first('See footnote (2) <sup>(2)</sup>'));
  });
  it('speaks for itself where two cells may have lost the marker', () => {
    const example = `${nature('See footnote')}\n| Common Stock |  |  |  |  |  |  |  | 6 | I | By B. See footnote |\n- One.\n- Held by a trust.`;
    assert.equal(of('see-footnote', example).length, 2);
    assert.equal(of('footnote-unreferenced', example).length, 1);
  });
});

describe('footnote-unreferenced and what builds on it', () => {
  it('offers no deletion of a footnote that another one names', () => {
    const text = marked(filingAround(`${row('693 <sup>(1)</sup>')}\n- One, see footnote (2).\n- Two.`)).text;
    const [finding] = findings(text);
    assert.equal(finding?.rule, 'footnote-unreferenced');
    assert.deepEqual(finding?.fixes(), []);
  });
  it('is silent where a blank price has lost the marker', () => {
    flags('price-missing', `${row('693 <sup>(1)</sup>', '⟦⟧')}\n- One.\n- Two.`);
  });
  it('speaks of each where more than one footnote is uncited', () => {
    assert.deepEqual(
      of('footnote-unreferenced', `${row('693 <sup>(1)</sup>', '')}\n- One.\n- Two.\n- Three.`).length,
      2,
    );
  });
});

describe('footnote-crossref', () => {
  const wrong = (words: string): number => of('footnote-crossref', `${row('693 <sup>(1)</sup>')}\n- ${words}`).length;
  it('reads the ways in which footnotes are named', () => {
    for (const words of [
      'see footnote 2',
      'see Footnote (3)',
      'footnotes (1) and (2)',
      'footnotes 1, 4',
      'footnotes [1] through [7]',
      'note (2) above',
      'footnotes 1-3',
    ])
      assert.equal(wrong(`Shares, ${words}.`), 1, words);
  });
  it('takes nothing else for a footnote', () => {
    for (const words of [
      'exempt under Rule 16a-1(a)(2)',
      'a promissory note 2 of the series',
      'notes 5 to the statements',
      'footnote 9 to the Form 4 filed on March 1, 2021',
      'footnote 9 of the proxy statement',
      'footnotes 1 and 1',
      'footnote 10b5-1 plan',
      'Note 7% due 2030',
      'see footnote',
      'footnote (1) to this Form 4',
    ])
      assert.equal(wrong(`Shares, ${words}.`), 0, words);
  });
  const ranges = (end: number, more = ''): string =>
    `${trade('S', '100', '\\$10.2 <sup>(1)</sup>')}\n| Common Stock |  |  |  |  |  |  |  | 5 | I <sup>(2)</sup> | By A <sup>(3)</sup> |\n- Weighted average, from \\$10.00 to \\$10.50. I undertake to give details of the ranges set forth in footnotes (1) through (${end}).\n- Weighted average, from \\$11.00 to \\$11.50.${more}\n- Held by a trust.`;
  it('minds a run of price ranges that stops short or runs over', () => {
    assert.deepEqual(of('footnote-crossref', ranges(2)), []);
    assert.equal(of('footnote-crossref', ranges(3)).length, 1);
    assert.equal(of('footnote-crossref', ranges(1)).length, 1);
  });
  it('speaks of a run of ranges that the list has moved away from', () => {
    const moved = (words: string, first = 'Sold under a plan.'): string =>
      `| Common Stock | 03/07/2022 |  | S <sup>(1)</sup> |  | 100 | D | \\$10.2 <sup>(2)</sup> | 9,503 | D |  |\n| Common Stock | 03/07/2022 |  | S |  | 100 | D | \\$11.2 <sup>(3)</sup> | 9,403 | D |  |\n1. ${first}\n2. Weighted average, from \\$10.00 to \\$10.50. I undertake to give details of the ranges in footnotes ${words}.\n3. Weighted average, from \\$11.00 to \\$11.50.`;
    assert.match(of('footnote-crossref', moved('(1) through (2)')).join(), /Expected "\(2\) through \(3\)"/);
    fixes('footnote-crossref', moved('(1) through (2)'), moved('(2) through (3)'));
    assert.deepEqual(of('footnote-crossref', moved('(2) through (3)')), []);
    assert.deepEqual(of('footnote-crossref', moved('(1) through (3)')), [], 'it ends rightly');
    assert.deepEqual(of('footnote-crossref', moved('(1) and (2)')), [], 'no run');
  });
  it('says one thing of a run that ends beyond the list, and mends it', () => {
    assert.equal(of('footnote-crossref', ranges(8)).length, 1);
    fixes('footnote-crossref', ranges(8), ranges(2));
  });
});

describe('code-against-note', () => {
  it('leaves alone what the issuer withheld or bought back', () => {
    for (const words of [
      'Shares withheld; no shares were sold.',
      'Shares sold to the issuer to pay taxes.',
      'The shares were not sold.',
      'Shares withheld for taxes.',
    ])
      assert.deepEqual(of('code-against-note', `${trade('F', '77 <sup>(1)</sup>')}\n- ${words}`), [], words);
  });
  it('leaves alone purchases of units, and footnotes on the holding', () => {
    fine(`${trade('P', '77 <sup>(1)</sup>')}\n- Units of one share and one warrant.`);
    fine(`${trade('P', '77').replace('9,503', '9,503 <sup>(1)</sup>')}\n- Restricted stock units that vest in 2024.`);
    fine(`${trade('P', '77 <sup>(1)</sup>')}\n- Purchased on the vesting day.`);
  });
  it('leaves other codes alone', () => {
    fine(`${row('77 <sup>(1)</sup>')}\n- Restricted stock units that vested; some were sold to cover taxes.`);
  });
  it('is one finding for all rows of the footnote, and one fix', () => {
    const rows = (code: string): string =>
      `${trade(code, '77 <sup>(1)</sup>')}\n${trade(code, '50 <sup>(1)</sup>').replace('9,503', '9,453')}`;
    const note = '- Sold in the open market to cover taxes.';
    assert.equal(of('code-against-note', `${rows('F')}\n${note}`).length, 1);
    fixes('code-against-note', `${rows('F')}\n${note}`, `${rows('S')}\n${note}`);
  });
});
