import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { CompletionItem, CompletionList, MarkupContent, TextEdit } from 'vscode-languageserver-protocol';
import { TRANSACTION_CODES } from '../../../server/src/facts/transactionCodes';
import {
  completion,
  completionList,
  resolveCompletion,
  type CompletionOptions,
} from '../../../server/src/features/completion';
import { MARKDOWN, PLAINTEXT } from '../../../server/src/features/hover/markup';
import type { Filing } from '../../../server/src/filing/model';
import { read } from '../../../server/src/readers';
import { check } from '../../../server/src/rules/run';
import { dayOf } from '../../../server/src/text/days';
import { filingAround } from '../harness';
import { textOf } from './cursor';

const OPTIONS: CompletionOptions = {
  uri: 'file:///a',
  others: [],
  today: dayOf(2022, 3, 9),
  snippets: true,
  labelDetails: false,
};
const clean = readFileSync('samples/clean.txt', 'utf8');

/** The filing of a whole text with ‸ in it, and the items there. */
function at(text: string, options: Partial<CompletionOptions> = {}): { filing: Filing; items: CompletionItem[] } {
  const offset = text.indexOf('‸');
  const filing = read(text.replace('‸', ''));
  const position = filing.lines.position(offset);
  const items = completion(filing, position, { ...OPTIONS, ...options });
  for (const { textEdit } of items) {
    const { range } = textEdit as TextEdit;
    assert.equal(range.start.line === 0 || range.start.line === position.line, true, 'an edit in its own line');
    assert.equal(filing.lines.offset(range.start) <= offset && offset <= filing.lines.offset(range.end), true);
  }
  const sorted = [...items].sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1));
  assert.deepEqual(sorted, items, 'the order holds');
  return { filing, items };
}
const labels = (example: string, options?: Partial<CompletionOptions>): string[] =>
  at(filingAround(example), options).items.map(({ label }) => label);
/** The line of the cursor after an item was taken; ‹› stand for the places of a snippet. */
function taken(text: string, label: string, options?: Partial<CompletionOptions>): string {
  const { filing, items } = at(text, options);
  const item = items.find((one) => one.label === label);
  assert.ok(item, `${label} among ${items.map((one) => one.label).join(', ')}`);
  const { range, newText } = item.textEdit as TextEdit;
  const plain =
    item.insertTextFormat === 2
      ? newText
          .replace(/\$\d+/g, '‹›')
          .replace(/\$\{\d+[:|]([^}]*?)\|?\}/g, '‹$1›')
          .replace(/\\([\\$}])/g, '$1')
      : newText;
  const start = filing.lines.offset({ line: range.start.line, character: 0 });
  const { end } = filing.lines.lineSpan(range.end.line);
  return (
    filing.text.slice(start, filing.lines.offset(range.start)) +
    plain +
    filing.text.slice(filing.lines.offset(range.end), end)
  );
}
const cells = (code: string, side = 'A', more = ''): string =>
  `| Common Stock | 03/07/2022 |  | ${code} |  | 1 | ${side} | \\$0 | 9 | D |  |${more}`;

describe('completion of a code', () => {
  const standing = TRANSACTION_CODES.filter(({ standsAlone }) => standsAlone).map(({ code }) => code);
  it('gives every code, those usual in the table and on the side first', () => {
    const list = labels(cells('‸', 'D'));
    assert.deepEqual([...list].sort(), [...standing].sort());
    assert.ok(list.indexOf('S') < list.indexOf('P'), 'S disposes, P acquires');
    assert.deepEqual(list.slice(-2).sort(), ['E', 'H'], 'E and H are of Table II');
    const acquired = labels(cells('‸', 'A'));
    assert.ok(acquired.indexOf('P') < acquired.indexOf('S'));
  });
  it('takes the place of what stands there, and offers K beside it', () => {
    assert.equal(taken(filingAround(cells('A‸')), 'S'), cells('S'));
    assert.equal(taken(filingAround(cells('S‸')), 'S/K'), cells('S/K'));
    const { items } = at(filingAround(cells('A‸')));
    assert.ok(
      items.every(({ filterText }) => filterText?.startsWith('A')),
      'an editor leaves none out',
    );
  });
  it('says what each means, and its official words when it is asked', () => {
    const { items } = at(filingAround(cells('‸')));
    const gift = items.find(({ label }) => label === 'G')!;
    assert.equal(gift.detail, 'a gift');
    const beside = at(filingAround(cells('‸')), { labelDetails: true }).items.find(({ label }) => label === 'G');
    assert.deepEqual([beside?.detail, beside?.labelDetails], [undefined, { description: 'a gift' }]);
    const { documentation } = resolveCompletion(gift, MARKDOWN, () => []);
    assert.match(
      (documentation as { value: string }).value,
      /^\*\*G\*\*: Bona fide gift\n\nOther Section 16\(b\) Exempt/,
    );
  });
});

