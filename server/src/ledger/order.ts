/**
 * The order in which filings were made: column 5 speaks as of the form. The day of filing where a header says it, else the
 * last signature, else box 3; of one day by which opening fits which closing.
 */
import { isZero, plain } from '../text/decimal';
import type { Day } from '../text/days';
import type { Entry } from './entry';
import { holdingsIn } from './holdings';

/** The day that stands for the filing's own; undefined where none can be read. */
export const dayOfEntry = ({ filed, signed, periodOfReport }: Entry): Day | undefined =>
  filed ?? signed ?? periodOfReport;

/** Accession numbers ascend for one filer agent within a year: `0001127602-11-021740`. */
function byAccession(a: Entry, b: Entry): number {
  const [one = '', other = ''] = [a.accessionNumber, b.accessionNumber];
  if (one.slice(0, 13) !== other.slice(0, 13)) return 0;
  return one < other ? -1 : one > other ? 1 : 0;
}

const ascending = (a: number | undefined, b: number | undefined): number =>
  a === b ? 0 : (a ?? Infinity) - (b ?? Infinity);

/** Below 0 where one filing comes before another, by what stands on them; never 0 for two that are not the same. */
export function compareEntries(a: Entry, b: Entry): number {
  return (
    ascending(dayOfEntry(a), dayOfEntry(b)) ||
    byAccession(a, b) ||
    ascending(a.signed, b.signed) ||
    ascending(a.periodOfReport, b.periodOfReport) ||
    Number(a.documentType.endsWith('/A')) - Number(b.documentType.endsWith('/A')) ||
    (a.source.path < b.source.path ? -1 : a.source.path > b.source.path ? 1 : 0) ||
    (a.source.filing ?? 0) - (b.source.filing ?? 0)
  );
}

/** Filings in their order: by day, and those of one day as they chain. */
export function inOrder(entries: readonly Entry[]): Entry[] {
  const sorted = [...entries].sort(compareEntries);
  const ordered: Entry[] = [];
  for (let from = 0; from < sorted.length;) {
    let to = from + 1;
    const day = dayOfEntry(sorted[from]!);
    while (to < sorted.length && dayOfEntry(sorted[to]!) === day) to++;
    if (to - from === 1 || day === undefined) ordered.push(...sorted.slice(from, to));
    else ordered.push(...chained(sorted.slice(from, to)));
    from = to;
  }
  return ordered;
}

/**
 * Filings of one day. Where one alone ends with a balance from which one other alone begins, it comes first. What is open
 * stays in the order that it has.
 */
function chained(entries: readonly Entry[]): Entry[] {
  const ends = new Places();
  const begins = new Places();
  entries.forEach((entry, at) => {
    for (const { steps, openings, closings } of holdingsIn(entry).values()) {
      const words = `${steps[0]!.words}|${steps[0]!.holder}`;
      const [opening] = openings;
      const [closing] = closings;
      if (!opening || !closing || plain(opening) === plain(closing)) continue;
      begins.put(`${words}|${plain(opening)}`, at);
      if (!isZero(closing)) ends.put(`${words}|${plain(closing)}`, at);
    }
  });
  const after = entries.map(() => new Set<number>());
  const waits = entries.map(() => 0);
  for (const [balance, from] of ends.single()) {
    const to = begins.only(balance);
    if (to === undefined || to === from || after[from]!.has(to) || after[to]!.has(from)) continue;
    after[from]!.add(to);
    waits[to]!++;
  }
  const ready = entries.flatMap((_, at) => (waits[at] === 0 ? [at] : []));
  const placed: Entry[] = [];
  // One that is free to go comes right behind the one that it goes on from.
  const stack = ready.reverse();
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    placed.push(entries[at]!);
    for (const next of [...after[at]!].reverse()) if (--waits[next]! === 0) stack.push(next);
  }
  // A circle proves nothing: such filings stay as they were.
  return placed.length === entries.length ? placed : [...entries];
}

/** In which filings a balance stands. */
class Places {
  private readonly places = new Map<string, number | 'several'>();

  put(balance: string, at: number): void {
    const known = this.places.get(balance);
    this.places.set(balance, known === undefined || known === at ? at : 'several');
  }

  only(balance: string): number | undefined {
    const at = this.places.get(balance);
    return at === 'several' ? undefined : at;
  }

  *single(): Generator<[string, number]> {
    for (const [balance, at] of this.places) if (at !== 'several') yield [balance, at];
  }
}
