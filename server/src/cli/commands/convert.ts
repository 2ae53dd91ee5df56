import fs from 'node:fs';
import path from 'node:path';
import { isForm4Type } from '../../facts/forms';
import type { Filing } from '../../filing/model';
import { createFormService } from '../../service/formService';
import { visible } from '../../text/visible';
import { DATA_SET_TABLES, DataSet, type DataSetTable } from '../../writers/csv';
import { SCHEMAS, type Gap, type Schema } from '../../writers/edgarXml';
import { isSingleTarget, TARGETS, WRITERS, type SingleTarget, type Target, type Written } from '../../writers/targets';
import { breath, isTime } from '../check/turn';
import { sources, type Source } from '../input/inputs';
import type { InputOptions } from '../input/walk';
import { Output, Stderr } from '../output/output';
import { UsageError, whyNot } from '../output/usageError';
import { writeWhole } from '../output/wholeFile';
import { only } from './compare';
import { recordOf } from './parse';
import { Proofs, type ProofsOptions } from './proofs';

export { DATA_SET_TABLES, SCHEMAS, TARGETS };

const service = createFormService();

export interface ConvertOptions extends InputOptions, ProofsOptions {
  readonly to: Target;
  readonly schema: Schema;
  readonly table?: DataSetTable;
  readonly accessionNumber?: string;
  readonly gaps?: string;
  readonly outputFile?: string;
  /** Which filing of each file is meant, from 1; all of them where it is left out. */
  readonly filing?: number;
}

interface Read {
  readonly path: string;
  readonly source: Source;
  readonly filing: Filing;
}

/** `form4 convert`: a filing in another layout. Resolves to the exit code; a gap is told and is no failure. */
export async function convert(paths: readonly string[], options: ConvertOptions): Promise<number> {
  checkUsage(options);
  const log = new Stderr();
  const all = filings(paths, options, log);
  const { to, outputFile } = options;
  if (to === 'csv' || to === 'tsv') await tables(all, to, options, log);
  else if (to === 'json') await json(all, options);
  else {
    const before = options.against === undefined ? undefined : await only(options.against, log, 'redline');
    if (options.against !== undefined && !before) return 2;
    if (outputFile !== undefined && isFolder(outputFile)) await each(all, to, outputFile, options, log, before);
    else await one(all, to, options, log, before);
  }
  log.tellOtherForms();
  return log.failed ? 2 : 0;
}

function checkUsage({ to, table, outputFile, gaps, findings, against, today }: ConvertOptions): void {
  const tabular = !isSingleTarget(to) && to !== 'json';
  if (tabular && table === undefined && outputFile === undefined)
    throw new UsageError(
      `--to ${to} makes ${DATA_SET_TABLES.length} tables: name one with --table, or a folder for all of them with --output-file`,
    );
  if (!tabular && table !== undefined) throw new UsageError('--table goes with --to csv and --to tsv');
  if (to !== 'html' && against !== undefined) throw new UsageError('--against goes with --to html');
  if (to !== 'html' && findings === true) throw new UsageError('--findings goes with --to html');
  if (findings !== true && today !== undefined) throw new UsageError('--today goes with --findings');
  if (to !== 'xml' && gaps !== undefined) throw new UsageError('--gaps goes with --to xml');
}

async function* filings(paths: readonly string[], options: ConvertOptions, log: Stderr): AsyncGenerator<Read> {
  const { filing: wanted } = options;
  for await (const source of sources(paths, options, log)) {
    if (isTime()) await breath();
    const all = service.read(source.text);
    if (wanted !== undefined && !all[wanted - 1])
      log.fail(`${visible(source.path)}: there is no filing ${wanted}; it holds ${all.length}`);
    for (const [at, filing] of all.entries())
      if (options.to !== 'json' && !isForm4Type(filing.documentType))
        log.fail(`${visible(source.path)}: this is a Form ${filing.documentType}; a Form 4 alone is converted`);
      else if (wanted === undefined || wanted === at + 1) yield { path: source.path, source, filing };
  }
}

/** `a.txt`, or `a.txt, filing 2` of a file that holds several. */
const nameOf = ({ path: file, filing: { part } }: Read): string => (part ? `${file}, filing ${part.number}` : file);

