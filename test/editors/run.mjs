// Neovim and Emacs with the configurations of docs/editors.md: diagnostics, hover and definition, as a user has them.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { canInstall, install, onPath } from '../../tools/debian.mjs';
import { root } from '../../tools/run.mjs';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'form4-editors-'));
const filing = path.join(folder, 'errors.txt');
fs.copyFileSync(path.join(root, 'samples/errors.txt'), filing);
fs.symlinkSync(path.join(root, 'dist/cli.js'), path.join(folder, 'form4'));
fs.chmodSync(path.join(root, 'dist/cli.js'), 0o755);

/** The configuration that the page shows, as a file. */
function configured(language, name) {
  const page = fs.readFileSync(path.join(root, 'docs/editors.md'), 'utf8');
  const [, code] = new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(page) ?? [];
  const file = path.join(folder, name);
  fs.writeFileSync(file, code ?? '');
  return file;
}

const script = (name) => path.join(root, 'test/editors', name);
const EDITORS = [
  {
    name: 'Neovim',
    program: 'nvim',
    packages: ['neovim'],
    args: () => ['--headless', '-n', '-u', configured('lua', 'init.lua'), filing, '-S', script('check.lua')],
  },
  {
    name: 'Emacs',
    program: 'emacs',
    packages: ['emacs-nox', 'elpa-eglot'],
    // Not -Q: what Debian packages bring is loaded by its own start files.
    args: () => ['--batch', '-l', configured('elisp', 'init.el'), '-l', script('check.el')],
  },
];
/** What each script must say. */
const CHECKS = ['diagnostics', 'hover', 'definition'];

let passed = 0;
let failed = 0;
for (const { name, program, packages, args } of EDITORS) {
  if (!onPath(program) && canInstall()) install(...packages);
  if (!onPath(program)) {
    console.log(`SKIPPED: ${name} is not here and cannot be installed; nothing of it was checked.`);
    continue;
  }
  const env = { ...process.env, HOME: folder, PATH: `${folder}${path.delimiter}${process.env.PATH}`, FILING: filing };
  const { stdout, stderr } = spawnSync(program, args(), { cwd: folder, env, encoding: 'utf8', timeout: 600_000 });
  for (const check of CHECKS) {
    const good = new RegExp(`^ok ${check}$`, 'm').test(stdout);
    console.log(`${good ? '  ok ' : '  NOT'} ${name}: ${check}`);
    if (good) passed++;
    else failed++;
  }
  if (failed > 0) console.log(stdout, stderr);
}
fs.rmSync(folder, { recursive: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
