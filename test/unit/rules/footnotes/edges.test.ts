/** Footnotes: what is offered and written, label by label, and the first and last number that is right. */
import assert from 'node:assert/strict';
import { filingAround, findings, fine, fixed, fixes, flags } from '../../harness';
import { all, offers, related, told } from '../told';

const row = (amount: string, price = '\\$43.16', title = 'Common Stock'): string =>
  `| ${title} | 03/07/2022 |  | A |  | ${amount} | A | ${price} | 9,503 | D |  |`;
const held = (form: string, nature: string): string =>
  `| Common Stock |  |  |  |  |  |  |  | 5 | ${form} | ${nature} |`;
const notes = (...words: string[]): string => words.join('\n');
const numbered = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, at) => `${from + at}. Note.`).join('\n');
const OLD =
  '3. Date of Earliest Transaction (Month/Day/Year) <u>03/07/2002</u>\nSignature: /s/ Rowan J. Alder 03/08/2002';
const old = (example: string): string => `${example.replaceAll('2022', '2002')}\n${OLD}`;

describe('footnote-number', () => {
  it('takes 1 and 99, and neither 0 nor 100', () => {
    fine(`${row('693 <sup>(1)(99)</sup>')}\n1. One.\n99. Last.`);
    assert.deepEqual(all(`${row('693 <sup>(1)</sup>')}\n0. None.\n1. One.`), ['error footnote-number']);
    assert.deepEqual(all(`${row('693 <sup>(1)(0)</sup>')}\n1. One.`), ['error footnote-number']);
    assert.deepEqual(all(`${row('693 <sup>(1)(100)</sup>')}\n1. One.\n100. Far.`), ['error footnote-number']);
  });
  it('tells a list of letters once, with all its places, and numbers it where it is letters alone', () => {
    const letters = (markers: string, ...list: string[]): string =>
      `${row(`693 <sup>${markers}</sup>`)}\n${list.join('\n')}`;
    assert.deepEqual(related('footnote-number', letters('(a)(b)', '(a) One.', '(b) Two.', '(c) Three.')), [
      'a letter here too: b',
      'a letter here too: c',
    ]);
    assert.deepEqual(offers('footnote-number', letters('(a)(b)', '(a) One.', '(b) Two.')), [
      '* Number the footnotes 1, 2, 3 and so on',
    ]);
    fixes('footnote-number', letters('(a)(b)', '(a) One.', '(b) Two.'), letters('(1)(2)', '(1) One.', '(2) Two.'));
    assert.deepEqual(offers('footnote-number', letters('(a)(2)', '(a) One.', '(2) Two.')), []);
    assert.deepEqual(offers('footnote-number', letters('(a)', '(a) One.', '(a) Two.')), []);
    assert.match(told('footnote-number', letters('(b)', '(b) One.', '(c) Two.')).join(), /found "\(b\)"\. EDGAR/);
  });
  it('tells zeros once, in the cells and in the list', () => {
    const padded = `${row('693 <sup>(01)</sup>', '\\$1 <sup>(2)</sup>')}\n(01) One.\n(02) Two.`;
    assert.deepEqual(related('footnote-number', padded), ['a zero here too: 01', 'a zero here too: 02']);
    fixes('footnote-number', `${row('693 <sup>(001)</sup>')}\n001. One.`, `${row('693 <sup>(1)</sup>')}\n1. One.`);
  });
  it('takes a marker that no form has for the one that nothing cites', () => {
    const example = `${row('693 <sup>(1)</sup>', '\\$1 <sup>(200)</sup>')}\n1. One.\n2. Two.`;
    assert.match(
      told('footnote-number', example).join(),
      /found "\(200\)"\. Did you mean \(2\), which no cell cites\?$/,
    );
    assert.deepEqual(offers('footnote-number', example), ['* Change the marker to (2)']);
    fixes('footnote-number', example, example.replace('(200)', '(2)'));
    assert.deepEqual(offers('footnote-number', `${row('693 <sup>(1)</sup>', '\\$1 <sup>(200)</sup>')}\n1. One.`), []);
  });
  it('lists twenty further places', () => {
    const list = Array.from({ length: 26 }, (_, at) => `(${String.fromCharCode(97 + at)}) Note.`).join('\n');
    assert.equal(related('footnote-number', `${row('693 <sup>(a)</sup>')}\n${list}`).length, 20);
  });
  it('is an information before EDGAR had a schema', () =>
    assert.match(told('footnote-number', old(`${row('693 <sup>(01)</sup>')}\n01. One.`)).join(), /^information/));
});

