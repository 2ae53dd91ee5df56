import type { Filing } from '../../filing/model';
import { readAll } from '../../readers';
import { toJson } from '../../writers/json';
import { sources, type InputOptions } from '../inputs';
import { Output, Stderr } from '../output';
import { breathe } from '../turn';

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
    await breathe();
    for (const filing of readAll(source.text)) {
      const record = JSON.stringify({ path: source.path, ...numberOf(filing), ...toJson(filing) });
      out.write(array ? between + record : record + '\n');
      between = ',\n';
    }
  }
  if (array) out.write('\n]\n');
  out.end();
  return log.failed ? 2 : 0;
}

/** Which filing of its file it is, from 1; nothing where it is the only one. */
const numberOf = ({ part }: Filing): { filing?: number } => (part ? { filing: part.number } : {});
