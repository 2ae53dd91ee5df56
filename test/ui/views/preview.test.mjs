// The preview of the form in a real editor: opened from the title bar, live, both ways, with fixes and the proof.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../../tools/run.mjs';
import { openWorkbench } from '../workbench.mjs';

const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');

describe('the preview in a real editor', function () {
  let vscode;
  let form;
  const cell = (address) => form.locator(`[data-address="${address}"]`);
  before(async () => {
    vscode = await openWorkbench({
      'filing.txt': read('samples/errors.txt'),
      'other.txt': read('samples/clean.txt'),
      'april.txt': read('samples/errors.txt').replaceAll('05/1', '04/1'),
    });
    form = vscode.page.frameLocator('iframe.webview').frameLocator('#active-frame');
    await vscode.open('filing.txt');
    await vscode.hideSideBar();
  });
  afterEach(async function () {
    if (vscode) await vscode.picture(`preview-${this.currentTest.title.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase()}`);
  });
  after(() => vscode?.end());

  it('opens beside the text with a button of the title bar', async () => {
    await vscode.page
      .locator('.editor-actions [aria-label^="Form 4: Open Preview"], .editor-actions [aria-label^="Open Preview"]')
      .first()
      .click();
    await cell('nonDerivativeTable/2/sharesOwnedFollowingTransaction').waitFor();
    await form.locator('.bar', { hasText: 'Errors: 8' }).waitFor();
    assert.equal(await form.locator('table').count(), 2);
  });

  it('says what is wrong in a cell, and makes the fix with one click', async () => {
    const total = cell('nonDerivativeTable/2/sharesOwnedFollowingTransaction');
    await total.hover();
    await form.locator('.findings', { hasText: 'Expected 48,310' }).waitFor();
    const fix = form.locator('.findings button', { hasText: 'Set the total to 48,310' });
    await fix.waitFor();
    await vscode.picture('preview-finding');
    await fix.click();
    await form.locator('.bar', { hasText: 'Errors: 7' }).waitFor();
    assert.equal(await total.locator('.words').innerText(), '48,310');
  });

  it('takes the cursor to the place of a cell, and follows the cursor', async () => {
    await cell('nonDerivativeTable/5/transactionShares').click();
    await vscode.until(
      'the cursor is on the row',
      () => vscode.position(),
      (at) => at.startsWith('Ln 28,'),
    );
    await vscode.page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
    await vscode.page.keyboard.type('1');
    await vscode.until(
      'the form has what was typed',
      () => cell('nonDerivativeTable/5/transactionShares').locator('.words').innerText(),
      (words) => words === '1,300' || words === '1300',
    );
    await vscode.page.keyboard.press('Control+z');
    await form.locator('.bar', { hasText: 'Errors: 7' }).waitFor();
    await vscode.goTo(25);
    await form.locator('.here[data-address^="nonDerivativeTable/2/"]').waitFor();
  });

  it('marks what is otherwise than in the filing before', async () => {
    await form.getByLabel('Changes').selectOption('before');
    const date = cell('nonDerivativeTable/3/transactionDate');
    await date.locator('del', { hasText: '04/14/2024' }).waitFor();
    assert.equal(await date.locator('ins').innerText(), '05/14/2024');
    await form.getByText('Changes against april.txt').waitFor();
    await vscode.picture('preview-redline');
    await form.getByLabel('Changes').selectOption('none');
    await date.locator('del').waitFor({ state: 'detached' });
  });

  it('turns to another filing, and stays where it is told to', async () => {
    await vscode.open('other.txt');
    await form.locator('.bar', { hasText: 'other.txt' }).waitFor();
    await form.locator('button', { hasText: 'Stay with this file' }).click();
    await vscode.page.locator('.tab', { hasText: 'Preview of other.txt (stays)' }).waitFor();
    await vscode.page.keyboard.press('Control+1'); // out of the preview, beside which the file is to open
    await vscode.page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
    await vscode.open('filing.txt');
    await form.locator('.bar', { hasText: 'other.txt' }).waitFor();
  });

  it('writes a proof where it is told to', async () => {
    await vscode.exportProof('Review copy', 'filing-review.html');
    const file = path.join(vscode.folder, 'filing-review.html');
    await vscode.until(
      'the proof is written',
      () => fs.existsSync(file) && fs.readFileSync(file, 'utf8').endsWith('</html>\n'),
    );
    const html = fs.readFileSync(file, 'utf8');
    assert.match(html, /Draft, not filed with the SEC/);
    assert.match(html, /<dd>(?:unsaved|[0-9a-f]{64})<\/dd>/);
    assert.match(html, /Points to look at/);
  });
});
