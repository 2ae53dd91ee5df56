import assert from 'node:assert/strict';
import { codeActions } from '../../../server/src/features/codeActions';
import { diagnosticsOf } from '../../../server/src/features/diagnostics';
import type { Finding } from '../../../server/src/rules/rule';
import { atCursor } from './cursor';

const { filing, position } = atCursor('| Common Stock | 03/07/2022 |  | ‸Q |  | 1 | A | \\$0 | 9 | D |  |');
const at = filing.lines.offset(position);
const options = { uri: 'file:///a', version: 7, documentChanges: true, related: true, pageOf: () => undefined };

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
