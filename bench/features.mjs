// What an editor asks between keystrokes: hover, definition, completion at a place, symbols and tokens of the whole text.
// The document is open and has been read; the floor answers the same requests at the same places with a fixed reply.
import { quantile } from './stats.mjs';

const hover = { method: 'textDocument/hover', at: ['total', 'code', 'marker'] };
const definition = { method: 'textDocument/definition', at: ['marker'] };
const completion = { method: 'textDocument/completion', at: ['code', 'total'] };
/** Requests at a place: each answer may take twice the floor's. */
export const PLACED = { hover, definition, completion };
/** Requests about the whole text: their cost may grow in step with it. */
export const WHOLE = {
  symbols: { method: 'textDocument/documentSymbol', at: [undefined] },
  tokens: { method: 'textDocument/semanticTokens/full', at: [undefined] },
};
const FEATURES = { ...PLACED, ...WHOLE };

/** A size of its own: from 400K on only rows are added, so that what costs more costs more for its size alone. */
export const GROWN = { '800K': 800_000 };

/** How often each is asked for at a size and counted, and how often before. */
const TIMES = { placed: 400, whole: 20 };
const WARM = 50;
/** A server that has used so much on one request drops out with what it has. */
const MOST_MS = 2_000;

/**
 * Places in the tabbed text, spread evenly over it: behind the last digit of totals, behind codes, in markers.
 * @returns {{ [kind: string]: { line: number, character: number }[] }}
 */
export function featurePlaces(text, count = 20) {
  return {
    total: spread(text, /\d(?=\t[DI]\t)/g, 1, count),
    code: spread(text, /\t[A-Z](?=\t\t\d)/g, 2, count),
    marker: spread(text, /<sup>\(\d/g, 6, count),
  };
}

function spread(text, pattern, into, count) {
  const found = [...text.matchAll(pattern)];
  const chosen = Array.from({ length: count }, (_, i) => found[Math.floor(((i + 0.5) / count) * found.length)]);
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return chosen.filter(Boolean).map(({ index }) => {
    const offset = index + into;
    const line = starts.findLastIndex((start) => start <= offset);
    return { line, character: offset - starts[line] };
  });
}

/**
 * Asks all servers in turns, one request each and ever another first, and counts from when each has answered some: what
 * disturbs the machine falls on all alike.
 * @param {{ client: object, document: { uri: string }, places: object }[]} sessions
 * @returns {Promise<object[]>} for each: `{ hover: { p50, p95, empty }, … }` in milliseconds, and how many answers were empty
 */
export async function measureFeatures(sessions, { times = TIMES, warm = WARM } = {}) {
  const figures = sessions.map(() => ({}));
  for (const [name, feature] of Object.entries(FEATURES)) {
    const placed = name in PLACED;
    const most = placed ? times.placed : times.whole;
    const askers = sessions.map((session) => new Asker(session, feature, Math.min(warm, most)));
    for (let round = 0; askers.some((asker) => asker.wants(most)); round++)
      for (let i = 0; i < askers.length; i++) {
        const asker = askers[(i + round) % askers.length];
        if (asker.wants(most)) await asker.ask();
      }
    askers.forEach((asker, i) => (figures[i][name] = asker.figures()));
  }
  return figures;
}

class Asker {
  #times = [];
  #asked = 0;
  #empty = 0;
  #spent = 0;

  constructor(session, feature, warm) {
    Object.assign(this, { session, feature, warm });
  }

  wants(most) {
    return this.#times.length < most && (this.#spent < MOST_MS || this.#times.length < 1);
  }

  async ask() {
    const { client, document, places } = this.session;
    const { method, at } = this.feature;
    const number = this.#asked++;
    const kind = at[number % at.length];
    const position = kind && places[kind][Math.floor(number / at.length) % places[kind].length];
    const params = { textDocument: { uri: document.uri }, ...(position && { position }) };
    const before = performance.now();
    const answer = await client.request(method, params);
    const ms = performance.now() - before;
    this.#spent += ms;
    if (number < this.warm && this.#spent < MOST_MS / 2) return;
    this.#times.push(ms);
    if (isEmpty(answer)) this.#empty++;
  }

  figures() {
    return { p50: quantile(this.#times, 0.5), p95: quantile(this.#times, 0.95), empty: this.#empty };
  }
}

const isEmpty = (answer) =>
  answer === null ||
  answer === undefined ||
  (answer.items ?? answer.data ?? (Array.isArray(answer) ? answer : [0])).length === 0;
