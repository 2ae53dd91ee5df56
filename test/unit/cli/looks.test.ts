/** What a walk takes for a Form 4, and how quickly. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { isForm4 } from '../../../server/src/cli/input/looks';
import { recognise } from '../../../server/src/readers/recognise';
import { CLEAN } from './samples';

const layouts = fs
  .readdirSync('test/fixtures/layouts')
  .map((file) => fs.readFileSync(path.join('test/fixtures/layouts', file), 'utf8'));

describe('a quick look for the words of the form', () => {
  const agrees = (text: string): void => assert.equal(isForm4(text), recognise(text) !== undefined, text.slice(0, 400));

  it('agrees with the long one on each layout, cut anywhere', () => {
    for (const text of [CLEAN, ...layouts])
      for (let end = 0; end <= text.length + 500; end += 500) {
        agrees(text.slice(0, end));
        agrees(' '.repeat(8192 - Math.min(end, 8192)) + text);
      }
  });

  it('agrees with it whatever words stand there', () => {
    const words = fc.constantFrom(
      'OMB Number: 3235-0287',
      'omb number: 3235-0287',
      'Section 16(a) of the Securities Exchange Act',
      'Name and Address of Reporting Person',
      'Name and Address\tof Reporting Person',
      'Table I - Non-Derivative',
      'Table I \u2013 Non-Derivative',
      'STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP',
      'Statement of Changes in Beneficial Ownership',
      '\nCode V Amount (A) or (D) Price\n',
      '\n|__|__|__|__|__|__|__|__|__|\n',
      '-',
      '--',
      '_|',
      '\u0130\ufb01',
      'x'.repeat(4000),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 9 }), fc.constantFrom('', ' ', '\n'), (list, between) =>
        agrees(list.join(between)),
      ),
    );
  });
});
