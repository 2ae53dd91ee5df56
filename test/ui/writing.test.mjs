// A filing written from nothing with the keyboard alone, as somebody does who has never seen the form; and Tab in rows.
// Each check leaves a picture in test-results/ui.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../tools/run.mjs';
import { openWorkbench } from './workbench.mjs';

const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');
const clean = read('samples/clean.txt');

describe('a filing from an empty window, with the keyboard', function () {
  this.timeout(300_000);
  let vscode;
  let keys = 0;
  before(async () => {
    vscode = await openWorkbench({}, { empty: true });
  });
  afterEach(async function () {
    if (vscode) await vscode.picture(`writing-${this.currentTest.title.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase()}`);
  });
  after(() => vscode?.end());

  const press = async (key) => {
    keys++;
    await vscode.page.keyboard.press(key);
  };
  const type = async (words) => {
    keys += words.length;
    await vscode.page.keyboard.type(words);
  };
  /** Words into one place after the other, with Tab between them. */
  const fill = async (...words) => {
    for (const each of words) {
      await type(each);
      await press('Tab');
    }
  };
  const command = async (typed, title) => {
    await press('F1');
    await vscode.box.locator('input:focus').first().waitFor();
    await type(typed);
    await vscode.until(
      'the command is first',
      () => vscode.focusedRow(),
      (row) => row?.startsWith(title),
    );
    await press('Enter');
  };
  const answer = async (asked, words) => {
    await vscode.box.filter({ hasText: asked }).locator('input:focus').waitFor();
    await type(words);
    if (words !== '')
      await vscode.until(
        'the answer stands there',
        () => vscode.box.locator('input').inputValue(),
        (v) => v === words,
      );
    await press('Enter');
  };
  const suggestion = async (words) => {
    await press('Control+Space');
    await vscode.page.locator('.suggest-widget.visible .monaco-list-row.focused').filter({ hasText: words }).waitFor();
    await press('Enter');
    await vscode.page.locator('.suggest-widget.visible').waitFor({ state: 'detached' });
  };
  const errors = () => vscode.errorsShown();

  it('the window offers it', async () => {
    await vscode.page.keyboard.press('Control+Shift+E');
    await vscode.page.locator('.part.sidebar').filter({ hasText: 'New Form 4 Filing' }).first().waitFor();
  });

  it('asks step by step, with Back', async () => {
    await command('new filing', 'Form 4: New Filing');
    await answer('who files?', 'Marlow Tess Anne');
    await answer('the company', 'GANNET BAY FOODS INC');
    await vscode.box.filter({ hasText: '3/5' }).filter({ hasText: 'ticker' }).waitFor();
    await vscode.picture('writing-a-question');
    await answer('ticker', 'GNBF');
    await answer('what is the person', '');
    await answer('title of the officer', 'Chief Financial Officer');
    await answer('10b5-1', '');
    await vscode.line('Marlow Tess Anne').waitFor();
  });
});
