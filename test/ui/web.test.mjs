// The same extension where there is no Node: its browser entry, with the server in a worker, as on vscode.dev.
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import fs from 'node:fs';
import path from 'node:path';
import { temporaryDir } from '../../tools/host.mjs';
import { root } from '../../tools/run.mjs';
import { openWorkbench } from './workbench.mjs';

/** The extension without its Node entry, which leaves a host no choice. */
async function packWithoutNode(dir) {
  for (const file of await listFiles({ cwd: root, packageManager: PackageManager.None })) {
    fs.cpSync(path.join(root, file), path.join(dir, file), { recursive: true });
  }
  const manifest = path.join(dir, 'package.json');
  fs.writeFileSync(manifest, JSON.stringify({ ...JSON.parse(fs.readFileSync(manifest, 'utf8')), main: undefined }));
  const packagePath = path.join(dir, 'web.vsix');
  fs.writeFileSync(path.join(dir, '.vscodeignore'), 'web.vsix\n');
  await createVSIX({
    cwd: dir,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  return packagePath;
}

describe('the packed extension in a browser’s worker', function () {
  const dir = temporaryDir('web');
  let vscode;
  before(async () => {
    const wrong = fs.readFileSync(path.join(root, 'samples/clean.txt'), 'utf8').replace('10,196', '10,169');
    const files = { 'filing.txt': wrong, '.form4.json': '{ "rules": { "holdings": "warning" } }' };
    vscode = await openWorkbench(files, { vsix: await packWithoutNode(dir) });
  });
  afterEach(() => vscode?.picture('finds-a-wrong-total-in-a-worker'));
  after(async () => {
    await vscode?.end();
    fs.rmSync(dir, { recursive: true, force: true });
  });

  it('finds a wrong total', async () => {
    await vscode.open('filing.txt');
    await vscode.command('View: Focus Problems');
    await vscode.problems.filter({ hasText: 'Expected 10,196 (9,503 + 693 acquired)' }).waitFor();
  });

  it('says what stands before filing, by the .form4.json beside it', async () => {
    await vscode.command('Form 4: Check before Filing');
    const view = vscode.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await view.locator('strong').filter({ hasText: 'Ready to file, if 1 thing to look at is as meant.' }).waitFor();
  });
});
