// What is drawn into a text for whoever turns it on: the running balance, hints, lines above tables. In both kinds of themes.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../tools/run.mjs';
import { openWorkbench } from './workbench.mjs';

const clean = fs.readFileSync(path.join(root, 'samples/clean.txt'), 'utf8');
const wrong = clean.replace('10,196', '10,169');
/** Letters small enough that a whole row and what is drawn behind it are in view. */
const settings = (values) => JSON.stringify({ 'editor.minimap.enabled': false, 'editor.fontSize': 11, ...values });
const lineOf = (text) => wrong.slice(0, wrong.indexOf(text)).split('\n').length;

describe('what is drawn into a filing', function () {
  let vscode;
  before(async () => {
    vscode = await openWorkbench({ 'filing.txt': wrong, '.vscode/settings.json': settings({}) });
    await vscode.open('filing.txt');
    await vscode.hideSideBar();
    await vscode.goTo(lineOf('Table I - '));
    await vscode.scroll(10);
    await vscode.squiggles.first().waitFor();
  });
  afterEach(async function () {
    if (vscode) await vscode.picture(this.currentTest.title.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase());
  });
  after(() => vscode?.end());

  /** Words that are drawn behind a line and are not part of it. */
  const drawn = () =>
    vscode.page.evaluate(() =>
      [...document.querySelectorAll('.editor-instance .view-line span span')]
        .flatMap((span) => [span, ...span.querySelectorAll('*')])
        .map((span) => getComputedStyle(span, '::after').content)
        .filter((content) => content !== 'none' && content !== 'normal' && content !== '""'),
    );
  const until = (what, holds) => vscode.until(what, drawn, holds);
  const theme = (name) => ({ 'workbench.colorTheme': name });

  it('draws nothing by default', async () => {
    assert.deepEqual(await drawn(), []);
    assert.equal(await vscode.page.locator('.editor-instance .codelens-decoration').count(), 0);
  });

  it('draws the balance of a wrong total alone', async () => {
    vscode.write('.vscode/settings.json', settings({ 'form4.runningBalance': 'problems' }));
    await until('the sum', (seen) => seen.length === 1 && /9,503 \+ 693 = 10,196, here 10,169/.test(seen[0]));
  });

  it('draws the balance of all rows in a light theme', async () => {
    vscode.write(
      '.vscode/settings.json',
      settings({ 'form4.runningBalance': 'all', ...theme('Default Light Modern') }),
    );
    await until('sums', (seen) => seen.length > 1 && seen.some((words) => /10,196 \+ 1,391 = 11,587/.test(words)));
    await vscode.page.locator('.monaco-workbench.vs').waitFor();
    await vscode.goTo(lineOf('10,169'));
    await vscode.page.keyboard.press('End');
  });

  it('draws the balance of all rows in a dark theme', async () => {
    vscode.write('.vscode/settings.json', settings({ 'form4.runningBalance': 'all', ...theme('Default Dark Modern') }));
    await vscode.page.locator('.monaco-workbench.vs-dark').waitFor();
    await until('sums', (seen) => seen.length > 1);
  });

  it('draws meanings of codes and lines above tables in a dark theme', async () => {
    const values = { 'form4.inlayHints': 'codes', 'form4.codeLens': true, ...theme('Default Dark Modern') };
    vscode.write('.vscode/settings.json', settings(values));
    await vscode.page.keyboard.press('Home');
    await vscode.token('a grant or award from the company').waitFor();
    await vscode.page.locator('.codelens-decoration').filter({ hasText: 'held after' }).first().waitFor();
    await until('no sums', (seen) => !seen.some((words) => /9,503 \+ 693/.test(words)));
  });

  it('draws names of columns in a light theme', async () => {
    vscode.write('.vscode/settings.json', settings({ 'form4.inlayHints': 'all', ...theme('Default Light Modern') }));
    await vscode.page.locator('.monaco-workbench.vs').waitFor();
    await vscode.token('amount:').waitFor();
  });
});