describe('footnote-duplicate', () => {
  it('takes the number that the tables miss', () => {
    const example = `${row('693 <sup>(1)</sup>', '\\$1 <sup>(2)</sup>')}\n1. One.\n1. Two.`;
    assert.deepEqual(told('footnote-duplicate', example), [
      'error: Expected each footnote to have a number of its own; 1 is used twice, so that a marker (1) could mean either. The tables cite footnote 2, which is not there.',
    ]);
    assert.deepEqual(offers('footnote-duplicate', example), ['* Number the footnote 2']);
    assert.deepEqual(related('footnote-duplicate', example), ['1 is used here first: 1', '(2) is cited here too: (2)']);
    assert.deepEqual(all(example), ['error footnote-duplicate']);
  });
  it('takes its place in the list, else the first free number, up to 99', () => {
    const marked = row('693 <sup>(1)</sup>');
    assert.deepEqual(offers('footnote-duplicate', `${marked}\n1. One.\n1. Two.`), [
      'Number the footnote 2, and cite both',
    ]);
    assert.deepEqual(
      offers(
        'footnote-duplicate',
        `${row('693 <sup>(1)(2)(3)(5)</sup>')}\n1. One.\n2. Two.\n2. Again.\n3. Three.\n5. Five.`,
      ),
      ['Number the footnote 4, and cite both'],
    );
    assert.deepEqual(offers('footnote-duplicate', `${marked}\n1. Again.\n${numbered(1, 98)}`), [
      'Number the footnote 99, and cite both',
    ]);
    assert.deepEqual(offers('footnote-duplicate', `${marked}\n1. Again.\n${numbered(1, 99)}`), []);
  });
  it('has an older severity before EDGAR had a schema', () =>
    assert.match(
      told('footnote-duplicate', old(`${row('693 <sup>(1)</sup>')}\n1. One.\n1. Two.`)).join(),
      /^information/,
    ));
});

