// "Form 4: Edit as Form" in a real editor, with keys alone: each change is the least edit of the text, undo and save are those
// of the document. Each step leaves a picture in test-results/ui.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../../tools/run.mjs';
import { openWorkbench } from '../workbench.mjs';

const text = fs.readFileSync(path.join(root, 'samples/errors.txt'), 'utf8');
const columns = fs.readFileSync(path.join(root, 'test/fixtures/layouts/columns.txt'), 'utf8');

describe('Edit as Form', function () {
  let vscode;
  let form;
  before(async () => {
    vscode = await openWorkbench({ 'filing.txt': text, 'page.txt': columns });
    await vscode.open('filing.txt');
    await vscode.hideSideBar();
  });
  afterEach(async function () {
    if (vscode)
      await vscode.picture(`edit-as-form-${this.currentTest.title.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase()}`);
  });
  after(() => vscode?.end());

  const press = async (...keys) => {
    for (const key of keys) await vscode.page.keyboard.press(key);
  };
  const at = (address) => form.locator(`[data-address="${address}"]`);
  const value = (address, words) =>
    vscode.until(
      `${address} says ${words}`,
      () => at(address).inputValue(),
      (now) => now === words,
    );
  const focused = (address) =>
    vscode.until(`the focus is on ${address}`, () => at(address).evaluate((field) => field === document.activeElement));
  const total = 'nonDerivativeTable/2/sharesOwnedFollowingTransaction';
  /** The lines of the file that are others than they were, when it is saved. */
  const saved = () =>
    vscode.until(
      'the file is saved',
      () =>
        vscode
          .read('filing.txt')
          .split('\n')
          .filter((line) => !text.split('\n').includes(line)),
      (lines) => lines.length > 0,
    );

  it('opens the filing as the form', async () => {
    await vscode.command('Form 4: Edit as Form');
    form = vscode.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await at(total).waitFor();
    assert.equal(await at(total).inputValue(), '48,130');
    assert.equal(await at('reportingOwner/0/isDirector').isChecked(), true);
  });

  it('corrects a wrong total with one key', async () => {
    await at(total).focus();
    await form.getByRole('status').getByText('Expected 48,310').waitFor();
    await form.getByRole('button', { name: 'Set the total to 48,310' }).waitFor();
    await vscode.picture('edit-as-form-a-wrong-total');
    await press('=');
    await value(total, '48,310');
    await vscode.page.locator('.tab.active.dirty').filter({ hasText: 'filing.txt' }).waitFor();
  });

  it('adds a sale with a note', async () => {
    await press('Control+Enter');
    await focused('nonDerivativeTable/3/transactionCode');
    for (const words of ['s', '', '310', 'd', '62.5']) {
      await vscode.page.keyboard.type(words);
      await press('Tab');
    }
    await focused('nonDerivativeTable/3/sharesOwnedFollowingTransaction');
    await form.getByText('= 48,000').waitFor();
    await press('=', 'Shift+Tab', 'Control+m');
    await form.getByLabel('New footnote', { exact: true }).waitFor();
    await vscode.page.keyboard.type('Sold in one trade.');
    await press('Enter');
    await value('footnote/3', 'Sold in one trade.');
    await value('nonDerivativeTable/3/sharesOwnedFollowingTransaction', '48,000');
  });

  it('ticks a box', async () => {
    await at('reportingOwner/0/isTenPercentOwner').focus();
    await press('Space');
    await vscode.until('10% Owner is ticked', () => at('reportingOwner/0/isTenPercentOwner').isChecked());
  });

  it('takes the last change back, and makes it again', async () => {
    await press('Control+z');
    await vscode.until('10% Owner is clear', async () => !(await at('reportingOwner/0/isTenPercentOwner').isChecked()));
    await press('Control+y');
    await vscode.until('10% Owner is ticked', () => at('reportingOwner/0/isTenPercentOwner').isChecked());
    await press('Control+z');
    await vscode.until('10% Owner is clear', async () => !(await at('reportingOwner/0/isTenPercentOwner').isChecked()));
  });

  it('saves the text with the least of edits', async () => {
    await press('Control+s');
    const lines = await saved();
    assert.deepEqual(
      lines.filter((line) => line.startsWith('Common') || line.includes('Sold in')),
      [
        'Common Stock\t05/13/2024\t\tS <sup>(1)</sup>\t\t1,600\tD\t\\$62.13 <sup>(3)</sup>\t48,310\tD\t',
        'Common Stock\t05/13/2024\t\tS\t\t310\tD\t\\$62.50 <sup>(4)</sup>\t48,000\tD\t',
        '4. Sold in one trade.',
      ],
    );
    // Besides, the notes behind the new one have other numbers, in the list and in Table II, and nothing else has changed.
    assert.ok(
      lines.every((line) => /^(?:Common|4\.|[5-9]\.|Stock Option|Restricted)/.test(line)),
      lines.join('\n'),
    );
    assert.equal(vscode.read('filing.txt').split('\n').length, text.split('\n').length + 2);
    await vscode.page.locator('.tab.active:not(.dirty)').filter({ hasText: 'filing.txt' }).waitFor();
  });

  it('follows the text beside it', async () => {
    await at(total).focus();
    await press('Control+.');
    await form.getByRole('menu').waitFor();
    await form.getByRole('menuitem', { name: 'Show in the text' }).press('Enter');
    await vscode.page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await vscode.page.keyboard.type('48,301');
    await value(total, '48,301');
    await press('Control+z');
  });

  it('says why a layout takes no edits, and offers the conversion', async () => {
    await vscode.closeAll();
    await vscode.open('page.txt');
    await vscode.command('Form 4: Edit as Form');
    form = vscode.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await form.getByText('takes no edits from the form').waitFor();
    await form.getByRole('button', { name: 'Convert…' }).first().press('Enter');
    await vscode.box.filter({ hasText: 'Convert page.txt to' }).waitFor();
    await press('Escape');
  });
});
