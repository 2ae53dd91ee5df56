import { severitiesUnder } from '../../config';
import { safeFixOf } from '../../features/fixAll';
import type { Severity } from '../../rules/rule';
import { isoDate } from '../../text/days';
import { Checker, type CheckerOptions } from '../checker';
import { UsageError } from '../files';
import type { Format } from '../format';
import { Houses } from '../house';
import { sources, type InputOptions } from '../inputs';
import { Output, Stderr } from '../output';
import { diff } from '../report/diff';
import { json, jsonl } from '../report/json';
import { page } from '../report/page';
import { stylish } from '../report/stylish';
import { Stats } from '../stats';
import { today } from '../today';
import { breathe } from '../turn';
import { visible } from '../../text/visible';

export const FORMATS = ['stylish', 'json', 'jsonl', 'report'] as const;

export interface CheckOptions extends InputOptions, CheckerOptions {
  readonly format: (typeof FORMATS)[number];
  readonly outputFile?: string;
  readonly today?: string;
  readonly quiet?: boolean;
  readonly maxWarnings?: number;
  readonly stats?: boolean;
  readonly printConfig?: boolean;
}

function formatOf({ format, fixDryRun, outputFile }: CheckOptions): Format {
  if (fixDryRun) return diff();
  if (format === 'json') return json();
  if (format === 'jsonl') return jsonl();
  if (format === 'report') return page();
  return stylish(outputFile === undefined);
}

/** `form4 check`: what is wrong with each filing. Resolves to the exit code. */
export async function check(paths: readonly string[], options: CheckOptions): Promise<number> {
  const log = new Stderr();
  const out = new Output(options.outputFile);
  if (options.printConfig) return printConfig(paths, options, log, out);
  const format = formatOf(options);
  const checker = new Checker(options, today(options.today), log);
  const stats = options.stats ? new Stats() : undefined;
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  let [files, filings, fixable, fixed, warnings] = [0, 0, 0, 0, 0];

  out.write(format.start?.() ?? '');
  for await (const source of sources(paths, options, log)) {
    await breathe();
    try {
      const all = checker.check(source);
      const { findings } = all;
      const checked = options.quiet
        ? { ...all, findings: findings.filter(({ severity }) => severity === 'error') }
        : all;
      files++;
      filings += all.filings.length;
      fixed += all.fixed;
      for (const finding of checked.findings) counts[finding.severity]++;
      warnings += findings.filter(({ severity }) => severity === 'warning').length;
      fixable += checked.findings.filter(safeFixOf).length;
      out.write(format.file(checked));
      stats?.add(all);
    } catch (error) {
      if (error instanceof UsageError) throw error;
      log.fail(`${visible(source.path)}: a fault of form4 itself: ${(error as Error).stack ?? String(error)}`);
    }
  }
  out.write(format.end?.({ files, filings, findings: counts, fixable, fixed }) ?? '');
  out.end();
  checker.end();
  stats?.tell(log);
  if (files === 0 && !log.failed) log.note('no Form 4 was found');
  if (warnings > (options.maxWarnings ?? Infinity))
    log.note(`${warnings} warnings; at most ${options.maxWarnings} are allowed`);
  return log.failed ? 2 : counts.error > 0 || warnings > (options.maxWarnings ?? Infinity) ? 1 : 0;
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
  } = new Houses(options, log).of(paths[0] ?? 'filing');
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
