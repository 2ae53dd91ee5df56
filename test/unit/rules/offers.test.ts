/** What a finding brings along besides its message: the places it points to, and its fixes with their marks. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { CATALOGUE } from '../../../server/src/rules/catalogue';
import type { Finding } from '../../../server/src/rules/rule';
import { filingAround, findings, inTime, marked } from '../harness';
import { OFFERS } from './offers';

/**
 * `there: the amount acquired ⟦1,391⟧` for a related place; `fix: title` for a fix, with `preferred` and `safe` behind
 * it. What the preferred fix writes is on the page of its rule; what another one writes stands here.
 */
function broughtBy(text: string, { related, fixes }: Finding): string[] {
  const at = ({ start, end }: Finding['span']): string => `⟦${text.slice(start, end).replaceAll('\n', '⏎')}⟧`;
  return [
    ...related.map(({ message, span }) => `there: ${message} ${at(span)}`),
    ...fixes().map(({ title, preferred, safe, edits }) => {
      const marks = [preferred && 'preferred', safe && 'safe'].filter(Boolean).join(', ');
      const written = edits.map(({ span, newText }) => `${at(span)} → ⟦${newText.replaceAll('\n', '⏎')}⟧`).join(', ');
      return `fix: ${title} (${preferred ? marks : [marks, written].filter(Boolean).join(': ')})`;
    }),
  ];
}

/** The flagged examples of all pages by name, `code-side 2`, each with what its findings bring, once it is asked. */
const brought = new Map(
  CATALOGUE.flatMap(({ id, off, severity }) => {
    const flagged = readFileSync(`docs/rules/${id}.md`, 'utf8').split('\n## Flagged\n')[1]?.split('\n## ')[0] ?? '';
    return [...flagged.matchAll(/```form4\n([\s\S]*?)\n```/g)].map(([, example], at): [string, () => string[]] => [
      `${id} ${at + 1}`,
      () => {
        const { now, ...earlier } = inTime(example!);
        const { text } = marked(filingAround(now));
        const found = findings(text, { today: 30000, rules: off ? { [id]: severity } : {} }, earlier);
        return found.filter(({ rule }) => rule === id).flatMap((one) => broughtBy(text, one));
      },
    ]);
  }),
);

/** The table of offers.ts: a name, and behind it, set in, its lines. */
const expected = new Map(
  OFFERS.trim()
    .split(/\n(?! )/)
    .map((part): [string, string[]] => {
      const [name, ...lines] = part.split('\n').map((line) => line.trim());
      return [name!, lines];
    }),
);

describe('what the findings of the pages offer', () => {
  it('is listed for every example', () => assert.deepEqual([...expected.keys()], [...brought.keys()]));
  for (const [name, lines] of brought) it(name, () => assert.deepEqual(lines(), expected.get(name)));

  it('is a fix just where the rule says that it has one', () => {
    const offering = [...brought].filter(([, lines]) => lines().some((line) => line.startsWith('fix: ')));
    const ids = new Set(offering.map(([name]) => name.split(' ')[0]));
    assert.deepEqual(
      CATALOGUE.filter(({ fixable }) => fixable).map(({ id }) => id),
      [...ids],
    );
  });
  it('is made with all others at once just where the rule says that it is safe', () => {
    const safe = [...brought].filter(([, lines]) => lines().some((line) => /\((?:preferred, )?safe\b/.test(line)));
    const ids = new Set(safe.map(([name]) => name.split(' ')[0]));
    assert.deepEqual(
      CATALOGUE.filter((rule) => rule.safe).map(({ id }) => id),
      // Lost tabs and a mistyped heading are on no page: rows/rowCells.test.ts.
      ['row-cells', ...ids],
    );
  });
});
