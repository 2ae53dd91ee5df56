// npm test: every stage, or those named (`npm test -- unit ui`), and one line with the sums at the end. The stage `latest` runs
// only where it is named.
import fs from 'node:fs';
import path from 'node:path';
import { bin, root, runNode } from './run.mjs';

const mocha = (...args) => [bin('mocha/bin/mocha.js'), ['--forbid-only', '--enable-source-maps', ...args]];

const inEditor = ['tools/in-editor.mjs', [], countResultFile];
const ui = [...mocha('test/ui/*.test.mjs'), countMocha];
const views = [...mocha('test/ui/views/*.test.mjs'), countMocha];
const parallel = ['--parallel', '--jobs', '2'];

/**
 * Each stage: its name, its commands with how the checks of each are counted in the output (a command alone is one check),
 * and variables of the environment that it sets.
 */
const first = [
  ['build', [['esbuild.mjs', ['--tests']]]],
  ['package', [['tools/package.mjs']]],
];
/** What runs without a window, one after the other. */
const without = [
  ['unit', [[...mocha(...parallel, 'out/test/unit/**/*.test.js'), countMocha]]],
  ['lsp', [[...mocha(...parallel, 'out/test/lsp/**/*.test.js'), countMocha]]],
  [
    'check',
    [
      [bin('typescript/bin/tsc'), ['-b']],
      [bin('eslint/bin/eslint.js'), ['.']],
      [bin('prettier/bin/prettier.cjs'), ['--check', '.']],
    ],
  ],
  ['grammar', [['test/grammar/run.mjs', [], countPlain]]],
  ['editors', [['test/editors/run.mjs', [], countPlain]]],
  ['security', [['test/security/trace.mjs', [], countPlain]]],
];
/** What opens windows, and waits for them most of its time: in two lanes, as one leaves half of a machine idle. */
const windows = [['ui', [ui]]];
const moreWindows = [
  ['in-editor', [inEditor]],
  ['views', [views]],
];
/** Runs only where it is named. */
const latest = [
  'latest',
  [['esbuild.mjs', ['--tests']], ['tools/package.mjs'], inEditor, ui, views],
  { FORM4_WORKBENCH: 'latest' },
];
const stages = [...first, ...without, ...windows, ...moreWindows, latest];

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

/**
 * Runs one stage. A command that failed without a failed check to show, or a stage without any check, counts as one failure.
 * @param live whether its output is shown as it comes: what runs beside other stages is shown whole when it is done
 */
async function runStage([name, commands, env], live) {
  const start = Date.now();
  let output = '';
  const show = (text) => {
    if (live) return reword(text);
    output += reword(text);
    return '';
  };
  console.log(live ? `\n== ${name}` : `-- ${name} begins`);
  const sum = { name, passed: 0, failed: 0 };
  for (const [script, args = [], count] of commands) {
    const { code, output } = await runNode(script, args, { show, env });
    const counted = count ? count(output) : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
    if (code !== 0 && counted.failed === 0) counted.failed = 1;
    sum.passed += counted.passed;
    sum.failed += counted.failed;
  }
  if (!live) console.log(`\n== ${name}\n${output}`);
  if (sum.passed + sum.failed === 0) {
    console.error('This stage ran nothing.');
    sum.failed = 1;
  }
  return { ...sum, seconds: (Date.now() - start) / 1000 };
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !stages.some(([stage]) => stage === name));
if (unknown.length > 0) {
  console.error(`No such stage: ${unknown.join(', ')}. There are: ${stages.map(([name]) => name).join(', ')}.`);
  process.exit(2);
}
const chosen = (some) => some.filter((stage) => (wanted.length > 0 ? wanted.includes(stage[0]) : stage !== latest));
const done = [];
async function runInOrder(some, live) {
  for (const stage of some) {
    const result = await runStage(stage, live);
    done.push(result);
    if (stage[0] === 'build' && result.failed > 0) return false; // every later stage would test an older build
  }
  return true;
}
if (await runInOrder(chosen(first), true)) {
  const lanes = [chosen(without), chosen(windows), chosen(moreWindows)].filter((lane) => lane.length > 0);
  await Promise.all(lanes.map((lane) => runInOrder(lane, lanes.length === 1)));
  await runInOrder(chosen([latest]), true);
}
const report = done.map(
  ({ name, passed, failed, seconds }) =>
    `${failed > 0 ? 'FAIL' : 'ok  '} ${name.padEnd(10)} ${String(passed).padStart(5)} good ${String(failed).padStart(4)} bad ${seconds.toFixed(1).padStart(7)} s`,
);
const total = { passed: 0, failed: 0 };
for (const { passed, failed } of done) {
  total.passed += passed;
  total.failed += failed;
}
console.log(`\n${report.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
