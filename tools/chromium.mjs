// Finds a Chromium for the checks in a browser; on Debian, as root, installs it. Nothing of it is needed for `npm start`.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { canInstall, install, isRoot, onPath } from './debian.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const OUTSIDE_PATH = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
];
function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  return onPath(...NAMES) ?? OUTSIDE_PATH.find((file) => existsSync(file));
}

/** The path of a Chromium, installed first where this machine is a Debian and we are root. */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (!canInstall()) {
    throw new Error(
      'The checks in the editor need a Chromium, Chrome or Edge, and none was found. ' +
        'Install one (on Debian: apt-get install chromium, as root), or set CHROMIUM_PATH to it.',
    );
  }
  if (!install('chromium'))
    throw new Error('apt-get could not install chromium; install it, or set CHROMIUM_PATH to a Chromium.');
  const installed = findChromium();
  if (!installed) throw new Error('apt-get installed chromium, but it is not on PATH; set CHROMIUM_PATH to it.');
  return installed;
}

/** A headless browser that keeps to this machine. */
export function launchBrowser() {
  const args = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  args.push('--disable-component-update', '--disable-sync', ...(isRoot() ? ['--no-sandbox'] : []));
  return chromium.launch({ executablePath: ensureChromium(), headless: true, args });
}
