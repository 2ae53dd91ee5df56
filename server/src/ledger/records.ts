/** The ledger as plain data: a record for each row of each filing, in the series of each of its owners. */
import { isoDate, type Day } from '../text/days';
import { plain, type Decimal } from '../text/decimal';
import { amendmentsIn, type AmendedStep } from './amendments';
import { Chains, type Link, type LinkKind } from './chains';
import type { Entry, Step } from './entry';
import { changeIn } from './holdings';
import type { Series } from './series';

/** A row of a filing in a series. Days are `2023-03-07`, numbers plain decimals; the schema is schemas/ledger.schema.json. */
export interface StepRecord {
  /** The same however often the filing is read: accession number or hash of the text, table, and row from 1. */
  readonly key: string;
  /** The same for all rows of one owner at one issuer. */
  readonly series: string;
  readonly issuerCik: string | null;
  readonly issuerName: string;
  readonly issuerTradingSymbol: string;
  readonly rptOwnerCik: string | null;
  readonly rptOwnerName: string;
  /** A filing of the series was put there by a name alone. */
  readonly joinedByName: boolean;
  /** How many owners report the row: it stands in the series of each, and must not be added up across them. */
  readonly owners: number;
  readonly path: string;
  readonly filing: number | null;
  readonly line: number;
  readonly accessionNumber: string | null;
  readonly documentType: string;
  readonly filingDate: string | null;
  readonly signatureDate: string | null;
  readonly periodOfReport: string | null;
  readonly dateOfOriginalSubmission: string | null;
  /** The key of the filing that this one amends, without table and row; null where it amends none, or that is not here. */
  readonly amends: string | null;
  readonly table: Step['table'];
  readonly row: number;
  readonly kind: Step['kind'];
  readonly securityTitle: string;
  readonly transactionDate: string | null;
  readonly transactionCode: string;
  readonly transactionShares: string | null;
  readonly transactionAcquiredDisposedCode: string;
  readonly transactionPricePerShare: string | null;
  readonly sharesOwnedFollowingTransaction: string | null;
  readonly directOrIndirectOwnership: string;
  readonly natureOfOwnership: string;
  /** Which holding of the series it is of, from 1, in the order in which they first appear; null in Table II. */
  readonly holding: number | null;
  /** How the holding goes on from the filing before; null but for its first row in a filing. */
  readonly link: LinkKind | null;
  /** What it begins from less what the filing before left; null where that is nothing. */
  readonly gap: string | null;
  /** The ratio by which a split explains it, as `4-for-1`. */
  readonly split: string | null;
  /** Of an amendment: what became of the row that it stands for. */
  readonly change: AmendedStep['change'] | null;
  /** The key of that row. */
  readonly replaces: string | null;
}

/** The names of the fields, in the order in which they are written. */
export const RECORD_FIELDS = [
  ...['key', 'series', 'issuerCik', 'issuerName', 'issuerTradingSymbol', 'rptOwnerCik', 'rptOwnerName'],
  ...['joinedByName', 'owners', 'path', 'filing', 'line', 'accessionNumber', 'documentType', 'filingDate'],
  ...['signatureDate', 'periodOfReport', 'dateOfOriginalSubmission', 'amends', 'table', 'row', 'kind'],
  ...['securityTitle', 'transactionDate', 'transactionCode', 'transactionShares', 'transactionAcquiredDisposedCode'],
  ...['transactionPricePerShare', 'sharesOwnedFollowingTransaction', 'directOrIndirectOwnership'],
  ...['natureOfOwnership', 'holding', 'link', 'gap', 'split', 'change', 'replaces'],
] as readonly (keyof StepRecord)[];

/** A record with the values that printing needs as they are. */
export interface LedgerStep {
  readonly record: StepRecord;
  readonly entry: Entry;
  readonly step: Step;
  /** What the row adds; undefined where it cannot be read. */
  readonly change: Decimal | undefined;
  readonly link: Link | undefined;
}

/** The rows of a series, filing by filing in their order. */
export function stepsOf(series: Series): LedgerStep[] {
  const chains = new Chains();
  const amendments = amendmentsIn(series.entries);
  const numbers = new Map<readonly Link[], number>();
  return series.entries.flatMap((entry) => {
    const amendment = amendments.get(entry);
    const amended = new Map(amendment?.steps.map((one) => [one.step, one]));
    const places = new Map<Step, { holding: number; link: Link | undefined }>();
    for (const { holding, link, chain } of chains.add(entry, amendment)) {
      const number = numbers.get(chain) ?? numbers.size + 1;
      numbers.set(chain, number);
      holding.steps.forEach((step, at) => places.set(step, { holding: number, link: at === 0 ? link : undefined }));
    }
    return entry.steps.map((step): LedgerStep => {
      const place = places.get(step);
      const record = recordOf(series, entry, step, place, amendment?.original, amended.get(step));
      return { record, entry, step, change: changeIn(step), link: place?.link };
    });
  });
}

const day = (value: Day | undefined): string | null => (value === undefined ? null : isoDate(value));
const number = (value: Decimal | undefined): string | null => (value === undefined ? null : plain(value));
const keyOf = (entry: Entry, { table, row }: Step): string => `${entry.key}/${table}/${row + 1}`;

function recordOf(
  { key, issuer, owner, byName }: Series,
  entry: Entry,
  step: Step,
  place: { holding: number; link: Link | undefined } | undefined,
  original: Entry | undefined,
  amended: AmendedStep | undefined,
): StepRecord {
  const gap = place?.link?.gap;
  return {
    key: keyOf(entry, step),
    series: key,
    issuerCik: issuer.cik ?? null,
    issuerName: entry.issuer.name,
    issuerTradingSymbol: entry.issuerTradingSymbol,
    rptOwnerCik: owner.cik ?? null,
    rptOwnerName: owner.name,
    joinedByName: byName,
    owners: entry.reportingOwners.length,
    path: entry.source.path,
    filing: entry.source.filing ?? null,
    line: step.line,
    accessionNumber: entry.accessionNumber ?? null,
    documentType: entry.documentType,
    filingDate: day(entry.filed),
    signatureDate: day(entry.signed),
    periodOfReport: day(entry.periodOfReport),
    dateOfOriginalSubmission: day(entry.dateOfOriginalSubmission),
    amends: original?.key ?? null,
    table: step.table,
    row: step.row + 1,
    kind: step.kind,
    securityTitle: step.securityTitle,
    transactionDate: day(step.transactionDate),
    transactionCode: step.transactionCode,
    transactionShares: number(step.transactionShares),
    transactionAcquiredDisposedCode: step.transactionAcquiredDisposedCode,
    transactionPricePerShare: number(step.transactionPricePerShare),
    sharesOwnedFollowingTransaction: number(step.sharesOwnedFollowingTransaction),
    directOrIndirectOwnership: step.directOrIndirectOwnership,
    natureOfOwnership: step.natureOfOwnership,
    holding: place?.holding ?? null,
    link: place?.link?.kind ?? null,
    gap: gap ? plain(gap.difference) : null,
    split: gap?.split ?? null,
    change: amended?.change ?? null,
    replaces: original && amended?.replaces ? keyOf(original, amended.replaces) : null,
  };
}
