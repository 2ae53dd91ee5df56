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

/** Knows which series a filing belongs to, once it has seen all filings. */
export class SeriesNames {
  private readonly issuers = new Register();
  private readonly owners = new Register();

  constructor(entries: Iterable<Pick<Entry, 'issuer' | 'reportingOwners'>>) {
    const later: Pick<Entry, 'issuer' | 'reportingOwners'>[] = [];
    for (const { issuer, reportingOwners } of entries) {
      this.issuers.learn(issuer);
      if (reportingOwners.some(({ cik }) => cik !== undefined)) later.push({ issuer, reportingOwners });
    }
    // An owner is known within an issuer, and which that is, is known in the end.
    for (const { issuer, reportingOwners } of later)
      for (const owner of reportingOwners) this.owners.learn(owner, this.issuers.naming(issuer)?.key);
  }

  /** The series of a filing, one for each of its owners, each once; an owner or issuer without any name has none. */
  of({ issuer, reportingOwners }: Pick<Entry, 'issuer' | 'reportingOwners'>): SeriesName[] {
    const found = new Map<string, SeriesName>();
    const at = this.issuers.naming(issuer);
    if (!at) return [];
    for (const owner of reportingOwners) {
      const who = this.owners.naming(owner, at.key);
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
