// Finds a Chromium for the checks in a browser; on Debian, as root, installs it. Nothing of it is needed for `npm start`.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const OUTSIDE_PATH = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
];
const isRoot = () => process.getuid?.() === 0;

function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((dir) => NAMES.map((name) => path.join(dir, name)));
  return [...onPath, ...OUTSIDE_PATH].find((file) => existsSync(file));
}

function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status } = spawnSync('apt-get', args, { env, stdio: ['ignore', process.stderr, process.stderr] });
  if (status !== 0)
    throw new Error(`apt-get ${args.join(' ')} failed; install chromium, or set CHROMIUM_PATH to a Chromium.`);
}

/** The path of a Chromium, installed first where this machine is a Debian and we are root. */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (!existsSync('/etc/debian_version') || !isRoot()) {
    throw new Error(
      'The checks in the editor need a Chromium, Chrome or Edge, and none was found. ' +
        'Install one (on Debian: apt-get install chromium, as root), or set CHROMIUM_PATH to it.',
    );
  }
  console.error('Installing chromium with apt-get (once) ...');
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', 'chromium');
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
