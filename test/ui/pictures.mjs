// Makes the pictures of the README anew, in docs/images, and those of the walkthrough: `npm run pictures`, after `npm run
// package`. The short film is put together by ImageMagick, which also makes the pictures of the walkthrough small: they ship.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { install } from '../../tools/debian.mjs';
import { root } from '../../tools/run.mjs';
import { comeToRest } from './page.mjs';
import { endShared, openWorkbench } from './workbench.mjs';

const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');
const images = path.join(root, 'docs/images');
const walkthrough = path.join(root, 'media/walkthrough');
const frames = fs.mkdtempSync(path.join(os.tmpdir(), 'form4-frames-'));
const CONVERT = '/usr/bin/convert';

const sample = read('samples/errors.txt');
const vscode = await openWorkbench(
  { 'errors.txt': sample, 'clean.txt': read('samples/clean.txt'), 'large.txt': read('samples/large.txt') },
  { settings: { 'window.zoomLevel': 0 } },
);
const { page } = vscode;
const shoot = (name) => page.screenshot({ path: path.join(images, `${name}.png`) });
let count = 0;
const film = async (times = 1) => {
  for (let time = 0; time < times; time++)
    await page.screenshot({ path: path.join(frames, `${String(count++).padStart(3, '0')}.png`) });
};
const lineIn = (text, words) => text.slice(0, text.indexOf(words)).split('\n').length;
const convert = (...how) => {
  const made = spawnSync(CONVERT, how);
  if (made.status !== 0) throw new Error(String(made.stderr));
};
/** Few colours, and none mixed of others: a fifth of the bytes. */
const SMALL = ['+dither', '-colors', '10', '-strip', '-define', 'png:compression-level=9'];
const shipped = [];
/** A part of the window for the walkthrough. */
const ship = async (name, { x, y }, { before: [left, above], size: [width, height] }) => {
  await vscode.page.evaluate(comeToRest);
  const clip = { x: Math.max(0, x - left), y: Math.max(0, y - above), width, height };
  await page.screenshot({ path: path.join(frames, `ship-${name}.png`), clip });
  shipped.push(`${name}.png`);
};
/** The wrong total of the sample. */
const WRONG = '48,130';

try {
  await vscode.open('errors.txt');
  await vscode.hideSideBar();
  const line = sample.split('\n').findIndex((one) => one.includes(WRONG)) + 1;
  await vscode.goToRow(line);
  await vscode.squiggles.first().waitFor();
  await film(3);
  await vscode.click(WRONG);
  await film(2);
  await vscode.point(WRONG, WRONG, 'Expected 48,310');
  await film(4);
  await shoot('wrong-total');
  await vscode.noHover();
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget .monaco-list-row').first().waitFor();
  await film(4);
  await shoot('fix');
  await page.keyboard.press('Enter');
  await vscode.place('48,310', '48,310');
  await film(5);
  await page.keyboard.press('Control+Z');
  await page.keyboard.press('Escape');
  await vscode.command('Form 4: Open Preview');
  const inView = (name) => page.frameLocator(`iframe.webview.${name}`).frameLocator('#active-frame');
  await inView('ready').locator('.bar', { hasText: 'errors.txt' }).waitFor();
  await vscode.until('the preview stands still', () =>
    page.evaluate(() => document.querySelectorAll('.monaco-progress-container.active').length === 0),
  );
  await shoot('preview');
  await vscode.closeAll();
  await vscode.command('Form 4: Check a Folder');
  await inView('ready').locator('h2').filter({ hasText: 'errors.txt' }).waitFor();
  await shoot('folder');
  await vscode.closeAll();
  await vscode.open('clean.txt');
  await vscode.goToRow(lineIn(read('samples/clean.txt'), '11,587'));
  await vscode.command('Form 4: New Row like This One');
  await page.locator('.suggest-widget.visible').filter({ hasText: 'a grant or award' }).waitFor();
  await ship('write', await vscode.place('‹code›', '‹code›'), { before: [210, 150], size: [900, 380] });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Z');
  await vscode.closeAll();
  await vscode.open('errors.txt');
  await vscode.command('Form 4: Check before Filing');
  await inView('ready').locator('h1').filter({ hasText: 'Check before filing' }).waitFor();
  const { x, y } = await page.locator('iframe.webview.ready').boundingBox();
  await ship('before', { x, y }, { before: [0, 0], size: [640, 300] });
  if (!fs.existsSync(CONVERT)) install('imagemagick');
  for (const name of shipped)
    convert(path.join(frames, `ship-${name}`), ...SMALL, `png8:${path.join(walkthrough, name)}`);
  const moving = path.join(images, 'fixing.gif');
  const files = fs
    .readdirSync(frames)
    .filter((name) => !name.startsWith('ship-'))
    .sort()
    .map((name) => path.join(frames, name));
  convert('-delay', '60', '-loop', '0', ...files, '-layers', 'Optimize', moving);
} finally {
  await vscode.end();
  await endShared();
  fs.rmSync(frames, { recursive: true, force: true });
}