describe('footnote-undefined', () => {
  const many = (n: number): string => `${row('693 <sup>(1)</sup>', '\\$1 <sup>(99)</sup>')}\n${'- Note.\n'.repeat(n)}`;
  it('adds the next bullet up to 99', () => {
    assert.ok(offers('footnote-undefined', many(97)).includes('Add footnote 98 and cite it here'));
    assert.ok(offers('footnote-undefined', many(98)).includes('Add footnote 99'));
  });
  it('numbers the list anew where it misses just this number, else the marker', () => {
    const list = (label: string): string => `${row('693 <sup>(1)(2)</sup>')}\n1. One.\n${label}. Two.`;
    assert.deepEqual(offers('footnote-undefined', list('7')), [
      '* Number the footnote 2',
      'Change the marker to (7)',
      'Add footnote 2',
    ]);
    assert.deepEqual(offers('footnote-undefined', `${row('693 <sup>(1)(9)</sup>')}\n1. One.\n2. Two.`), [
      '* Change the marker to (2)',
      'Add footnote 9',
    ]);
    assert.deepEqual(offers('footnote-undefined', `${row('693 <sup>(1)(2)</sup>')}\n1. One.`), ['Add footnote 2']);
  });
  it('changes every marker that cites it', () => {
    const example = (number: number): string =>
      `${row(`693 <sup>(${number})</sup>`, `\\$1 <sup>(1)(${number})</sup>`)}\n1. One.\n2. Two.`;
    assert.equal(fixed('footnote-undefined', example(9)), filingAround(example(2)));
  });
  it('writes one footnote, or the list, where there is none', () => {
    assert.deepEqual(offers('footnote-undefined', row('693 <sup>(1)</sup>')), ['Add footnote 1']);
    assert.deepEqual(offers('footnote-undefined', row('693 <sup>(1)(2)</sup>')), ['Add the missing footnotes']);
    assert.match(
      fixed('footnote-undefined', row('693 <sup>(3)(1)</sup>')),
      /\n\n\(1\) \[Explain here\]\n\(3\) \[Explain here\]\n/,
    );
    assert.match(
      fixed('footnote-undefined', row('693 <sup>(2)(1)</sup>')),
      /\n\n- \[Explain here\]\n- \[Explain here\]\n/,
    );
    const bare = filingAround(row('693 <sup>(1)</sup>')).replace('Explanation of Responses:\n', '');
    assert.match(fixed('footnote-undefined', bare), /\n\nExplanation of Responses:\n\n- \[Explain here\]\n/);
    const crlf = filingAround(row('693 <sup>(1)</sup>')).replaceAll('\n', '\r\n');
    assert.match(fixed('footnote-undefined', crlf), /Explanation of Responses:\r\n\r\n- \[Explain here\]\r\n/);
  });
  it('writes a footnote in its place, as the others are written', () => {
    const list = (...lines: string[]): string => `${row('693 <sup>(1)(2)(3)</sup>')}\n${notes(...lines)}`;
    fixes('footnote-undefined', list('(2) Two.', '(3) Three.'), list('(1) [Explain here]', '(2) Two.', '(3) Three.'));
    fixes('footnote-undefined', list('1. One.', '2. Two.'), list('1. One.', '2. Two.', '3. [Explain here]'));
    const apart = (...lines: string[]): string => filingAround(list(...lines)).replace(/\n([23]\. )/g, '\n\n$1');
    fixes('footnote-undefined', apart('1. One.', '3. Three.'), apart('1. One.', '2. [Explain here]', '3. Three.'));
  });
  it('says which footnotes the filing holds', () => {
    const held = (list: string): string | undefined =>
      /cites; (.*?)\./.exec(told('footnote-undefined', `${row('693 <sup>(1)(9)</sup>')}\n${list}`)[0] ?? '')?.[1];
    assert.equal(held(''), 'the filing has no footnotes');
    assert.equal(held('1. One.'), 'the filing has 1 footnote');
    assert.equal(held('1. One.\n2. Two.'), 'the filing has 2 footnotes, 1 to 2');
    assert.equal(held('1. One.\n3. Three.'), 'the filing has 2 footnotes');
  });
  it('lists twenty further places', () => {
    const rows = Array.from({ length: 29 }, (_, at) => held('I <sup>(2)</sup>', `By Trust ${at}`)).join('\n');
    assert.equal(related('footnote-undefined', `${row('693 <sup>(1)</sup>')}\n${rows}\n1. One.`).length, 20);
  });
});