describe('completion of other cells', () => {
  const row = (line: string): string =>
    `| Class A Stock | 03/08/2022 |  | A |  | 5 | A | \\$0 | 105 | I | By Trust |\n${line}`;
  it('sides and forms of ownership', () => {
    assert.deepEqual(labels(cells('S', '‸')), ['D', 'A']);
    assert.deepEqual(labels(cells('P', '‸')), ['A', 'D']);
    assert.deepEqual(labels(cells('P').replace('| D |', '| ‸ |')), ['D', 'I']);
    assert.deepEqual(labels(cells('G').replace('G |  |', 'G | ‸ |')), ['V']);
  });
  it('titles and natures that the house writes just so, behind those of the filing and escaped as it does', () => {
    const house = { titles: ['Class A *Common* Stock', 'Series <Q>'], natures: ['By Trust'] };
    const own = '| Common Stock | 03/07/2022 |  | A |  | 100 | A | \\$0 | 1,000 | I | By Spouse |';
    const row = `${own.replace('Com', 'Com‸')}\n${own}`;
    assert.deepEqual(labels(row, { house }).slice(0, 2), ['Common Stock', 'Class A \\*Common\\* Stock']);
    const nature = `${own.replace('By S', 'By ‸S')}\n${own}`;
    assert.deepEqual(labels(nature, { house }).slice(0, 2), ['By Spouse', 'By Trust']);
  });
  it('titles and natures of this filing and of the others', () => {
    const others = [read(filingAround('| Class B Stock | 03/07/2022 |  | A |  | 1 | A | \\$0 | 9 | I | By Spouse |'))];
    assert.deepEqual(labels(row('| C‸ | 03/07/2022 |  | A |  | 1 | A | \\$0 | 9 | D |  |'), { others }).slice(0, 2), [
      'Class A Stock',
      'Class B Stock',
    ]);
    assert.deepEqual(labels(row('| Class A Stock |  |  |  |  |  |  |  | 9 | I | ‸ |'), { others }), [
      'By Trust',
      'By Spouse',
    ]);
    assert.deepEqual(labels(row('| Class A Stock |  |  |  |  |  |  |  | 9 | D | ‸ |'), { others }), []);
  });
  it('dates: of the transaction before, of box 3, and today', () => {
    assert.deepEqual(labels(row('| Class A Stock | ‸ |  | A |  | 1 | A | \\$0 | 9 | D |  |')), [
      '03/08/2022',
      '03/07/2022',
      '03/09/2022',
    ]);
    assert.deepEqual(labels(row('| Class A Stock | ‸ |'), { today: undefined }), ['03/08/2022', '03/07/2022']);
    assert.equal(
      taken(filingAround(row('| Class A Stock |‸|')), '03/08/2022')
        .split('\n')
        .at(-1),
      '| Class A Stock | 03/08/2022 |',
    );
  });
  it('the total that the rows lead to', () => {
    const next = row('| Class A Stock | 03/08/2022 |  | S |  | 1,000 | D | \\$1 | ‸ | I | By Trust |').replace(
      '105',
      '10,105',
    );
    assert.deepEqual(labels(next), ['9,105']);
  });
  it('box 3, the name of box 1, and the date of a signature', () => {
    assert.deepEqual(labels(`3. Date of Earliest Transaction (Month/Day/Year) <u>03/0‸1/2022</u>\n${cells('A')}`), [
      '03/07/2022',
    ]);
    assert.deepEqual(labels('Signature: /s/ Rowan J. Alder 03/0‸8/2022'), ['03/09/2022']);
    assert.deepEqual(labels(`Remarks: Wo‸rds`), []);
  });
});

