import fs from 'node:fs';
import { severitiesUnder } from '../../config/effectiveConfig';
import { isoDate, type Day } from '../../text/days';
import { nearest } from '../../text/didYouMean';
import type { Cache } from '../check/cache';
import { Checker, type CheckerOptions } from '../check/checker';
import { FileConfigs } from '../check/fileConfigs';
import type { Format } from '../check/format';
import type { Previous } from '../check/previous';
import { Run, type RunOptions } from '../check/run';
import { checkedOnThreads } from '../check/threads';
import { today } from '../check/today';
import { breath, isTime } from '../check/turn';
import { IN_PIECES, inPieces, readAtOnce, type Source } from '../input/inputs';
import type { InputOptions } from '../input/walk';
import { found, STDIN, type Found } from '../input/walk';
import { faultOf, Output, Stderr } from '../output/output';
import { Progress } from '../output/progress';
import { UsageError } from '../output/usageError';
import { formatNamed, type FormatName } from '../report/reports';

export interface CheckOptions extends InputOptions, CheckerOptions, RunOptions {
  readonly format: FormatName;
  readonly outputFile?: string;
  readonly today?: string;
  readonly printConfig?: boolean;
  readonly cache?: boolean;
  readonly cacheLocation?: string;
  readonly jobs?: number;
  readonly ndjson?: boolean;
  readonly previous?: readonly string[];
}

/**
 * `form4 check`: what is wrong with each filing. Resolves to the exit code.
 * @param commands what the first word may have been meant for, where it is no path
 */
export async function check(
  paths: readonly string[],
  options: CheckOptions,
  commands: readonly string[] = [],
): Promise<number> {
  const [first] = paths;
  const meant = first !== undefined && /^[a-z]+$/.test(first) && !fs.existsSync(first) && nearest(first, commands);
  if (meant) throw new UsageError(`there is no file or folder ${first}. Did you mean the command ${meant}?`);
  const log = new Stderr(() => run.progress?.hide());
  const out = new Output(options.outputFile, () => process.stdout.isTTY && run.progress?.hide());
  const toTerminal = options.outputFile === undefined;
  const format = options.fixDryRun
    ? (await import('../report/diff')).diff(toTerminal)
    : await formatNamed(options.format, toTerminal);
  const run = new Run(options, format, out, log);
  if (options.printConfig) return printConfig(paths, options, log, out);

  const day = today(options.today);
  const wanted = { ...format.wants, ...(options.stats && { stats: true }) };
  if (options.ndjson) return records(paths, options, day, run, log);
  let cache: Cache | undefined;
  if (mayUseCache(options) && !wanted.filing) {
    const { Cache, CACHE_FILE } = await import('../check/cache');
    cache = new Cache(options.cacheLocation ?? CACHE_FILE, day, wanted, log);
  }
  const previous = await previousOf(options, log);
  const checker = new Checker(options, day, log, wanted, cache, previous);
  run.start();
  run.progress = await progressFor(paths, options);

  const files = await found(paths, options, log);
  const threads = mayUseThreads(options, wanted) ? (options.jobs ?? 1) : 1;
  if (threads > 1) await onThreads(files, options, day, wanted, threads, checker, run, log);
  else
    for (const one of files) {
      if (isTime()) await breath();
      const source = readAtOnce(one, log);
      if (source === IN_PIECES) await pieceByPiece(one, options, checker, run, log);
      else if (source) attempt(source, checker, run, log);
    }

  run.finish(checker.baselines.takeLeftOut());
  checker.end();
  log.tellOtherForms();
  return run.end();
}

async function pieceByPiece(one: Found, options: InputOptions, checker: Checker, run: Run, log: Stderr): Promise<void> {
  for await (const piece of inPieces(one, options, log)) {
    if (isTime()) await breath();
    attempt(piece, checker, run, log);
  }
}

function attempt(source: Source, checker: Checker, run: Run, log: Stderr): void {
  try {
    run.take(checker.check(source));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    log.fail(faultOf(source.path, error));
  }
}