describe('footnote-unreferenced', () => {
  it('says whether others are renumbered', () => {
    const example = `${row('693 <sup>(1)</sup>')}\n1. One.\n2. Two.`;
    assert.deepEqual(offers('footnote-unreferenced', example), ['Delete footnote 2']);
    assert.deepEqual(offers('footnote-unreferenced', `${row('693 <sup>(2)</sup>')}\n1. One.\n2. Two.`), [
      'Delete footnote 1 and renumber those after it',
    ]);
    assert.deepEqual(offers('footnote-unreferenced', `${row('693 <sup>(1)(5)</sup>')}\n1. One.\n3. Three.\n5. Five.`), [
      'Delete footnote 3',
    ]);
  });
  it('is silent while a row or a cell that may cite it is unread', () => {
    const notes = '1. One.\n2. Two.';
    const cites = (shares: string): string => `${row('693 <sup>(1)</sup>')}\n${row(shares)}\n${notes}`;
    const silent = (example: string): void => assert.deepEqual(told('footnote-unreferenced', example), [], example);
    for (const shares of ['100 (1)-(3)', '100 [^2]', '100\u00b2', '100 *', '100 (F2)', '100 (fn 2)'])
      silent(cites(shares));
    for (const code of ['S2', 'S (1)-(2)'])
      silent(`${row('693 <sup>(1)</sup>')}\n${row('100').replace('| A |', `| ${code} |`)}\n${notes}`);
    silent(`${row('693 <sup>(1)</sup>')}\n${held('I', 'By Trust (1)-(2)')}\n${notes}`);
    silent(
      `${row('693 <sup>(1)</sup>')}\n${row('100')} Common Stock |  |  |  |  |  |  |  | 5 | I | By Trust (2) |\n${notes}`,
    );
    assert.equal(told('footnote-unreferenced', cites('100')).length, 1);
    assert.equal(told('footnote-unreferenced', cites('1O0')).length, 1, 'a number that is unread for another reason');
    assert.equal(
      told('footnote-unreferenced', `${row('693 <sup>(1)</sup>')}\n${held('I', 'By Trust (2020)')}\n${notes}`).length,
      1,
    );
  });
  it('leaves one blank line between those that remain, and none too many', () => {
    const list = (between: string, ...lines: string[]): string =>
      filingAround(`${row(`693 <sup>${lines.map((_, at) => `(${at + 1})`).join('')}</sup>`)}\n1. One.`).replace(
        '1. One.',
        lines.join(between),
      );
    const uncited = (text: string): string => text.replace('(1)(2)(3)', '(1)(3)');
    fixes(
      'footnote-unreferenced',
      uncited(list('\n', '1. One.', '2. Two.', '3. Three.')),
      list('\n', '1. One.', '2. Three.'),
    );
    fixes(
      'footnote-unreferenced',
      uncited(list('\n\n', '1. One.', '2. Two.', '3. Three.')),
      list('\n\n', '1. One.', '2. Three.'),
    );
  });
  it('cites where a cell says "See footnote"', () => {
    const example = `${row('693 <sup>(1)</sup>')}\n${held('I', 'See footnote')}\n- One.\n- Held by a trust.`;
    assert.deepEqual(offers('footnote-unreferenced', example), [
      '* Cite footnote 2 where a cell says "See footnote"',
      'Delete footnote 2',
    ]);
    assert.deepEqual(related('footnote-unreferenced', example), [
      'this cell says "See footnote" and has no marker: See footnote',
    ]);
  });
  it('writes the new marker as the others of the filing are written', () => {
    const example = (marker: string, see: string): string =>
      `${row(`693 ${marker}`)}\n${held('I', `See footnote${see}`)}\n- One.\n- Held by a trust.`;
    fixes('footnote-unreferenced', example('(1)', ''), example('(1)', ' (2)'));
    fixes('footnote-unreferenced', example('[1]', ''), example('[1]', ' [2]'));
    fixes('footnote-unreferenced', example('<sup>(1)</sup>', ''), example('<sup>(1)</sup>', ' <sup>(2)</sup>'));
  });
  it('is silent where any blank cell of its kind has lost the marker', () => {
    const option = (cells: string): string[] =>
      all(`${row('693 <sup>(1)</sup>')}\nTable II\n| Option | ${cells} | D |  |\n1. One.\n2. Two.`);
    assert.deepEqual(
      option('\\$20 | 03/07/2022 |  | A |  | 500 |  |  | 03/07/2032 | Common Stock | 500 | \\$0 | 500'),
      ['error cell-needs-footnote'],
    );
    assert.deepEqual(
      option('\\$20 | 03/07/2022 |  | A |  | 500 |  | 03/07/2023 |  | Common Stock | 500 | \\$0 | 500'),
      ['error cell-needs-footnote'],
    );
    assert.deepEqual(
      option('  | 03/07/2022 |  | A |  | 500 |  | 03/07/2023 | 03/07/2032 | Common Stock | 500 | \\$0 | 500'),
      ['error cell-needs-footnote'],
    );
    assert.deepEqual(
      option('\\$20 | 03/07/2022 |  | A |  | 500 |  | 03/07/2023 | 03/07/2032 | Common Stock |  | \\$0 | 500'),
      ['error cell-needs-footnote'],
    );
    assert.deepEqual(
      option('\\$20 | 03/07/2022 |  | A |  | 500 |  | 03/07/2023 | 03/07/2032 | Common Stock | 500 |  | 500'),
      ['error price-missing'],
    );
    assert.deepEqual(
      option('\\$20 | 03/07/2022 |  | A |  | 500 |  | 03/07/2023 | 03/07/2032 | Common Stock | 500 | \\$0 |  ').sort(),
      ['error footnote-unreferenced', 'error holdings-total-missing'],
    );
  });
  it('is an information before EDGAR had a schema, marker or not', () => {
    assert.match(
      told('footnote-unreferenced', old(`${row('693 <sup>(1)</sup>')}\n1. One.\n2. Two.`)).join(),
      /^information/,
    );
    assert.match(told('footnote-unreferenced', old(`${row('693')}\n1. One.`)).join(), /^information: Expected markers/);
  });
});

