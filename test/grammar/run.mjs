// All tests of the grammar: assertions in *.form4, the samples and fixtures, long lines, linear patterns, double clicks.
// Ends with one line `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { nonLinear, patternsOf } from './linear.mjs';
import { slowLines } from './speed.mjs';
import { grammarJson, loadGrammar, tokenize } from './tokenize.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const files = (pattern) => globSync(pattern, { cwd: root }).sort();
const read = (path) => readFileSync(root + path, 'utf8');

let passed = 0;
let failed = 0;
/** One test: an empty list of complaints passes. */
function report(name, complaints) {
  if (complaints.length === 0) passed++;
  else failed++;
  console.log(`${complaints.length === 0 ? '✓' : '✗'} ${name}`);
  for (const complaint of complaints) console.log(`    ${complaint}`);
}

for (const path of files('test/grammar/*.form4')) {
  const tool = 'node_modules/vscode-tmgrammar-test/dist/unit.js';
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, path], { cwd: root, encoding: 'utf8' });
  report(`assertions of ${basename(path)}`, status === 0 ? [] : [stdout + stderr]);
}

const grammar = await loadGrammar();

/** What looks wrong in a file: `line:text` of each token that is coloured as invalid. */
const wrong = (path) =>
  tokenize(grammar, read(path)).flatMap((tokens, line) =>
    tokens.filter(([, [scope]]) => scope.startsWith('invalid.')).map(([text]) => `${line + 1}:${text}`),
  );
report(
  'samples/errors.txt looks wrong at Q and V only',
  wrong('samples/errors.txt').join() === '29:Q,30:V' ? [] : wrong('samples/errors.txt'),
);
for (const path of ['samples/clean.txt', 'samples/large.txt', ...files('test/fixtures/*.txt')]) {
  report(`nothing looks wrong in ${path}`, wrong(path));
}

/** A double click and the word at the cursor, as the language configuration has them. */
const { pattern, flags } = JSON.parse(read('syntaxes/language-configuration.json')).wordPattern;
const words = (text) => text.match(new RegExp(pattern, `${flags}g`)) ?? [];
for (const [text, expected] of [
  ['9,503 <sup>(1)</sup>\t\\$43.16', ['9,503', 'sup', '(1)', 'sup', '\\$43.16']],
  ['S/K\t03/07/2023 2023-03-08', ['S/K', '03/07/2023', '2023-03-08']],
  ['By Children’s Trust, 1,391.0786 shares.', ['By', 'Children’s', 'Trust', '1,391.0786', 'shares']],
]) {
  report(
    `words of ${JSON.stringify(text)}`,
    words(text).join('¦') === expected.join('¦') ? [] : [words(text).join('¦')],
  );
}

report('no slow line up to 100,000 characters', slowLines(grammar));
const patterns = patternsOf(grammarJson());
report(`${patterns.length} patterns are linear`, await nonLinear(patterns));

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