describe('completion of a marker', () => {
  const NOTES = '\n- Bought through a plan.\n- Held by a trust.';
  it('gives the first words of each note, behind a value', () => {
    const { items } = at(filingAround(cells('A‸', 'A', NOTES)));
    const markers = items.filter(({ label }) => label.startsWith('('));
    assert.deepEqual(
      markers.map(({ label, detail }) => `${label} ${detail}`),
      ['(1) Bought through a plan.', '(2) Held by a trust.'],
    );
    assert.equal(taken(filingAround(cells('A‸', 'A', NOTES)), '(2)'), cells('A <sup>(2)</sup>'));
  });
  for (const typed of ['(‸', '(‸)', '<sup>(‸)</sup>', '[‸', '<sup>(‸'])
    it(`takes the place of ${typed}`, () => {
      assert.equal(taken(filingAround(cells(`A ${typed}`, 'A', NOTES)), '(2)'), cells('A <sup>(2)</sup>'));
    });
  it('keeps the tags around several', () => {
    assert.equal(taken(filingAround(cells('A <sup>(1)(‸)</sup>', 'A', NOTES)), '(2)'), cells('A <sup>(1)(2)</sup>'));
  });
  it('is written as the filing writes its others', () => {
    const example = `| Stock | 03/07/2022 |  | S | | 4 [1] | D | \\$2 | 9 | D |  |\n${cells('A ‸', 'A', NOTES)}`;
    assert.equal(taken(filingAround(example), '(2)'), cells('A [2]'));
  });
  it('shows the whole note when it is asked, as words only', () => {
    const { filing, items } = at(filingAround(cells('A (‸', 'A', '\n- Bought [here](http://x.example).')));
    const { documentation } = resolveCompletion(items[0]!, MARKDOWN, () => [filing]);
    assert.equal((documentation as { value: string }).value, '> Bought \\[here\\](http\\://x.example).');
    assert.equal(
      resolveCompletion(items[0]!, MARKDOWN, () => []),
      items[0],
    );
  });
});

describe('completion of rows', () => {
  const PIPED = cells('A');
  const ROW = 'Common Stock\t\t\t\t\t\t\t\t597\tI\tBy ESOP Trust';
  it('is a row of the table, parted as the filing parts its cells', () => {
    assert.equal(
      taken(clean.replace(ROW, `${ROW}\n‸`), 'Transaction row of Table I'),
      '‹Common Stock›\t‹03/07/2023›\t\t‹›\t\t‹›\t‹›\t\\$‹›\t‹›\t‹D,I›\t‹›',
    );
    assert.equal(
      taken(filingAround(`${PIPED}\n| ‸`), 'Holding row of Table I'),
      '| ‹Common Stock› |  |  |  |  |  |  |  | ‹› | ‹D,I› | ‹› |',
    );
  });
  it('knows Table II, here with item 7 in one column', () => {
    const text = clean.replace('\n\nExplanation', '\n‸\n\nExplanation');
    assert.equal(
      taken(text, 'Transaction row of Table II'),
      '‹›\t\\$‹›\t‹03/07/2023›\t\t‹›\t\t‹›\t‹›\t‹›\t‹›\t‹› ‹›\t\\$‹›\t‹›\t‹D,I›\t‹›',
    );
  });
  it('has blank cells where the client fills in no places, and as many as the table', () => {
    const line = taken(clean.replace(ROW, `${ROW}\nCom‸`), 'Transaction row of Table I', { snippets: false });
    assert.equal(line, 'Common Stock\t03/07/2023\t\t\t\t\t\t\\$\t\t\t');
  });
  it('is offered in no other place', () => {
    for (const text of [clean.replace('OMB APPROVAL', '‸\nOMB APPROVAL'), clean.replace('Reminder', '‸\nReminder')])
      assert.deepEqual(at(text).items, []);
  });
});