/** Plain files go to the threads, everything else is checked here when its turn has come. */
async function onThreads(
  all: Iterable<Found>,
  options: CheckOptions,
  day: Day,
  wanted: NonNullable<Format['wants']>,
  threads: number,
  checker: Checker,
  run: Run,
  log: Stderr,
): Promise<void> {
  const said = new Set<string>();
  const setup = { options, today: day, wanted };
  for await (const done of checkedOnThreads(all, setup, threads)) {
    for (const { failed, message } of done.said) {
      // What a house has set wrong is said by every thread that comes across it.
      if (said.has(message)) continue;
      said.add(message);
      log[failed ? 'fail' : 'note'](message);
    }
    if (done.usage !== undefined) throw new UsageError(done.usage);
    for (const form of done.otherForms) log.otherForm(form);
    checker.baselines.addStale(done.stale);
    checker.baselines.addLeftOut(done.leftOut);
    if (done.result) run.take({ result: done.result });
    if (done.inPieces) await pieceByPiece(done.found, options, checker, run, log);
  }
}

/** A file that is to be fixed, or looked at beside others, is looked at, whatever was found in it before. */
const mayUseCache = ({ cache, cacheLocation, fix, previous }: CheckOptions): boolean =>
  (cache === true || cacheLocation !== undefined) && !fix && previous === undefined;

/** Loaded where it is asked for alone: most checks are of filings by themselves. */
async function previousOf({ previous }: CheckOptions, log: Stderr): Promise<Previous | undefined> {
  return previous && (await import('../check/previous')).Previous.read(previous, log);
}

/** Threads share nothing: what one place must know of all files is done on one thread. */
function mayUseThreads(options: CheckOptions, { filing }: NonNullable<Format['wants']>): boolean {
  const alone = options.writeBaseline === undefined && options.previous === undefined;
  return !filing && !options.cache && options.cacheLocation === undefined && alone;
}

/** A bar on a terminal that shows nothing else meanwhile. How many files there are is found out first. */
async function progressFor(paths: readonly string[], options: CheckOptions): Promise<Progress | undefined> {
  if (!process.stderr.isTTY || paths.includes(STDIN)) return undefined;
  if (options.filesFrom === STDIN) return new Progress(undefined);
  let total = 0;
  const silent = { note: () => undefined, fail: () => undefined };
  for (const one of await found(paths, options, silent)) {
    if (isTime()) await breath();
    if (one) total++;
  }
  return new Progress(total);
}

/** Findings are the answer here, and no failure: an engine takes another exit code than 0 for a broken filter. */
async function records(
  paths: readonly string[],
  options: CheckOptions,
  day: Day,
  run: Run,
  log: Stderr,
): Promise<number> {
  if (paths.length > 0 || options.filesFrom !== undefined)
    throw new UsageError('--ndjson takes its records from stdin, and no paths');
  if (options.fix || options.fixDryRun || options.writeBaseline !== undefined || options.outputFile !== undefined)
    throw new UsageError('--ndjson answers on stdout; it does not go with --fix, --write-baseline or --output-file');
  if (options.format !== 'stylish' && options.format !== 'jsonl')
    throw new UsageError(`--ndjson answers as --format jsonl does; it does not go with --format ${options.format}`);
  const wanted = { fixes: true, ...(options.stats && { stats: true }) };
  const checker = new Checker(options, day, log, wanted, undefined, await previousOf(options, log));
  const write = (line: string): Promise<void> | undefined =>
    process.stdout.write(line) ? undefined : new Promise((resolve) => process.stdout.once('drain', resolve));
  const only = options.quiet;
  const { answerRecords } = await import('../check/records');
  await answerRecords(
    process.stdin,
    checker,
    options.stdinFilename ?? '<record>',
    log,
    write,
    only === true,
    (result) => run.count(result),
  );
  checker.end();
  const code = run.end();
  return code === 2 ? 2 : 0;
}

/** What holds for a file of this name, and where it comes from. */
function printConfig(paths: readonly string[], options: CheckOptions, log: Stderr, out: Output): number {
  if (paths.length > 1) throw new UsageError('--print-config takes one path');
  const {
    file = null,
    rules,
    extraClosures,
    titles,
    natures,
    baseline = null,
  } = new FileConfigs(options, log).of(paths[0] ?? 'filing');
  const effective = {
    file,
    rules: severitiesUnder(rules),
    extraClosures: extraClosures.map(isoDate),
    titles,
    natures,
    baseline,
  };
  out.write(JSON.stringify(effective, undefined, 2) + '\n');
  out.end();
  return log.failed ? 2 : 0;
}
