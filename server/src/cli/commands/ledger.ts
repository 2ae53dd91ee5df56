import { createHash } from 'node:crypto';
import { sameWords } from '../../filing/holdings';
import { cikOf, nameKey, type Party } from '../../ledger/parties';
import { ledgerAsSvg } from '../../ledger/print/chart';
import { PAGE_END, PAGE_HEAD, seriesAsHtml } from '../../ledger/print/page';
import { seriesAsTable } from '../../ledger/print/table';
import { RECORD_FIELDS, stepsOf, type LedgerStep, type StepRecord } from '../../ledger/records';
import { dayOfEntry } from '../../ledger/order';
import type { Series } from '../../ledger/series';
import { createFormService } from '../../service/formService';
import { parseDate, type Day } from '../../text/days';
import { separated } from '../../writers/csv';
import { entriesOf } from '../check/previous';
import { Gathering, written } from '../ledger/gather';
import { Journal, PART } from '../ledger/journal';
import { breath, isTime } from '../check/turn';
import { sources, type Source } from '../input/inputs';
import type { InputOptions } from '../input/walk';
import { Output, Stderr } from '../output/output';
import { printable, safeJson } from '../output/printable';
import { UsageError } from '../output/usageError';

const { read } = createFormService();

export interface LedgerOptions extends InputOptions {
  readonly format: 'table' | 'json' | 'csv' | 'svg' | 'html';
  readonly owner?: string;
  readonly issuer?: string;
  readonly class?: string;
  readonly since?: string;
  readonly outputFile?: string;
}

/** A series with the steps that are asked for. */
interface Shown {
  readonly series: Series;
  readonly steps: readonly LedgerStep[];
}

/** `form4 ledger`: the filings in the order in which they were made, by issuer and owner. Resolves to the exit code. */
export async function ledger(paths: readonly string[], options: LedgerOptions): Promise<number> {
  const since = dayFrom(options.since);
  const log = new Stderr();
  const journal = options.outputFile === undefined ? undefined : new Journal(options.outputFile + PART);
  const gathering = new Gathering(undefined, journal);
  for await (const source of sources(paths, { ...options, holdings: true }, log)) {
    if (isTime()) await breath();
    const name = journal && nameOf(source);
    const kept = name === undefined ? undefined : journal?.next(name);
    if (kept) for (const line of kept) gathering.add(line);
    else {
      const entries = entriesOf(source, read(source.text));
      const lines = entries.map(written);
      if (name !== undefined) journal?.add(name, lines);
      lines.forEach((line, at) => gathering.add(line, entries[at]));
    }
  }
  const out = new Output(options.outputFile);
  const write = PRINTERS[options.format]((text) => out.write(text));
  let count = 0;
  for (const series of gathering.series()) {
    const steps = wanted(series, options, since);
    if (steps.length === 0) continue;
    if (isTime()) await breath();
    write.series({ series, steps });
    count++;
  }
  write.end?.();
  out.end();
  journal?.remove();
  if (count === 0 && !log.failed) log.note(gathering.size === 0 ? 'no Form 4 was found' : whyNone(options));
  return log.failed ? 2 : 0;
}

/** Why nothing is shown of filings that were read. */
function whyNone({ owner, issuer, class: title, since }: LedgerOptions): string {
  const asked = [owner, issuer, title, since].some((one) => one !== undefined);
  return asked ? 'no filing is as asked for' : 'no filing says who holds what, and at which company';
}

/** The same for the same text in the same place. */
const nameOf = ({ path, from, text }: Source): string =>
  JSON.stringify([path, from?.line ?? 0, createHash('sha256').update(text).digest('hex')]);

function dayFrom(written: string | undefined): Day | undefined {
  if (written === undefined) return undefined;
  const day = parseDate(written)?.day;
  if (day === undefined) throw new UsageError(`--since takes a day, as 2023-03-07; "${printable(written)}" is none`);
  return day;
}

/** The steps of a series that are asked for: how each goes on from the one before is known from all of them. */
function wanted(series: Series, { owner, issuer, class: title }: LedgerOptions, since: Day | undefined): LedgerStep[] {
  if (owner !== undefined && !isMeant(series.owner, owner)) return [];
  const symbols = issuer === undefined ? [] : series.entries.map((one) => one.issuerTradingSymbol.toLowerCase());
  if (issuer !== undefined && !isMeant(series.issuer, issuer) && !symbols.includes(issuer.toLowerCase())) return [];
  const words = title === undefined ? undefined : sameWords(title);
  return stepsOf(series).filter(
    ({ step, entry }) =>
      (words === undefined || sameWords(step.securityTitle).includes(words)) &&
      (since === undefined || (dayOfEntry(entry) ?? -Infinity) >= since),
  );
}

/** True where a party has this number, or these words in its name. */
function isMeant({ cik, name }: Party, asked: string): boolean {
  const number = cikOf(asked);
  if (number !== undefined) return cik === number;
  const words = nameKey(name).split(' ');
  return nameKey(asked)
    .split(' ')
    .every((word) => words.includes(word));
}

interface Printer {
  series(shown: Shown): void;
  end?(): void;
}

type Write = (text: string) => void;

const PRINTERS: Readonly<Record<LedgerOptions['format'], (write: Write) => Printer>> = {
  table(write) {
    let between = '';
    return {
      series({ series, steps }) {
        write(between + shown(seriesAsTable(series, steps).join('\n')) + '\n');
        between = '\n';
      },
    };
  },
  json: (write) => ({ series: ({ steps }) => steps.forEach(({ record }) => write(safeJson(record) + '\n')) }),
  csv(write) {
    write(separated(RECORD_FIELDS));
    return { series: ({ steps }) => steps.forEach(({ record }) => write(separated(cellsOf(record)))) };
  },
  svg(write) {
    const all: { name: Series; steps: readonly LedgerStep[] }[] = [];
    return {
      series: ({ series, steps }) => void all.push({ name: series, steps }),
      end: () => write(shown(ledgerAsSvg(all))),
    };
  },
  html(write) {
    write(PAGE_HEAD);
    return { series: ({ series, steps }) => write(shown(seriesAsHtml(series, steps))), end: () => write(PAGE_END) };
  },
};

/** Lines that no terminal and no runner takes for anything but words. */
const shown = (text: string): string => text.split('\n').map(printable).join('\n');

const cellsOf = (record: StepRecord): string[] => RECORD_FIELDS.map((field) => printable(String(record[field] ?? '')));
