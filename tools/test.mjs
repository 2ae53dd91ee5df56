// npm test: every stage in order, or those named (`npm test -- unit ui`), and one line with the sums at the end. The stage
// `latest` runs only where it is named.
import fs from 'node:fs';
import path from 'node:path';
import { bin, root, runNode } from './run.mjs';

const mocha = (...args) => [bin('mocha/bin/mocha.js'), ['--forbid-only', '--enable-source-maps', ...args]];

const inEditor = ['tools/in-editor.mjs', [], countResultFile];
const ui = [...mocha('--timeout', '60000', 'test/ui/**/*.test.mjs'), countMocha];

/**
 * Each stage: its name, its commands with how the checks of each are counted in the output (a command alone is one check),
 * and variables of the environment that it sets.
 */
const stages = [
  ['build', [['esbuild.mjs', ['--tests']]]],
  [
    'check',
    [
      [bin('typescript/bin/tsc'), ['-b']],
      [bin('eslint/bin/eslint.js'), ['.']],
      [bin('prettier/bin/prettier.cjs'), ['--check', '.']],
    ],
  ],
  ['unit', [[...mocha('--timeout', '30000', '--parallel', '--jobs', '2', 'out/test/unit/**/*.test.js'), countMocha]]],
  ['lsp', [[...mocha('--timeout', '60000', '--parallel', '--jobs', '2', 'out/test/lsp/**/*.test.js'), countMocha]]],
  ['grammar', [['test/grammar/run.mjs', [], countPlain]]],
  ['editors', [['test/editors/run.mjs', [], countPlain]]],
  ['security', [['test/security/trace.mjs', [], countPlain]]],
  ['package', [['tools/package.mjs']]],
  ['in-editor', [inEditor]],
  ['ui', [ui]],
  ['latest', [['esbuild.mjs', ['--tests']], ['tools/package.mjs'], inEditor, ui], { FORM4_WORKBENCH: 'latest' }],
];
/** Stages that run only where they are named. */
const onlyNamed = ['latest'];

function countMocha(output) {
  const last = (word) =>
    Number(
      output
        .match(new RegExp(`^ +(\\d+) ${word}`, 'gm'))
        ?.at(-1)
        ?.match(/\d+/)?.[0] ?? 0,
    );
  return { passed: last('passing'), failed: last('failing') };
}

function countResultFile() {
  const file = path.join(root, 'test-results/in-editor/result.json');
  if (!fs.existsSync(file)) return { passed: 0, failed: 1 };
  const { passes, failures } = JSON.parse(fs.readFileSync(file, 'utf8'));
  return { passed: passes, failed: failures };
}

function countPlain(output) {
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/m.exec(output) ?? [];
  return { passed: Number(passed ?? 0), failed: Number(failed ?? 0) };
}

/** The line with the sums comes once, at the very end: a stage that has one of its own says it in other words. */
const reword = (text) => text.replace(/^(\d+) passed, (\d+) failed$/gm, '$1 good, $2 bad');

/** Runs one stage. A command that failed without a failed check to show, or a stage without any check, counts as one failure. */
async function runStage(commands, env) {
  const sum = { passed: 0, failed: 0 };
  for (const [script, args = [], count] of commands) {
    const { code, output } = await runNode(script, args, { show: reword, env });
    const counted = count ? count(output) : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
    if (code !== 0 && counted.failed === 0) counted.failed = 1;
    sum.passed += counted.passed;
    sum.failed += counted.failed;
  }
  if (sum.passed + sum.failed === 0) {
    console.error('This stage ran nothing.');
    sum.failed = 1;
  }
  return sum;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !stages.some(([stage]) => stage === name));
if (unknown.length > 0) {
  console.error(`No such stage: ${unknown.join(', ')}. There are: ${stages.map(([name]) => name).join(', ')}.`);
  process.exit(2);
}
const total = { passed: 0, failed: 0 };
const report = [];
for (const [name, commands, env] of stages) {
  if (wanted.length > 0 ? !wanted.includes(name) : onlyNamed.includes(name)) continue;
  console.log(`\n== ${name}`);
  const start = Date.now();
  const { passed, failed } = await runStage(commands, env);
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  report.push(
    `${failed > 0 ? 'FAIL' : 'ok  '} ${name.padEnd(10)} ${String(passed).padStart(5)} good ${String(failed).padStart(4)} bad ${seconds.padStart(7)} s`,
  );
  total.passed += passed;
  total.failed += failed;
  if (name === 'build' && failed > 0) break; // every later stage would test an older build
}
console.log(`\n${report.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
