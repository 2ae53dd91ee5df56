/** Programs that some tests run beside ours. On Debian, as root, they are installed once. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

const tried = new Set<string>();

/**
 * True where a program is there, or could be installed. Where it is not, the test is skipped, and that is said aloud;
 * with FORM4_NO_SKIP set it is a failure.
 */
export function available(program: string, debianPackage = program): boolean {
  if (runs(program)) return true;
  if (!tried.has(program) && fs.existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    tried.add(program);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const apt = (...args: string[]): void =>
      void spawnSync('apt-get', args, { env, stdio: 'ignore', timeout: 300_000 });
    apt('install', '-y', '-qq', '--no-install-recommends', debianPackage);
    if (!runs(program)) {
      apt('update', '-qq');
      apt('install', '-y', '-qq', '--no-install-recommends', debianPackage);
    }
    if (runs(program)) return true;
  }
  if (process.env.FORM4_NO_SKIP) throw new Error(`${program} is not there, and could not be installed`);
  console.error(`\n      NOT TESTED: ${program} is not there (Debian: apt-get install ${debianPackage})\n`);
  return false;
}

const runs = (program: string): boolean =>
  spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0;
