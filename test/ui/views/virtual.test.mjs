// Preview and form of a file that no disk has: of a file system that an extension provides.
import { createVSIX } from '@vscode/vsce';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { temporaryDir } from '../../../tools/host.mjs';
import { root } from '../../../tools/run.mjs';
import { openWorkbench } from '../workbench.mjs';

const text = fs.readFileSync(path.join(root, 'samples/errors.txt'), 'utf8');

describe('a file that no disk has', function () {
  const dir = temporaryDir('virtual');
  const total = 'nonDerivativeTable/2/sharesOwnedFollowingTransaction';
  let vscode;
  before(async () => {
    const packagePath = path.join(dir, 'memory-files.vsix');
    const cwd = path.join(root, 'test/ui/views/memory-files');
    await createVSIX({ cwd, packagePath, dependencies: false, allowMissingRepository: true });
    vscode = await openWorkbench({ 'source.dat': text }, { beside: [packagePath] });
    await vscode.command('Memory: Open the Filing');
    await vscode.page.locator('[id="status.editor.mode"]').filter({ hasText: 'Form 4' }).waitFor();
  });
  afterEach(async function () {
    if (vscode) await vscode.picture(`virtual-${this.currentTest.title.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase()}`);
  });
  after(async () => {
    await vscode?.end();
    fs.rmSync(dir, { recursive: true, force: true });
  });
  const view = () => vscode.page.frameLocator('iframe.webview.ready >> visible=true').frameLocator('#active-frame');

  it('is shown as the form beside it, and makes its fixes', async () => {
    await vscode.command('Form 4: Open Preview');
    await view().locator('.bar', { hasText: 'Errors: 8' }).waitFor();
    const cell = view().locator(`.thing[data-address="${total}"]`);
    await cell.hover();
    await view().locator('.findings button', { hasText: 'Set the total to 48,310' }).click();
    await view().locator('.bar', { hasText: 'Errors: 7' }).waitFor();
    await vscode.line('48,310').waitFor();
    await vscode.page.keyboard.press('Control+1');
    await vscode.page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
    await vscode.command('View: Close Editors in Other Groups');
  });

  it('is edited as the form, and saved', async () => {
    await vscode.command('Form 4: Edit as Form');
    const field = view().locator(`input[data-address="dateOfOriginalSubmission"]`);
    await field.focus();
    await vscode.page.keyboard.type('5/17/2024');
    await vscode.page.keyboard.press('Enter');
    await vscode.until(
      'the date is written',
      () => field.inputValue(),
      (words) => words === '05/17/2024',
    );
    await vscode.page.keyboard.press('Control+s');
    const saved = path.join(vscode.folder, 'saved-filing.txt');
    const now = await vscode.until(
      'it is saved',
      () => fs.existsSync(saved) && fs.readFileSync(saved, 'utf8'),
      (words) => words && words.includes('05/17/2024'),
    );
    const others = now.split('\n').filter((line) => !text.split('\n').includes(line));
    assert.equal(others.length, 2, others.join('\n'));
    assert.ok(others.some((line) => line.includes('48,310')));
    await vscode.command('Form 4: Export Proof');
    await vscode.pick('Proof', false);
    await vscode.box.locator('input:focus').waitFor();
    await vscode.page.keyboard.press('Escape');
  });
});
