// Opens the page of the form's editor in a browser, with the core behind it and no editor around it.
import { build } from 'esbuild';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../../../../tools/run.mjs';
import { openView } from '../view.mjs';

const out = path.join(root, 'out/test/ui/views/form');
const require = createRequire(import.meta.url);

export async function openForm(text, { theme = 'light', width = 1340, height = 900 } = {}) {
  await build({
    entryPoints: [path.join(root, 'test/ui/views/form/core.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    outfile: path.join(out, 'core.js'),
    logLevel: 'warning',
  });
  const { FormDocument } = require(path.join(out, 'core.js'));
  const document = new FormDocument(text);
  const view = await openView('editor', { theme, width, height });
  const { page, tried, end } = view;
  const said = [];
  await page.exposeFunction('toHost', (message) => {
    said.push(message);
    document.heard(message);
  });
  document.connect((message) => void page.evaluate((data) => window.postMessage(data, '*'), message).catch(() => {}));
  await view.open();
  await page.locator('[data-address]').first().waitFor();
  const at = (address) => page.locator(`[data-address="${address}"]`);
  return { page, document, at, said, tried, tell: view.tell, end };
}

export const sample = (name) => fs.readFileSync(path.join(root, 'samples', name), 'utf8');
