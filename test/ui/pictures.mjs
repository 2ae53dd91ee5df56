// Makes the pictures of the README anew, in docs/images: `node test/ui/pictures.mjs`, after `npm run package`. The short
// film is put together by ImageMagick.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { install, onPath } from '../../tools/debian.mjs';
import { root } from '../../tools/run.mjs';
import { openWorkbench } from './workbench.mjs';

const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');
const images = path.join(root, 'docs/images');
const frames = fs.mkdtempSync(path.join(fs.realpathSync(process.env.TMPDIR ?? '/tmp'), 'form4-frames-'));

const sample = read('samples/errors.txt');
const vscode = await openWorkbench(
  { 'errors.txt': sample, 'clean.txt': read('samples/clean.txt'), 'large.txt': read('samples/large.txt') },
  { settings: { 'window.zoomLevel': 0 } },
);
const { page } = vscode;
const shoot = (name, clip) => page.screenshot({ path: path.join(images, `${name}.png`), ...(clip && { clip }) });
let count = 0;
const frame = async (times = 1) => {
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
  await frame(3);
  await vscode.click(WRONG);
  await frame(2);
  await vscode.point(WRONG, WRONG, 'Expected 48,310');
  await frame(4);
  await shoot('wrong-total');
  await vscode.noHover();
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget .monaco-list-row').first().waitFor();
  await frame(4);
  await shoot('fix');
  await page.keyboard.press('Enter');
  await vscode.place('48,310', '48,310');
  await frame(5);
  await page.keyboard.press('Control+Z');
  await vscode.command('Form 4: Open Preview');
  await page.locator('.tab').filter({ hasText: 'Preview' }).waitFor();
  await page.waitForLoadState('networkidle');
  await shoot('preview');
  const film = path.join(images, 'fixing.gif');
  if (!onPath('magick') && !fs.existsSync('/usr/bin/convert')) install('imagemagick');
  const made = spawnSync('/usr/bin/convert', [
    '-delay',
    '60',
    '-loop',
    '0',
    `${frames}/*.png`,
    '-layers',
    'Optimize',
    film,
  ]);
  if (made.status !== 0) throw new Error(String(made.stderr));
} finally {
  await vscode.end();
  fs.rmSync(frames, { recursive: true, force: true });
}
