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
  const apt = (...args) =>
    spawnSync('apt-get', args, { env, stdio: ['ignore', process.stderr, process.stderr] }).status === 0;
  console.error(`Installing ${packages.join(', ')} with apt-get (once) ...`);
  return apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
}
