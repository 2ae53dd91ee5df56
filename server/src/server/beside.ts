/** A filing of an open document beside the filings before it, as far as the client tells of them. */
import type { Filing } from '../filing/model';
import { withPast } from '../ledger/checks/run';
import type { Entry } from '../ledger/entry';
import { entryOf, partiesOf } from '../ledger/entryOf';
import type { Series } from '../ledger/series';
import type { Past, Shelf } from '../ledger/shelf';
import type { Finding } from '../rules/rule';
import { digestOf } from '../text/digest';
import { shownPath } from '../text/uris';
import type { DocumentConfig } from './documentConfigs';

/** Gives the filings beside which those of a document are looked at; undefined where there are none. */
export type ShelfFor = (config: DocumentConfig) => Shelf | undefined;

/** What the ledger keeps of the filings of a text, in their order. */
export function entriesOf(uri: string, text: string, filings: readonly Filing[]): Entry[] {
  const hash = digestOf(text);
  return filings.map((filing) => {
    const number = filing.part?.number;
    return entryOf(filing, { path: shownPath(uri), hash, ...(number !== undefined && { filing: number }) });
  });
}

/** The series in which what stands before some filings is. A shelf keeps a series as it is until something of it changes. */
export const seriesBeside = (shelf: Shelf | undefined, filings: readonly Filing[]): readonly Series[] =>
  shelf ? filings.flatMap((filing) => shelf.of(partiesOf(filing))) : [];

/** A filing as the ledger sees it, and what stands before it; undefined where nothing does. */
export function pastsOf(
  shelf: Shelf | undefined,
  uri: string,
  filing: Filing,
): { readonly entry: Entry; readonly pasts: readonly Past[] } | undefined {
  if (!shelf?.knows(partiesOf(filing))) return undefined;
  const [entry] = entriesOf(uri, filing.text, [filing]);
  const pasts = shelf.pastsOf(entry!);
  return pasts.length === 0 ? undefined : { entry: entry!, pasts };
}

/** The findings of a filing with what the filings before it show. */
export function besideOthers(
  shelf: Shelf | undefined,
  uri: string,
  filing: Filing,
  findings: readonly Finding[],
  { rules }: DocumentConfig,
): readonly Finding[] {
  const past = pastsOf(shelf, uri, filing);
  return past ? withPast(filing, past.entry, findings, past.pasts, rules) : findings;
}
