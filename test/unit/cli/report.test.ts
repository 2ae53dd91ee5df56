/** `form4 check --format report`: one page on one filing. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { REVIEWED } from './samples';
import { folder, form4 } from './program';

describe('the check report', function () {
  const at = folder({
    'filing.txt': REVIEWED,
    '.form4.json': '{ "rules": { "filed-late": "off" }, "extraClosures": ["2022-03-09"] }',
  });
  let code: number | null;
  let out = '';
  before(() => {
    ({ code, out } = form4(at, ['filing.txt', '--format', 'report', '--today', '2024-01-02']));
  });
  /** A part of the page without its heading. */
  const part = (heading: string): string => out.split(`\n## ${heading}\n\n`)[1]?.split('\n\n## ')[0]?.trim() ?? '';

  it('ends as any check does', () => assert.equal(code, 1));

  it('says which file, which filing, which day', () => {
    const sha256 = createHash('sha256').update(REVIEWED).digest('hex');
    assert.ok(out.startsWith('# Check report: filing.txt\n\n**1 error.**\n\n'), out.slice(0, 200));
    assert.ok(out.includes(`| SHA-256 | \`${sha256}\` |`));
    assert.ok(out.includes('| Checked | form4 0.1.0, as on 2024-01-02 |'));
    assert.ok(out.includes('| Issuer | NORTHWIND HARBOR INC \\[NWHX\\] |'));
  });

  it('shows each total with its sum, and goes on from what a wrong one should be', () => {
    assert.equal(
      part('Totals'),
      `| row | holding | sum | stated |  |
| --- | --- | --- | --- | --- |
| Table I, row 1 | Common Stock, D | + 693 | 9,503 | nothing before it to add to |
| Table I, row 2 | Common Stock, D | 9,503 + 693 = 10,196 | 10,169 | **does not add up** |
| Table I, row 3 | Common Stock, D | 10,196 − 196 = 10,000 | 10,000 | adds up |
| Table I, row 4 | Common Stock, I, By \\*Trust\\* \\<b\\> |  | 50 | holding, no transaction |`,
    );
  });

  it('shows each footnote with the cells that cite it', () => {
    assert.equal(
      part('Footnotes'),
      `| footnote | cited in | text |
| --- | --- | --- |
| 1 | Table I, row 1, column 4 (Price); Table I, row 2, column 4 (Price) | Granted for service as a director. |
| 2 | Table I, row 4, column 7 | The trust is for a child. |`,
    );
  });

  it('shows when each transaction was due, with the closures of the house', () => {
    const rows = part('Dates').split('\n').slice(2);
    assert.deepEqual(rows, [
      '| Table I, row 1 | 03/07/2022 | A |  | Thursday, 03/10/2022 |',
      '| Table I, row 2 | 03/07/2022 | A |  | Thursday, 03/10/2022 |',
      '| Table I, row 3 | 03/07/2022 | G |  | no day of its own |',
    ]);
    assert.ok(out.includes('| Due | Thursday, 03/10/2022, 10 p.m. Eastern |'));
  });

  it('says what was switched off, and by whom', () => {
    assert.match(part('Rules'), /^\d+ rules ran: .*holdings-total/);
    assert.match(part('Rules'), /^- filed-late: off, set in .*form4\.json$/m);
    assert.match(part('Rules'), /^- exercise-leg: off, as long as nobody turns it on$/m);
  });
});
