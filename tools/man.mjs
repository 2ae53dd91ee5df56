// The manual page man/form4.1, from the commands of the command line. `npm run generate` writes it; `--check` says
// whether it is out of date.
import { build } from 'esbuild';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from './run.mjs';

const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));

const { outputFiles } = await build({
  stdin: {
    contents: `export { program } from './server/src/cli/program'; export { manualPage } from './server/src/cli/man';`,
    resolveDir: root,
  },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  write: false,
  define: { 'import.meta.url': '__filename', FORM4_VERSION: JSON.stringify(version) },
  logLevel: 'error',
});
const module = { exports: {} };
const require = createRequire(path.join(root, 'dist/cli.js'));
new Function('module', 'exports', 'require', '__filename', '__dirname', outputFiles[0].text)(
  module,
  module.exports,
  require,
  path.join(root, 'dist/cli.js'),
  path.join(root, 'dist'),
);
const { program, manualPage } = module.exports;
const page = manualPage(
  program(() => undefined),
  version,
);
const file = path.join(root, 'man/form4.1');
if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== page) {
  if (process.argv.includes('--check')) {
    console.error('Out of date: man/form4.1. npm run generate writes it from the commands.');
    process.exitCode = 1;
  } else {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, page);
  }
}
