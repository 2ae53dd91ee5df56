// `node bench/batch.mjs`: the command line over thousands of files, beside a floor and a linter that people know, in one
// run, with the goals that must hold. Ends with 1 if one is missed. docs/performance.md says what is measured.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SIZES, filing, text } from './gen.mjs';
import { machine } from './proc.mjs';

const HELP = `node bench/batch.mjs [options]
  --rounds N      rounds, each of every entrant (5)
  --files N       files of 4 KB (10,000)
  --cli FILE      another build of the command line (dist/cli.js)
  --no-peers      without markdownlint-cli2
  --start         measure one file as well, in twenty rounds
  --json          the whole record as JSON`;

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    files: { type: 'string', default: '10000' },
    cli: { type: 'string', default: join(import.meta.dirname, '../dist/cli.js') },
    'no-peers': { type: 'boolean', default: false },
    start: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (options.help) {
  console.log(HELP);
  process.exit();
}

const node = process.execPath;
const here = import.meta.dirname;
const peers = join(here, 'batch-peers');
const markdownlint = join(peers, 'node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs');
/** Slow entrants take a part of the files, and their figures are for a file. */
const SLOW_PART = 10;
const GOALS = [
  { what: 'CPU over that of reading and splitting', of: 'form4, one thread', over: 'read + split', most: 3.5 },
  { what: 'CPU, times less than markdownlint-cli2', of: 'markdownlint-cli2', over: 'form4, one thread', least: 20 },
  {
    what: 'peak memory, over that for half of the files',
    of: 'form4, one thread',
    over: 'form4, half',
    peak: 1.25,
  },
];

const work = mkdtempSync(join(tmpdir(), 'form4-batch-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

/** A folder of filings without a fault, each another one. */
function corpus(name, count, ending) {
  const folder = join(work, name);
  mkdirSync(folder);
  for (let n = 0; n < count; n++)
    writeFileSync(join(folder, `${String(n).padStart(6, '0')}.${ending}`), text(filing(SIZES['4K'], { seed: n + 1 })));
  return folder;
}

/** Runs a program to its end. @returns {{ wall: number, cpu: number, peak: number }} seconds, seconds of CPU, bytes */
function measured(args, cwd = work) {
  const usage = join(work, 'usage.json');
  rmSync(usage, { force: true });
  const env = { ...process.env, NODE_OPTIONS: `--require ${join(here, 'usage.cjs')}`, BENCH_USAGE: usage };
  const start = performance.now();
  const { status } = spawnSync(node, args, { cwd, env, stdio: 'ignore' });
  const wall = (performance.now() - start) / 1000;
  if (!existsSync(usage) || status > 1) throw new Error(`${args.join(' ')} ended with ${status}`);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(usage, 'utf8'));
  return { wall, cpu: (userCPUTime + systemCPUTime) / 1e6, peak: maxRSS * 1024 };
}

function entrants(count) {
  const all = corpus('all', count, 'txt');
  const half = corpus('half', Math.ceil(count / 2), 'txt');
  const check = (folder, ...more) => [options.cli, 'check', folder, '--format', 'jsonl', '--no-config', ...more];
  const list = {
    'read + split': { args: [join(here, 'batch-floor.mjs'), all], files: count },
    'form4, one thread': { args: check(all, '--jobs', '1'), files: count },
    'form4, two threads': { args: check(all, '--jobs', '2'), files: count },
    'form4, half': { args: check(half, '--jobs', '1'), files: Math.ceil(count / 2) },
  };
  if (options.start) list['form4, one file'] = { args: check(join(all, '000000.txt')), files: 1 };
  if (options.start) list['node, nothing'] = { args: ['-e', '0'], files: 1 };
  if (!options['no-peers'] && installed()) {
    const folder = corpus('markdown', Math.ceil(count / SLOW_PART), 'md');
    // Rules that a filing trips over on every line are off: neither side has anything to tell.
    const off = Object.fromEntries(['009', '010', '012', '013', '033', '041', '047'].map((id) => [`MD${id}`, false]));
    writeFileSync(join(folder, '.markdownlint-cli2.jsonc'), JSON.stringify({ config: off }));
    list['markdownlint-cli2'] = { args: [markdownlint, '**/*.md'], cwd: folder, files: Math.ceil(count / SLOW_PART) };
  }
  return list;
}

/** Fetches the peer from the npm registry, unless it is there. */
function installed() {
  if (existsSync(markdownlint)) return true;
  console.error('Fetching markdownlint-cli2 to measure beside, once, into bench/batch-peers …');
  const args = ['ci', '--prefix', peers, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  return spawnSync('npm', args, { stdio: ['ignore', 2, 2] }).status === 0 && existsSync(markdownlint);
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const format = (number) => (number >= 100 ? number.toFixed(0) : number.toPrecision(3));

const list = entrants(Number(options.files));
const rounds = [];
for (const { args, cwd } of Object.values(list)) measured(args, cwd); // so that all files are in the kernel's memory
for (let round = 0; round < Number(options.rounds); round++) {
  console.error(`round ${round + 1} of ${options.rounds}`);
  const names = Object.keys(list);
  if (round % 2) names.reverse();
  rounds.push(Object.fromEntries(names.map((name) => [name, measured(list[name].args, list[name].cwd)])));
}

/** Of each round, so that what disturbs the machine falls on both alike. */
const ratios = (of, over, key, perFile) =>
  rounds.map((round) => {
    const parts = perFile ? [list[of].files, list[over].files] : [1, 1];
    return round[of][key] / parts[0] / (round[over][key] / parts[1]);
  });
const rows = Object.entries(list).map(([name, { files }]) => {
  const of = (key) => median(rounds.map((round) => round[name][key]));
  return {
    name,
    files,
    wall: of('wall'),
    cpu: of('cpu'),
    microseconds: (of('cpu') / files) * 1e6,
    overFloor: median(ratios(name, 'read + split', 'cpu', true)),
    peak: of('peak') / 2 ** 20,
  };
});
const goals = GOALS.filter(({ of, over }) => list[of] && list[over]).map((goal) => {
  const found = goal.peak ? ratios(goal.of, goal.over, 'peak', false) : ratios(goal.of, goal.over, 'cpu', true);
  const value = median(found);
  const most = goal.most ?? goal.peak;
  const met = most ? value <= most : value >= goal.least;
  return { ...goal, value, rounds: found, met };
});

if (options.json) console.log(JSON.stringify({ machine: machine(), rows, goals, rounds }));
else {
  const { node: version, cpu, cores, load } = machine();
  console.log(`Node ${version}, ${cpu}, ${cores} cores, load ${load}; ${rounds.length} rounds.\n`);
  console.log('| entrant | files | wall s | CPU s | µs of CPU a file | × floor | peak MB |');
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const { name, files, wall, cpu: used, microseconds, overFloor, peak } of rows)
    console.log(`| ${[name, files, ...[wall, used, microseconds, overFloor, peak].map(format)].join(' | ')} |`);
  console.log();
  for (const { what, most, least, peak, value, rounds: all, met } of goals) {
    const goal = least ? `≥ ${least}` : `≤ ${most ?? peak}`;
    const [low, high] = [Math.min(...all), Math.max(...all)].map(format);
    console.log(`${met ? 'ok    ' : 'MISSED'}  ${what}: ${format(value)} (goal ${goal}), rounds ${low} to ${high}`);
  }
}
process.exitCode = goals.every(({ met }) => met) ? 0 : 1;
