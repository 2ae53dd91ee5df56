// A filing that is shown as its form in a real editor: commands on it, the text beside it, and what is not saved when the window
// goes.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../../tools/run.mjs';
import { openWorkbench } from '../workbench.mjs';

const text = fs.readFileSync(path.join(root, 'samples/errors.txt'), 'utf8');

describe('a filing as its form', function () {
  let vscode;
  const total = 'nonDerivativeTable/2/sharesOwnedFollowingTransaction';
  /** The page of a view in which something is drawn. */
  const pageWith = (selector) =>
    vscode.until(`a view with ${selector}`, async () => {
      for (const frame of vscode.page.frames()) if (await frame.$(selector).catch(() => null)) return frame;
      return undefined;
    });
  const field = (address) => `input[data-address="${address}"]`;
  let form;
  const shows = (address, words) =>
    vscode.until(
      `the form says ${words} at ${address}`,
      () => form.locator(field(address)).inputValue(),
      (now) => now === words,
    );
  const press = async (...keys) => {
    for (const key of keys) await vscode.page.keyboard.press(key);
  };
  const tab = (words) => vscode.page.locator('.tab').filter({ hasText: words }).first();
  const line = (words) => vscode.page.locator('.editor-instance .view-line').filter({ hasText: words }).first();
  before(async () => {
    vscode = await openWorkbench({ 'filing.txt': text });
    await vscode.open('filing.txt');
    await vscode.hideSideBar();
    await vscode.command('Form 4: Edit as Form');
    await vscode.page.locator('iframe.webview.ready').first().waitFor();
    await vscode.picture('form-beside');
    form = await pageWith(field(total));
  });
  afterEach(async function () {
    if (vscode)
      await vscode.picture(`form-beside-${this.currentTest.title.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase()}`);
  });
  after(() => vscode?.end());

  it('has the buttons that make sense of a form, and no others', async () => {
    const named = () =>
      vscode.page
        .locator('.editor-actions .action-label')
        .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
    const all = await vscode.until('the buttons', named, (now) => now.some((one) => one.includes('Open Preview')));
    for (const wanted of ['Check before Filing', 'Edit as Text'])
      assert.ok(
        all.some((one) => one.includes(wanted)),
        `${wanted} of ${all.join(', ')}`,
      );
    assert.ok(!all.some((one) => one.includes('Align Columns')), all.join(', '));
  });

  it('says in the status bar how the filing stands', async () => {
    await vscode.page.locator('.statusbar-item', { hasText: 'Form 4, tab-separated text: 8 errors' }).first().waitFor();
  });

  it('takes the commands on a filing: check, report, explanation, preview', async () => {
    await form.locator(field(total)).focus();
    for (const [command, shown] of [
      ['Form 4: Check before Filing', 'filing.txt: Check before Filing'],
      ['Form 4: Check Report', 'filing.txt: Check Report'],
      ['Form 4: Explain This Filing', 'filing.txt: What This Filing Says'],
      ['Form 4: Open Preview', 'Preview of filing.txt'],
    ]) {
      await vscode.command(command);
      await tab(shown).waitFor();
    }
    const preview = await pageWith('.thing[data-address="periodOfReport"]');
    await preview.locator('.bar', { hasText: 'Errors: 8' }).waitFor();
  });

  it('writes a proof, with a button that opens it', async () => {
    await vscode.exportProof('Proof', 'filing-proof.html');
    const written = vscode.notifications.filter({ hasText: 'filing-proof.html is written' });
    await written.waitFor();
    await vscode.picture('form-beside-proof-written');
    await written.getByRole('button', { name: 'Open' }).click();
    await tab('filing-proof.html').waitFor();
    assert.match(fs.readFileSync(path.join(vscode.folder, 'filing-proof.html'), 'utf8'), /Totals and their sums/);
  });

  it('says first what is missing where there is nothing to compare with', async () => {
    // The form stands behind the tab of its text, where that one was kept.
    await vscode.page
      .locator('.editor-group-container')
      .first()
      .locator('.tab', { hasText: /^filing\.txt/ })
      .last()
      .click();
    form = await pageWith(field(total));
    await form.locator(field(total)).focus();
    await vscode.command('Form 4: Compare with the Filing Before');
    const said = vscode.notifications.filter({ hasText: 'No earlier filing found' });
    await said.waitFor();
    await vscode.picture('form-beside-nothing-to-compare');
    await press('Escape');
    await vscode.command('Notifications: Clear All Notifications');
    await vscode.command('View: Close Editors in Other Groups');
  });

  it('shows what is typed in its text beside it, and the text what is typed in it; undo works from either', async () => {
    await form.locator(field(total)).focus();
    await press('Control+.');
    await form.getByRole('menuitem', { name: 'Show in the text' }).press('Enter');
    await vscode.page.locator('.editor-instance .monaco-editor.focused').waitFor();
    // The cell is selected in the text: what is typed over it comes into the form.
    await vscode.page.keyboard.type('48,301');
    await shows(total, '48,301');
    // An undo in the form takes back what was typed in the text.
    await form.locator(field(total)).focus();
    await vscode.until('the undo of the form', async () => {
      await press('Control+z');
      return (await form.locator(field(total)).inputValue()) === '48,130';
    });
    await line('48,130').waitFor();
    // And the other way round.
    await form.locator(field(total)).focus();
    await press('=');
    await shows(total, '48,310');
    await line('48,310').waitFor();
    await vscode.page.locator('.editor-instance .monaco-editor .view-lines').first().click();
    await vscode.page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
    await press('Control+z');
    await shows(total, '48,130');
    await press('Control+y');
    await shows(total, '48,310');
    await tab('filing.txt').and(vscode.page.locator('.dirty')).waitFor();
  });

  it('keeps what is not saved when the window is loaded anew', async () => {
    await vscode.command('View: Close Editors in Other Groups').catch(() => undefined);
    await form.locator(field(total)).focus();
    await vscode.backedUp(`${vscode.folder}/filing.txt`, '48,310');
    await vscode.page.reload();
    await tab('filing.txt').waitFor();
    form = await pageWith(field(total));
    await shows(total, '48,310');
    await tab('filing.txt').and(vscode.page.locator('.dirty')).waitFor();
    assert.ok(vscode.read('filing.txt').includes('48,130'));
    // It is a form like any other: its next change is one, and it is saved.
    await form.locator(field('dateOfOriginalSubmission')).focus();
    await vscode.page.keyboard.type('5/17/2024');
    await press('Enter');
    await shows('dateOfOriginalSubmission', '05/17/2024');
    await press('Control+s');
    await vscode.until(
      'it is saved',
      () => /48,310[\s\S]*/.test(vscode.read('filing.txt')) && vscode.read('filing.txt').includes('05/17/2024'),
    );
  });
});
