import assert from 'node:assert/strict';
import fc from 'fast-check';
import { unifiedDiff } from '../../../server/src/cli/output/diff';

const numbered = (...changed: string[]): string =>
  Array.from({ length: 20 }, (_, at) => (changed.find((line) => line.startsWith(`${at} `)) ?? String(at)) + '\n').join(
    '',
  );

describe('the difference of two texts', () => {
  it('is nothing for equals', () => assert.equal(unifiedDiff('a', 'x', 'x'), ''));

  it('has three lines around each change, and one piece for changes that are near', () => {
    assert.equal(
      unifiedDiff('a', numbered(), numbered('4 new', '18 new')),
      `--- a
+++ a
@@ -2,7 +2,7 @@
 1
 2
 3
-4
+4 new
 5
 6
 7
@@ -16,5 +16,5 @@
 15
 16
 17
-18
+18 new
 19
`,
    );
    assert.equal(unifiedDiff('a', numbered(), numbered('4 new', '11 new')).split('@@').length, 3);
    assert.equal(unifiedDiff('a', numbered(), numbered('4 new', '12 new')).split('@@').length, 5);
  });

  it('tells a line without its end', () => {
    assert.equal(unifiedDiff('a', 'x\n', 'x'), '--- a\n+++ a\n@@ -1,1 +1,1 @@\n-x\n+x\n\\ No newline at end of file\n');
  });

  it('leads from the one to the other, with no more changes than lines', () => {
    const texts = fc
      .array(fc.constantFrom('a', 'b', 'c', 'd', 'd\r'), { maxLength: 30 })
      .map((lines) => lines.map((line) => line + '\n').join(''));
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        if (before === after) return;
        // With whole files on both sides all that is left out is what is equal: put it back by the numbers of the hunks.
        const lines = before === '' ? [] : before.split(/(?<=\n)/);
        let out = '';
        let at = 0;
        for (const [, start, length, body] of unifiedDiff('f', before, after).matchAll(
          /^@@ -(\d+)(?:,(\d+))? \+\S+ @@\n((?:[ +-][^\n]*\n)*)/gm,
        )) {
          const from = Number(start) - (length === '0' ? 0 : 1);
          out += lines.slice(at, from).join('');
          at = from;
          for (const [, sign, line] of body!.matchAll(/^([ +-])([^\n]*\n)/gm)) {
            if (sign !== '+') assert.equal(lines[at++], line);
            if (sign !== '-') out += line;
          }
        }
        assert.equal(out + lines.slice(at).join(''), after);
      }),
      { numRuns: 500 },
    );
  });
});
