import type { Filing } from '../../filing/model';
import { createFormService } from '../../service/formService';
import { breath, isTime } from '../check/turn';
import { sources } from '../input/inputs';
import type { Beginning } from '../input/stream';
import type { InputOptions } from '../input/walk';
import { Output, Stderr } from '../output/output';
import { safeJson } from '../output/printable';

const { read, facts } = createFormService();

export interface ParseOptions extends InputOptions {
  readonly format: 'json' | 'jsonl';
  readonly outputFile?: string;
}

/** `form4 parse`: every filing as JSON. Resolves to the exit code. */
export async function parse(paths: readonly string[], options: ParseOptions): Promise<number> {
  const log = new Stderr();
  const out = new Output(options.outputFile);
  const array = options.format === 'json';
  let between = '\n';
  if (array) out.write('[');
  for await (const source of sources(paths, options, log)) {
    if (isTime()) await breath();
    for (const filing of read(source.text)) {
      const record = recordOf(source.path, filing, source.from);
      out.write(array ? between + record : record + '\n');
      between = ',\n';
    }
  }
  if (array) out.write('\n]\n');
  out.end();
  log.tellOtherForms();
  return log.failed ? 2 : 0;
}

/**
 * One filing; `filing` is its number in a file that holds several, from 1, and left out where it is the only one.
 * @param from where its text begins in a file that is read in pieces: places then count from there
 */
export function recordOf(path: string, filing: Filing, from?: Beginning): string {
  const number = from?.filing ?? filing.part?.number;
  const record = { path, ...(number !== undefined && { filing: number }), ...facts(filing) };
  return safeJson(from ? JSON.parse(JSON.stringify(record, (_, value) => moved(value, from))) : record);
}

function moved(value: unknown, from: Beginning): unknown {
  const { line, character } = (value ?? {}) as { line?: unknown; character?: unknown };
  if (typeof line !== 'number' || typeof character !== 'number') return value;
  return { line: from.line + line, character: line === 0 ? from.character + character : character };
}
