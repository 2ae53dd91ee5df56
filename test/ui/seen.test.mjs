// What the features look like: each check leaves a picture in test-results/ui to be looked at.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../tools/run.mjs';
import { openWorkbench } from './workbench.mjs';

const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');
const clean = read('samples/clean.txt');
const lineOf = (text) => clean.slice(0, clean.indexOf(text)).split('\n').length;
const ROW = '9,503';
const name = (title) => title.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase();

describe('what is seen of the features', function () {
  let vscode;
  const page = () => vscode.page;
  before(async () => {
    vscode = await openWorkbench({
      'filing.txt': clean,
      'errors.txt': read('samples/errors.txt'),
      'letter.txt': 'Dear all,\n',
    });
    await vscode.open('filing.txt');
    await vscode.goTo(lineOf(ROW));
  });
  afterEach(async function () {
    if (vscode) await vscode.picture(name(this.currentTest.title));
    await vscode?.page.keyboard.press('Escape');
  });
  after(() => vscode?.end());

  it('outline and breadcrumbs of a filing', async () => {
    await vscode.command('Explorer: Focus on Outline View');
    await page().locator('.outline-pane .monaco-list-row').filter({ hasText: 'Table I' }).first().waitFor();
    await vscode.command('View: Focus Active Editor Group');
    await page().locator('.breadcrumbs-control').filter({ hasText: '03/07/2023 A 693' }).waitFor();
  });

  it('the list of completions for a code', async () => {
    await vscode.hideSideBar();
    await vscode.select('A', '11,587');
    await page().keyboard.press('Delete');
    await page().locator('.tab.dirty').waitFor();
    await vscode.command('Trigger Suggest');
    const rows = page().locator('.suggest-widget.visible .monaco-list-row');
    await vscode.until(
      'the codes are listed',
      () => rows.count(),
      (count) => count > 5,
    );
  });

  it('signature help in a row', async () => {
    await vscode.command('File: Revert File');
    await page().locator('.tab.dirty').waitFor({ state: 'detached' });
    await vscode.goTo(lineOf(ROW));
    await vscode.click('03/07/2023', ROW);
    await vscode.command('Trigger Parameter Hints');
    await page().locator('.parameter-hints-widget.visible').filter({ hasText: '2. Transaction Date' }).waitFor();
  });

  it('sections folded', async () => {
    await vscode.command('Fold All');
    await page().locator('.editor-instance .inline-folded').first().waitFor();
    const lines = page().locator('.editor-instance .view-line');
    await vscode.until(
      'few lines are left',
      () => lines.count(),
      (count) => count < 30,
    );
  });

  it('the explanation beside the filing', async () => {
    await vscode.command('Unfold All');
    await page().locator('.editor-instance .inline-folded').first().waitFor({ state: 'detached' });
    await vscode.goTo(lineOf(ROW));
    await vscode.command('Form 4: Explain This Filing');
    const view = page().frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await view.locator('li').filter({ hasText: '2,777 shares of Common Stock, held directly, were granted' }).waitFor();
    assert.equal(await view.locator('li').filter({ hasText: 'ESOP' }).locator('a').innerText(), '24');
  });

  it('the compass names table, column, balance, due date and signature', async () => {
    await vscode.closeAll();
    await vscode.open('filing.txt');
    await vscode.goTo(lineOf('10,196'));
    await vscode.click('43.16', '10,196');
    const menu = await vscode.languageMenu();
    const lines = [
      'Table I, 4. Securities Acquired (A) or Disposed Of (D): Price (Instr. 3, 4 and 5)',
      '9,503 + 693 acquired = 10,196',
      'Due Thursday, 03/09/2023, 10 p.m. Eastern',
      'signed 03/09/2023, in time',
    ];
    for (const line of lines) await menu.filter({ hasText: line }).first().waitFor();
    await menu.filter({ hasText: 'Restart' }).first().waitFor();
  });

  it('the report on a folder', async () => {
    await vscode.command('Form 4: Check a Folder');
    const view = page().frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await view.locator('p').filter({ hasText: '2 filings were found and checked' }).waitFor();
    await view.locator('h2').filter({ hasText: 'errors.txt' }).waitFor();
  });

  it('symbols of filings that are not open', async () => {
    await vscode.closeAll();
    await vscode.open('filing.txt');
    await vscode.ask('Control+T', '#Verity');
    await vscode.box.locator('.monaco-list-row').filter({ hasText: 'Verity Brannock Ilse' }).first().waitFor();
  });

  it('the walkthrough', async () => {
    await page().keyboard.press('Escape');
    await vscode.closeAll();
    await vscode.command('Welcome: Open Walkthrough');
    await vscode.box.locator('input:focus').fill('Form 4');
    await vscode.pick('Get started with Form 4');
    await page().locator('.gettingStartedContainer').filter({ hasText: 'Open a filing' }).waitFor();
    await page().locator('.gettingStartedContainer').filter({ hasText: 'Check a folder' }).waitFor();
  });

  it('a sample opens as a new document', async () => {
    await vscode.closeAll();
    await vscode.command('Form 4: Open Sample');
    await vscode.squiggles.first().waitFor();
  });

  for (const theme of ['Light Modern', 'Dark Modern', 'Light+', 'Dark+', 'Dark High Contrast'])
    it(`errors in ${theme}`, async () => {
      await vscode.command('Preferences: Color Theme');
      await vscode.box.locator('input:focus').fill(theme);
      await vscode.pick(theme);
      await vscode.box.waitFor({ state: 'hidden' });
      await vscode.squiggles.first().waitFor();
    });

  it('needed no notification for any of it', async () => {
    await vscode.command('View: Revert and Close Editor');
    assert.deepEqual(await vscode.notifications.allInnerTexts(), []);
  });
});
