import assert from 'node:assert/strict';
import { codeActions, type CodeActionOptions } from '../../../server/src/features/codeActions';
import { diagnosticsOf } from '../../../server/src/features/diagnostics';
import type { Finding } from '../../../server/src/rules/rule';
import { deletesRowsOrNotes } from '../../../server/src/features/deletions';
import { editsBetween } from '../../../server/src/text/editsBetween';
import { applied } from '../../../server/src/text/edits';
import { read } from '../../../server/src/readers';
import { filingAround } from '../harness';
import { atCursor } from './cursor';

const { filing, position } = atCursor('| Common Stock | 03/07/2022 |  | ‸Q |  | 1 | A | \\$0 | 9 | D |  |');
const at = filing.lines.offset(position);
const options: CodeActionOptions = {
  uri: 'file:///a',
  version: 7,
  documentChanges: true,
  annotations: false,
  resolves: true,
  runsOperations: false,
  related: true,
  pageOf: () => undefined,
  repair: () => [{ span: { start: 0, end: 1 }, newText: 'fixed' }],
};

/** A finding on the code, whose second fix is the preferred one. */
const finding = (start: number, end: number): Finding => ({
  rule: 'made-up',
  severity: 'warning',
  message: 'Something.',
  span: { start, end },
  related: [{ message: 'there', span: { start: 0, end: 1 } }],
  fixes: () => [
    { title: 'Delete', edits: [{ span: { start, end }, newText: '' }] },
    { title: 'Set to A', preferred: true, edits: [{ span: { start, end }, newText: 'A' }] },
  ],
});
const here = { start: position, end: position };

describe('quick fixes', () => {
  it('come for the finding under the cursor, the preferred one first, with its diagnostic and a versioned edit', () => {
    const list = codeActions(filing, [finding(at, at + 1), finding(at + 40, at + 41)], here, {}, options);
    assert.deepEqual(
      list.map(({ title, isPreferred }) => [title, isPreferred]),
      [
        ['Set to A', true],
        ['Delete', undefined],
      ],
    );
    const [first] = list;
    assert.deepEqual(first?.diagnostics, diagnosticsOf(filing, [finding(at, at + 1)], options));
    const range = { start: position, end: { ...position, character: position.character + 1 } };
    assert.deepEqual(first?.edit, {
      documentChanges: [{ textDocument: { uri: 'file:///a', version: 7 }, edits: [{ range, newText: 'A' }] }],
    });
  });
  it('are plain changes for a client that takes no versioned ones', () => {
    const [first] = codeActions(filing, [finding(at, at + 1)], here, {}, { ...options, documentChanges: false });
    assert.deepEqual(Object.keys(first?.edit?.changes ?? {}), ['file:///a']);
  });
  it('come also where a finding only touches the range, and only if quick fixes are asked for', () => {
    assert.equal(codeActions(filing, [finding(at - 3, at)], here, {}, options).length, 2);
    assert.equal(codeActions(filing, [finding(at, at + 1)], here, { only: ['quickfix'] }, options).length, 2);
    assert.deepEqual(
      codeActions(filing, [finding(at, at + 1)], here, { only: ['refactor', 'source.fixAll'] }, options),
      [],
    );
  });
});

