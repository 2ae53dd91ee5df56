// What the mouse and the eyes of somebody find who is no programmer: buttons, menus by place, a status item that never says
// of an unchecked filing that it is clean, pages with the verdict first, questions with a way back, and columns that line up.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../tools/run.mjs';
import { openWorkbench } from './workbench.mjs';

const text = fs.readFileSync(path.join(root, 'samples/errors.txt'), 'utf8');
/** The 30 rows of Table I, and none of Table II. */
const large = fs.readFileSync(path.join(root, 'samples/large.txt'), 'utf8').replaceAll(/^(?:Series|Warrant).*\n/gm, '');
const lineIn = (all, words) => all.slice(0, all.indexOf(words)).split('\n').length;
const lineOf = (words) => lineIn(text, words);
const name = (title) => `looks-${title.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase()}`;
const FOUND = 'Form 4, tab-separated text: 8 errors, due 05/15/2024';

describe('what a mouse and eyes find', function () {
  let vscode;
  const page = () => vscode.page;
  const bar = (words) => page().locator('.statusbar-item').filter({ hasText: words }).first();
  before(async () => {
    vscode = await openWorkbench({ 'errors.txt': text }, { alone: true });
    await vscode.open('errors.txt');
    await vscode.hideSideBar();
    await bar(FOUND).waitFor();
  });
  afterEach(async function () {
    if (vscode) await vscode.picture(name(this.currentTest.title));
    await page().keyboard.press('Escape');
  });
  after(() => vscode?.end());

  /** The words of the menus that are open, which VS Code draws in a tree of their own. */
  const menus = () =>
    page().evaluate(() => {
      const inside = document.querySelector('.shadow-root-host')?.shadowRoot;
      return [...(inside?.querySelectorAll('.action-item') ?? [])].map((one) => one.textContent.trim());
    });
  const focused = () =>
    page().evaluate(
      () => document.querySelector('.shadow-root-host')?.shadowRoot?.querySelector('.action-item.focused')?.textContent,
    );

  it('a menu with what can be done in a row, and the rest below it', async () => {
    await vscode.goToRow(lineOf('52,310'));
    const spot = await vscode.place('4,000', '52,310');
    // A menu is built for the place that the server has told by then: one that came too early is opened anew.
    const opened = async () => {
      await page().mouse.click(spot.x, spot.y, { button: 'right' });
      await vscode.until('the menu', menus, (some) => some.includes('Form 4'));
      while (!(await focused())?.startsWith('Form 4')) await page().keyboard.press('ArrowDown');
      await page().keyboard.press('ArrowRight');
      const shown = await vscode.until('its entries', menus, (some) => some.includes('Check before Filing'));
      if (shown.includes('Duplicate Row')) return shown;
      await page().keyboard.press('Escape');
      await page().keyboard.press('Escape');
      return '';
    };
    const all = await vscode.until('the menu of a row', opened);
    for (const one of ['Check before Filing', 'New Row like This One', 'Footnotes', 'Whole Filing'])
      assert.ok(all.includes(one), all.join(', '));
    assert.ok(!all.includes('Delete Footnote') && !all.includes('Rows'), all.join(', '));
  });

  it('the verdict first, places in words, each a link, and rules that lead to their pages', async () => {
    await page().keyboard.press('Escape');
    await page()
      .locator('.editor-actions [aria-label="Check before Filing"], .editor-actions [title="Check before Filing"]')
      .first()
      .click();
    const view = page().frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await view.locator('h1 + p').filter({ hasText: 'Not ready: EDGAR would suspend it for 6 reasons' }).waitFor();
    await page().locator('.tab').filter({ hasText: 'errors.txt: Check before Filing' }).waitFor();
    await view.locator('a').filter({ hasText: 'Table I, row 3, column 5' }).first().click();
    await vscode.until(
      'the cursor is at the total',
      () => vscode.position(),
      (at) => at.startsWith(`Ln ${lineOf('48,130')},`),
    );
    await view.locator('a').filter({ hasText: 'holdings-total' }).first().click();
    await page().locator('.tab').filter({ hasText: 'holdings-total.md' }).waitFor();
    const rule = page().frameLocator('iframe.webview.ready >> visible=true').frameLocator('#active-frame');
    await rule.locator('h1').filter({ hasText: 'A total that does not follow from the total before it' }).waitFor();
  });

  it('questions with steps, a way back, faults below the line, and at the end what was written', async () => {
    await vscode.command('View: Close All Editors in Group');
    await vscode.open('errors.txt');
    await vscode.goToRow(lineOf('Stock Option (Right'));
    await vscode.command('Form 4: Report an Exercise');
    const title = (words) => vscode.box.filter({ hasText: words }).waitFor();
    const answer = async (words) => {
      await vscode.box.locator('input:focus').fill(words);
      await page().keyboard.press('Enter');
    };
    await title('Exercise of an option (1/3)');
    await answer('four');
    await vscode.box
      .locator('.quick-input-message')
      .filter({ hasText: 'found “four”. How many were exercised?' })
      .waitFor();
    await vscode.picture('looks-a-fault-below-the-line');
    await answer('400');
    await title('(2/3)');
    await vscode.box.locator('[aria-label^="Back"], .codicon-quick-input-back').first().click();
    await title('(1/3)');
    assert.equal(await vscode.box.locator('input').inputValue(), '400');
    await answer('500');
    await title('(2/3)');
    await page().keyboard.press('Enter');
    await title('(3/3)');
    await vscode.pick('All were kept', false);
    await vscode.notifications.filter({ hasText: '1 row written in Table I and 1 in Table II.' }).first().waitFor();
  });

  it('a server that is killed six times in a row: never “no findings”, and never a window without any', async () => {
    await vscode.command('Notifications: Clear All Notifications');
    await vscode.command('File: Revert File');
    await bar(FOUND).waitFor();
    await page().evaluate(() => {
      globalThis.said = [];
      const look = () => {
        const form = [...document.querySelectorAll('.statusbar-item')].find((one) =>
          one.textContent.includes('Form 4, '),
        );
        const both = `${document.getElementById('status.problems')?.textContent.trim()} | ${form?.textContent.trim()}`;
        if (globalThis.said.at(-1) !== both) globalThis.said.push(both);
        requestAnimationFrame(look);
      };
      look();
    });
    const servers = () => vscode.processes('dist/server.js');
    for (let kill = 0; kill < 6; kill++) {
      const [pid] = await vscode.until('a server', servers, ({ length }) => length === 1);
      process.kill(pid, 'SIGKILL');
      if (kill === 3) {
        await bar('not checked since').waitFor();
        await page().locator('.statusbar-item.warning-kind').filter({ hasText: 'not checked since' }).first().waitFor();
        await vscode.picture('looks-not-checked');
      }
      await vscode.until('another server', servers, (all) => all.length === 1 && all[0] !== pid);
    }
    await bar(FOUND).waitFor();
    const said = await page().evaluate(() => globalThis.said);
    assert.ok(
      said.some((one) => one.includes('not checked since')),
      said.join('\n'),
    );
    for (const one of said) {
      assert.doesNotMatch(one, /No findings|0 errors/, one);
      assert.match(one, /^[^|]*[1-9]/, `a window without any problem: ${one}`);
      assert.ok(one.includes('not checked since') || one.includes('being checked') || one.includes('8 errors'), one);
    }
  });
});

