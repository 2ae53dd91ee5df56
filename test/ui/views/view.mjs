// A view in a page of its own, without the editor around it: under the policy that the extension gives it, with a stand-in for
// the editor that keeps what the view says, and with every request, dialog and navigation written down.
import fs from 'node:fs';
import path from 'node:path';
import { launchBrowser } from '../../../tools/chromium.mjs';
import { root } from '../../../tools/run.mjs';
import { THEMES } from './themes.mjs';

const HOME = 'http://view.test/';
const words = JSON.parse(fs.readFileSync(path.join(root, 'l10n/bundle.l10n.json'), 'utf8'));

/** The words that the extension gives a view, in English, as a file of client/src/views lists them. */
export const wordsIn = (file) =>
  Object.fromEntries(
    [
      ...fs
        .readFileSync(path.join(root, 'client/src/views', file), 'utf8')
        .matchAll(/^ {2}'?([\w.]+)'?: l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/gm),
    ].map(([, name, said]) => {
      if (!(said in words)) throw new Error(`${said} is not in the bundle`);
      return [name, said];
    }),
  );
export const previewWords = () => ({ language: 'en', ...wordsIn('previewWords.ts') });

/** Runs in the page, before it: the editor's side, and its colours. */
function standIn({ colours }) {
  globalThis.said = [];
  let state;
  globalThis.acquireVsCodeApi = () => ({
    postMessage: (message) => {
      globalThis.said.push(message);
      // Where a test stands in for the extension, it hears what is said.
      globalThis.toHost?.(JSON.parse(JSON.stringify(message)));
    },
    getState: () => state,
    setState: (next) => void (state = next),
  });
  document.addEventListener('DOMContentLoaded', () => {
    for (const [name, colour] of Object.entries(colours)) document.documentElement.style.setProperty(name, colour);
  });
}

export async function openView(name, { theme = 'light', width = 900, height = 900 } = {}) {
  const browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width, height } });
  const page = await context.newPage();
  /** Whatever the page has tried that it must not. */
  const tried = [];
  let document = '';
  await context.route('**/*', (route) => {
    const { pathname, href } = new URL(route.request().url());
    const file = path.join(root, 'dist/webview', pathname.slice(1));
    if (href === HOME) return route.fulfill({ contentType: 'text/html', body: document });
    if (href === `${HOME}${name}.js` || href === `${HOME}${name}.css`) return route.fulfill({ path: file });
    tried.push(`request ${href}`);
    return route.abort();
  });
  page.on('dialog', (dialog) => (tried.push(`dialog ${dialog.message()}`), void dialog.dismiss()));
  page.on('pageerror', (error) => tried.push(`error ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && tried.push(`console ${message.text()}`));
  page.on('popup', () => tried.push('popup'));
  page.on('framenavigated', (frame) => frame.url() !== HOME && tried.push(`navigation ${frame.url()}`));
  await page.addInitScript(standIn, { colours: THEMES[theme] });
  const show = async (html) => {
    document = html;
    await page.goto(HOME);
  };
  const policy =
    "default-src 'none'; base-uri 'none'; form-action 'none'; script-src 'nonce-n'; style-src http://view.test";
  return {
    page,
    tried,
    /** Opens another page, as a proof is. */
    show,
    open: () =>
      show(
        `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><link rel="stylesheet" href="${HOME}${name}.css"><title>Form 4</title></head><body><div id="root"></div><script nonce="n" src="${HOME}${name}.js"></script></body></html>`,
      ),
    /** Sends the view a message, and comes back when it has drawn. */
    tell: (message) =>
      page.evaluate(
        (sent) =>
          new Promise((drawn) => {
            window.postMessage(sent, '*');
            requestAnimationFrame(() => setTimeout(drawn, 0));
          }),
        message,
      ),
    /** What the view has said since it was asked last. */
    said: () => page.evaluate(() => globalThis.said.splice(0)),
    end: () => browser.close(),
  };
}

/** What no message of a view is, nor most things in one. */
export const JUNK = [
  ...[undefined, null, -1, 1.5, NaN, '', '<b>', [], {}, true, 'constructor'],
  ...[{ length: 1 }, [[]], [null], { kind: 'x' }, 'a'.repeat(99)],
];
