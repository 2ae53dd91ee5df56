// npm start: VS Code on a copy of samples/ with the extension installed. The desktop's own where there is one, else the one of
// tools/workbench in a browser. Either way with settings and extensions of its own, which leave the user's alone.
import { createVSIX } from '@vscode/vsce';
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { installExtensions, quietSettings, startServer } from './host.mjs';
import { packageExtension } from './package.mjs';
import { root } from './run.mjs';

const home = path.join(root, '.demo');
const workspace = path.join(home, 'samples');
const opened = path.join(workspace, 'errors.txt');

fs.rmSync(home, { recursive: true, force: true });
fs.cpSync(path.join(root, 'samples'), workspace, { recursive: true });
const extensions = [(await packageExtension()).vsix, await packageDemo()];
const desktop = findDesktop();
await (desktop && installsOn(desktop) ? runDesktop(desktop) : runWorkbench());

/** The small extension that opens the Problems panel. */
async function packageDemo() {
  const packagePath = path.join(home, 'demo.vsix');
  const cwd = path.join(root, 'tools/demo-extension');
  await createVSIX({ cwd, packagePath, dependencies: false, allowMissingRepository: true, skipLicense: true });
  return packagePath;
}

/** A `code` on PATH that can show a window; the one in a terminal of a remote VS Code only talks to the window it belongs to. */
function findDesktop() {
  const { DISPLAY, WAYLAND_DISPLAY, VSCODE_IPC_HOOK_CLI, WSL_DISTRO_NAME, FORM4_DEMO } = process.env;
  const headless = process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY;
  if (headless || VSCODE_IPC_HOOK_CLI || WSL_DISTRO_NAME || FORM4_DEMO === 'browser') return undefined;
  const { status, stdout } = runCode(['--version']);
  return status === 0 && /^1\.(?:9[1-9]|\d{3,})\./.test(stdout) ? 'code' : undefined;
}

function privateArgs() {
  const own = ['--extensions-dir', path.join(home, 'extensions'), '--user-data-dir', path.join(home, 'user')];
  return process.getuid?.() === 0 ? [...own, '--no-sandbox'] : own;
}

function runCode(args) {
  const shell = process.platform === 'win32';
  return spawnSync('code', shell ? args.map((arg) => `"${arg}"`) : args, { encoding: 'utf8', shell });
}

function installsOn() {
  const wanted = extensions.flatMap((file) => ['--install-extension', file]);
  const { status, stderr } = runCode([...privateArgs(), ...wanted, '--force']);
  if (status !== 0) console.error(`The desktop VS Code did not take the extension:\n${stderr}`);
  return status === 0;
}

async function runDesktop(code) {
  const user = path.join(home, 'user/User');
  fs.mkdirSync(user, { recursive: true });
  fs.writeFileSync(path.join(user, 'settings.json'), JSON.stringify(quietSettings, null, 2));
  const shell = process.platform === 'win32';
  const args = [...privateArgs(), '--new-window', '--wait', workspace, opened];
  const child = spawn(code, shell ? args.map((arg) => `"${arg}"`) : args, { stdio: 'inherit', shell });
  console.log(`\nVS Code is opening ${path.relative(root, opened)}. Close its window, or press Ctrl+C, to stop.`);
  stopOn(() => child.kill());
  await new Promise((resolve) => child.once('exit', resolve));
}

async function runWorkbench() {
  const dirs = { dataDir: path.join(home, 'data'), extensionsDir: path.join(home, 'extensions') };
  installExtensions(extensions, dirs);
  const port = process.env.PORT ? Number(process.env.PORT) : undefined;
  const token = randomBytes(12).toString('hex');
  const server = await startServer({ ...dirs, port, token, log: path.join(home, 'server.log') });
  console.log(
    `\nVS Code is running with the extension. Open this address in a browser:\n\n  ${server.address(workspace)}\n`,
  );
  console.log('Press Ctrl+C to stop.');
  let stopping = false;
  stopOn(() => {
    stopping = true;
    void server.stop();
  });
  const how = await server.exited;
  if (stopping) return;
  console.error(`VS Code ended (${how}); see ${path.relative(root, path.join(home, 'server.log'))}`);
  process.exitCode = 1;
}

function stopOn(stop) {
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
}
