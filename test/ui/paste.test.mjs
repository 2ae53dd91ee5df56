// What Ctrl+V offers: cells of a spreadsheet as rows, a page out of a browser as a filing. Each check leaves a picture.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../tools/run.mjs';
import { openWorkbench } from './workbench.mjs';

const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');
const filing = read('test/fixtures/bulleted-notes.txt');
const CELLS = 'Date\tAction\tShares\tPrice\n8/17/2022\tSell\t100\t$45.12';
const TABLE =
  '<table><tr><td>Date</td><td>Action</td><td>Shares</td><td>Price</td></tr>' +
  '<tr><td>8/17/2022</td><td>Sell</td><td>1<wbr>00</td><td>$45.12</td></tr></table>';

describe('pasting in a real editor', function () {
  let vscode;
  before(async () => {
    vscode = await openWorkbench({ 'filing.txt': filing, 'empty.txt': '', 'other.form4': '' });
    await vscode.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await vscode.open('filing.txt');
    await vscode.hideSideBar();
  });
  afterEach(async function () {
    if (vscode) await vscode.picture(this.currentTest.title.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase());
  });
  after(() => vscode?.end());

  const copy = (plain, html) =>
    vscode.page.evaluate(
      async ([plain, html]) => {
        const blobs = { 'text/plain': new Blob([plain], { type: 'text/plain' }) };
        if (html) blobs['text/html'] = new Blob([html], { type: 'text/html' });
        await navigator.clipboard.write([new ClipboardItem(blobs)]);
      },
      [plain, html],
    );
  const line = (words) => vscode.page.locator('.editor-instance .view-line').filter({ hasText: words });
  const offer = () => vscode.page.locator('.post-edit-widget').first();
  const choose = async (title) => {
    await offer().click();
    const row = vscode.page.locator('.action-widget .monaco-list-row').filter({ hasText: title });
    await row.waitFor();
    await vscode.until('the offer is the row that Enter takes', async () => {
      if (await row.evaluate((one) => one.classList.contains('focused'))) return true;
      await vscode.page.keyboard.press('ArrowDown');
      return false;
    });
    await vscode.page.keyboard.press('Enter');
  };

  it('cells are pasted as they are, and offered as rows with their totals', async () => {
    const at = filing.split('\n').findIndex((one) => one.includes('20,600'));
    await vscode.goToRow(at + 1);
    await copy(CELLS, TABLE);
    await vscode.page.keyboard.press('Control+V');
    await line('Sell').first().waitFor();
    await choose('Insert as Rows of the Filing');
    await line('45.12').filter({ hasText: '20,500' }).waitFor();
    assert.equal(await line('Sell').count(), 0);
    await vscode.page.keyboard.press('Control+Z');
  });

  it('a page out of a browser becomes a filing', async () => {
    await vscode.open('empty.txt', 'Plain Text');
    await copy(read('test/fixtures/layouts/browser-copy.txt'));
    await vscode.page.keyboard.press('Control+V');
    await vscode.page.locator('[id="status.editor.mode"]').filter({ hasText: 'Form 4' }).waitFor();
    await choose('Insert as a Form 4');
    await vscode.page.locator('.breadcrumbs-control').waitFor();
  });
});
