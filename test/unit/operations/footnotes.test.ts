/** Footnote operations: a filing with the cursor ‸ in it goes in, another filing or a refusal comes out. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { operationOf } from '../../../server/src/operations/catalogue';
import { renameable, renamed } from '../../../server/src/operations/footnotes/rename';
import type { Outcome } from '../../../server/src/operations/operation';
import { read } from '../../../server/src/readers';
import { applied, filingAround } from '../harness';

const CURSOR = '‸';

function placed(example: string): { text: string; offset: number } {
  const text = filingAround(example);
  const offset = text.indexOf(CURSOR);
  assert.ok(offset >= 0, 'a cursor');
  return { text: text.replace(CURSOR, ''), offset };
}

function run(id: string, example: string): Outcome | { refused: string } {
  const { text, offset } = placed(example);
  const operation = operationOf(`footnote.${id}`);
  assert.ok(operation, id);
  const context = {
    filing: read(text),
    selection: { start: offset, end: offset },
    today: undefined,
    answers: {},
  };
  const outcome = operation.run(context);
  assert.ok(!('asks' in outcome));
  return outcome;
}

/** Expects the operation to turn one filing into another, and to say that besides. */
function makes(id: string, before: string, after: string, remark?: string): Outcome {
  const outcome = run(id, before);
  if ('refused' in outcome) assert.fail(outcome.refused);
  assert.equal(applied(placed(before).text, outcome.edits), filingAround(after));
  assert.equal(outcome.remark, remark);
  return outcome;
}

function refuses(id: string, example: string, why: RegExp): void {
  const outcome = run(id, example);
  assert.match('refused' in outcome ? outcome.refused : 'not refused', why);
}

function renames(before: string, to: string, after: string): void {
  const { text, offset } = placed(before);
  const edits = renamed(read(text), offset, to);
  if ('refused' in edits) assert.fail(edits.refused);
  assert.equal(applied(text, edits), filingAround(after));
}

function renameRefused(example: string, to: string, why: RegExp): void {
  const { text, offset } = placed(example);
  const edits = renamed(read(text), offset, to);
  assert.match('refused' in edits ? edits.refused : 'not refused', why);
}

/** A row that cites in its title, its amount and its nature. */
const row = (title: string, amount = '', nature = ''): string =>
  `| Common Stock${title} | 03/07/2022 |  | A |  | 100${amount} | A | \\$0 | 1,000 | I | By Trust${nature} |`;

