// Finds a Chromium for the checks in a browser; on Debian, as root, installs one. Nothing of it is needed for `npm start`.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { canInstall, install, isRoot, onPath } from './debian.mjs';

/** Chromium without a screen: the same pages for a third less of CPU, as it has no user interface of its own. */
const HEADLESS = 'chromium-headless-shell';
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const OUTSIDE_PATH = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
];
const findChromium = () => onPath(HEADLESS, ...NAMES) ?? OUTSIDE_PATH.find((file) => existsSync(file));

/** The path of a Chromium: one without a screen, installed first where this machine is a Debian and we are root; otherwise any. */
export function ensureChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  if (!onPath(HEADLESS) && canInstall()) install(HEADLESS);
  const found = findChromium();
  if (found) return found;
  throw new Error(
    'The checks in the editor need a Chromium, Chrome or Edge, and none was found or could be installed. ' +
      `Install one (on Debian: apt-get install ${HEADLESS}, as root), or set CHROMIUM_PATH to it.`,
  );
}

/** A headless browser that keeps to this machine. */
export function launchBrowser() {
  const args = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  args.push('--disable-component-update', '--disable-sync', ...(isRoot() ? ['--no-sandbox'] : []));
  return chromium.launch({ executablePath: ensureChromium(), headless: true, args });
}
