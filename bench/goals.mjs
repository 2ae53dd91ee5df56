// What must hold, as ratios of figures taken side by side in one run.
import { PLACED, WHOLE } from './features.mjs';
import { JSON_SERVICE } from './inproc.mjs';
import { WRONG } from './servers.mjs';
import { growth, median, quantile, show } from './stats.mjs';

/**
 * The ratio of a figure of two servers at one size, round by round.
 * @param {Record} record of run.mjs @returns {number[]} empty where either was not measured
 */
export function ratios(record, size, metric, one, other) {
  const rounds = record.sessions.filter((session) => session.size === size);
  const pairs = rounds.map(({ servers }) => servers[one]?.[metric] / servers[other]?.[metric]);
  return pairs.filter(Number.isFinite);
}

/** The ratio of a figure of one request, as `p95`, of our server to the floor's, round by round. */
export function featureRatios(record, size, feature, figure, server = 'form4') {
  const rounds = record.sessions.filter((session) => session.size === size);
  const of = (servers, name) => servers[name]?.features?.[feature]?.[figure];
  return rounds.map(({ servers }) => of(servers, server) / of(servers, 'echo')).filter(Number.isFinite);
}

/** What a request about the whole text costs beyond the floor's reply, in microseconds for each KB, round by round. */
export function costsPerKb(record, size, feature) {
  const rounds = record.sessions.filter((session) => session.size === size);
  const cost = ({ form4, echo }) =>
    ((form4?.features?.[feature]?.p50 - echo?.features?.[feature]?.p50) * 1000) / (form4?.bytes / 1000);
  return rounds.map(({ servers }) => cost(servers)).filter(Number.isFinite);
}

/** How that cost grows from 400 KB to 800 KB, where the mix of content is the same: 1 is in step with the text. */
function growthOfFeature(record, feature) {
  const [small, big] = ['400K', '800K'].map((size) => costsPerKb(record, size, feature));
  return small.map((cost, i) => growth([400, cost * 400], [800, big[i] * 800])).filter(Number.isFinite);
}

const core = (record, ratio) => record.core.map(ratio).filter(Number.isFinite);

const overEcho = (size, metric) => (record) => ratios(record, size, metric, 'form4', 'echo');

const GOALS = [
  {
    what: 'start to the answer of initialize, over the echo floor',
    ratios: (record) => record.sizes.flatMap((size) => overEcho(size, 'startMs')(record)),
    most: 1.2,
  },
  { what: 'keystroke → diagnostics at 4 KB, over the echo floor', ratios: overEcho('4K', 'editMs'), most: 1.3 },
  { what: 'keystroke → diagnostics at 40 KB, over the echo floor', ratios: overEcho('40K', 'editMs'), most: 1.5 },
  { what: 'CPU of a keystroke at 4 KB, over the echo floor', ratios: overEcho('4K', 'editCpuMs'), most: 1.3 },
  { what: 'CPU of a keystroke at 40 KB, over the echo floor', ratios: overEcho('40K', 'editCpuMs'), most: 1.5 },
  {
    what: 'keystroke → diagnostics at 400 KB with every total wrong, over an echo of 10,000 diagnostics',
    ratios: (record) => ratios(record, WRONG, 'editMs', 'form4, all wrong', 'echo, 10,000'),
    most: 0.15,
  },
  {
    what: 'keystroke → diagnostics at 4 MB, times faster than the JSON server',
    ratios: (record) => ratios(record, '4M', 'editMs', 'json', 'form4'),
    least: 4,
  },
  {
    what: 'keystroke → diagnostics at 4 MB, times faster than the Markdown server',
    ratios: (record) => ratios(record, '4M', 'editMs', 'markdown', 'form4'),
    least: 150,
    full: true,
  },
  {
    what: 'reading and all rules on a 4 KB filing, ns of CPU for each byte',
    ratios: (record) => core(record, ({ '4K': at }) => at.read.steady + at.rules.steady),
    most: 20,
  },
  {
    what: 'reading and all rules on a 4 KB filing, over vscode-json on the same facts',
    ratios: (record) => core(record, ({ '4K': at }) => (at.read.steady + at.rules.steady) / at[JSON_SERVICE]?.steady),
    most: 0.5,
  },
  ...Object.keys(PLACED).flatMap((feature) =>
    ['4K', '400K'].map((size) => ({
      what: `${feature} at ${size.replace('K', ' KB')}, p95 over the floor's`,
      ratios: (record) => featureRatios(record, size, feature, 'p95'),
      most: 2,
    })),
  ),
  ...Object.keys(WHOLE).map((feature) => ({
    what: `${feature} of a text, growth of the cost from 400 KB to 800 KB`,
    ratios: (record) => growthOfFeature(record, feature),
    most: 1.3,
  })),
];

/**
 * @returns {{ what: string, value?: number, low?: number, high?: number, most?: number, least?: number,
 *   verdict: 'ok' | 'MISSED' | 'not measured' }[]} the median of the rounds, and their extremes
 */
export function judge(record) {
  const judged = GOALS.map((goal) => ({ ...judgeRatio(goal, goal.ratios(record)), full: goal.full }));
  // What only `--full` measures is left out elsewhere.
  return [...judged.filter(({ full, verdict }) => !full || verdict !== 'not measured'), judgeFindings(record)];
}

function judgeRatio({ what, most, least }, list) {
  if (!list.length) return { what, most, least, verdict: 'not measured' };
  const value = median(list);
  const met = most ? value <= most : value >= least;
  const [low, high] = [quantile(list, 0), quantile(list, 1)];
  return { what, value, low, high, most, least, verdict: met ? 'ok' : 'MISSED' };
}

/** Fast is nothing without right: the good filing is clean, a wrong total typed into it is seen, and undone it is clean. */
function judgeFindings(record) {
  const what = 'findings on the 4 KB filing: none, some with a wrong total typed, none again';
  const seen = record.sessions.filter(({ size }) => size === '4K').map(({ servers }) => servers.form4.findings);
  if (!seen.length) return { what, verdict: 'not measured' };
  const right = seen.every(({ opened, wrong, undone }) => opened === 0 && wrong > 0 && undone === 0);
  return { what, verdict: right ? 'ok' : 'MISSED' };
}

export function goalLine({ what, value, low, high, most, least, verdict }) {
  const wanted = most ? ` (goal ≤ ${most})` : least ? ` (goal ≥ ${least})` : '';
  const range = value === undefined ? '' : `: ${show(value)}${wanted}, rounds ${show(low)} to ${show(high)}`;
  return `${verdict.padEnd(12)}  ${what}${range}`;
}