describe('footnote-twice', () => {
  it('takes away what stands between the two as well', () => {
    for (const [before, after] of [
      ['693 <sup>(1)</sup> <sup>(1)</sup>', '693 <sup>(1)</sup>'],
      ['693 <sup>(1)</sup>, <sup>(1)</sup>', '693 <sup>(1)</sup>'],
      ['693 <sup>(1)(1)</sup>', '693 <sup>(1)</sup>'],
    ] as const)
      fixes('footnote-twice', `${row(before)}\n- One.`, `${row(after)}\n- One.`);
  });
  it('points to the first', () =>
    assert.deepEqual(related('footnote-twice', `${row('693 <sup>(1)(2)(1)</sup>')}\n- One.\n- Two.`), [
      '(1) is cited here first: (1)',
    ]));
  it('is told of each repetition, and not of two cells', () => {
    assert.equal(told('footnote-twice', `${row('693 <sup>(1)(1)(1)</sup>')}\n- One.`).length, 2);
    assert.deepEqual(told('footnote-twice', `${row('693 <sup>(1)</sup>', '\\$1 <sup>(1)</sup>')}\n- One.`), []);
    const option = `${row('693')}\nTable II\n| Option | \\$20 | 03/07/2022 |  | A |  | 500 |  | 03/07/2023 | 03/07/2032 | Common Stock <sup>(1)(1)</sup> | 500 | \\$0 | 500 | D |  |\n- One.`;
    assert.equal(told('footnote-twice', option).length, 1);
  });
});

describe('footnote-too-long', () => {
  const cite = row('693 <sup>(1)</sup>');
  it('counts to 1,000, and says how many there are', () => {
    assert.deepEqual(told('footnote-too-long', `${cite}\n- ${'x'.repeat(1000)}`), []);
    assert.match(told('footnote-too-long', `${cite}\n- ${'x'.repeat(1001)}`).join(), /this one has 1,001\./);
  });
  it('is cut behind the last sentence or clause that fits, unless that leaves too little', () => {
    const cut = (words: string): string => {
      const text = filingAround(`${cite}\n- ${words}`);
      const { span } = findings(text).find(({ rule }) => rule === 'footnote-too-long')!;
      return text.slice(span.start - 8, span.start);
    };
    const fill = (n: number): string => 'word '.repeat(Math.ceil(n / 5)).slice(0, n);
    assert.equal(cut(`${fill(600)}first. ${fill(600)}`), ' first. ');
    assert.equal(cut(`${fill(600)}first; ${fill(600)}`), ' first; ');
    assert.equal(cut(`${fill(400)}first. ${fill(200)}second; ${fill(600)}`), 'second; ');
    assert.equal(cut(`${fill(240)}first. ${fill(1000)}`).slice(-5), 'word ', 'a quarter is too little');
    assert.equal(cut(`${fill(250)}first. ${fill(1000)}`), ' first. ');
    assert.equal(cut('x'.repeat(1100)), 'xxxxxxxx');
  });
  it('goes on behind a marker of its own in every cell that cites it, and nowhere else', () => {
    const long = `${'Word of it. '.repeat(100)}`;
    const text = fixed(
      'footnote-too-long',
      `${row('693 <sup>(1)</sup>', '\\$1 <sup>(1)(2)</sup>')}\n1. ${long}\n2. Two.`,
    );
    assert.match(
      text,
      /\| 693 <sup>\(1\)<\/sup><sup>\(2\)<\/sup> \| A \| \\\$1 <sup>\(1\)(?:<\/sup><sup>)?\(2\)(?:<\/sup><sup>)?\(3\)<\/sup> \|/,
    );
    assert.deepEqual(all(text), []);
  });
});

