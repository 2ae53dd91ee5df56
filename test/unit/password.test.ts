/** EDGAR's password of an owner may stand in an XML, and nothing that is made of the XML has it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hover } from '../../server/src/features/hover';
import { MARKDOWN } from '../../server/src/features/hover/markup';
import { passwordsIn, withoutPasswords } from '../../server/src/filing/passwords';
import { readAll } from '../../server/src/readers';
import { createFormService } from '../../server/src/service/formService';
import { DATA_SET_TABLES, DataSet } from '../../server/src/writers/csv';
import { printedForm } from '../../server/src/writers/printedForm/form';
import { placed } from '../../server/src/writers/printedForm/placed';
import { writeProof } from '../../server/src/writers/proof/proof';

const PLAIN = readFileSync('test/fixtures/layouts/edgarXml.xml', 'utf8');
const planted = (ccc: string): string =>
  PLAIN.replace('<rptOwnerName>', `<rptOwnerCcc>${ccc}</rptOwnerCcc><rptOwnerName>`);
const { lint, facts, convert, explain } = createFormService({ today: 20_000 });

describe('a password in an XML', function () {
  for (const [how, ccc] of [
    ['as it is written', 'zq$7xw#9'],
    ['too long, which is a fault', 'zq$7xw#9zq$7xw#9'],
    ['with a tag in it that does not close', 'zq$7xw#9</rptOwnerName'],
  ] as const)
    it(`${how} is found, and shown by nothing in the core`, () => {
      const text = planted(ccc);
      const [filing] = readAll(text);
      const { findings } = lint([filing!]);
      assert.ok(findings.some(({ rule }) => rule === 'owner-ccc'));
      const form = printedForm(filing!);
      const set = new DataSet();
      set.add(filing!);
      const hovers = filing!.lines.starts.map((_, line) => {
        const at = filing!.lines.position(
          Math.max(filing!.lines.lineSpan(line).end - 20, filing!.lines.lineSpan(line).start),
        );
        return hover(filing!, at, MARKDOWN);
      });
      const shown = {
        messages: findings.map(({ message, related }) => [message, related]),
        fixes: findings.map((finding) => finding.fixes()),
        facts: facts(filing!),
        form,
        placed: placed(form, findings),
        proof: writeProof(filing!, { review: { findings, off: [], known: 0 } }),
        others: (['xml', 'text', 'piped', 'html'] as const).map((to) => convert(filing!, to)),
        explained: explain({ name: 'a', filings: [filing!], closed: undefined, linkTo: () => undefined }),
        tables: DATA_SET_TABLES.map((table) => set.write(table, 'csv')),
        hovers,
      };
      for (const [name, one] of Object.entries(shown)) assert.doesNotMatch(JSON.stringify(one), /zq\$7xw#9/, name);
    });

  it('is hidden where the text is shown as it stands, sign for sign', () => {
    const text = planted('zq$7xw#9');
    const hidden = withoutPasswords(text, { start: 0, end: text.length });
    assert.equal(hidden.length, text.length);
    assert.equal(hidden, text.replace('zq$7xw#9', '••••••••'));
    const [{ start, end }] = passwordsIn(text) as [{ start: number; end: number }];
    assert.equal(text.slice(start, end), 'zq$7xw#9');
    assert.equal(withoutPasswords(text, { start: start + 2, end: end + 3 }), '••••••</r');
    assert.equal(withoutPasswords(PLAIN, { start: 0, end: PLAIN.length }), PLAIN);
  });

  describe('on the command line', () => {
    let folder: string;
    before(() => {
      folder = mkdtempSync(join(tmpdir(), 'form4-password-'));
      // A fault on its very line, so that the line is shown.
      writeFileSync(join(folder, 'a.xml'), planted('zq$7xw#9').replace('0009999902', '12x').replace('03/07', '3/7'));
    });
    after(() => rmSync(folder, { recursive: true, force: true }));

    const formats = [
      'stylish',
      'compact',
      'github',
      'json',
      'jsonl',
      'sarif',
      'gitlab',
      'junit',
      'checkstyle',
      'report',
    ];
    const commands = [
      ...formats.map((format) => ['check', '--format', format, 'a.xml']),
      ['check', '--fix-dry-run', 'a.xml'],
      ['parse', 'a.xml'],
      ['explain', 'a.xml'],
      ['ledger', '--format', 'json', 'a.xml'],
      ...['xml', 'text', 'piped', 'html', 'json'].map((to) => ['convert', '--to', to, 'a.xml']),
      ['convert', '--to', 'html', '--findings', 'a.xml'],
    ];
    for (const command of commands)
      it(`form4 ${command.join(' ')} does not show it`, () => {
        const { stdout, stderr } = spawnSync(process.execPath, [join(process.cwd(), 'dist/cli.js'), ...command], {
          cwd: folder,
          encoding: 'utf8',
        });
        if (!command.includes('--fix-dry-run')) assert.notEqual(stdout + stderr, '');
        assert.doesNotMatch(stdout + stderr, /zq\$7xw#9/);
        if (command[2] === 'stylish') assert.match(stdout, /owner-ccc/);
      });
  });
});
