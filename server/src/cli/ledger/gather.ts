/** Any number of filings → their series, one after the other, in memory that does not grow with them. */
import type { Entry } from '../../ledger/entry';
import { nameKey } from '../../ledger/parties';
import { seriesOf, SeriesNames, type Series } from '../../ledger/series';
import { ExternalSort, Spool } from './externalSort';
import { SpillFolder } from './spill';

/** What is kept of an entry on its way: a line of JSON. Numbers beyond 2^53 are written as words. */
export function written(entry: Entry): string {
  return JSON.stringify({ ...entry, ranges: [], partings: [] }, (_, value: unknown) =>
    typeof value === 'bigint' ? { big: String(value) } : value,
  );
}

function read(line: string): Entry {
  if (!line.includes('"big":')) return JSON.parse(line) as Entry;
  return JSON.parse(line, (_, value: { big?: unknown } | null) =>
    typeof value === 'object' && typeof value?.big === 'string' ? BigInt(value.big) : value,
  ) as Entry;
}

/** Names are all that must be known of every filing at once. */
export class Gathering {
  private readonly folder = new SpillFolder();
  private readonly spool: Spool | undefined;
  private readonly names = new SeriesNames([]);
  /** How many filings there are. */
  size = 0;

  /**
   * @param most how much is kept in memory, in UTF-16 units
   * @param journal where every entry stands that is added, for one who keeps them anyhow
   */
  constructor(
    private readonly most?: number,
    private readonly journal?: Iterable<string>,
  ) {
    if (!journal) this.spool = new Spool(this.folder, most);
  }

  /** Adds an entry, as it is written in a line; `entry` is the same where it is at hand. */
  add(line: string, entry: Pick<Entry, 'issuer' | 'reportingOwners'> = read(line)): void {
    this.size++;
    this.names.learn(entry);
    this.spool?.add(line);
  }

  /**
   * The series by the names of issuer and owner: the same filings give the same series in the same order, in whatever order
   * they came. Files that were needed on the way are gone at the end.
   */
  *series(): Generator<Series> {
    try {
      const sort = new ExternalSort(this.folder, this.most);
      for (const line of this.spool ?? this.journal ?? []) {
        const entry = read(line);
        for (const name of this.names.of(entry)) {
          const { issuer, owner } = this.names.spellings(name);
          const { path, filing = 0 } = entry.source;
          const place = [nameKey(issuer), nameKey(owner), name.key, path, String(filing).padStart(9, '0')];
          sort.add(`${place.map((part) => part.replaceAll(/[\t\n\r]/g, ' ')).join('\t')}\t${line}`);
        }
      }
      let key: string | undefined;
      let entries: Entry[] = [];
      for (const line of sort.sorted()) {
        const [issuer, owner, series, path, filing] = line.split('\t', 5);
        const start = [issuer, owner, series, path, filing].join('\t').length + 1;
        const next = [issuer, owner, series].join('\t');
        if (key !== undefined && next !== key) yield* this.only(entries, key);
        if (next !== key) [key, entries] = [next, []];
        entries.push(read(line.slice(start)));
      }
      if (key !== undefined) yield* this.only(entries, key);
    } finally {
      this.folder.remove();
    }
  }

  /** Of the series of these filings the one that is meant: those of their other owners come in their own turn. */
  private *only(entries: readonly Entry[], place: string): Generator<Series> {
    for (const series of seriesOf(entries, this.names)) if (series.key === place.split('\t')[2]) yield series;
  }
}
