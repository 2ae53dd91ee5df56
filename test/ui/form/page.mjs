// Opens the page of the form's editor in a browser, with the core behind it and no editor around it.
import { build } from 'esbuild';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { launchBrowser } from '../../../tools/chromium.mjs';
import { root } from '../../../tools/run.mjs';
import { THEMES } from '../themes.mjs';

const out = path.join(root, 'out/test/ui/form');
/** So is a webview's page, but for its addresses. */
const POLICY =
  "default-src 'none'; base-uri 'none'; form-action 'none'; script-src 'nonce-of-the-test'; style-src 'self'";
const require = createRequire(import.meta.url);

export async function openForm(text, { theme = 'light', width = 1340, height = 900 } = {}) {
  await build({
    entryPoints: [path.join(root, 'test/ui/form/core.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    outfile: path.join(out, 'core.js'),
    logLevel: 'warning',
  });
  const { FormDocument } = require(path.join(out, 'core.js'));
  const document = new FormDocument(text);
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: 1 });
  const faults = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  const colours = Object.entries(THEMES[theme]).map(([name, colour]) => `${name}: ${colour};`);
  const style = `:root { ${colours.join(' ')} }`;
  const requests = [];
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    const file = { '/editor.js': 'editor.js', '/editor.css': 'editor.css' }[pathname];
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: html });
    if (pathname === '/theme.css') return route.fulfill({ contentType: 'text/css', body: style });
    if (file) return route.fulfill({ path: path.join(root, 'dist/webview', file) });
    requests.push(route.request().url());
    return route.abort();
  });
  const said = [];
  await page.exposeFunction('toHost', (message) => {
    said.push(message);
    document.heard(message);
  });
  document.connect((message) => void page.evaluate((data) => window.postMessage(data, '*'), message).catch(() => {}));
  await page.addInitScript(() => {
    window.acquireVsCodeApi = () => ({
      postMessage: (message) => window.toHost(JSON.parse(JSON.stringify(message))),
      getState: () => undefined,
      setState: () => {},
    });
  });
  const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">
<link rel="stylesheet" href="theme.css"><link rel="stylesheet" href="editor.css"><title>Form 4</title></head>
<body><div id="root"></div><script nonce="of-the-test" src="editor.js"></script></body></html>`;
  await page.goto('http://form.test/');
  await page.locator('[data-address]').first().waitFor();
  const at = (address) => page.locator(`[data-address="${address}"]`);
  return { page, document, at, said, faults, requests, end: () => browser.close() };
}

export const sample = (name) => fs.readFileSync(path.join(root, 'samples', name), 'utf8');
