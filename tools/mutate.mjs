// `npm run mutate`: are the tests of the rules good enough to notice a rule that has changed? Every mutant of the rules
// and of the holdings is tried against the tests that reach it. docs/testing.md says how to read the outcome.
import { build } from 'esbuild';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import vm from 'node:vm';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { globSync } from 'tinyglobby';
import { withMutants } from './mutants.mjs';
import { root } from './run.mjs';

const HELP = `npm run mutate -- [options]
  --sample N   this many mutants, chosen by the seed (600)
  --seed S     another choice (1)
  --all        every mutant
  --only PART  those whose path contains this
  --jobs N     at a time (1)`;
/**
 * Two take their time at each mutant that survives, and are asked in `npm test` alone: the sweep of the schema, which libxml2
 * judges, and the one that holds the rules against themselves.
 */
const TESTS = [
  'test/unit/pages.test.ts',
  'test/unit/rules/**/*.test.ts',
  'test/unit/filing/**/*.test.ts',
  '!test/unit/rules/xml/xsdSweep.test.ts',
  '!test/unit/rules/codes.test.ts',
];
const MUTATED = ['server/src/rules/**/*.ts', 'server/src/filing/holdings.ts'];
const BUNDLE = 'out/mutants/tests.js';
/** A mutant hangs whose tests take this many times as long as without it, and this many milliseconds more. */
const PATIENCE = { times: 8, more: 4000 };

if (isMainThread) await main();
else serve();

async function main() {
  const { values: options } = parseArgs({
    options: {
      sample: { type: 'string', default: '600' },
      seed: { type: 'string', default: '1' },
      all: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      jobs: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  });
  if (options.help) return console.log(HELP);
  process.chdir(root);
  const mutants = await bundle();
  const { tests, failed, atLoad } = await untouched();
  if (failed.length > 0) throw new Error(`These fail without any mutant:\n${failed.join('\n')}`);
  console.log(`${mutants.length} mutants in the source, ${tests.length} tests`);

  const near = new Map();
  for (const mutant of mutants) Object.assign(mutant, { static: atLoad.has(mutant.id), tests: [], time: 0 });
  for (const { title, reached, time } of tests) {
    for (const mutant of mutants) if (mutant.static || reached.has(mutant.id)) mutant.time += time;
    for (const id of reached) {
      mutants[id].tests.push(title);
      entry(near, mutants[id].path, () => new Set()).add(title);
    }
  }
  // What runs while a file is loaded may change any test; those that reach the same file are the likeliest to notice.
  for (const mutant of mutants) if (mutant.static) mutant.tests = [...(near.get(mutant.path) ?? [])];
  const wanted = mutants.filter((mutant) => mutant.path.includes(options.only));
  const chosen = options.all ? wanted : shuffled(wanted, Number(options.seed)).slice(0, Number(options.sample));
  const waiting = [...chosen];
  await Promise.all(Array.from({ length: Number(options.jobs) }, () => work(waiting)));
  report(chosen);
}

/** Bundles the tests with every mutant in the rules; gives the mutants, each at the place of its number. */
async function bundle() {
  const mutants = [];
  const add = (mutant) => mutants.push({ ...mutant, id: mutants.length }) - 1;
  const rewritten = new Map(
    globSync(MUTATED)
      .sort()
      .map((file) => [path.join(root, file), withMutants(file, readFileSync(file, 'utf8'), add)]),
  );
  const plugin = {
    name: 'mutants',
    setup: ({ onLoad }) =>
      onLoad({ filter: /\.ts$/ }, ({ path: file }) =>
        rewritten.has(file) ? { contents: rewritten.get(file), loader: 'ts' } : undefined,
      ),
  };
  mkdirSync(path.dirname(BUNDLE), { recursive: true });
  await build({
    stdin: {
      contents: globSync(TESTS)
        .sort()
        .map((file) => `import './${file}';`)
        .join('\n'),
      resolveDir: root,
    },
    ...{ bundle: true, platform: 'node', format: 'cjs', target: 'node20', outfile: BUNDLE, logLevel: 'warning' },
    external: ['fast-check', 'typescript'],
    plugins: [plugin],
  });
  return mutants;
}

function startWorker() {
  return new Worker(new URL(import.meta.url), { workerData: BUNDLE, resourceLimits: { maxOldGenerationSizeMb: 600 } });
}

/** The tests on the code as it is: each with its title and the mutants it reaches. */
async function untouched() {
  const worker = startWorker();
  const found = await new Promise((resolve, reject) => {
    worker.once('message', resolve).once('error', reject);
    worker.postMessage({ record: true });
  });
  await worker.terminate();
  return found;
}

/** Takes mutants off the list until none is left, in one worker after another: a mutant that hangs takes its worker along. */
async function work(waiting) {
  let worker;
  /** When each test last killed a mutant: it is tried first on the next that it reaches. */
  const kills = new Map();
  let clock = 0;
  for (let mutant = waiting.pop(); mutant; mutant = waiting.pop()) {
    if (process.stderr.isTTY) process.stderr.write(`${waiting.length} to go \r`);
    if (mutant.tests.length === 0 && !mutant.static) {
      mutant.outcome = 'not reached';
      continue;
    }
    worker ??= startWorker();
    mutant.outcome = await new Promise((resolve) => {
      const timer = setTimeout(() => resolve('hangs'), PATIENCE.more + PATIENCE.times * mutant.time);
      const settle = (outcome) => (clearTimeout(timer), resolve(outcome));
      const titles = [...mutant.tests].sort((a, b) => (kills.get(b) ?? 0) - (kills.get(a) ?? 0));
      worker
        .removeAllListeners()
        .once('message', ({ failed }) => {
          if (failed !== undefined) kills.set(failed, ++clock);
          settle(failed === undefined ? 'survives' : 'fails');
        })
        .once('error', () => settle('crashes'));
      worker.postMessage({ id: mutant.id, titles, all: mutant.static });
    });
    if (mutant.outcome === 'survives' || mutant.outcome === 'fails') continue;
    await worker.terminate();
    worker = undefined;
  }
  await worker?.terminate();
}

/** The same order for the same seed (Fisher and Yates, with Marsaglia's xorshift). */
function shuffled(list, seed) {
  const out = [...list];
  let state = (seed * 2654435761) >>> 0 || 1;
  for (let at = out.length - 1; at > 0; at--) {
    state ^= state << 13;
    state ^= state >>> 17;
    state = (state ^ (state << 5)) >>> 0;
    const other = state % (at + 1);
    [out[at], out[other]] = [out[other], out[at]];
  }
  return out;
}

function report(chosen) {
  const killed = (list) => list.filter(({ outcome }) => outcome !== 'survives' && outcome !== 'not reached').length;
  const sum = (list) =>
    `${killed(list)} killed of ${list.length} (${((100 * killed(list)) / list.length).toFixed(1)} %)`;
  const short = (text) => (text.length > 90 ? `${text.slice(0, 60)} … ${text.slice(-25)}` : text).replace(/\s+/g, ' ');
  const ordered = [...chosen].sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line || a.id - b.id);
  const folders = new Map();
  for (const mutant of ordered)
    entry(folders, path.dirname(mutant.path).replace('server/src/', ''), () => []).push(mutant);
  for (const { outcome, path: file, line, from, to } of ordered)
    if (outcome === 'survives' || outcome === 'not reached')
      console.log(`${outcome === 'survives' ? '' : 'not reached: '}${file}:${line}  ${short(from)}  →  ${short(to)}`);
  for (const [folder, list] of folders) console.log(`${folder.padEnd(12)} ${sum(list)}`);
  const ended = ordered.filter(({ outcome }) => outcome === 'hangs' || outcome === 'crashes').length;
  console.log(`${ended} of those killed ran without end or out of memory`);
  console.log(`mutants: ${sum(ordered)}`);
}

