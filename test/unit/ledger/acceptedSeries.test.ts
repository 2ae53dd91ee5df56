/**
 * Whole series of accepted filings, where FORM4_CORPUS names their folder: how they are put in order, what is told of them,
 * and of faults put into pairs that chained before. FORM4_EACH=n makes n faults of each kind; FORM4_SHOW=n prints n of each
 * kind that is not told at its place once; FORM4_SERIES names some folders; FORM4_PAIR=1 knows the last filing alone.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chains } from '../../../server/src/ledger/chains';
import { withPast } from '../../../server/src/ledger/checks/run';
import type { Entry } from '../../../server/src/ledger/entry';
import { entryOf } from '../../../server/src/ledger/entryOf';
import { dayOfEntry } from '../../../server/src/ledger/order';
import { nameKey } from '../../../server/src/ledger/parties';
import { seriesOf } from '../../../server/src/ledger/series';
import { Shelf } from '../../../server/src/ledger/shelf';
import { read } from '../../../server/src/readers';
import type { Finding } from '../../../server/src/rules/rule';
import { check } from '../../../server/src/rules/run';
import { random } from '../generate';
import { applied } from '../harness';
import { seed } from '../soak';
import { SERIES_FAULTS } from './seriesFaults';

const CORPUS = process.env.FORM4_CORPUS ?? '';
const EACH = Number(process.env.FORM4_EACH ?? 100);
const SHOW = Number(process.env.FORM4_SHOW ?? 0);
const ONLY = process.env.FORM4_SERIES?.split(',');
const PAIR = process.env.FORM4_PAIR === '1';
const TODAY = 20_780;

const foldersIn = (folder: string): string[] =>
  CORPUS !== '' && existsSync(join(CORPUS, folder)) ? readdirSync(join(CORPUS, folder)).sort() : [];
const entriesIn = (folder: string): Entry[] =>
  foldersIn(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => {
      const path = join(folder, file);
      return entryOf(read(readFileSync(join(CORPUS, path), 'utf8')), { path, hash: path });
    });
/** Each folder below `series` is one whole series; other layouts hold parts of some. */
const folders = (
  process.env.FORM4_LAYOUTS === undefined
    ? foldersIn('series').map((name) => ({ name, entries: entriesIn(`series/${name}`) }))
    : process.env.FORM4_LAYOUTS.split(',').flatMap((name) =>
        seriesOf(entriesIn(name)).map(({ entries, key }) => ({ name: key, entries })),
      )
).filter(({ name, entries }) => entries.length > 1 && (!ONLY || ONLY.includes(name)));

/** What is told of a filing beside those before it, hints left out. */
function told(text: string, path: string, before: readonly Entry[]): Finding[] {
  const filing = read(text);
  const entry = entryOf(filing, { path });
  const found = withPast(filing, entry, check(filing, { today: TODAY }), new Shelf(before).pastsOf(entry));
  return found.filter(({ severity }) => severity !== 'hint');
}

/** How many holdings go on from what was left before, where filings of one day stand in an order. */
function followed(before: readonly Entry[], order: readonly Entry[]): number {
  const chains = new Chains();
  for (const entry of before) chains.add(entry);
  return order.flatMap((entry) => chains.add(entry)).filter(({ link }) => link.kind === 'follows').length;
}

const ordersOf = <T>(list: readonly T[]): T[][] =>
  list.length < 2
    ? [[...list]]
    : list.flatMap((one, at) => ordersOf([...list.slice(0, at), ...list.slice(at + 1)]).map((rest) => [one, ...rest]));

const textOf = ({ source }: Entry): string => readFileSync(join(CORPUS, source.path), 'utf8');
const PAST = ['opening', 'left-unchanged', 'holding-gone', 'grant-not-reduced', 'grant-over'];