describe('footnote-order', () => {
  it('renumbers what notes say of one another', () => {
    fixes(
      'footnote-order',
      `${row('693 <sup>(3)</sup>', '\\$1 <sup>(1)(2)</sup>')}\n1. One, see footnotes 2 and 3.\n2. Two.\n3. Three, see footnote 1.`,
      `${row('693 <sup>(1)</sup>', '\\$1 <sup>(2)(3)</sup>')}\n1. Three, see footnote 2.\n2. One, see footnotes 3 and 1.\n3. Two.`,
    );
  });
  it('offers nothing where the list has gaps', () => {
    assert.deepEqual(offers('footnote-order', `${row('693 <sup>(3)(1)</sup>')}\n1. One.\n3. Three.`), []);
    assert.deepEqual(offers('footnote-order', `${row('693 <sup>(2)(1)</sup>')}\n1. One.\n2. Two.`).length, 1);
  });
  it('names the two', () => {
    const example = `${row('693 <sup>(1)(3)</sup>', '\\$1 <sup>(2)</sup>')}\n1. One.\n2. Two.\n3. Three.`;
    assert.match(told('footnote-order', example).join(), /\(2\) is first cited after \(3\)\.$/);
    assert.deepEqual(related('footnote-order', example), ['(3) is cited before it: (3)']);
  });
});

describe('see-footnote', () => {
  const see = (words: string, markers = '<sup>(1)(2)</sup>', form = 'I'): string =>
    `${row(`693 ${markers}`)}\n${held(form, words)}\n- One.\n- Two.`;
  it('offers the footnote that the words name, else the one of the row, if it is there', () => {
    assert.deepEqual(offers('see-footnote', see('See footnote 2')), ['* Cite footnote (2)']);
    assert.deepEqual(offers('see-footnote', see('See footnote 3')), []);
    assert.deepEqual(offers('see-footnote', see('See footnote')), []);
    assert.deepEqual(offers('see-footnote', see('See footnote', '<sup>(1)</sup>', 'I <sup>(2)</sup>')), [
      'Cite footnote (2)',
    ]);
    assert.deepEqual(offers('see-footnote', see('See footnote', '<sup>(1)</sup>', 'I <sup>(1)(2)</sup>')), []);
  });
  it('reads the ways to say it', () => {
    for (const words of [
      'See footnote',
      'see the footnotes',
      'See attached foot-note',
      'By Trust (see footnote)',
      'See Footnote [2]',
    ])
      assert.equal(told('see-footnote', see(words)).length, 1, words);
    for (const words of ['See note', 'Foresee footnotes', 'See footnoted text'])
      assert.equal(told('see-footnote', see(words)).length, 0, words);
  });
});

