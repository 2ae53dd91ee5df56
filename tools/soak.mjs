// npm run soak: the suites that take inputs without end, at their full sizes and from other seeds than in `npm test`.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bin, mustRunNode, root } from './run.mjs';

/**
 * Each suite: its test file, and how many inputs a round of about half a minute takes (FORM4_RUNS). Those without are run
 * once, at their full size (FORM4_FULL).
 */
const SUITES = {
  'never-throws': { file: 'unit/never-throws', runs: 3000 },
  incremental: { file: 'unit/incremental', runs: 1000 },
  fixes: { file: 'unit/properties/fixes', runs: 1000 },
  'human-faults': { file: 'unit/properties/humanFaults', runs: 3000 },
  fuzz: { file: 'lsp/fuzz', runs: 5000 },
  same: { file: 'lsp/same' },
  hostile: { file: 'unit/hostile' },
  'hostile-server': { file: 'lsp/hostile' },
  linear: { file: 'unit/architecture/linear' },
};
const LOG = path.join(root, 'test-results/soak.jsonl');

const HELP = `npm run soak                        every suite, an hour in all
npm run soak -- never-throws fuzz   the suites named: ${Object.keys(SUITES).join(', ')}
  --seconds N    how long (3600)
  --seed N       the first seed; each round takes the next (a random one)
  --no-build     take what was built last
  --sum          only add up what was ever run here (test-results/soak.jsonl)
A round that fails is run again with FORM4_RUNS=… FORM4_SEED=… npx mocha out/test/FILE.test.js; the smallest text that it
failed on is in test/crashes/candidates.`;

const { values: options, positionals: named } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '3600' },
    seed: { type: 'string' },
    'no-build': { type: 'boolean' },
    sum: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});

/** Runs a suite once; resolves to whether it held, how many inputs it took and what it said. */
function round(name, seed) {
  const { file, runs } = SUITES[name];
  const tally = path.join(os.tmpdir(), `form4-tally-${process.pid}.jsonl`);
  fs.writeFileSync(tally, '');
  const env = { ...process.env, FORM4_SEED: String(seed), FORM4_TALLY: tally };
  Object.assign(env, runs === undefined ? { FORM4_FULL: '1' } : { FORM4_RUNS: String(runs) });
  const args = [bin('mocha/bin/mocha.js'), '--enable-source-maps'];
  const start = Date.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...args, `out/test/${file}.test.js`], { cwd: root, env });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      const lines = fs.readFileSync(tally, 'utf8').split('\n').filter(Boolean);
      fs.rmSync(tally);
      const inputs = lines.reduce((sum, line) => sum + JSON.parse(line).inputs, 0);
      resolve({ suite: name, seed, inputs, seconds: (Date.now() - start) / 1000, failed: code === 0 ? 0 : 1, output });
    });
  });
}

/** One line a suite: rounds, inputs, seconds, failures, seeds. */
function table(rounds) {
  const rows = Object.keys(SUITES).flatMap((suite) => {
    const own = rounds.filter((one) => one.suite === suite);
    if (own.length === 0) return [];
    const sum = (key) => own.reduce((total, one) => total + one[key], 0);
    const seeds = own.map(({ seed }) => seed);
    const from = `${Math.min(...seeds)}${own.length > 1 ? ` … ${Math.max(...seeds)}` : ''}`;
    return [[suite, own.length, sum('inputs'), Math.round(sum('seconds')), sum('failed'), from]];
  });
  const all = [2, 3, 4].map((at) => rows.reduce((total, row) => total + row[at], 0));
  const shown = [
    ['suite', 'rounds', 'inputs', 'seconds', 'failed', 'seeds'],
    ...rows,
    ['in all', rounds.length, ...all, ''],
  ];
  return shown
    .map((row) =>
      row
        .map((cell, at) => pad(cell, at))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const pad = (cell, at) =>
  at === 0 || at === 5
    ? String(cell).padEnd(13)
    : (typeof cell === 'number' ? cell.toLocaleString('en-US') : cell).padStart(10);

if (options.help) {
  console.log(HELP);
  process.exit(0);
}
const unknown = named.filter((name) => !(name in SUITES));
if (unknown.length > 0) {
  console.error(`No such suite: ${unknown.join(', ')}.\n${HELP}`);
  process.exit(2);
}
if (options.sum) {
  const lines = fs.existsSync(LOG) ? fs.readFileSync(LOG, 'utf8').split('\n').filter(Boolean) : [];
  console.log(table(lines.map((line) => JSON.parse(line))));
  process.exit(0);
}

if (!options['no-build']) await mustRunNode(path.join(root, 'esbuild.mjs'), ['--tests']);
const wanted = (named.length > 0 ? named : Object.keys(SUITES)).filter((name) =>
  fs.existsSync(path.join(root, `out/test/${SUITES[name].file}.test.js`)),
);
const once = wanted.filter((name) => SUITES[name].runs === undefined);
const endless = wanted.filter((name) => SUITES[name].runs !== undefined);
let seed = options.seed === undefined ? Math.floor(Math.random() * 1e9) : Number(options.seed);
const deadline = Date.now() + Number(options.seconds) * 1000;
const rounds = [];
const spent = new Map(endless.map((name) => [name, 0]));
fs.mkdirSync(path.dirname(LOG), { recursive: true });

for (;;) {
  // The suite that has had the least time is next.
  const name = once.shift() ?? endless.toSorted((a, b) => spent.get(a) - spent.get(b))[0];
  if (name === undefined || (rounds.length > 0 && Date.now() > deadline)) break;
  const { output, ...result } = await round(name, seed++);
  rounds.push(result);
  if (spent.has(name)) spent.set(name, spent.get(name) + result.seconds);
  fs.appendFileSync(LOG, JSON.stringify({ ...result, ended: new Date().toISOString() }) + '\n');
  const { inputs, seconds, failed } = result;
  console.log(`${failed ? 'FAIL' : 'ok  '} ${name} seed ${result.seed}: ${inputs} inputs in ${seconds.toFixed(0)} s`);
  if (failed) console.log(output);
}
console.log(`\n${table(rounds)}`);
process.exitCode = rounds.some(({ failed }) => failed) ? 1 : 0;
