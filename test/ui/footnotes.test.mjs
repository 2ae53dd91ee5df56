// Footnotes as a person sees them: the numbers before the bullets, F2, and what is said of a bullet that was moved by hand.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../tools/run.mjs';
import { openWorkbench } from './workbench.mjs';

const clean = fs.readFileSync(path.join(root, 'samples/clean.txt'), 'utf8');
const lineOf = (text) => clean.slice(0, clean.indexOf(text)).split('\n').length;
const ROW = 'Common Stock';

/** Each theme, and the class that the page has in it. */
const THEMES = [
  ['Default Dark Modern', 'vs-dark'],
  ['Default Light Modern', 'vs'],
  ['Default High Contrast', 'hc-black'],
];

describe('footnotes', function () {
  let vscode;
  before(async () => {
    vscode = await openWorkbench({ 'filing.txt': clean });
    await vscode.open('filing.txt');
    await vscode.hideSideBar();
  });
  after(() => vscode?.end());

  /** The number drawn before a bullet, of the line that holds some words. */
  const drawn = (words) =>
    vscode.page
      .locator('.editor-instance .view-line')
      .filter({ hasText: words })
      .evaluate((line) =>
        [...line.querySelectorAll('span > span')]
          .map((span) => getComputedStyle(span, '::before').content.replaceAll('"', ''))
          .find((content) => content !== 'none' && content !== 'normal'),
      );
  const isDrawn = (words, number) =>
    vscode.until(
      `${number} is drawn before ${words}`,
      () => drawn(words),
      (found) => found === number,
    );

  for (const [theme, drawnIn] of THEMES)
    describe(`in ${theme}`, () => {
      const picture = (name) => vscode.picture(`footnotes-${name}-${theme.split(' ')[1].toLowerCase()}`);
      before(async () => {
        vscode.write('.vscode/settings.json', JSON.stringify({ 'workbench.colorTheme': theme }));
        await vscode.page.locator(`.monaco-workbench.${drawnIn}`).waitFor();
        await vscode.goTo(lineOf('Explanation of Responses:'));
      });
      after(async () => {
        await vscode.command('File: Revert File');
        await vscode.page.locator('.tab.dirty').waitFor({ state: 'detached' });
      });

      it('have their numbers before the bullets', async () => {
        await isDrawn('Performance shares', '2');
        await picture('numbers');
      });

      it('are renamed with F2', async () => {
        await vscode.goTo(lineOf('- Performance shares'));
        await vscode.page.keyboard.press('F2');
        const box = vscode.page.locator('.rename-box input');
        await box.waitFor();
        assert.equal(await box.inputValue(), '2');
        await picture('rename');
        await box.fill('1');
        await vscode.page.keyboard.press('Enter');
        await isDrawn('Performance shares', '1');
        await vscode.page.locator('.editor-instance .monaco-editor.focused').waitFor();
        await vscode.page.keyboard.press('Control+Z');
        await isDrawn('Performance shares', '2');
      });

      it('that were moved by hand are told at the marker', async () => {
        await vscode.goTo(lineOf('- Performance shares'));
        await vscode.command('Move Line Up');
        await vscode.until(
          'the note is a line higher',
          () => vscode.position(),
          (at) => at === `Ln ${lineOf('- Performance shares') - 1}, Col 1`,
        );
        await isDrawn('Performance shares', '1');
        await vscode.page.locator('.editor-instance .squiggly-info').first().waitFor();
        await vscode.point('(1)', ROW, 'Expected the marker to follow its footnote');
        await picture('moved');
        assert.deepEqual(await vscode.notifications.allInnerTexts(), []);
      });
    });
});
