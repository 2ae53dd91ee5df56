import { read } from '../../readers';
import type { Severity } from '../../rules/rule';
import { check as findings } from '../../rules/run';
import type { Checked, Format } from '../format';
import { sources, type InputOptions } from '../inputs';
import { Output, Stderr } from '../output';
import { json, jsonl } from '../report/json';
import { stylish } from '../report/stylish';
import { today } from '../today';
import { breathe } from '../turn';

export const FORMATS = ['stylish', 'json', 'jsonl'] as const;

export interface CheckOptions extends InputOptions {
  readonly format: (typeof FORMATS)[number];
  readonly outputFile?: string;
  readonly today?: string;
}

function formatOf({ format, outputFile }: CheckOptions): Format {
  if (format === 'json') return json();
  if (format === 'jsonl') return jsonl();
  return stylish(outputFile === undefined);
}

/** `form4 check`: what is wrong with each filing. Resolves to the exit code. */
export async function check(paths: readonly string[], options: CheckOptions): Promise<number> {
  const log = new Stderr();
  const out = new Output(options.outputFile);
  const format = formatOf(options);
  const day = today(options.today);
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  let files = 0;
  let fixable = 0;
  out.write(format.start?.() ?? '');
  for await (const source of sources(paths, options, log)) {
    await breathe();
    const filing = read(source.text);
    const checked: Checked = { path: source.path, filing, findings: findings(filing, { today: day }) };
    files++;
    for (const finding of checked.findings) counts[finding.severity]++;
    fixable += checked.findings.filter((finding) => finding.fixes().some(({ safe }) => safe)).length;
    out.write(format.file(checked));
  }
  out.write(format.end?.({ files, findings: counts, fixable }) ?? '');
  out.end();
  return log.failed ? 2 : counts.error > 0 ? 1 : 0;
}
