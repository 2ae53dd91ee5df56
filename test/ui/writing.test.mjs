// A filing written from nothing with the keyboard alone, as somebody does who has never seen the form; and Tab in rows.
// Each check leaves a picture in test-results/ui.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../tools/run.mjs';
import { frames } from './page.mjs';
import { openWorkbench } from './workbench.mjs';

const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');

describe('a filing from an empty window, with the keyboard', function () {
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
    const input = vscode.box.locator('input:focus');
    await vscode.until('it is asked', async () =>
      `${await vscode.box.innerText().catch(() => '')} ${await input.getAttribute('placeholder').catch(() => '')}`.includes(
        asked,
      ),
    );
    await type(words);
    if (words !== '')
      await vscode.until(
        'the answer stands there',
        () => input.inputValue(),
        (there) => there === words,
      );
    await press('Enter');
  };
  /** A list that was asked for while the text still changed is taken back: it is asked for once more. */
  const comes = (what, focused, key) =>
    vscode.until(what, async () => {
      for (let frame = 0; frame < 90; frame++) {
        if (await focused.isVisible()) return true;
        await vscode.page.evaluate(frames, 1);
      }
      await vscode.page.keyboard.press(key);
      return false;
    });
  const suggestion = async (words) => {
    await vscode.page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
    await press('Control+Space');
    const focused = vscode.page.locator('.suggest-widget.visible .monaco-list-row.focused');
    await comes('suggestions', focused, 'Control+Space');
    for (let more = 0; more < 10 && !words.test(await focused.innerText()); more++) await press('ArrowDown');
    await focused.filter({ hasText: words }).waitFor();
    await press('Enter');
    await vscode.page.locator('.suggest-widget.visible').waitFor({ state: 'detached' });
  };
  /** Takes the first of a list that has come by itself, of which nothing is chosen. */
  const listed = async (words) => {
    const list = vscode.page.locator('.suggest-widget.visible');
    await list.locator('.monaco-list-row').filter({ hasText: words }).first().waitFor();
    assert.equal(await list.locator('.monaco-list-row.focused').count(), 0);
    await press('ArrowDown');
    await list.locator('.monaco-list-row.focused').filter({ hasText: words }).waitFor();
    await press('Enter');
    await list.waitFor({ state: 'detached' });
  };
  /** What the light bulb offers, down to one of its rows. */
  const offered = async (title) => {
    await press('Control+.');
    const focused = vscode.page.locator('.action-widget .monaco-list-row.focused');
    await comes('the light bulb', focused, 'Control+.');
    for (let more = 0; more < 20 && (await focused.innerText()).trim() !== title; more++) await press('ArrowDown');
    await focused.filter({ hasText: title }).waitFor();
    await vscode.picture(`writing-${title.replaceAll(' ', '-').toLowerCase()}`);
    await press('Enter');
  };
  const errors = () => vscode.errorsShown();

  it('the window offers it', async () => {
    await vscode.page.keyboard.press('Control+Shift+E');
    await vscode.page.locator('.part.sidebar').filter({ hasText: 'New Form 4 Filing' }).first().waitFor();
  });

  it('asks step by step, with Back', async () => {
    await command('new filing', 'Form 4: New Filing');
    await answer('at which company?', 'GANNET BAY FOODS INC');
    await vscode.box.filter({ hasText: '2/5' }).filter({ hasText: 'ticker' }).waitFor();
    await vscode.picture('writing-a-question');
    await answer('ticker', 'GNBF');
    await answer('who files?', 'Marlow Tess Anne');
    await answer('what is the person', '');
    await answer('title of the officer', 'Chief Financial Officer');
    await answer('10b5-1', '');
    await vscode.line('Marlow Tess Anne').waitFor();
    await vscode.until(
      'the first place is selected',
      () => vscode.position(),
      (at) => at.includes('(8 selected)'),
    );
  });

  it('goes from place to place with Tab', async () => {
    await fill(
      '9 ROPEWALK',
      'GANNET HARBOR WA 98999',
      '03/07/2023',
      'Common Stock',
      'A',
      '1,500',
      'A',
      '0',
      '21,500',
      'D',
    );
    await vscode.line('21,500').waitFor();
    await vscode.until('no error is shown', errors, (count) => count === 0);
  });

  it('writes the next row like the one before, and its total', async () => {
    await press('Escape');
    await offered('New row like this one');
    await vscode.line('‹code›').waitFor();
    await fill('F', '600', 'D', '43.16');
    await listed(/20,900/);
    await vscode.line('20,900').waitFor();
    await vscode.until('no error is shown', errors, (count) => count === 0);
  });

  it('adds a note where the cursor is, in words that are there', async () => {
    await offered('Insert a footnote here');
    await vscode.line('[Explain here]').waitFor();
    await suggestion(/withheld/);
    await vscode.line('withheld by the issuer').waitFor();
    await vscode.until('no error is shown', errors, (count) => count === 0);
  });

  it('goes on to what is left to fill in', async () => {
    await press('Escape');
    await press('Alt+/');
    await vscode.until(
      'the place for the name is selected',
      () => vscode.position(),
      (at) => at.includes('(11 selected)'),
    );
    await suggestion(/Tess Anne Marlow/);
    await press('Alt+/');
    await suggestion(/\d\d\/\d\d\/\d{4}/);
    const typed = await vscode.wholeText();
    assert.doesNotMatch(typed, /‹/);
    assert.match(typed, /Common Stock\t03\/07\/2023\t\tF\t\t600\tD\t43\.16\t20,900 <sup>\(1\)<\/sup>\tD/);
    // What a blank form has not: typing it out would take a key for each character.
    const blank = read('test/ui/blank-form.txt');
    const least = typed.length - blank.length;
    assert.ok(keys <= 0.6 * least, `${keys} keys; ${least} characters are not on the blank form`);
    console.log(`      ${keys} keys for ${least} characters that are not on the blank form, ${typed.length} in all`);
  });

  it('has a name, which it keeps when the window is loaded anew, and is saved where the user says', async () => {
    const tab = vscode.page.locator('.tab.active').filter({ hasText: 'Marlow Tess Anne - GNBF.form4' });
    await tab.waitFor();
    await vscode.backedUp('/Marlow%20Tess%20Anne', '20,900', '/s/ Tess Anne Marlow');
    await vscode.page.reload();
    await tab.waitFor();
    await vscode.line('/s/ Tess Anne Marlow').waitFor();
    await press('Control+S');
    await vscode.until(
      'it is asked where',
      () => vscode.box.locator('input:focus').inputValue(),
      (there) => there.endsWith('/Marlow Tess Anne - GNBF.form4'),
    );
    await press('Escape');
  });
});