describe('completion of a place that is still to be filled in', () => {
  const row = (total: string): string =>
    `| Common Stock | 03/07/2022 |  | A |  | 100 | A | \\$45.12 | 1,000 | D |  |\n| Common Stock | 03/07/2022 |  | F |  | 30 | D | ${total} | D |  |`;
  it('is the total that the rows lead to, instead of the name of the place', () => {
    const text = filingAround(row('\\$45.12 | ‹total›‸'));
    assert.match(taken(text, '970'), /\| 970 \| D/);
  });
  it('is the price of the row beside it', () => {
    const text = filingAround(row('‹price›‸ | ‹total›'));
    assert.match(taken(text, '\\$45.12'), /D \| \\\$45\.12 \| ‹total›/);
  });
  it('is the total after what was held', () => {
    const text = filingAround('| Common Stock | 03/07/2022 |  | A |  | 100 | A | \\$0 | ‹was 1,250›‸ | D |  |');
    assert.match(taken(text, '1,350'), /\| 1,350 \| D/);
    assert.equal(
      read(text.replace('‸', '')).nonDerivativeTable.rows[0]?.sharesOwnedFollowingTransaction.value,
      undefined,
    );
  });
  it('and a word that is typed just there alone is not offered', () => {
    assert.deepEqual(
      labels(
        '| Com‸ | 03/07/2022 |  | A |  | 100 | A | \\$0 | 1,000 | D |  |\n| Common Stock | | | | | | | | 5 | D | |',
      ).slice(0, 1),
      ['Common Stock'],
    );
  });
});

describe('completion of a box', () => {
  const box5 = (words: string): string =>
    filingAround(`5. Relationship of Reporting Person(s) to Issuer (Check all applicable) ${words}`);

  it('ticks the one at the cursor, and unticks it', () => {
    assert.match(
      taken(box5('[X] Director 10% Owner Offi‸cer Other'), 'Tick Officer'),
      /\[X\] Director 10% Owner \[X\] Officer/,
    );
    assert.match(
      taken(box5('[ ]‸ Director 10% Owner Officer Other'), 'Tick Director'),
      /\) \[X\] Director 10% Owner Officer/,
    );
    assert.match(taken(box5('X Director ‸10% Owner Officer'), 'Tick 10% Owner'), /X Director X 10% Owner Officer/);
    assert.match(taken(box5('Direc‸tor X 10% Owner'), 'Tick Director'), /\) X Director X 10% Owner/);
    assert.match(taken(box5('X‸ Director X 10% Owner'), 'Untick Director'), /\) Director X 10% Owner/);
  });

  it('ticks a box that stands alone at the beginning of its words', () => {
    const text = filingAround('- A note.').replace('Check this box if', 'Chec‸k this box if');
    assert.match(
      taken(text, 'Tick “no longer subject to Section 16”'),
      /^<input checked="" type="checkbox"\/> Check this box if no/,
    );
  });
});

describe('completion of notes', () => {
  const LAST = '2024 and 2025.';
  const lists = (line: string): string => clean.replace(LAST, `${LAST}\n${line}`);
  it('gives the average price with its range and undertaking, and the plan with the day of its adoption', () => {
    assert.match(
      taken(lists('‸'), 'Footnote: Weighted average price'),
      /^- The price is the weighted average of several ‹sales,purchases› at prices from \\\$‹› to \\\$‹›, inclusive\. The reporting person undertakes to give the staff .* at each separate price\.$/,
    );
    assert.match(taken(lists('- ‸'), 'Footnote: Rule 10b5-1 plan'), /^- The ‹.*› reported .* adopted on ‹›\.$/);
  });
  it('takes the next number of a numbered list, or the one that is there', () => {
    const numbered = filingAround('1. One.\n2. Two.').replace('2. Two.', '2. Two.\n‸');
    assert.match(taken(numbered, 'Footnote: Rule 10b5-1 plan'), /^3\. The/);
    assert.match(taken(numbered.replace('‸', '(7) ‸'), 'Footnote: Rule 10b5-1 plan'), /^\(7\) The/);
  });
  it('is silent in the words of a note', () => {
    assert.deepEqual(at(clean.replace('vests on', 'vests ‸on')).items, []);
  });
});