(folders.length > 0 ? describe : describe.skip)('series of accepted filings', function () {
  this.timeout(3_600_000);
  const ordered = new Map<string, readonly Entry[]>();

  before(() => {
    for (const { name, entries } of folders) {
      const own = seriesOf(entries).reduce((most, one) => (one.entries.length > most.entries.length ? one : most));
      ordered.set(name, own.entries);
    }
  });

  it('have few findings, and those are read', () => {
    const found = [...ordered.values()].flatMap((entries) =>
      entries.map((entry, at) => ({
        entry,
        said: told(textOf(entry), entry.source.path, entries.slice(0, at)).filter(({ rule }) => PAST.includes(rule)),
      })),
    );
    const share = (severity: string): number => {
      const flagged = found.filter(({ said }) => said.some((one) => one.severity === severity));
      return (100 * flagged.length) / found.length;
    };
    console.log(
      `${found.length} filings: warnings ${share('warning').toFixed(2)} %, informations ${share('information').toFixed(2)} %`,
    );
    for (const { entry, said } of found)
      for (const { severity, rule, message } of said)
        console.log(`  ${severity} ${rule} ${entry.source.path}: ${message}`);
    assert.ok(share('warning') <= 2 && share('information') <= 5);
  });

  it('are put together again, each filing with each of its owners and with nobody else', function () {
    if (process.env.FORM4_LAYOUTS !== undefined) this.skip();
    const next = random(seed(11));
    const pool = folders.flatMap(({ entries }) => entries);
    const mixed = pool.map((entry) => ({ entry, at: next() })).sort((a, b) => a.at - b.at);
    const found = seriesOf(mixed.map(({ entry }) => entry));
    const names = (entries: readonly Entry[]): string =>
      entries
        .map(({ key }) => key)
        .sort()
        .join(' ');
    const put = found.map(({ entries }) => names(entries));
    for (const { name, entries } of folders)
      assert.equal(put.filter((one) => one === names(entries)).length, 1, `series ${name} is put together once`);
    for (const { key, reportingOwners } of pool) {
      const owners = new Set(reportingOwners.map(({ cik, name }) => cik ?? nameKey(name))).size;
      assert.equal(found.filter(({ entries }) => entries.some((one) => one.key === key)).length, owners, key);
    }
  });

  it('stand in an order in which filings of one day go on from one another as far as any order does', () => {
    let days = 0;
    for (const entries of ordered.values())
      for (const day of new Set(entries.map(dayOfEntry))) {
        const own = entries.filter((one) => dayOfEntry(one) === day);
        if (own.length < 2 || own.length > 6) continue;
        days++;
        const before = entries.slice(0, entries.indexOf(own[0]!));
        const best = Math.max(...ordersOf(own).map((order) => followed(before, order)));
        assert.equal(followed(before, own), best, own.map(({ source }) => source.path).join(' '));
      }
    console.log(`${days} days with several filings`);
  });

  const sums = new Map<string, { made: number; found: number; once: number }>();
  for (const { name, told: rules, make } of SERIES_FAULTS)
    it(`with a fault, ${name}`, () => {
      const next = random(seed(7) * 7919 + name.length);
      const pairs = [...ordered.values()].flatMap((entries) =>
        entries.slice(1).map((entry, at) => ({ entries, entry, at })),
      );
      const clean = new Map<Entry, string[]>();
      const sum = { made: 0, found: 0, once: 0 };
      let shown = 0;
      for (let tries = 0; tries < EACH * 30 && sum.made < EACH; tries++) {
        const { entries, entry, at } = pairs[Math.floor(next() * pairs.length)]!;
        const last = entries[at]!;
        if (entry.documentType !== '4' || last.documentType !== '4') continue;
        const text = textOf(entry);
        const filing = read(text);
        const made = make(next, { filing, entry, last });
        if (!made) continue;
        const faulty = applied(text, made.edits);
        if (faulty === text) continue;
        const before = PAIR ? [last] : entries.slice(0, at + 1);
        const key = ({ rule, message }: Finding): string => `${rule} ${message}`;
        if (!clean.has(entry)) clean.set(entry, told(text, entry.source.path, before).map(key));
        const known = [...clean.get(entry)!];
        const news = told(faulty, entry.source.path, before).filter((one) => {
          const at = known.indexOf(key(one));
          if (at >= 0) known.splice(at, 1);
          return at < 0;
        });
        sum.made++;
        // Places in the faulty text: lines move by what was left out.
        const by = made.edits.reduce((all, { span, newText }) => all + newText.length - (span.end - span.start), 0);
        const right = news.filter(
          ({ rule, span }) =>
            rules.includes(rule) &&
            made.at.some(({ start, end }) => span.start >= start - Math.abs(by) && span.end <= end + Math.abs(by)),
        );
        if (right.length > 0) sum.found++;
        if (right.length === 1 && news.length === 1) sum.once++;
        else if (shown++ < SHOW) {
          console.log(`--- ${name}: ${entry.source.path}`);
          for (const { span, newText } of made.edits)
            console.log(`   ${JSON.stringify(text.slice(span.start, span.end))} -> ${JSON.stringify(newText)}`);
          for (const { severity, rule, message } of news) console.log(`   ${severity} ${rule}: ${message}`);
        }
      }
      sums.set(name, sum);
    });

  after(() => {
    for (const [name, { made, found, once }] of sums)
      console.log(
        `${name.padEnd(30)} ${String(made).padStart(5)} found ${((100 * found) / Math.max(1, made)).toFixed(1)} once ${((100 * once) / Math.max(1, made)).toFixed(1)}`,
      );
  });
});