describe('renaming a footnote', () => {
  it('in a list of bullets the note moves, those between shift, and every marker follows', () =>
    renames(
      `${row(' <sup>(1)</sup>', ' <sup>(2)(‸3)</sup>', ' <sup>(3)</sup>')}\n- One.\n- Two.\n- Three.`,
      '1',
      `${row(' <sup>(2)</sup>', ' <sup>(3)(1)</sup>', ' <sup>(1)</sup>')}\n- Three.\n- One.\n- Two.`,
    ));
  it('in a numbered list the list stays in order', () =>
    renames(
      `${row(' <sup>(1)</sup>', ' <sup>(2)</sup>')}\n1. One.\n2. T‸wo.`,
      '1',
      `${row(' <sup>(2)</sup>', ' <sup>(1)</sup>')}\n1. Two.\n2. One.`,
    ));
  it('a list that is out of order keeps its places: its numbers change', () =>
    renames(
      `${row(' <sup>(1)</sup>', ' <sup>(2)</sup>', ' <sup>(3)</sup>')}\n(2) Two.\n(3) Three.\n(‸1) One.`,
      '2',
      `${row(' <sup>(2)</sup>', ' <sup>(1)</sup>', ' <sup>(3)</sup>')}\n(1) Two.\n(3) Three.\n(2) One.`,
    ));
  it('a number that is free is taken, and nothing shifts', () =>
    renames(
      `${row(' <sup>(1)</sup>', ' <sup>(‸4)</sup>', ' <sup>(2)</sup>')}\n1. One.\n2. Two.\n4. Four.`,
      '3',
      `${row(' <sup>(1)</sup>', ' <sup>(3)</sup>', ' <sup>(2)</sup>')}\n1. One.\n2. Two.\n3. Four.`,
    ));
  it('plain and bracketed markers, and several in one tag, keep their looks', () => {
    renames(`${row(' (1)', ' [‸2]')}\n- One.\n- Two.`, '1', `${row(' (2)', ' [1]')}\n- Two.\n- One.`);
    renames(
      `${row(' <sup>1, 2</sup>', ' <sup>[‸2]</sup>')}\n- One.\n- Two.`,
      '(1)',
      `${row(' <sup>2, 1</sup>', ' <sup>[1]</sup>')}\n- Two.\n- One.`,
    );
  });
  it('notes over several lines move whole', () =>
    renames(
      `${row(' <sup>(1)</sup>', ' <sup>(2)</sup>')}\n- One,\n  and more.\n- ‸Two.`,
      '1',
      `${row(' <sup>(2)</sup>', ' <sup>(1)</sup>')}\n- Two.\n- One,\n  and more.`,
    ));
  it('what notes, remarks and cells say of footnotes follows', () =>
    renames(
      `${row(' <sup>(1)</sup>', ' <sup>(‸2)</sup>', ' See footnote 3 <sup>(3)</sup>')}\n- One. See footnote 2.\n- Two.\n- Three, as in footnotes (1) and (2).\nRemarks: See footnote 1.`,
      '3',
      `${row(' <sup>(1)</sup>', ' <sup>(3)</sup>', ' See footnote 2 <sup>(2)</sup>')}\n- One. See footnote 3.\n- Three, as in footnotes (1) and (3).\n- Two.\nRemarks: See footnote 1.`,
    ));
  it('a range stays one where its members stay together, and becomes a list where they do not', () => {
    const cells = (...numbers: number[]): string =>
      row(` <sup>(${numbers[0]})</sup>`, ` <sup>(${numbers[1]})</sup>`, ` <sup>(${numbers[2]})(${numbers[3]})</sup>`);
    renames(
      `${cells(1, 2, 3, 4)}\n1. One.\n2. T‸wo.\n3. Three.\n4. The ranges in footnotes (1) through (3) to this Form 4.`,
      '1',
      `${cells(2, 1, 3, 4)}\n1. Two.\n2. One.\n3. Three.\n4. The ranges in footnotes (1) through (3) to this Form 4.`,
    );
    renames(
      `${cells(1, 2, 3, 4)}\n1. One.\n2. Two.\n3. T‸hree.\n4. The ranges in footnotes (1) through (3) to this Form 4.`,
      '4',
      `${cells(1, 2, 4, 3)}\n1. One.\n2. Two.\n3. The ranges in footnotes (1), (2) and (4) to this Form 4.\n4. Three.`,
    );
  });
  it('a footnote of another form keeps its number', () =>
    renames(
      `${row(' <sup>(1)</sup>', ' <sup>(‸2)</sup>')}\n- One. See footnote 2 to the Form 4 filed on March 3, 2021.\n- Two.`,
      '1',
      `${row(' <sup>(2)</sup>', ' <sup>(1)</sup>')}\n- Two.\n- One. See footnote 2 to the Form 4 filed on March 3, 2021.`,
    ));
  it('a number in the words of a note is that note', () => {
    const { text, offset } = placed(`${row(' <sup>(1)</sup>', ' <sup>(2)</sup>')}\n- One.\n- Two. See footnote (‸1).`);
    const what = renameable(read(text), offset);
    assert.ok(what && !('refused' in what));
    assert.equal(what.number, 1);
    assert.equal(text.slice(what.span.start, what.span.end), '1');
  });
  it('the same number is no change', () => {
    const { text, offset } = placed(`${row(' <sup>(‸1)</sup>')}\n- One.`);
    assert.deepEqual(renamed(read(text), offset, '1'), []);
  });

  const two = `${row(' <sup>(‸1)</sup>', ' <sup>(2)</sup>')}\n- One.\n- Two.`;
  it('says why it cannot', () => {
    renameRefused(two, '3', /from 1 to 2: there are 2 footnotes/);
    renameRefused(two, '0', /from 1 to 2/);
    renameRefused(two, 'two', /Expected a number, such as 2; found “two”/);
    renameRefused(two, '1.5', /Expected a number/);
    renameRefused(`${row(' <sup>(1)</sup>', ' <sup>(‸7)</sup>')}\n- One.`, '1', /no footnote 7/);
    renameRefused(
      `${row(' <sup>(‸a)</sup>')}\n(‸a) One.`.replace('<sup>(‸', '<sup>('),
      '1',
      /have letters such as \(a\)/,
    );
    renameRefused(`${row(' <sup>(‸1)</sup>')}\n1. One.\n1. Two.`, '2', /Two footnotes have the number 1/);
    renameRefused(`${row(' <sup>(1)</sup>', ' <sup>(3)</sup>')}\n1. One.\n4. F‸our.`, '3', /Cells cite \(3\)/);
    renameRefused('| Common Stock‸ | 03/07/2022 |  | A |  | 1 | A | \\$0 | 1 | D |  |', '1', /Put the cursor on/);
  });
  it('refuses layouts whose notes cannot be moved, and says what to do', () => {
    const text = readFileSync('test/fixtures/layouts/edgarXml.xml', 'utf8');
    const filing = read(text);
    const what = renameable(filing, filing.footnotes.list[0]!.textSpan.start);
    assert.match(what && 'refused' in what ? what.refused : '', /Convert this one first/);
  });
  for (const layout of ['markdown.md', 'pipes-between.txt'])
    it(`works in ${layout}`, () => {
      const text = readFileSync(`test/fixtures/layouts/${layout}`, 'utf8');
      const filing = read(text);
      const [first, second] = filing.footnotes.list;
      const edits = renamed(filing, second!.textSpan.start, '1');
      if ('refused' in edits) assert.fail(edits.refused);
      const after = read(applied(text, edits));
      assert.deepEqual(
        after.footnotes.list.slice(0, 2).map((note) => note.text),
        [second!.text, first!.text],
      );
    });
});

