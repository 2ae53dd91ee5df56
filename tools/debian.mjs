// Programs that only tests need: looked for, and on Debian, as root, installed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The path of a program; undefined where it is not on PATH. */
export function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.flatMap((folder) => names.map((name) => path.join(folder, name))).find((file) => existsSync(file));
}

export const isRoot = () => process.getuid?.() === 0;

/** Whether packages can be installed here. */
export const canInstall = () => existsSync('/etc/debian_version') && isRoot();

/** Installs Debian packages; whether that went well. */
export function install(...packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Another stage may be installing: its lock is waited for.
  const apt = (...args) =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
      env,
      stdio: ['ignore', process.stderr, process.stderr],
      timeout: 300_000,
    }).status === 0;
  const get = () => apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
  console.error(`Installing ${packages.join(', ')} with apt-get (once) ...`);
  return get() || (apt('update', '-qq') && get());
}

const tried = new Set();

/**
 * True where a program is there, or could be installed. Where it is not, the test is to be skipped, and that is said
 * aloud; with FORM4_NO_SKIP set it is a failure.
 */
export function available(program, debianPackage = program) {
  if (onPath(program)) return true;
  if (!tried.has(program) && canInstall()) {
    tried.add(program);
    install(debianPackage);
    if (onPath(program)) return true;
  }
  if (process.env.FORM4_NO_SKIP) throw new Error(`${program} is not there, and could not be installed`);
  console.error(`\n      NOT TESTED: ${program} is not there (Debian: apt-get install ${debianPackage})\n`);
  return false;
}