async function json(all: AsyncIterable<Read>, { outputFile }: ConvertOptions): Promise<void> {
  const out = new Output(outputFile);
  let between = '\n';
  out.write('[');
  for await (const { path, filing } of all) {
    out.write(between + recordOf(path, filing));
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

/** A page to be printed says of which bytes it is; the other layouts say what the filing says. */
function writer(to: SingleTarget, options: ConvertOptions, log: Stderr, before?: Filing): (read: Read) => Written {
  if (to !== 'html') return ({ filing }) => service.convert(filing, to, options.schema);
  const proofs = new Proofs(options, log, before);
  return ({ source, filing }) => ({ text: proofs.write(source, filing), gaps: [] });
}

/** The layouts that hold one filing a file. */
async function one(
  all: AsyncIterable<Read>,
  to: SingleTarget,
  options: ConvertOptions,
  log: Stderr,
  before: Filing | undefined,
): Promise<void> {
  let found: Read | undefined;
  for await (const each of all) {
    if (found) throw new UsageError(tooMany(to, found, each));
    found = each;
  }
  if (!found) {
    if (!log.failed) throw new UsageError('there is no filing to convert');
    return;
  }
  const out = new Output(options.outputFile);
  const { text, gaps } = writer(to, options, log, before)(found);
  out.write(text);
  tell(nameOf(found), gaps, log);
  out.end();
  if (options.gaps !== undefined) writeGaps(options.gaps, { path: found.path, schema: options.schema, gaps });
}

function tooMany(to: SingleTarget, first: Read, second: Read): string {
  const choice =
    first.path === second.path ? `${visible(first.path)} holds several: choose one with --filing 2, or ` : '';
  return `--to ${to} takes one filing at a time; ${choice}name a folder that gets a file for each, as --output-file out/`;
}

const isFolder = (name: string): boolean =>
  /[/\\]$/.test(name) || (fs.existsSync(name) && fs.statSync(name).isDirectory());

/** A file for each filing, named as the one it came from; of a file that holds several, with its number. */
async function each(
  all: AsyncIterable<Read>,
  to: SingleTarget,
  folder: string,
  options: ConvertOptions,
  log: Stderr,
  before: Filing | undefined,
): Promise<void> {
  const { extension } = WRITERS[to];
  const write = writer(to, options, log, before);
  const taken = new Set<string>();
  const told: object[] = [];
  for await (const read of all) {
    const { path: file, filing } = read;
    const { text, gaps } = write(read);
    const stem =
      path
        .basename(file)
        .replace(/(.)\.[^.]{1,8}$/, '$1')
        .replace(/[<>]/g, '') + (filing.part ? `-${filing.part.number}` : '');
    let name = stem + extension;
    for (let nth = 2; taken.has(name.toLowerCase()); nth++) name = `${stem} (${nth})${extension}`;
    taken.add(name.toLowerCase());
    const target = path.join(folder, name);
    if (path.resolve(target) === path.resolve(file))
      throw new UsageError(`${visible(file)} would be overwritten by its own conversion: name another folder`);
    try {
      fs.mkdirSync(folder, { recursive: true });
      writeWhole(target, text);
    } catch (error) {
      throw new UsageError(`${visible(target)} cannot be written: ${whyNot(error)}`);
    }
    tell(nameOf(read), gaps, log);
    told.push({
      path: file,
      ...(filing.part && { filing: filing.part.number }),
      file: name,
      schema: options.schema,
      gaps,
    });
  }
  if (taken.size === 0 && !log.failed) throw new UsageError('there is no filing to convert');
  if (options.gaps !== undefined) writeGaps(options.gaps, told);
}

function tell(name: string, gaps: readonly Gap[], log: Stderr): void {
  for (const { kind, path: where, ask, why } of gaps)
    log.note(visible(`${name}: ${kind === 'missing' ? 'to fill in' : 'to check'}: ${where}: ${ask}. ${why}.`));
}

function writeGaps(file: string, record: object): void {
  const out = new Output(file);
  out.write(JSON.stringify(record, undefined, 2) + '\n');
  out.end();
}