describe('inserting a footnote', () => {
  it('writes marker and note by the order of citations, and renumbers what comes later', () => {
    const before = `${row(' <sup>(1)</sup>', '‸', ' <sup>(2)</sup>')}\n- One. See footnote 2.\n- Two.`;
    const after = `${row(' <sup>(1)</sup>', ' <sup>(2)</sup>', ' <sup>(3)</sup>')}\n- One. See footnote 3.\n- [Explain here]\n- Two.`;
    const { caret } = makes('insert', before, after);
    assert.equal(filingAround(after).slice(caret!.start, caret!.end), '[Explain here]');
  });
  it('writes the heading and the list where there is none', () => {
    const text = readFileSync('test/fixtures/no-explanation.txt', 'utf8');
    const at = read(text).nonDerivativeTable.rows[0]!.transactionShares.span.start;
    const outcome = run('insert', `${text.slice(0, at)}‸${text.slice(at)}`);
    if ('refused' in outcome) assert.fail(outcome.refused);
    const after = read(applied(text, outcome.edits));
    assert.ok(after.footnotes.heading);
    assert.deepEqual(
      after.footnotes.list.map(({ number, text: words }) => `${number} ${words}`),
      ['1 [Explain here]'],
    );
    assert.deepEqual(
      after.nonDerivativeTable.rows[0]!.transactionShares.markers.map(({ label }) => label),
      ['1'],
    );
  });
  it('is the next of a cell that has markers already, in the looks of the filing', () => {
    makes(
      'insert',
      `${row('', ' <sup>[1]</sup>‸', ' <sup>[2]</sup>')}\n1. One.\n2. Two.`,
      `${row('', ' <sup>[1]</sup><sup>[2]</sup>', ' <sup>[3]</sup>')}\n1. One.\n2. [Explain here]\n3. Two.`,
    );
    makes('insert', `${row(' (1)', '‸')}\n(1) One.`, `${row(' (1)', ' (2)')}\n(1) One.\n(2) [Explain here]`);
  });
  it('a blank cell takes the marker alone', () =>
    makes(
      'insert',
      `| Common Stock | 03/07/2022 |  | A |  | 100 | A | ‸ | 1,000 | D |  |\n- One.`,
      `| Common Stock | 03/07/2022 |  | A |  | 100 | A | <sup>(2)</sup> | 1,000 | D |  |\n- One.\n- [Explain here]`,
    ));
  it('a range that it falls into becomes a list', () =>
    makes(
      'insert',
      `${row(' <sup>(1)</sup>', '‸', ' <sup>(2)(3)</sup>')}\n- One.\n- Two.\n- Three, as in footnotes (1) through (3).`,
      `${row(' <sup>(1)</sup>', ' <sup>(2)</sup>', ' <sup>(3)(4)</sup>')}\n- One.\n- [Explain here]\n- Two.\n- Three, as in footnotes (1), (3) and (4).`,
      'Footnote 4 now says "footnotes (1), (3) and (4)".',
    ));
  it('a marker that cites nothing goes on citing nothing', () =>
    makes(
      'insert',
      `${row(' <sup>(1)</sup>', '‸', ' <sup>(2)</sup>')}\n- One.`,
      `${row(' <sup>(1)</sup>', ' <sup>(2)</sup>', ' <sup>(3)</sup>')}\n- One.\n- [Explain here]`,
    ));
  it('asks for a cell', () => refuses('insert', `${row(' <sup>(1)</sup>')}\n- O‸ne.`, /in a cell of Table I/));
  it('stops at 99', () => {
    const notes = Array.from({ length: 99 }, (_, at) => `- Note ${at + 1}.`).join('\n');
    refuses('insert', `${row(' <sup>(1)</sup>‸')}\n${notes}`, /no more than 99/);
  });
});

