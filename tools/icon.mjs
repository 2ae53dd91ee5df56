// Renders images/icon.svg to images/icon.png, 128 by 128, in a Chromium found at $CHROMIUM or /usr/bin/chromium.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const images = new URL('../images/', import.meta.url);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage({ viewport: { width: 128, height: 128 } });
await page.setContent(`<style>body{margin:0}svg{display:block}</style>${readFileSync(new URL('icon.svg', images))}`);
await page.screenshot({ path: new URL('icon.png', images).pathname, omitBackground: true });
await browser.close();