describe('fixing all at once', () => {
  const safely = (rule: string, start: number): Finding => ({
    ...finding(start, start + 1),
    rule,
    fixes: () => [{ title: 'Clear', safe: true, edits: [{ span: { start, end: start + 1 }, newText: '' }] }],
  });
  const titles = (findings: Finding[], context: object, more = {}): string[] =>
    codeActions(filing, findings, here, context, { ...options, ...more }).map(({ title }) => title);
  const several = [safely('footnote-twice', at), safely('footnote-twice', at + 40), safely('date-format', at + 60)];
  const KIND = 'Fix all of this kind (footnote-twice)';
  const ALL = 'Fix all that is safe to fix';

  it('is offered for a kind that is here and elsewhere, and for all that is safe', () => {
    assert.deepEqual(titles(several, {}), ['Clear', KIND, ALL]);
    assert.deepEqual(titles(several.slice(0, 1), {}), ['Clear', ALL]);
    assert.deepEqual(titles(several.slice(1), {}), [ALL]);
    assert.deepEqual(titles([finding(at, at + 1), finding(at + 40, at + 41)], {}), ['Set to A', 'Delete']);
  });
  it('of the kinds that are asked for, and not of all for a light bulb', () => {
    assert.deepEqual(titles(several, { triggerKind: 2 }), ['Clear', KIND]);
    assert.deepEqual(titles(several, { only: ['quickfix'] }), ['Clear', KIND]);
    for (const kind of ['source', 'source.fixAll', 'source.fixAll.form4'])
      assert.deepEqual(titles(several, { only: [kind], triggerKind: 2 }), [ALL], kind);
    for (const kind of ['source.organizeImports', 'source.fix', 'source.fixAll.form4.x', 'refactor'])
      assert.deepEqual(titles(several, { only: [kind] }), [], kind);
  });
  it('has its edits when it is chosen, or at once for a client that does not ask again', () => {
    const last = (more = {}) => codeActions(filing, several, here, {}, { ...options, ...more }).slice(-2);
    assert.deepEqual(
      last().map(({ edit, data }) => [edit, data as unknown]),
      [
        [undefined, { uri: 'file:///a', rule: 'footnote-twice' }],
        [undefined, { uri: 'file:///a' }],
      ],
    );
    for (const { edit, data } of last({ resolves: false, documentChanges: false })) {
      assert.equal(edit?.changes?.['file:///a']?.[0]?.newText, 'fixed');
      assert.equal(data, undefined);
    }
  });
});

describe('one click, one change', () => {
  const ROW = '| Common Stock | 03/07/2022 |  | A |  | 1,000 <sup>(1)</sup> | A | \\$43.16 | 9,503 | D |  |\n- A note.';
  const deletes = (from: string, to: string, text = filingAround(ROW)): boolean => {
    const start = text.indexOf(from);
    assert.ok(start >= 0, from);
    return deletesRowsOrNotes(read(text), [{ span: { start, end: start + from.length }, newText: to }]);
  };
  it('a row or a note that goes is shown before', () => {
    assert.ok(deletes(ROW.split('\n')[0]!, ''));
    assert.ok(deletes('- A note.', ''));
  });
  it('a value, a format, a marker or a word is not', () => {
    for (const [from, to] of [
      ['9,503', '9,530'],
      ['| 03/07/2022', '| 03/08/2022'],
      ['| A |  | 1', '| S |  | 1'],
      ['| A |  | 1', '|  |  | 1'],
      ['(1)', '(2)'],
      ['- A note.', '- Another note.'],
    ] as const)
      assert.ok(!deletes(from, to), `${from} → ${to}`);
  });
  it('is marked so for a client that can show it', () => {
    const row = filing.nonDerivativeTable.rows[0]!;
    const edits = [{ span: row.span, newText: '' }];
    const gone = {
      ...finding(at, at + 1),
      fixes: () => [
        { title: 'Delete the row', edits },
        { title: 'Set to A', edits: [] },
      ],
    };
    const [remove, set] = codeActions(filing, [gone], here, {}, { ...options, annotations: true });
    assert.deepEqual(Object.values(remove!.edit!.changeAnnotations!), [
      { label: 'Delete the row', description: 'This deletes what the filing says.', needsConfirmation: true },
    ]);
    const [change] = remove!.edit!.documentChanges!;
    assert.ok('edits' in change! && change.edits.every((edit) => 'annotationId' in edit));
    assert.equal(set?.edit?.changeAnnotations, undefined);
  });
});

describe('the edits between two texts', () => {
  for (const [what, before, after, count] of [
    ['none', 'a\nb\n', 'a\nb\n', 0],
    ['one a line', 'a 1\nb 2\nc 3', 'a 9\nb 2\nc 8', 2],
    ['one for all where lines come or go', 'a\nb\nc\n', 'a\nx\ny\nc\n', 1],
    ['from nothing', '', 'a\n', 1],
    ['repeated letters', 'aaa\n', 'aa\n', 1],
    ['half a pair', 'x\u{1F4C8}y', 'x\u{1F4C9}y', 1],
  ] as const)
    it(what, () => {
      const edits = editsBetween(before, after);
      assert.equal(edits.length, count);
      assert.equal(applied(before, edits), after);
      for (const { span, newText } of edits)
        assert.ok(Buffer.from(newText).toString() === newText && span.start <= span.end);
    });
});
