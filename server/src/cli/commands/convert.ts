import fs from 'node:fs';
import path from 'node:path';
import type { Filing } from '../../filing/model';
import { readAll } from '../../readers';
import { visible } from '../../text/visible';
import { DATA_SET_TABLES, DataSet, type DataSetTable } from '../../writers/csv';
import { SCHEMAS, writeOwnershipXml, type Gap, type Schema } from '../../writers/edgarXml';
import { toJson } from '../../writers/json';
import { writePiped } from '../../writers/piped';
import { writePrinted } from '../../writers/printed';
import { writeText } from '../../writers/text';
import { UsageError, whyNot, writeWhole } from '../files';
import { sources, type InputOptions } from '../inputs';
import { Output, Stderr } from '../output';
import { breathe } from '../turn';

export const TARGETS = ['xml', 'text', 'piped', 'html', 'json', 'csv', 'tsv'] as const;
export type Target = (typeof TARGETS)[number];
export { DATA_SET_TABLES, SCHEMAS };

export interface ConvertOptions extends InputOptions {
  readonly to: Target;
  readonly schema: Schema;
  readonly table?: DataSetTable;
  readonly accessionNumber?: string;
  readonly gaps?: string;
  readonly outputFile?: string;
}

interface Read {
  readonly path: string;
  readonly filing: Filing;
}

/** `form4 convert`: a filing in another layout. Resolves to the exit code; a gap is told and is no failure. */
export async function convert(paths: readonly string[], options: ConvertOptions): Promise<number> {
  checkUsage(options);
  const log = new Stderr();
  const all = filings(paths, options, log);
  if (options.to === 'csv' || options.to === 'tsv') await tables(all, options.to, options, log);
  else if (options.to === 'json') await json(all, options);
  else await one(all, options, log);
  return log.failed ? 2 : 0;
}

function checkUsage({ to, table, outputFile, gaps }: ConvertOptions): void {
  const tabular = to === 'csv' || to === 'tsv';
  if (tabular && table === undefined && outputFile === undefined)
    throw new UsageError(
      `--to ${to} makes ${DATA_SET_TABLES.length} tables: name one with --table, or a folder for all of them with --output-file`,
    );
  if (!tabular && table !== undefined) throw new UsageError('--table goes with --to csv and --to tsv');
  if (to !== 'xml' && gaps !== undefined) throw new UsageError('--gaps goes with --to xml');
}

async function* filings(paths: readonly string[], options: InputOptions, log: Stderr): AsyncGenerator<Read> {
  for await (const source of sources(paths, options, log)) {
    await breathe();
    for (const filing of readAll(source.text)) yield { path: source.path, filing };
  }
}

async function json(all: AsyncIterable<Read>, { outputFile }: ConvertOptions): Promise<void> {
  const out = new Output(outputFile);
  let between = '\n';
  out.write('[');
  for await (const { path, filing } of all) {
    out.write(between + JSON.stringify({ path, ...toJson(filing) }));
    between = ',\n';
  }
  out.write('\n]\n');
  out.end();
}

async function tables(
  all: AsyncIterable<Read>,
  style: 'csv' | 'tsv',
  { table, accessionNumber, outputFile }: ConvertOptions,
  log: Stderr,
): Promise<void> {
  const set = new DataSet();
  let unnamed = 0;
  for await (const { filing } of all) if (!set.add(filing, accessionNumber)) unnamed++;
  if (accessionNumber !== undefined && unnamed > 1)
    throw new UsageError(`--accession-number names one filing, and ${unnamed} do not say theirs`);
  if (accessionNumber === undefined && unnamed > 0)
    log.note(`${unnamed} of the filings do not say their accession number: the column is blank in their rows`);
  if (table !== undefined) {
    const out = new Output(outputFile);
    out.write(set.write(table, style));
    return out.end();
  }
  const folder = outputFile!;
  try {
    fs.mkdirSync(folder, { recursive: true });
    for (const name of DATA_SET_TABLES) writeWhole(path.join(folder, `${name}.${style}`), set.write(name, style));
  } catch (error) {
    throw new UsageError(`${visible(folder)} cannot be written: ${whyNot(error)}`);
  }
}

/** The layouts that hold one filing a file. */
async function one(all: AsyncIterable<Read>, options: ConvertOptions, log: Stderr): Promise<void> {
  let found: Read | undefined;
  for await (const each of all) {
    if (found) throw new UsageError(`--to ${options.to} takes one filing at a time; json, csv and tsv take many`);
    found = each;
  }
  if (!found) {
    if (!log.failed) throw new UsageError('there is no filing to convert');
    return;
  }
  const out = new Output(options.outputFile);
  if (options.to === 'xml') {
    const { xml, gaps } = writeOwnershipXml(found.filing, options.schema);
    out.write(xml);
    tell(found.path, gaps, options, log);
  } else out.write(WRITERS[options.to as keyof typeof WRITERS](found.filing));
  out.end();
}

const WRITERS = { text: writeText, piped: writePiped, html: writePrinted };

function tell(name: string, gaps: readonly Gap[], options: ConvertOptions, log: Stderr): void {
  const { gaps: file, schema } = options;
  for (const { kind, path: where, ask, why } of gaps)
    log.note(visible(`${name}: ${kind === 'missing' ? 'to fill in' : 'to check'}: ${where}: ${ask}. ${why}.`));
  if (file === undefined) return;
  const out = new Output(file);
  out.write(JSON.stringify({ path: name, schema, gaps }, undefined, 2) + '\n');
  out.end();
}
