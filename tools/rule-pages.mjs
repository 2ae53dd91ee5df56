// The rule pages of docs/rules as one file: dist/rules.json, from rule id to Markdown. The editor and `form4 explain` read it.
import fs from 'node:fs';
import path from 'node:path';
import { root } from './run.mjs';

/** Writes dist/rules.json from docs/rules/<id>.md. */
export function writeRulePages() {
  const dir = path.join(root, 'docs/rules');
  const names = fs.existsSync(dir) ? fs.readdirSync(dir).filter((name) => /^[a-z0-9-]+\.md$/.test(name)) : [];
  const pages = names.sort().map((name) => [path.basename(name, '.md'), fs.readFileSync(path.join(dir, name), 'utf8')]);
  fs.mkdirSync(path.join(root, 'dist'), { recursive: true });
  fs.writeFileSync(path.join(root, 'dist/rules.json'), JSON.stringify(Object.fromEntries(pages)));
}
