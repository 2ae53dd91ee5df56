// Row operations as a person sees them: what is asked, and what is shown before it is made. Each check leaves a picture in test-results/ui.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../tools/run.mjs';
import { openWorkbench } from './workbench.mjs';

const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');
const text = read('test/fixtures/bulleted-notes.txt');
const lineOf = (words) => text.split('\n').findIndex((line) => line.includes(words)) + 1;

describe('row operations in a real editor', function () {
  let vscode;
  before(async () => {
    vscode = await openWorkbench({ 'filing.txt': text, 'wrong.txt': text.replace('20,600', '20,060') });
    await vscode.open('filing.txt');
    await vscode.hideSideBar();
  });
  afterEach(async function () {
    if (vscode) await vscode.picture(this.currentTest.title.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase());
  });
  after(() => vscode?.end());

  const asked = (words) => vscode.box.filter({ hasText: words }).waitFor();
  const answer = async (words) => {
    await vscode.box.locator('input:focus').fill(words);
    await vscode.page.keyboard.press('Enter');
  };
  const line = (words) => vscode.page.locator('.editor-instance .view-line').filter({ hasText: words });

  it('an exercise asks which option', async () => {
    await vscode.goToRow(lineOf('20,000'));
    await vscode.command('Form 4: Report an Exercise');
    await asked('Exercise of an option');
    const rows = vscode.box.locator('.monaco-list-row');
    await rows.filter({ hasText: 'Stock Option (Right to Buy), $12.25, expires 02/01/2027' }).waitFor();
    assert.equal(await rows.count(), 2);
    await vscode.box.locator('.monaco-list-row.focused').waitFor();
  });

  it('and how many, and again where the answer cannot be', async () => {
    await vscode.page.keyboard.press('Enter');
    await asked('How many were exercised? 4,500 were left.');
    await answer('4,501');
    await asked('Expected 4,500 at the most; found 4,501.');
  });

  it('and what became of the shares', async () => {
    await answer('500');
    await asked('Date of the exercise.');
    await answer('08/17/2022');
    await asked('All were kept');
    assert.equal(await vscode.box.locator('input').getAttribute('placeholder'), 'What became of the 500 shares?');
    assert.equal(await vscode.box.locator('.monaco-list-row').count(), 3);
  });

  it('and then writes all rows', async () => {
    await vscode.pick('Some were withheld by the issuer', false);
    await asked('How many shares were withheld?');
    await answer('200');
    await asked('Value per share withheld');
    await answer('48.02');
    await line('20,300').waitFor();
    await line('4,000').waitFor();
    await vscode.notifications.filter({ hasText: '2 rows written in Table I and 1 in Table II.' }).waitFor();
    await vscode.command('Notifications: Clear All Notifications');
  });

  it('recomputed totals are made and said, with a button that shows the first', async () => {
    await vscode.open('wrong.txt');
    await vscode.goToRow(lineOf('21,500'));
    await vscode.command('Form 4: Recompute Totals from Here');
    await line('20,600').first().waitFor();
    const said = vscode.notifications.filter({ hasText: '20,060 → 20,600' });
    await said.waitFor();
    await vscode.picture('recomputed-totals-are-said');
    await said.locator('.monaco-button').filter({ hasText: 'Show' }).click();
    await vscode.until(
      'the total is selected',
      () => vscode.position(),
      (at) => at.includes('(6 selected)'),
    );
  });

  it('the actions of a row are listed where they are asked for', async () => {
    await vscode.goTo(lineOf('21,500'));
    await vscode.page.keyboard.press('Control+Shift+R');
    const actions = vscode.page.locator('.action-widget:visible .monaco-list-row');
    await actions.filter({ hasText: 'New row like this one' }).waitFor();
    await actions.filter({ hasText: 'Delete this row' }).waitFor();
  });
});
