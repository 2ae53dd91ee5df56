/** The filings that are known besides the one that is looked at: what stands before it in the series of each of its owners. */
import { amendmentsIn } from './amendments';
import { Chains, type Link, type Matched } from './chains';
import type { Entry } from './entry';
import { inOrder } from './order';
import { nameKey, type Party } from './parties';
import { seriesOf, type Series, type SeriesName } from './series';

/** A holding of a filing with what is known of it from before. */
export interface Known extends Matched {
  readonly link: Link;
  /** What the filings before say of the holding, in their order. */
  readonly earlier: readonly Link[];
}

/** A filing in one of its series. */
export interface Past {
  readonly name: SeriesName;
  /** The filings before it, in their order; one at the least. */
  readonly before: readonly [Entry, ...Entry[]];
  readonly holdings: readonly Known[];
  /** The holdings that the filings before had and this one does not speak of, each with what they say. */
  readonly silent: readonly (readonly Link[])[];
}

/** What stands before a filing, by the filing's key; undefined for the first of a series. */
type Pasts = ReadonlyMap<string, Past | undefined>;

/** Knows the filings before any filing. */
export class Shelf {
  private readonly series = new Map<string, Series>();
  private readonly worked = new Map<string, Pasts>();

  constructor(entries: readonly Entry[]) {
    for (const one of seriesOf(entries)) this.series.set(one.key, one);
  }

  /** What stands before a filing, in each of its series that has any; the filing itself may be on the shelf or not. */
  pastsOf(entry: Entry): Past[] {
    const found: Past[] = [];
    const seen = new Set<string>();
    for (const owner of entry.reportingOwners) {
      const series = this.seriesFor(entry.issuer, owner);
      if (!series || seen.has(series.key)) continue;
      seen.add(series.key);
      const past = this.pastIn(series, entry);
      if (past) found.push(past);
    }
    return found;
  }

  /** By the numbers where they stand, else by the names. */
  private seriesFor(issuer: Party, owner: Party): Series | undefined {
    for (const at of keysOf(issuer))
      for (const who of keysOf(owner)) {
        const series = this.series.get(`${at}|${who}`);
        if (series) return series;
      }
    // The filings here may say numbers that this one does not.
    const [at, who] = [nameKey(issuer.name), nameKey(owner.name)];
    const named = [...(this.byNames().get(`${at}|${who}`) ?? [])].filter(
      (one) => agrees(one.issuer, issuer) && agrees(one.owner, owner),
    );
    return named.length === 1 ? named[0] : undefined;
  }

  private names: ReadonlyMap<string, ReadonlySet<Series>> | undefined;

  private byNames(): ReadonlyMap<string, ReadonlySet<Series>> {
    if (this.names) return this.names;
    const names = new Map<string, Set<Series>>();
    for (const series of this.series.values()) {
      const key = `${nameKey(series.issuer.name)}|${nameKey(series.owner.name)}`;
      names.set(key, (names.get(key) ?? new Set()).add(series));
    }
    return (this.names = names);
  }

  private pastIn(series: Series, entry: Entry): Past | undefined {
    if (entry.filed === undefined && entry.signed === undefined) {
      // What is not signed yet comes last, whatever its box 3 says: that may be the last filing's still.
      const others = series.entries.filter(({ key }) => key !== entry.key);
      return pastsIn({ ...series, entries: [...others, entry] }).get(entry.key);
    }
    let known = this.worked.get(series.key);
    if (!known) this.worked.set(series.key, (known = pastsIn(series)));
    if (known.has(entry.key)) return known.get(entry.key);
    return pastsIn({ ...series, entries: inOrder([...series.entries, entry]) }).get(entry.key);
  }
}

function keysOf({ cik, name }: Party): string[] {
  return [...(cik === undefined ? [] : [`cik ${cik}`]), `name ${nameKey(name)}`];
}

const agrees = (a: Party, b: Party): boolean => a.cik === undefined || b.cik === undefined || a.cik === b.cik;

/** What stands before each filing of a series. */
function pastsIn(series: Series): Pasts {
  const pasts = new Map<string, Past | undefined>();
  const chains = new Chains();
  const amendments = amendmentsIn(series.entries);
  const before: Entry[] = [];
  for (const entry of series.entries) {
    const open = chains.latest(before.slice(-2));
    const matched = chains.add(entry, amendments.get(entry));
    const spoken = new Set(matched.map(({ chain }) => chain));
    if (before.length === 0) pasts.set(entry.key, undefined);
    else
      pasts.set(entry.key, {
        name: series,
        before: before.slice(-MOST_BEFORE) as [Entry, ...Entry[]],
        holdings: matched.map(({ holding, chain, link }) => ({
          holding,
          link,
          earlier: chain.slice(0, -1).slice(-MOST_BEFORE),
        })),
        silent: open.filter((chain) => !spoken.has(chain)).map((chain) => chain.slice(-MOST_BEFORE)),
      });
    before.push(entry);
  }
  return pasts;
}

/** So many filings before one are looked at. */
const MOST_BEFORE = 40;