describe('completion of the form', () => {
  it('offers the reporting person where nobody has signed yet, as a name is signed', () => {
    const signed = (name: string): string[] => {
      const form = at('‸', { snippets: false }).items[0]!.textEdit!.newText;
      const named = form.replace('‹last first middle›', name).replace('‹signature›', '‹sign‸ature›');
      return at(named).items.map(({ label }) => label);
    };
    assert.deepEqual(signed('Marlow Tess Anne'), ['Tess Anne Marlow']);
    assert.deepEqual(signed('Marlow, Tess Anne, Jr.'), ['Tess Anne Marlow Jr.']);
    assert.deepEqual(signed('GANNET BAY PARTNERS LP'), ['GANNET BAY PARTNERS LP']);
    assert.deepEqual(signed(''), []);
  });
  it('in an empty document is the whole form, which reads as one', () => {
    for (const text of ['‸', '\n‸\n', 'form‸']) {
      const { filing, items } = at(text, { snippets: false });
      assert.deepEqual(
        items.map(({ label }) => label),
        ['Form 4'],
      );
      const { newText, range } = items[0]!.textEdit as TextEdit;
      assert.equal(textOf(filing, range), filing.text);
      const form = read(newText);
      assert.equal(form.layout, 'tabbed');
      assert.ok(form.nonDerivativeTable.headings && form.derivativeTable.headings && form.footnotes.heading);
      assert.equal(form.aff10b5One?.checked, false);
      assert.deepEqual(form.problems, []);
      const errors = check(form, { today: 19000 }).filter(({ severity }) => severity === 'error');
      assert.deepEqual(
        errors.map(({ rule, message }) => `${rule}: ${message}`),
        [],
      );
    }
  });
});

describe('completion', () => {
  it('is silent where a value would break the layout', () => {
    for (const name of ['columns.txt', 'edgarXml.xml', 'html.html', 'submission.txt']) {
      const text = readFileSync(`test/fixtures/layouts/${name}`, 'utf8');
      const filing = read(text);
      for (let offset = 0; offset < text.length; offset += 53)
        assert.deepEqual(completion(filing, filing.lines.position(offset), OPTIONS), [], name);
    }
  });
  it('works in Markdown', () => {
    const text = readFileSync('test/fixtures/layouts/markdown.md', 'utf8').replace('|  | M |', '|  | ‸M |');
    assert.ok(at(text).items.some(({ label }) => label === 'S'));
  });
  it('is sound at every place of a filing', () => {
    for (let offset = 0; offset < clean.length; offset += 17) at(`${clean.slice(0, offset)}‸${clean.slice(offset)}`);
  });
});

describe('a list of completions', () => {
  const listOf = (example: string): { whole: CompletionItem[]; list: CompletionList } => {
    const text = filingAround(example);
    const { filing, items: whole } = at(text, { labelDetails: true });
    const position = filing.lines.position(text.indexOf('‸'));
    return { whole, list: completionList(filing, position, { ...OPTIONS, labelDetails: true }) };
  };
  const ROW = '| Common Stock | 03/07/2022 |  | J‸ |  | 100 | A | \\$0 | 1,000 | D |  |\n- One.\n- Two.';

  it('says once what its items have in common, and means the same', () => {
    const { whole, list } = listOf(ROW);
    assert.ok(whole.length > 5 && list.items.length === whole.length);
    const told = list.items.map((item, at) => {
      const textEdit = item.textEdit ?? {
        range: list.itemDefaults!.editRange,
        newText: item.textEditText ?? item.label,
      };
      assert.deepEqual(textEdit, whole[at]!.textEdit, item.label);
      return item;
    });
    const marker = told.find(({ label }) => label === '(2)')!;
    assert.deepEqual([marker.data, marker.textEdit], [undefined, undefined]);
    assert.ok(told.some(({ data }) => (data as { code?: string } | undefined)?.code === 'G'));
  });

  it('is not all of many markers, until one is begun', () => {
    const notes = Array.from({ length: 45 }, (_, at) => `- Note ${at}.`).join('\n');
    const row = (code: string): string =>
      `| Common Stock | 03/07/2022 |  | ${code} |  | 100 | A | \\$0 | 1,000 | D |  |\n${notes}`;
    const markers = ({ items }: CompletionList): number => items.filter(({ label }) => label.startsWith('(')).length;
    const unasked = listOf(row('J‸')).list;
    assert.deepEqual([unasked.isIncomplete, markers(unasked)], [true, 30]);
    const begun = listOf(row('J (‸')).list;
    assert.deepEqual([begun.isIncomplete, markers(begun)], [false, 45]);
    assert.equal(listOf(ROW).list.isIncomplete, false);
  });

  it('leads from a marker to its note all the same', () => {
    const { filing } = at(filingAround(ROW));
    const { list } = listOf(ROW);
    const item = { ...list.items.find(({ label }) => label === '(2)')!, data: list.itemDefaults!.data as unknown };
    const { documentation } = resolveCompletion(item, PLAINTEXT, () => [filing]);
    assert.match((documentation as MarkupContent).value, /Two\./);
  });
});