describe('deleting a footnote', () => {
  it('takes its markers along and renumbers the later ones', () =>
    makes(
      'delete',
      `${row(' <sup>(1)</sup>', ' <sup>(2)</sup>', ' <sup>(1)(2)(3)</sup>')}\n- One.\n- T‸wo.\n- Three.`,
      `${row(' <sup>(1)</sup>', '', ' <sup>(1)(2)</sup>')}\n- One.\n- Three.`,
    ));
  it('leaves no comma and no empty tag behind', () => {
    makes(
      'delete',
      `${row(' <sup>1, 2</sup>', ' <sup>(‸2)</sup>', ' <sup>2, 1</sup>')}\n1. One.\n2. Two.`,
      `${row(' <sup>1</sup>', '', ' <sup>1</sup>')}\n1. One.`,
    );
    makes(
      'delete',
      `${row(' <sup>(1)</sup>, <sup>(‸2)</sup>', ' (2)')}\n(1) One.\n(2) Two.`,
      `${row(' <sup>(1)</sup>', '')}\n(1) One.`,
    );
  });
  it('takes it out of lists and ranges that name it, and says so', () =>
    makes(
      'delete',
      `${row(' <sup>(1)(2)</sup>', ' <sup>(3)(‸4)</sup>', ' <sup>(5)</sup>')}\n- One.\n- Two.\n- Three.\n- Four.\n- Five, as in footnotes (1) through (4) to this Form 4.`,
      `${row(' <sup>(1)(2)</sup>', ' <sup>(3)</sup>', ' <sup>(4)</sup>')}\n- One.\n- Two.\n- Three.\n- Five, as in footnotes (1) through (3) to this Form 4.`,
      'Footnote 4 now says "footnotes (1) through (3)".',
    ));
  it('refuses where words would name nothing', () =>
    refuses(
      'delete',
      `${row(' <sup>(1)</sup>', ' <sup>(‸2)</sup>')}\n- One. See footnote (2).\n- Two.`,
      /Footnote 1 says "footnote \(2\)", which would name nothing/,
    ));
});

describe('moving, merging and sorting footnotes', () => {
  const three = `${row(' <sup>(1)</sup>', ' <sup>(2)</sup>', ' <sup>(3)</sup>')}\n- One.\n- T‸wo.\n- Three.`;
  it('moves up and down, and the cursor stays on the note', () => {
    const up = `${row(' <sup>(2)</sup>', ' <sup>(1)</sup>', ' <sup>(3)</sup>')}\n- Two.\n- One.\n- Three.`;
    const { caret } = makes('moveUp', three, up);
    assert.equal(filingAround(up).slice(caret!.start - 3, caret!.start + 3), '- Two.'.slice(0, 6));
    makes(
      'moveDown',
      three,
      `${row(' <sup>(1)</sup>', ' <sup>(3)</sup>', ' <sup>(2)</sup>')}\n- One.\n- Three.\n- Two.`,
    );
  });
  it('stops at the ends', () => {
    refuses('moveUp', `${row(' <sup>(‸1)</sup>')}\n- One.`, /is the first one already/);
    refuses('moveDown', `${row(' <sup>(‸1)</sup>')}\n- One.`, /is the last one already/);
  });
  it('merges notes of the same words; a cell that cited both cites one', () =>
    makes(
      'merge',
      `${row('‸ <sup>(1)</sup>', ' <sup>(2)</sup>', ' <sup>(1)(3)(2)</sup>')}\n- Same.\n- Other. See footnotes (1) and (3).\n- Same.`,
      `${row(' <sup>(1)</sup>', ' <sup>(2)</sup>', ' <sup>(1)(2)</sup>')}\n- Same.\n- Other. See footnote (1).`,
      '1 footnote had the words of an earlier one. Footnote 2 now says "footnote (1)".',
    ));
  it('has nothing to merge', () => refuses('merge', three, /No two footnotes/));
  it('sorts by first citation', () => {
    makes(
      'sort',
      `${row('‸ <sup>(3)</sup>', ' <sup>(1)</sup>', ' <sup>(2)</sup>')}\n1. One.\n2. Two.\n3. Three. See footnote 1.`,
      `${row(' <sup>(1)</sup>', ' <sup>(2)</sup>', ' <sup>(3)</sup>')}\n1. Three. See footnote 2.\n2. One.\n3. Two.`,
    );
    refuses('sort', three, /in the order of their first citations already/);
  });
  it('are offered where they can be done, and named for what they are about', () => {
    const { text, offset } = placed(three);
    const context = { filing: read(text), selection: { start: offset, end: offset }, today: undefined, answers: {} };
    const offers = ['insert', 'delete', 'moveUp', 'moveDown', 'merge', 'sort'].map((id) =>
      operationOf(`footnote.${id}`)!.offer!(context),
    );
    assert.deepEqual(offers, [
      undefined,
      'Delete footnote 2 and its marker',
      'Move footnote 2 up',
      'Move footnote 2 down',
      undefined,
      undefined,
    ]);
  });
});
