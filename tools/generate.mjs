// What is written from the catalogue of rules: the schema of .form4.json, the rule ids of the manifest and the index of
// the rules' pages. `npm run generate` writes them; `--check` says which are out of date.
import { build } from 'esbuild';
import fs from 'node:fs';
import path from 'node:path';
import prettier from 'prettier';
import { root } from './run.mjs';

const { outputFiles } = await build({
  stdin: {
    contents: `export { RULE_SETTINGS } from './server/src/config/config'; export { FAMILIES } from './server/src/rules/rule'; export { CATALOGUE } from './server/src/rules/catalogue';`,
    resolveDir: root,
  },
  bundle: true,
  format: 'esm',
  write: false,
});
const { CATALOGUE, FAMILIES, RULE_SETTINGS } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);

const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');

/** For completion alone: what is wrong is said by the server, with what was likely meant, and is not to be said twice. */
function schema() {
  const texts = { items: {}, default: [] };
  const setting = (description, usual) => ({
    $ref: '#/definitions/setting',
    description,
    ...(usual && { default: usual }),
  });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Form 4: what a house sets for its filings (.form4.json)',
    type: 'object',
    properties: {
      $schema: {},
      rules: {
        description: 'How rules speak, by id or by family. An id goes before its family.',
        default: {},
        properties: Object.fromEntries([
          ...FAMILIES.map((family) => [family, setting(`All rules about ${family} that are not off by themselves`)]),
          ...CATALOGUE.map(({ id, summary, severity, off }) => [id, setting(summary, off ? 'off' : severity)]),
        ]),
      },
      extraClosures: {
        ...texts,
        description:
          'Days on which EDGAR is closed, besides weekends, federal holidays and the closures that are known, as 2026-07-06.',
      },
      titles: { ...texts, description: 'Titles of securities that are written just so.' },
      natures: { ...texts, description: 'Natures of indirect ownership that are written just so.' },
      baseline: {
        description:
          'A file of known findings, as form4 check --write-baseline writes it; seen from the folder of this file.',
      },
      previousFiling: {
        description:
          'Where the filings before a filing are looked for in an editor: automatic, off, or the name of a file or folder below this one.',
        default: 'automatic',
        anyOf: [{ enum: ['automatic', 'off'] }, {}],
      },
    },
    definitions: { setting: { anyOf: [{ enum: RULE_SETTINGS }, {}] } },
  };
}

function manifest() {
  const data = JSON.parse(read('package.json'));
  const rules = data.contributes.configuration.properties['form4.rules'];
  rules.propertyNames = { enum: [...FAMILIES, ...CATALOGUE.map(({ id }) => id)] };
  return data;
}

/** The index of the rules' pages. */
function index() {
  const rows = CATALOGUE.map(({ id, severity, off, fixable, summary }) =>
    [`[${id}](${id}.md)`, off ? 'off' : severity, fixable ? 'yes' : '', summary].join(' | '),
  );
  return [
    '# Rules',
    '',
    'In the order in which they run. `form4 explain RULE` prints a page.',
    '',
    '| rule | severity | fix | what it finds |',
    '| --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
    '',
  ].join('\n');
}

const generated = {
  'schemas/form4.schema.json': () => JSON.stringify(schema()),
  'package.json': () => JSON.stringify(manifest(), undefined, 2),
  'docs/rules/README.md': index,
};

await import('./man.mjs');
const stale = [];
for (const [file, make] of Object.entries(generated)) {
  const at = path.join(root, file);
  const options = await prettier.resolveConfig(at);
  const text = await prettier.format(make(), { ...options, filepath: at });
  if (fs.existsSync(at) && read(file) === text) continue;
  stale.push(file);
  if (process.argv.includes('--check')) continue;
  fs.mkdirSync(path.dirname(at), { recursive: true });
  fs.writeFileSync(at, text);
}
if (process.argv.includes('--check') && stale.length > 0) {
  console.error(`Out of date: ${stale.join(', ')}. npm run generate writes them from the catalogue of rules.`);
  process.exitCode = 1;
}
