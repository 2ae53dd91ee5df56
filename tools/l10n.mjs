// l10n/bundle.l10n.json: every string of the client that a user can see. `npm run generate` writes it; `--check` says
// whether it is out of date, and whether every %key% of the manifest stands in package.nls.json and the other way round.
import { getL10nJson } from '@vscode/l10n-dev';
import fs from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { root } from './run.mjs';

const bundle = path.join(root, 'l10n/bundle.l10n.json');
const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');

/** The strings of the client, sorted, so that moving code about changes nothing. */
async function strings() {
  const files = globSync('client/src/**/*.ts', { cwd: root }).sort();
  const found = await getL10nJson(files.map((file) => ({ extension: '.ts', contents: read(file) })));
  return JSON.stringify(Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1))), null, 2) + '\n';
}

/** What is wrong between the manifest and its words. */
function wrongKeys() {
  const used = new Set([...read('package.json').matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key));
  const known = new Set(Object.keys(JSON.parse(read('package.nls.json'))));
  return [
    ...[...used].filter((key) => !known.has(key)).map((key) => `package.nls.json lacks ${key}`),
    ...[...known].filter((key) => !used.has(key)).map((key) => `package.json does not use ${key} of package.nls.json`),
  ];
}

const wanted = await strings();
if (process.argv.includes('--check')) {
  const wrong = wrongKeys();
  if (!fs.existsSync(bundle) || fs.readFileSync(bundle, 'utf8') !== wanted)
    wrong.push('l10n/bundle.l10n.json is out of date: npm run generate');
  if (wrong.length > 0) console.error(wrong.join('\n'));
  process.exitCode = wrong.length > 0 ? 1 : 0;
} else {
  fs.mkdirSync(path.dirname(bundle), { recursive: true });
  fs.writeFileSync(bundle, wanted);
}
