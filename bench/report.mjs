// The record as tables, for the terminal and for docs/performance.md alike: Markdown, padded so that it reads as text.
import { PLACED, WHOLE } from './features.mjs';
import { costsPerKb, featureRatios, goalLine, ratios } from './goals.mjs';
import { growthOf } from './inproc.mjs';
import { SERVERS, WRONG } from './servers.mjs';
import { growth, median, quantile, show } from './stats.mjs';

/** @param {Record} record of run.mjs */
export function report(record) {
  return [
    aboutMachine(record),
    serversTable(record),
    startLine(record),
    growthLine(record),
    featuresTable(record),
    coreTable(record),
    goalLines(record),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function aboutMachine({ machine, rounds, pinned }) {
  const { node, cpu, cores, load } = machine;
  const where = pinned === undefined ? 'not pinned' : `pinned to CPU ${pinned}`;
  return `Node ${node}, ${cpu}, ${cores} cores, load ${load} at the start, ${where}; ${rounds} rounds.`;
}

/** In a small filing, what a warm runtime takes drowns what the text takes. */
const BYTES_MATTER = new Set(['400K', WRONG, '800K', '4M']);

function serversTable(record) {
  const rows = [];
  const over = (size, metric, server, floor) => show(median(ratios(record, size, metric, server, floor)));
  for (const size of record.sizes) {
    const rounds = record.sessions.filter((session) => session.size === size).map(({ servers }) => servers);
    for (const server of new Set(rounds.flatMap(Object.keys))) {
      const { floor = 'echo' } = SERVERS[server];
      const figure = (metric) => show(median(rounds.map((servers) => servers[server]?.[metric])));
      rows.push([
        ...[size, server, figure('editMs'), over(size, 'editMs', server, floor), figure('slowMs')],
        ...[
          figure('editCpuMs'),
          over(size, 'editCpuMs', server, floor),
          figure('openMs'),
          BYTES_MATTER.has(size) ? figure('memory') : '–',
        ],
      ]);
    }
  }
  const heads = ['filing', 'server', 'keystroke ms', '× floor', 'p99 ms', 'CPU ms', '× floor', 'open ms', 'bytes/byte'];
  return table(heads, rows);
}

function startLine(record) {
  const servers = record.sessions.map((session) => session.servers);
  const of = (name) => median(servers.map((each) => each[name]?.startMs));
  const over = servers.map(({ form4, echo }) => form4?.startMs / echo?.startMs);
  return `Start to the answer of initialize: form4 ${show(of('form4'))} ms, ${show(median(over))} × the floor's ${show(of('echo'))} ms (bundled alike); json ${show(of('json'))} ms, markdown ${show(of('markdown'))} ms.`;
}

function growthLine(record) {
  const cost = (server, size, metric) =>
    median(record.sessions.filter((session) => session.size === size).map(({ servers }) => servers[server]?.[metric]));
  const exponent = (server) =>
    show(growth([400_000, cost(server, '400K', 'editMs')], [4_000_000, cost(server, '4M', 'editMs')]));
  const line = record.sizes.includes('4M')
    ? `Growth of a keystroke's cost from 400 KB to 4 MB (0 none, 1 in step, 2 with the square): form4 ${exponent('form4')}, echo ${exponent('echo')}, json ${exponent('json')}.`
    : '';
  return [line, noiseLine(record)].filter(Boolean).join('\n');
}

/** How far from 1 the floor reads against itself: a difference smaller than that is none. */
function noiseLine(record) {
  const parts = record.sizes.flatMap((size) => {
    const list = ratios(record, size, 'editMs', 'echo again', 'echo');
    if (!list.length) return [];
    return `${size} ${show(median(list))} (${show(quantile(list, 0))} to ${show(quantile(list, 1))})`;
  });
  return `Noise: the floor against itself reads ${parts.join(', ')}.`;
}

/** What is asked between keystrokes, at each size: beside the floor, and for each KB where it is about the whole text. */
function featuresTable(record) {
  const figure = (size, server, feature, name) => {
    const rounds = record.sessions.filter((session) => session.size === size);
    return median(rounds.map(({ servers }) => servers[server]?.features?.[feature]?.[name]));
  };
  const sizes = record.sizes.filter((size) => figure(size, 'form4', 'hover', 'p50') !== undefined);
  if (!sizes.length) return '';
  const rows = sizes.flatMap((size) =>
    Object.keys({ ...PLACED, ...WHOLE }).map((feature) => [
      ...[size, feature, show(figure(size, 'form4', feature, 'p50')), show(figure(size, 'form4', feature, 'p95'))],
      ...[show(figure(size, 'echo', feature, 'p95')), show(median(featureRatios(record, size, feature, 'p95')))],
      show(median(featureRatios(record, size, feature, 'p95', 'echo again'))),
      feature in WHOLE ? show(median(costsPerKb(record, size, feature))) : '–',
    ]),
  );
  return table(['filing', 'request', 'ms', 'p95 ms', 'floor p95', '× floor', 'noise', 'µs for each KB'], rows);
}

/** At first, while the runtime compiles and optimises, and once a turn costs what the turns before it did. */
function coreTable({ core }) {
  if (!core.length) return '';
  const sizes = Object.keys(core[0]);
  const names = Object.keys(core[0]['4K']).filter((name) => !['bytes', 'findings'].includes(name));
  const figure = (size, name, when) => show(median(core.map((figures) => figures[size][name]?.[when])));
  const last = (name) => (sizes.includes('4M') ? [show(median(core.map((figures) => growthOf(figures, name))))] : []);
  const both = (size, name) => [figure(size, name, 'cold'), figure(size, name, 'steady')];
  const rows = names.map((name) => [name, ...sizes.flatMap((size) => both(size, name)), ...last(name)]);
  const findings = (size) => show(median(core.map((figures) => figures[size].findings)));
  rows.push([
    'findings on the good filing',
    ...sizes.flatMap((size) => ['', findings(size)]),
    ...last('').map(() => ''),
  ]);
  const heads = sizes.flatMap((size) => [`${size} at first`, size]);
  return table(
    ['in process, ns of CPU for each byte of text', ...heads, ...(sizes.includes('4M') ? ['growth'] : [])],
    rows,
  );
}

const goalLines = ({ goals }) => goals.map((goal) => `    ${goalLine(goal)}`).join('\n');

function table(heads, rows) {
  const widths = heads.map((head, i) => Math.max(head.length, ...rows.map((row) => row[i].length)));
  const numeric = heads.map((_, i) => rows.every((row) => /^[\d.,–-]*$/.test(row[i])));
  const line = (cells) =>
    `| ${cells.map((cell, i) => (numeric[i] ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join(' | ')} |`;
  const rule = `| ${widths.map((width, i) => (numeric[i] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
  return [line(heads), rule, ...rows.map(line)].join('\n');
}
