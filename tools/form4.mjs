#!/usr/bin/env node
// `form4` out of a checkout: for pre-commit and for GitHub's runner, which fetch the repository and not a package. The
// first call builds it, from what package-lock.json pins.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const cli = path.join(root, 'dist/cli.js');

/** Its words go to stderr: stdout is for findings. */
function run(command, ...args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', process.stderr, process.stderr] });
  if (status === 0) return;
  console.error(`form4: ${[command, ...args].join(' ')} failed${error ? `: ${error.message}` : ''}`);
  process.exit(2);
}

if (!existsSync(cli)) {
  console.error('form4: building the command line (once) ...');
  run('npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error');
  run(process.execPath, 'esbuild.mjs');
}
const { status } = spawnSync(process.execPath, [cli, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(status ?? 130);