describe('footnote-crossref', () => {
  const cross = (words: string): string => `${row('693 <sup>(1)(2)</sup>')}\n1. One.\n2. Two, see ${words}.`;
  it('has a fix for the end of a run of ranges alone', () => {
    assert.deepEqual(offers('footnote-crossref', cross('footnote 3')), []);
    assert.deepEqual(offers('footnote-crossref', cross('footnotes 1 through 3')), []);
  });
  const run = (words: string, third = 'Held by a trust.'): string =>
    `| Common Stock | 03/07/2022 |  | S |  | 100 | D | \\$10.2 <sup>(1)</sup> | 9,503 | D |  |\n${held('I <sup>(2)</sup>', 'By A <sup>(3)</sup>')}\n1. Weighted average, from \\$10.00 to \\$10.50. I undertake to give details of ${words}.\n2. Weighted average, from \\$11.00 to \\$11.50.\n3. ${third}`;
  it('speaks of a run of ranges that ends at another kind of footnote', () => {
    assert.match(
      told('footnote-crossref', run('the ranges in footnotes (1) through (3)')).join(),
      /Expected "through \(2\)": footnote 2 is the last that states a range of prices; found \(3\)\./,
    );
    assert.deepEqual(offers('footnote-crossref', run('the ranges in footnotes (1) through (3)')), [
      '* Change it to (2)',
    ]);
    assert.deepEqual(offers('footnote-crossref', run('the ranges in footnotes (1) through (9)')), [
      '* Change it to (2)',
    ]);
    assert.deepEqual(told('footnote-crossref', run('the ranges in footnotes (1) and (2)')), []);
    assert.deepEqual(told('footnote-crossref', run('the ranges in footnotes (1) and (3)')), [], 'no run');
    assert.deepEqual(told('footnote-crossref', run('the facts in footnotes (1) through (3)')), [], 'no ranges');
    assert.deepEqual(told('footnote-crossref', run('the ranges in footnotes (3) through (3)')), [], 'begins elsewhere');
  });
  it('lets a footnote of another kind stand amid the run', () => {
    const four = `${run('the ranges in footnotes (1) through (4)').replace('By A <sup>(3)</sup>', 'By A <sup>(3)(4)</sup>')}\n4. Weighted average, from \\$12.00 to \\$12.50.`;
    assert.deepEqual(told('footnote-crossref', four), []);
  });
});

describe('code-against-note', () => {
  const trade = (code: string, words: string, cell = 'amount'): string => {
    const mark = (name: string): string => (name === cell ? ' <sup>(1)</sup>' : '');
    return `| Common Stock${mark('title')} | 03/07/2022${mark('date')} |  | ${code}${mark('code')} |  | 100${mark('amount')} | ${code === 'P' ? 'A' : 'D'} | \\$5${mark('price')} | 9,503${mark('total')} | D |  |\n1. ${words}`;
  };
  it('reads the footnotes of the transaction, not of the total', () => {
    for (const cell of ['title', 'date', 'code', 'amount', 'price'])
      assert.equal(told('code-against-note', trade('P', 'Units that vested.', cell)).length, 1, cell);
    assert.equal(told('code-against-note', trade('P', 'Units that vested.', 'total')).length, 0);
  });
  it('quotes the words that tell, with some about them', () => {
    assert.match(told('code-against-note', trade('P', 'Vested.')).join(), /something else: "Vested\."\.$/);
    assert.match(
      told(
        'code-against-note',
        trade('F', 'On that day and by that broker they were sold at the price which is given.'),
      ).join(),
      /something else: "broker they were sold at the price"\.$/,
    );
  });
  it('lists the other rows of the same footnote', () => {
    const [first, note] = trade('F', 'They were sold.').split('\n');
    const example = `${first}\n${first!.replace('9,503', '9,403')}\n${note}`;
    assert.deepEqual(related('code-against-note', example), ['footnote 1: They were sold.', 'the same here: F']);
  });
  it('leaves a row to the rules that have accused its code or side', () =>
    assert.deepEqual(told('code-against-note', trade('F', 'They were sold.').replace('| D | \\$5', '| A | \\$5')), []));
});

describe('footnote-empty', () => {
  it('names the footnote', () => {
    flags(
      'footnote-empty',
      `${row('693 <sup>(1)</sup>')}\n⟦1.⟧`,
      'warning: Expected an explanation in footnote 1; it is blank.',
    );
  });
});
