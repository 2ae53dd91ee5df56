// A session from end to end: open, type, fix, jump, close. It needs no notification, and nothing goes wrong unseen.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../tools/run.mjs';
import { openWorkbench } from './workbench.mjs';

const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');
const clean = read('samples/clean.txt');
const lineOf = (text) => clean.slice(0, clean.indexOf(text)).split('\n').length;
const ROW = 'Common Stock';

describe('a session', function () {
  let vscode;
  before(async () => (vscode = await openWorkbench({ 'filing.txt': clean }, { alone: true })));
  after(() => vscode?.end());

  it('open, type, fix, jump, close: no notification, and no error in the log', async () => {
    await vscode.open('filing.txt');
    await vscode.hideSideBar();
    await vscode.goTo(lineOf('Table I - '));
    await vscode.scroll(10);
    await vscode.select('10,196', ROW);
    await vscode.type('10,169', ROW);
    await vscode.underlined('10,169', ROW);
    for (let left = '169'.length; left > 0; left--) await vscode.page.keyboard.press('Backspace');
    await vscode.page.keyboard.type('196');
    await vscode.place('10,196', ROW);
    await vscode.squiggles.first().waitFor({ state: 'detached' });
    await vscode.click('(2)', ROW);
    await vscode.page.keyboard.press('F12');
    const at = vscode.page.locator('.statusbar-item').filter({ hasText: `Ln ${lineOf('- Performance shares')},` });
    await at.waitFor();
    await vscode.page.keyboard.press('Control+S');
    await vscode.page.locator('.tab.dirty').first().waitFor({ state: 'detached' });
    await vscode.closeAll();
    assert.deepEqual(await vscode.notifications.allInnerTexts(), []);
    const log = vscode.log();
    assert.deepEqual(
      log.filter((line) => /\[error\]|\[warning\]/i.test(line)),
      [],
    );
  });
});

describe('another language of the display', function () {
  let vscode;
  const pseudo = (words) => `⟪${words}⟫`;
  /** What a translator would add to the extension; the English words of its code are not shipped. */
  const translate = (folder) => {
    const said = (words) => Object.fromEntries(Object.keys(words).map((key) => [key, pseudo(words[key])]));
    const add = (file, from) => fs.writeFileSync(path.join(folder, file), JSON.stringify(said(JSON.parse(read(from)))));
    fs.mkdirSync(path.join(folder, 'l10n'));
    add('l10n/bundle.l10n.qps-ploc.json', 'l10n/bundle.l10n.json');
    add('package.nls.qps-ploc.json', 'package.nls.json');
  };
  before(async () => {
    vscode = await openWorkbench({ 'filing.txt': clean }, { prepare: translate, language: 'qps-ploc' });
  });
  afterEach(() => vscode?.picture('another-language-of-the-display'));
  after(() => vscode?.end());

  it('is that of commands and of what the extension says itself; the form keeps its own words', async () => {
    await vscode.open('filing.txt');
    const menu = await vscode.languageMenu();
    await menu
      .filter({ hasText: pseudo('No findings') })
      .first()
      .waitFor();
    await vscode.ask('F1', '>Explain This Filing');
    await vscode.box
      .locator('.monaco-list-row')
      .filter({ hasText: pseudo('Explain This Filing') })
      .first()
      .waitFor();
  });
});
