/** Fixes that are verified, and what becomes of those for which there is no time. */
import assert from 'node:assert/strict';
import { withVerifiedFixes } from '../../../server/src/lint/verifiedFixes';
import { read } from '../../../server/src/readers';
import type { Finding } from '../../../server/src/rules/rule';
import { filingAround } from '../harness';

/** A finding for each `!`, with a fix that clears it and one that makes two of it. */
function found(text: string): Finding[] {
  return [...text.matchAll(/!/g)].map(({ index }) => {
    const span = { start: index, end: index + 1 };
    const fixes = ['', '!!'].map((newText) => ({ title: `to "${newText}"`, edits: [{ span, newText }] }));
    return {
      rule: 'loud',
      severity: 'error',
      message: '',
      span,
      related: [],
      fixes: () => fixes,
    } as unknown as Finding;
  });
}

const offered = (text: string, unverified?: 'offered' | 'withheld'): number[] => {
  const filing = read(text);
  return withVerifiedFixes(filing, found(text), ({ text }) => found(text), unverified).map(
    (finding) => finding.fixes().length,
  );
};

/** The titles of the fixes that are left of those that somebody makes up for a filing: edits of words, by their title. */
function left(text: string, made: Record<string, readonly (readonly [string, string])[]>): string[] {
  const filing = read(text);
  const fixes = Object.entries(made).map(([title, edits]) => ({
    title,
    edits: edits.map(([words, newText]) => {
      const start = text.indexOf(words);
      assert.ok(start >= 0, words);
      return { span: { start, end: start + words.length }, newText };
    }),
  }));
  const finding = {
    rule: 'made-up',
    severity: 'error',
    message: '',
    span: filing.lines.lineSpan(0),
    related: [],
    fixes: () => fixes,
  };
  const findings = [finding as unknown as Finding];
  return withVerifiedFixes(filing, findings, (of) => (of.text === text ? findings : []))[0]!
    .fixes()
    .map(({ title }) => title);
}

describe('a fix that leaves a text of which less is read', () => {
  const row = '| Common Stock | 03/07/2022 |  | A |  | 100 | A | \\$0 | 1,000 | D |  |';
  const held = '| Common Stock |  |  |  |  |  |  |  | 500 | I | By Trust |';
  const text = filingAround(`${row}\n${held}\n1. One.\n2. Two.`);
  const nothing = (title: string, ...edits: (readonly [string, string])[]): void =>
    assert.deepEqual(left(text, { [title]: edits }), [], title);

  it('is not offered: a row, a note, a heading, a cell or a box lost, a value that can no longer be read', () => {
    nothing('joins two rows', ['By Trust |\n', 'By Trust |'], [`${row}\n`, row]);
    nothing('loses a note in another', ['1. One.\n', '1. One. ']);
    nothing('loses a heading', ['Explanation of Responses:', 'Explained']);
    nothing('writes what is no number', ['1,000', '1,0O0']);
    nothing('writes what is no date', ['03/07/2022 |', 'soon |']);
    nothing('cuts a row in two', ['| 100 |', '| 100 |\n']);
  });

  it('is one that loses what it does not touch: what it deletes or clears may go', () => {
    const kept = {
      'deletes a row': [[`${held}\n`, '']],
      'deletes a note': [['2. Two.\n', '']],
      'clears a cell': [['By Trust', '']],
      'sets a number': [['1,000', '1,100']],
      'adds a note': [['2. Two.', '2. Two.\n3. Three.']],
    } as const;
    assert.deepEqual(left(text, kept), Object.keys(kept));
  });
});

describe('fixes that are tried', () => {
  it('are those that remove their finding and add none', () => {
    assert.deepEqual(offered('a! b!'), [1, 1]);
  });

  const long = 'a! b!' + ' '.repeat(300_000);
  it('of a long text are offered unverified to who looks at each, and withheld from who does not', () => {
    assert.deepEqual(offered(long), [2, 2]);
    assert.deepEqual(offered(long, 'withheld'), [0, 0]);
  });

  it('beyond what is read again are withheld from who does not look at each', () => {
    // Of 199,998 characters 40 fixes are verified: those of 20 findings.
    const text = 'a!'.repeat(22).padEnd(199_998);
    const [first, last] = [Array<number>(20).fill(1), [0, 0]];
    assert.deepEqual(offered(text, 'withheld'), [...first, ...last]);
    assert.deepEqual(offered(text), [...first, 2, 2]);
  });
});
