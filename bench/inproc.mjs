// Reading and rules in process: nanoseconds of CPU for each byte of a filing, at first and once it is steady. Runs in a process of
// its own (`measureCore`), so that nothing else has warmed or littered its heap, and prints its figures as JSON.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { SCHEMA, SIZES, filing, json, text } from './gen.mjs';
import { growth, median } from './stats.mjs';
import { peerRequire, peersInstalled, root } from './servers.mjs';

const bundle = join(root, 'out/bench/core.js');

/** Bundles the reader and the rules as they ship. @returns {Promise<boolean>} false where they are not there yet */
export async function buildCore() {
  if (!existsSync(join(root, 'server/src/rules/run.ts'))) return false;
  const contents = `
    export { read } from './readers/index';
    export { check } from './rules/run';
    export { CATALOGUE } from './rules/catalogue';
    export { dayOf } from './text/days';`;
  await build({
    ...{ bundle: true, minify: true, platform: 'node', format: 'cjs', target: 'node20', logLevel: 'silent' },
    stdin: { contents, resolveDir: join(root, 'server/src'), loader: 'ts' },
    outfile: bundle,
  });
  return true;
}

/** One run in a fresh process. @returns {{ [size: string]: { [task: string]: { cold: number, steady: number } } }} nanoseconds
 *  for each byte */
export function measureCore({ quick }) {
  const args = ['--expose-gc', fileURLToPath(import.meta.url), ...(quick ? ['--quick'] : [])];
  const { status, stdout } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error('measuring the reader and the rules failed');
  return JSON.parse(stdout);
}

/** How the cost for each byte of a task grows from 400 KB to 4 MB, where the mix of content is the same. */
export function growthOf(figures, task) {
  const [a, b] = [figures['400K'], figures['4M']];
  return a?.[task] && b?.[task]
    ? growth([a.bytes, a[task].steady * a.bytes], [b.bytes, b[task].steady * b.bytes])
    : NaN;
}

export const JSON_SERVICE = 'vscode-json, parse and validate';

/** So many turns, each through 400 KB of filings or one, are looked at together. */
const WINDOW = { '4K': 15, '40K': 9, '400K': 4, '4M': 1 };
/** A task is steady when such a window costs no less than this share of the window before. */
const STEADY = 0.97;
/** Until then it goes on, but takes no further turn at a size when it has used this much. */
const MOST_MS = 4_000;
/** Nor does it go on to a size ten times as big if once through took this long: it may not grow in step. */
const SLOW_MS = 1_000;

/** What is timed, on a list of filings: everything that must not be in the time is prepared first. */
async function tasks() {
  const { read, check, CATALOGUE, dayOf } = createRequire(import.meta.url)(bundle);
  const rules = Object.fromEntries(CATALOGUE.map((rule) => [rule.id, rule.severity]));
  const options = { rules, today: dayOf(2023, 3, 9), beforeFiling: true };
  const all = {
    lines: (filings) => {
      const texts = filings.map(({ text }) => text);
      const cells = (line) => line.split('\t').length;
      return () => texts.map((each) => each.split('\n').reduce((sum, line) => sum + cells(line), 0));
    },
    read: (filings) => {
      const texts = filings.map(({ text }) => text);
      return () => texts.reduce((sum, each) => sum + read(each).footnotes.length, 0);
    },
    // Each filing is checked once: nothing that an earlier check may have kept with it makes the next one cheaper.
    rules: (filings) => {
      const parsed = filings.map(({ text }) => read(text));
      return () => parsed.reduce((sum, each) => sum + check(each, options).length, 0);
    },
    'rules, a third of the totals wrong': (filings) => {
      const parsed = filings.map(({ wrong }) => read(wrong));
      return () => parsed.reduce((sum, each) => sum + check(each, options).length, 0);
    },
  };
  if (peersInstalled()) {
    const { getLanguageService } = peerRequire('vscode-json-languageservice');
    const { TextDocument } = peerRequire('vscode-languageserver-textdocument');
    const service = getLanguageService({ schemaRequestService: async () => '' });
    service.configure({ validate: true, schemas: [{ uri: 'bench://form4', fileMatch: ['*'], schema: SCHEMA }] });
    all[JSON_SERVICE] = (filings) => {
      const documents = filings.map(({ json }, i) => TextDocument.create(`file:///${i}.json`, 'json', 1, json));
      return async () => {
        for (const each of documents) await service.doValidation(each, service.parseJSONDocument(each));
      };
    };
  }
  return { all, findings: (source) => check(read(source), options).length };
}

/** CPU and not wall time: work that other processes put in between does not count. */
async function cpuMsOf(run) {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Whether the last turns cost what those before them did: the runtime has nothing left to make faster. */
function isSteady({ times }, window) {
  if (times.length < 3 * window) return false;
  return median(times.slice(-window)) >= STEADY * median(times.slice(-2 * window, -window));
}

async function main() {
  const quick = process.argv.includes('--quick');
  const { all, findings } = await tasks();
  const figures = {};
  const slow = new Set([JSON_SERVICE]);
  for (const [size, target] of Object.entries(SIZES)) {
    if (quick && size === '4M') continue;
    const made = Array.from({ length: Math.ceil(Math.min(8, 800_000 / target)) }, (_, seed) => {
      const good = filing(target, { seed });
      return { text: text(good), json: json(good), wrong: text(filing(target, { seed, wrong: 1 / 3 })) };
    });
    const bytes = median(made.map(({ text }) => Buffer.byteLength(text)));
    const batch = Array.from({ length: Math.ceil(400_000 / bytes) }, (_, i) => made[i % made.length]);
    const tasks = Object.entries(all).filter(([name]) => size !== '4M' || !slow.has(name));
    const timed = tasks.map(([name, prepare]) => ({ name, prepare, times: [], spent: 0 }));
    const window = quick ? Math.ceil(WINDOW[size] / 3) : WINDOW[size];
    const mostMs = quick ? MOST_MS / 4 : MOST_MS;
    for (let left = timed; left.length; left = left.filter((task) => task.spent < mostMs && !isSteady(task, window))) {
      for (const task of left) {
        const run = task.prepare(batch);
        // Not a full collection: with the last filing goes what the code was optimised for, and it never gets warm.
        globalThis.gc({ type: 'minor' });
        const ms = await cpuMsOf(run);
        task.spent += ms;
        if (ms / batch.length > SLOW_MS) slow.add(task.name);
        task.times.push((ms * 1e6) / batch.length / bytes);
      }
    }
    const medians = timed.map(({ name, times }) => [name, { cold: times[0], steady: median(times.slice(-window)) }]);
    const known = size !== '4M' || !slow.has('rules');
    figures[size] = { bytes, findings: known ? findings(made[0].text) : NaN, ...Object.fromEntries(medians) };
  }
  process.stdout.write(JSON.stringify(figures));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