describe('columns that line up', function () {
  let vscode;
  const page = () => vscode.page;
  before(async () => {
    vscode = await openWorkbench({ 'large.txt': large, 'errors.txt': text });
    await vscode.open('large.txt');
    await vscode.hideSideBar();
    await vscode.goToRow(lineIn(large, '728,960'));
    await vscode.scroll(6);
  });
  afterEach(async function () {
    if (vscode) await vscode.picture(name(this.currentTest.title));
  });
  after(() => vscode?.end());

  /** Clicks into the middle of a text: the cursor must come to one side of the character there. */
  const lands = async (words, inLine) => {
    const spot = await vscode.place(words, inLine);
    await page().mouse.click(spot.x, spot.y);
    const middle = spot.from + Math.floor(words.length / 2);
    await vscode.until(
      `a click on ${words} comes to column ${middle}`,
      () => vscode.position(),
      (at) => at === `Ln ${spot.line}, Col ${middle}` || at === `Ln ${spot.line}, Col ${middle + 1}`,
    );
  };

  it('have each total in one place, in sight; a click comes to the character that it is on', async () => {
    const left = (words) =>
      page().evaluate((wanted) => {
        const span = [...document.querySelectorAll('.editor-instance .view-line span span')].find(
          (one) => one.textContent === wanted,
        );
        return span.getBoundingClientRect().left;
      }, words);
    const lefts = () => Promise.all(['728,960', '1,243,340', '1,417,770'].map(left));
    await page().locator('.editor-actions [aria-label="Align Columns"]').click();
    await vscode.until('each total is in one place, in sight', lefts, ([first, ...more]) =>
      [first, ...more].every((x) => x < 1100 && Math.abs(x - first) < 1),
    );
    for (const total of ['728,960', '1,243,340', '1,417,770', '1,152,150']) await lands(total, total);
    for (const words of ['09/09/2024', '108,960', 'Ventures II']) await lands(words, '728,960');
    for (const words of ['(7)', '31.4472', 'Common']) await lands(words, '1,417,770');
    for (const words of ['Title', 'Securities Acq', 'Nature of']) await lands(words, '1. Title of Security');
  });

  it('keep their headings in sight', async () => {
    await vscode.open('errors.txt'); // the first filing of a window is looked through before there are folds
    await vscode.open('large.txt');
    await vscode.goTo(lineIn(large, '1,152,150') + 8);
    await vscode.scroll(8);
    const sticky = page()
      .locator('.sticky-widget')
      .filter({ hasText: /Title.of.Security/ })
      .first();
    await sticky.filter({ hasText: /Amount/ }).waitFor();
  });

  it('a line that is wrapped breaks no number', async () => {
    await vscode.open('errors.txt');
    await vscode.goTo(lineOf('Table I - '));
    await vscode.command('View: Toggle Word Wrap');
    const pieces = await vscode.until(
      'lines are wrapped',
      () =>
        page().evaluate(() =>
          [...document.querySelectorAll('.editor-instance .view-line')]
            .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
            .map((one) => one.textContent),
        ),
      (all) => all.some((one) => one.startsWith('PORT')),
    );
    pieces.forEach((one, at) => {
      if (/\d[.,/]?$/.test(one)) assert.doesNotMatch(pieces[at + 1] ?? '', /^[.,/]?\d/, `${one} | ${pieces[at + 1]}`);
    });
  });
});
