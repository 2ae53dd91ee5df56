/** What is held over time, of the filings in the folders that are open: the series, the steps of one, and the same to be kept. */
import { partiesOf } from '../ledger/entryOf';
import { dayOfEntry } from '../ledger/order';
import { ledgerAsSvg } from '../ledger/print/chart';
import { PAGE_END, PAGE_HEAD, seriesAsHtml } from '../ledger/print/page';
import { byHolding, cellsOfStep, holdingTitle, remarkOn } from '../ledger/print/table';
import { RECORD_FIELDS, stepsOf, type LedgerStep } from '../ledger/records';
import type { Series } from '../ledger/series';
import type { Shelf } from '../ledger/shelf';
import type {
  Ledger,
  LedgerAsParams,
  LedgerList,
  LedgerParams,
  LedgersParams,
  LedgerStepShown,
  Received,
} from '../protocol';
import { isoDate, type Day } from '../text/days';
import { plain } from '../text/decimal';
import { separated } from '../writers/csv';
import type { Documents } from './documents';
import type { WorkspaceFilings } from './workspaceFilings';

/** More names than a list shows; nobody has so many insiders in one folder. */
const MOST_SERIES = 5000;
/** A holding with more rows is shown by its last ones. */
const MOST_STEPS = 2000;

/** Once everything that the client has is known; undefined where it has nothing. */
async function shelfOf(others: WorkspaceFilings): Promise<Shelf | undefined> {
  await others.known();
  return others.shelf('');
}

/** `form4/ledgers`: whose filings there are, by names. */
export async function ledgers(
  { textDocument }: Received<LedgersParams>,
  others: WorkspaceFilings,
  documents: Pick<Documents, 'get'>,
): Promise<LedgerList> {
  const shelf = await shelfOf(others);
  if (!shelf) return { series: [] };
  const series = shelf.all.map(({ key, issuer, owner, entries }) => ({
    ...{ key, issuer: issuer.name, person: owner.name },
    filings: entries.length,
  }));
  const order = new Intl.Collator('en').compare;
  series.sort((a, b) => order(a.person, b.person) || order(a.issuer, b.issuer));
  const filing = documents.get((textDocument as { uri?: unknown } | undefined)?.uri)?.filing;
  const own = filing && shelf.of(partiesOf(filing))[0]?.key;
  return { series: series.slice(0, MOST_SERIES), ...(own !== undefined && { own }) };
}

/** `form4/ledger`: the steps of one series, holding by holding. */
export async function ledger(
  { series: key }: Received<LedgerParams>,
  others: WorkspaceFilings,
): Promise<Ledger | null> {
  const series = await seriesNamed(key, others);
  if (!series) return null;
  const { issuer, owner, byName } = series;
  const holdings = byHolding(stepsOf(series)).map((steps) => {
    const { step } = steps[steps.length - 1]!;
    return {
      title: holdingTitle(steps),
      securityTitle: step.securityTitle,
      table: step.table,
      indirect: step.directOrIndirectOwnership === 'I',
      steps: steps.slice(-MOST_STEPS).map((one) => shownStep(one, others)),
    };
  });
  return { series: series.key, issuer: issuer.name, person: owner.name, byName, holdings };
}

const iso = (day: Day | undefined): string | null => (day === undefined ? null : isoDate(day));

function shownStep(one: LedgerStep, others: WorkspaceFilings): LedgerStepShown {
  const { step, entry, link } = one;
  const total = step.sharesOwnedFollowingTransaction;
  const [, , , change = '', left = ''] = cellsOfStep(one);
  return {
    uri: others.addressOf(entry) ?? null,
    line: step.line - 1,
    file: entry.source.path.split(/[/\\]/).pop()!,
    filed: iso(dayOfEntry(entry)),
    traded: iso(step.transactionDate),
    code: step.transactionCode,
    change,
    left,
    shares: total && !step.dollars && !entry.withdraws ? Number(plain(total)) : null,
    apart: link?.kind === 'gap' || link?.kind === 'split',
    remark: remarkOn(one),
  };
}

/** `form4/ledgerAs`: a series as `form4 ledger` prints it. */
export async function ledgerAs(
  { series: key, format }: Received<LedgerAsParams>,
  others: WorkspaceFilings,
): Promise<string | null> {
  const series = await seriesNamed(key, others);
  if (!series) return null;
  const steps = stepsOf(series);
  if (format === 'svg') return ledgerAsSvg([{ name: series, steps }]);
  if (format === 'html') return PAGE_HEAD + seriesAsHtml(series, steps) + PAGE_END;
  if (format !== 'csv') return null;
  const rows = steps.map(({ record }) => separated(RECORD_FIELDS.map((field) => String(record[field] ?? ''))));
  return separated(RECORD_FIELDS) + rows.join('');
}

async function seriesNamed(key: unknown, others: WorkspaceFilings): Promise<Series | undefined> {
  return typeof key === 'string' ? (await shelfOf(others))?.get(key) : undefined;
}
