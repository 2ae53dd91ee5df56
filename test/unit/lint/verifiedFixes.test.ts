/** Fixes that are verified, and what becomes of those for which there is no time. */
import assert from 'node:assert/strict';
import { withVerifiedFixes } from '../../../server/src/lint/verifiedFixes';
import { read } from '../../../server/src/readers';
import type { Finding } from '../../../server/src/rules/rule';

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

describe('fixes that are verified', () => {
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
