// Converting a filing, and an ownership XML beside the editor's own XML, as a person sees them. Each check leaves a picture in test-results/ui.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../tools/run.mjs';
import { openWorkbench } from './workbench.mjs';

const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');
const wrongXml = read('test/fixtures/layouts/edgarXml.xml').replace('<value>20600</value>', '<value>20060</value>');

describe('other layouts in a real editor', function () {
  let vscode;
  before(async () => {
    vscode = await openWorkbench({
      'filing.txt': read('samples/clean.txt'),
      'ownership.xml': wrongXml,
      'letter.xml': '<letter/>\n',
    });
    await vscode.open('filing.txt');
    await vscode.hideSideBar();
  });
  afterEach(async function () {
    if (vscode) await vscode.picture(this.currentTest.title.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase());
  });
  after(() => vscode?.end());

  it('offers the layouts to convert to', async () => {
    await vscode.command('Form 4: Convert to');
    const rows = vscode.page.locator('.quick-input-list .monaco-list-row');
    await vscode.until(
      'the layouts are listed',
      () => rows.allInnerTexts(),
      (all) => all.length === 7,
    );
  });

  it('opens the XML beside the filing and counts what is left to fill in', async () => {
    await vscode.pick('EDGAR XML (current)', false);
    await vscode.page.locator('.editor-instance .view-line').filter({ hasText: 'To fill in, issuerCik' }).waitFor();
    await vscode.page.locator('.statusbar-item').filter({ hasText: 'Form 4: 3 to fill in, 1 to check' }).waitFor();
    assert.deepEqual(await vscode.notifications.allInnerTexts(), []);
  });

  it('goes through what is left with a click on the count', async () => {
    await vscode.page
      .locator('.statusbar-item')
      .filter({ hasText: /to fill in/ })
      .click();
    await vscode.page.locator('.find-widget.visible .matchesCount').filter({ hasText: 'of 4' }).waitFor();
    await vscode.picture('what-is-left-to-fill-in');
    await vscode.page.keyboard.press('Escape');
    await vscode.page.locator('.find-widget.visible').waitFor({ state: 'hidden' });
  });

  it('underlines a wrong total in an ownership XML and names the layout', async () => {
    await vscode.open('ownership.xml', 'XML');
    await vscode.goTo(101);
    await vscode.underlined('20060');
    const menu = await vscode.languageMenu();
    await menu.filter({ hasText: '1 error' }).first().waitFor();
    await menu.filter({ hasText: 'EDGAR XML' }).first().waitFor();
  });

  it('offers nothing in an ordinary XML file', async () => {
    await vscode.open('letter.xml', 'XML');
    await vscode.ask('F1', '>Form 4: C');
    const rows = vscode.box.locator('.monaco-list-row');
    // A list that is not brought down to the words yet marks no words in its rows.
    const found = rows.filter({ has: vscode.page.locator('.highlight') });
    await found.filter({ hasText: 'Form 4: Check a Folder' }).waitFor();
    const offered = await rows.allInnerTexts();
    assert.ok(!offered.some((text) => text.includes('Form 4: Convert')), offered.join('\n'));
  });
});
