// Makes the pictures of the README anew, in docs/images: `npm run pictures`, after `npm run package`. The short
// film is put together by ImageMagick.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { install } from '../../tools/debian.mjs';
import { root } from '../../tools/run.mjs';
import { endShared, openWorkbench } from './workbench.mjs';

const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');
const images = path.join(root, 'docs/images');
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
  if (!fs.existsSync(CONVERT)) install('imagemagick');
  const moving = path.join(images, 'fixing.gif');
  const files = fs
    .readdirSync(frames)
    .sort()
    .map((name) => path.join(frames, name));
  const made = spawnSync(CONVERT, ['-delay', '60', '-loop', '0', ...files, '-layers', 'Optimize', moving]);
  if (made.status !== 0) throw new Error(String(made.stderr));
} finally {
  await vscode.end();
  await endShared();
  fs.rmSync(frames, { recursive: true, force: true });
}
