/** Every rule has a page, and what its page shows is true. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { CATALOGUE } from '../../server/src/rules/catalogue';
import { fine, fixes, flags } from './harness';

const FOLDER = 'docs/rules';

interface Example {
  readonly heading: string;
  readonly text: string;
  /** The messages quoted behind it. */
  readonly messages: readonly string[];
}

/** The ```form4 fences of a page, each with the heading that it stands under and the `> ` lines behind it. */
function examplesOf(page: string): Example[] {
  const found: { heading: string; text: string; messages: string[] }[] = [];
  let heading = '';
  let fence: string[] | undefined;
  for (const line of page.split('\n')) {
    if (fence) {
      if (line === '```') {
        found.push({ heading, text: fence.join('\n'), messages: [] });
        fence = undefined;
      } else fence.push(line);
    } else if (line === '```form4') fence = [];
    else if (line.startsWith('## ')) heading = line.slice(3);
    else if (line.startsWith('> ')) found[found.length - 1]?.messages.push(line.slice(2));
  }
  return found;
}

describe('the pages of the rules', () => {
  it('are there for every rule, and for nothing else', () => {
    const pages = readdirSync(FOLDER).filter((name) => name !== 'README.md');
    assert.deepEqual(pages.sort(), CATALOGUE.map(({ id }) => `${id}.md`).sort());
  });

  for (const { id, fixable } of CATALOGUE)
    describe(id, () => {
      const path = `${FOLDER}/${id}.md`;
      const page = existsSync(path) ? readFileSync(path, 'utf8') : '';
      const examples = examplesOf(page);
      const under = (heading: string): Example[] => examples.filter((example) => example.heading === heading);

      it('has its parts', () => {
        for (const part of [
          'What it does',
          'Why it matters',
          'Flagged',
          'Fine',
          'Source',
          ...(fixable ? ['The fix'] : []),
        ])
          assert.ok(page.includes(`\n## ${part}\n`), part);
        assert.ok(under('Flagged').length > 0 && under('Fine').length > 0);
        assert.equal(under('The fix').length > 0, fixable ?? false, 'a fix is shown just where the rule has one');
      });
      under('Flagged').forEach((example, at) =>
        it(`flags what it says it flags (${at + 1})`, () => flags(id, example.text, ...example.messages)),
      );
      under('Fine').forEach((example, at) => it(`is silent where it says so (${at + 1})`, () => fine(example.text)));
      // The n-th example of the fix is what the n-th flagged example becomes.
      under('The fix').forEach((example, at) =>
        it(`fixes what it says it fixes (${at + 1})`, () => fixes(id, under('Flagged')[at]!.text, example.text)),
      );
    });
});
