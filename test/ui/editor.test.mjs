// What a person sees: the packed extension in a real editor, looked at through a browser. Each check leaves a picture in test-results/ui.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../tools/run.mjs';
import { openWorkbench } from './workbench.mjs';

const clean = fs.readFileSync(path.join(root, 'samples/clean.txt'), 'utf8');
const lineOf = (text) => clean.slice(0, clean.indexOf(text)).split('\n').length;
const ROW = 'Common Stock';

describe('the packed extension in a real editor', function () {
  let vscode;
  before(async () => {
    vscode = await openWorkbench({ 'filing.txt': clean, 'codes.txt': clean.replace('\tA\t', '\tQ\t') });
    await vscode.open('filing.txt');
    await vscode.hideSideBar();
    await vscode.goTo(lineOf('Table I - '));
    await vscode.scroll(10);
  });
  afterEach(async function () {
    if (vscode) await vscode.picture(this.currentTest.title.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase());
  });
  after(() => vscode?.end());

  it('underlines a wrong total while it is typed', async () => {
    assert.equal(await vscode.squiggles.count(), 0);
    await vscode.select('10,196', ROW);
    await vscode.type('10,169', ROW);
    await vscode.underlined('10,169', ROW);
  });

  it('says in the hover what was expected and why', async () => {
    await vscode.point('10,169', ROW, 'Expected 10,196 (9,503 + 693 acquired)');
  });

  it('lists the finding once in the Problems panel', async () => {
    await vscode.page.keyboard.press('Escape');
    await vscode.command('View: Focus Problems');
    const rows = vscode.problems.locator('.monaco-list-row').filter({ hasText: 'Expected 10,196' });
    await rows.first().waitFor();
    assert.equal(await rows.count(), 1);
  });

  it('opens the page of the rule from the code in the Problems panel', async () => {
    await vscode.noHover(); // the one in the text may lie over the panel
    await vscode.problems
      .locator('a.marker-code, .marker-code a, a')
      .filter({ hasText: 'holdings-total' })
      .first()
      .click();
    const view = vscode.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await view.locator('h1').filter({ hasText: 'A total that does not follow' }).waitFor();
  });

  it('shows state, counts and a restart in the language menu', async () => {
    await vscode.open('filing.txt');
    const menu = await vscode.languageMenu();
    await menu.filter({ hasText: '1 error' }).first().waitFor();
    await menu.filter({ hasText: 'Restart' }).first().waitFor();
  });

  it('sets the total with two keys: Ctrl+. and Enter', async () => {
    await vscode.command('View: Hide Panel');
    await vscode.page.locator('.part.panel').waitFor({ state: 'hidden' });
    await vscode.goTo(lineOf('10,196'));
    await vscode.select('10,169', ROW);
    await vscode.page.keyboard.press('Control+.');
    const menu = vscode.page.locator('.action-widget .monaco-list-row.action');
    await menu.filter({ hasText: 'Set the total to 10,196' }).waitFor();
    await vscode.picture('the-quick-fixes-on-offer');
    assert.match(await menu.first().innerText(), /Set the total to 10,196/);
    await vscode.page.locator('.action-widget .monaco-list-row.focused').filter({ hasText: 'Set the total' }).waitFor();
    await vscode.page.keyboard.press('Enter');
    await vscode.token('10,196').waitFor();
    await vscode.squiggles.first().waitFor({ state: 'detached' });
  });

  it('goes from a marker to its footnote with F12', async () => {
    await vscode.click('(2)', ROW);
    await vscode.page.keyboard.press('F12');
    const bullets = clean.split('\n').flatMap((line, index) => (line.startsWith('- ') ? [index + 1] : []));
    await vscode.page
      .locator('.statusbar-item')
      .filter({ hasText: `Ln ${bullets[1]},` })
      .waitFor();
  });

  it('colours codes, numbers and headings apart, and an unknown code as wrong', async () => {
    const colour = (locator) => locator.evaluate((span) => getComputedStyle(span).color);
    await vscode.goTo(lineOf('Table I - '));
    const tokens = [vscode.token(/^\s*A\s*$/, '9,503'), vscode.token('9,503'), vscode.token('Table I')];
    const [known] = await vscode.until(
      'a code, a number and a heading have three colours',
      () => Promise.all(tokens.map(colour)),
      (all) => new Set(all).size === 3,
    );
    await vscode.open('codes.txt');
    await vscode.goTo(lineOf('Table I - '));
    await vscode.squiggles.first().waitFor();
    await vscode.until(
      'an unknown code has another colour',
      () => colour(vscode.token(/^\s*Q\s*$/)),
      (unknown) => unknown !== known,
    );
  });

  it('needed no notification for any of it', async () => {
    assert.deepEqual(await vscode.notifications.allInnerTexts(), []);
  });
});
