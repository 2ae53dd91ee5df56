import * as assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as vscode from 'vscode';
import { cleanText, closeAll, hasLanguage, show, swap, typeOver, until } from './editor';

describe('the pages on a filing', () => {
  afterEach(async () => {
    await closeAll();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
  /** Runs a command on the filing in front, and waits for its page to say something. */
  const pageBy = async (command: string, says: RegExp): Promise<vscode.TextDocument> => {
    await vscode.commands.executeCommand(command);
    return until(`a page that says ${says}`, () =>
      vscode.workspace.textDocuments.find(
        ({ uri, ...page }) => uri.scheme === 'form4-report' && says.test(page.getText?.() ?? ''),
      ),
    );
  };
  const BEFORE = 'form4.checkBeforeFiling';

  it('“Check before Filing” is shown beside the filing, rendered and readonly, and the cursor stays', async () => {
    const document = await show('ready.txt', cleanText());
    await hasLanguage(document, 'form4');
    const page = await until('the page', async () => {
      await vscode.commands.executeCommand(BEFORE);
      return vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'form4-report');
    });
    await until('the verdict', () => /\n\*\*Ready to file\.\*\*\n/.test(page.getText()));
    assert.match(
      page.getText(),
      /^# Check before filing: ready\.txt\n\n\*\*Ready to file\.\*\*\n\nChecked as it would be filed today, /,
    );
    assert.match(page.getText(), /\*\*Thursday, 03\/09\/2023, 10 p\.m\. Eastern\*\*/);
    assert.match(page.getText(), /\[Table I, row 1, column 2\]\(\/ready\.txt#L21,14\)/);
    assert.equal(vscode.window.activeTextEditor?.document, document);
    const inputs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => input));
    assert.ok(inputs.some((one) => one instanceof vscode.TabInputCustom && one.uri.toString() === page.uri.toString()));
    assert.equal(vscode.workspace.fs.isWritableFileSystem(page.uri.scheme) ?? false, false);
  });

  it('it follows the text that is not saved yet, and says so', async () => {
    const document = await show('typed.txt', swap(cleanText(), '10,196', '10,169'));
    await hasLanguage(document, 'form4');
    const page = await pageBy(BEFORE, /\*\*Not ready: 1 thing does not add up\.\*\*/);
    assert.match(
      page.getText(),
      /## Does not add up\n\n- \[Table I, row 2, column 5\]\(\/typed\.txt#L22,\d+\): Expected 10,196/,
    );
    await typeOver(document, '10,169', '10,196');
    await until('the verdict', () => /\*\*Ready to file\.\*\*/.test(page.getText()));
    assert.match(page.getText(), /^# Check before filing: typed\.txt \(not saved\)$/m);
  });

  it('“Check Report” has the hash of the file, the version and the sums', async () => {
    const document = await show('report.txt', cleanText());
    await hasLanguage(document, 'form4');
    const page = await pageBy('form4.checkReport', /^# Check report: report\.txt$/m);
    const sha256 = createHash('sha256').update(fs.readFileSync(document.uri.fsPath)).digest('hex');
    assert.ok(page.getText().includes(`| SHA-256 | \`${sha256}\` |`));
    const { version } = vscode.extensions.getExtension('form4.form4')!.packageJSON as { version: string };
    assert.ok(page.getText().includes(`| Checked | form4 ${version}, as on `));
    assert.match(page.getText(), /9,503 \+ 693 = 10,196 \| 10,196 \| adds up/);
  });

  it('a page is no Form 4 itself, and nothing is shown where there is no filing', async () => {
    const document = await show('again.txt', cleanText());
    await hasLanguage(document, 'form4');
    const page = await pageBy('form4.checkReport', /^# Check report: again\.txt$/m);
    assert.equal(page.languageId, 'markdown');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await show('note.txt', 'Dear all,\n');
    await vscode.commands.executeCommand(BEFORE);
    assert.equal(vscode.window.tabGroups.all.length, 1);
  });
});
