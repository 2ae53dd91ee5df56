/** Filings → series: those of one owner at one issuer, in the order in which they were made. */
import type { Entry } from './entry';
import { inOrder } from './order';
import { Register, type Party } from './parties';

/** What tells a series from others. */
export interface SeriesName {
  /** The same for the same issuer and owner. */
  readonly key: string;
  readonly issuer: Party;
  readonly owner: Party;
  /** True where a filing stands here by a name alone: its text does not say the number of issuer or owner. */
  readonly byName: boolean;
}

/** The filings of one owner at one issuer. A filing of several owners stands in the series of each: nothing is summed across. */
export interface Series extends SeriesName {
  readonly entries: readonly Entry[];
}

/** Who files, and for which company. */
type Parties = Pick<Entry, 'issuer' | 'reportingOwners'>;

/** Knows which series a filing belongs to, once it has seen all filings. */
export class SeriesNames {
  private readonly issuers = new Register();
  private owners: Register | undefined;
  /** What is learnt of owners in the end: each owner with a number once, at each spelling of an issuer. */
  private readonly later = new Map<string, { readonly issuer: Party; readonly owner: Party }>();
  /** The first of the spellings of each issuer and owner, in the order of the alphabet. */
  private readonly first = new Map<string, string>();

  constructor(filings: Iterable<Parties>) {
    for (const one of filings) this.learn(one);
  }

  learn({ issuer, reportingOwners }: Parties): void {
    this.owners = undefined;
    this.issuers.learn(issuer);
    for (const owner of reportingOwners)
      this.later.set([issuer.cik, issuer.name, owner.cik, owner.name].join('\n'), { issuer, owner });
  }

  /** One spelling of issuer and owner for all filings of a series. */
  spellings({ key }: SeriesName): { issuer: string; owner: string } {
    this.known();
    const [at = ''] = key.split('|');
    return { issuer: this.first.get(at) ?? '', owner: this.first.get(key) ?? '' };
  }

  /** An owner is known within an issuer, and which that is, is known in the end. */
  private known(): Register {
    if (this.owners) return this.owners;
    const owners = new Register();
    const all = [...this.later.values()];
    for (const { issuer, owner } of all) owners.learn(owner, this.issuers.naming(issuer)?.key);
    this.first.clear();
    for (const { issuer, owner } of all) {
      const at = this.issuers.naming(issuer)?.key ?? '';
      const who = owners.naming(owner, at)?.key ?? '';
      for (const [key, name] of [
        [at, issuer.name],
        [`${at}|${who}`, owner.name],
      ] as const) {
        const before = this.first.get(key);
        if (before === undefined || name < before) this.first.set(key, name);
      }
    }
    return (this.owners = owners);
  }

  /** The series of a filing, one for each of its owners, each once; an owner or issuer without any name has none. */
  of({ issuer, reportingOwners }: Parties): SeriesName[] {
    const owners = this.known();
    const found = new Map<string, SeriesName>();
    const at = this.issuers.naming(issuer);
    if (!at) return [];
    for (const owner of reportingOwners) {
      const who = owners.naming(owner, at.key);
      if (!who) continue;
      const key = `${at.key}|${who.key}`;
      found.set(key, {
        key,
        issuer: { cik: at.cik, name: issuer.name },
        owner: { cik: who.cik, name: owner.name },
        byName: at.byName || who.byName,
      });
    }
    return [...found.values()];
  }
}

/** Puts filings into series, each in its order, by the order of the first filing of each. Linear but for the sorting. */
export function seriesOf(entries: readonly Entry[], names = new SeriesNames(entries)): Series[] {
  const gathered = new Map<string, { name: SeriesName; byName: boolean; readonly entries: Entry[] }>();
  const seen = new Set<string>();
  for (const entry of entries) {
    // The same filing in two places is one.
    if (seen.has(entry.key)) continue;
    seen.add(entry.key);
    for (const name of names.of(entry)) {
      const known = gathered.get(name.key);
      if (known) {
        known.entries.push(entry);
        known.name = name;
        known.byName ||= name.byName;
      } else gathered.set(name.key, { name, byName: name.byName, entries: [entry] });
    }
  }
  return [...gathered.values()].map(({ name, byName, entries: own }) => ({ ...name, byName, entries: inOrder(own) }));
}