function entry(map, key, make) {
  if (!map.has(key)) map.set(key, make());
  return map.get(key);
}

/** In a worker: runs the tests of the mutant that it is told, until one fails. */
function serve() {
  const require = createRequire(path.join(root, workerData));
  const source = `(function (require, module, exports, describe, it, __m) {${readFileSync(path.join(root, workerData), 'utf8')}\n})`;
  const load = new vm.Script(source, { filename: workerData }).runInThisContext();
  /** What a suite says of its patience is for mocha. */
  const mocha = { timeout() {} };
  const collect = (m) => {
    const tests = [];
    const path = [];
    const describe = (name, body) => (path.push(name), body.call(mocha), path.pop());
    const it = (name, run) => tests.push({ title: [...path, name].join(' › '), run });
    load(require, { exports: {} }, {}, describe, it, m);
    return tests;
  };
  /** A test that gives anything back, a promise say, is none that can be run here. */
  const passes = ({ run }) => {
    try {
      return run.call(mocha) === undefined;
    } catch {
      return false;
    }
  };
  parentPort.on('message', ({ record, id, titles, all }) => {
    if (record) {
      let reached = new Set();
      const tests = collect((number) => (reached.add(number), false));
      const atLoad = reached;
      const failed = [];
      for (const test of tests) {
        test.reached = reached = new Set();
        const start = performance.now();
        if (!passes(test)) failed.push(test.title);
        test.time = performance.now() - start;
        delete test.run;
      }
      parentPort.postMessage({ tests, failed, atLoad });
      return;
    }
    let tests;
    try {
      tests = collect((number) => number === id);
    } catch {
      parentPort.postMessage({ failed: 'load' });
      return;
    }
    const first = new Set(titles);
    const byTitle = new Map();
    for (const test of tests) entry(byTitle, test.title, () => []).push(test);
    const ordered = [
      ...titles.flatMap((title) => byTitle.get(title) ?? []),
      ...(all ? tests.filter(({ title }) => !first.has(title)) : []),
    ];
    parentPort.postMessage({ failed: ordered.find((test) => !passes(test))?.title });
  });
}
