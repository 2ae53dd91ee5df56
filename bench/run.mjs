// `npm run bench`: our server beside a floor and beside what a user would pick instead, in one run, with the goals that
// must hold. Ends with 1 if one is missed. docs/performance.md says what is measured.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { GROWN } from './features.mjs';
import { SIZES } from './gen.mjs';
import { judge } from './goals.mjs';
import { buildCore, measureCore } from './inproc.mjs';
import { machine, pin } from './proc.mjs';
import { report } from './report.mjs';
import { SERVERS, WRONG, buildFloor, buildOurs, filingOf, installPeers, root } from './servers.mjs';
import { race } from './session.mjs';

const HELP = `npm run bench -- [options]
  --rounds N      rounds, each with fresh servers (5)
  --quick         two short rounds at 4 KB, 400 KB and 800 KB, and with every total wrong
  --sizes 4K,4M   of 4K, 40K, 400K, 400K wrong, 800K, 4M
  --full          the Markdown server at 4 MB too (a minute for each keystroke)
  --no-peers      without the JSON and Markdown servers
  --server CMD    another command in place of our server: an older build, say
  --pin CPU       the CPU to stay on (0), or none
  --json          the whole record as JSON
  --write         put the tables into docs/performance.md`;

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string' },
    quick: { type: 'boolean', default: false },
    sizes: { type: 'string' },
    full: { type: 'boolean', default: false },
    'no-peers': { type: 'boolean', default: false },
    server: { type: 'string' },
    pin: { type: 'string', default: '0' },
    json: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const BYTES = { ...SIZES, ...GROWN, [WRONG]: SIZES['400K'] };
const say = (line) => process.stderr.write(`${line}\n`);

/** Who takes part at a size: the push figures belong to the small filing, and to the one with every total wrong. */
function entrants(size, round) {
  return Object.keys(SERVERS).filter((name) => {
    if (size === WRONG || SERVERS[name].wrong) return size === WRONG && Boolean(SERVERS[name].wrong);
    if (SERVERS[name].peer && options['no-peers']) return false;
    if (size in GROWN) return SERVERS[name].features;
    if (name === 'markdown' && size === '4M') return options.full && round === 0;
    return size === '4K' || !name.endsWith('push');
  });
}

/** @typedef {{ machine: object, rounds: number, sizes: string[], pinned?: string, sessions: { size: string, round: number,
 *   servers: { [name: string]: object } }[], core: object[], goals: object[] }} Record */
async function measure() {
  const { quick } = options;
  const rounds = Number(options.rounds ?? (quick ? 2 : 5));
  const sizes =
    options.sizes?.split(',') ?? (quick ? ['4K', '400K', WRONG, '800K'] : ['4K', '40K', '400K', WRONG, '800K', '4M']);
  const record = { machine: machine(), rounds, sizes, sessions: [], core: [], goals: [] };
  const hasCore = await buildCore();
  for (let round = 0; round < (hasCore ? Math.min(rounds, 2) : 0); round++) {
    say(`reader and rules, round ${round + 1}`);
    record.core.push(measureCore({ quick }));
  }
  if (options.pin !== 'none' && pin(options.pin)) record.pinned = options.pin;
  for (let round = 0; round < rounds; round++) {
    for (const size of sizes) {
      say(`servers at ${size}, round ${round + 1} of ${rounds}`);
      const names = entrants(size, round);
      const made = filingOf(size, BYTES[size], { seed: round + 1 });
      const figures = await race(
        names.map((name) => ({ server: SERVERS[name], text: SERVERS[name].write(made) })),
        quick ? { edits: 100, warm: 50, seconds: 2 } : {},
      );
      record.sessions.push({ size, round, servers: Object.fromEntries(names.map((name, i) => [name, figures[i]])) });
    }
  }
  record.goals = judge(record);
  return record;
}

function writeDocs(tables) {
  const path = join(root, 'docs/performance.md');
  const [before, rest] = readFileSync(path, 'utf8').split('<!-- figures -->\n');
  const after = rest.slice(rest.indexOf('<!-- end of figures -->'));
  writeFileSync(path, `${before}<!-- figures -->\n\n${tables}\n\n${after}`);
}

if (options.help) {
  say(HELP);
} else {
  if (options.server) {
    // Servers run in folders of their own, so a path is taken from here.
    const command = options.server.split(' ').map((part) => (existsSync(part) ? resolve(part) : part));
    for (const name of Object.keys(SERVERS)) if (name.startsWith('form4')) SERVERS[name].command = command;
  } else if (!buildOurs()) {
    throw new Error('dist/server.js could not be built');
  }
  await buildFloor();
  if (!options['no-peers'] && !installPeers(say)) {
    say('The peers could not be fetched: going on without them.');
    options['no-peers'] = true;
  }
  const record = await measure();
  const tables = report(record);
  if (options.write) writeDocs(tables);
  console.log(options.json ? JSON.stringify(record) : tables);
  if (record.goals.some(({ verdict }) => verdict === 'MISSED')) process.exitCode = 1;
}
