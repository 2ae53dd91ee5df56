import { read } from '../../readers';
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
    const record = JSON.stringify({ path: source.path, ...toJson(read(source.text)) });
    out.write(array ? between + record : record + '\n');
    between = ',\n';
  }
  if (array) out.write('\n]\n');
  out.end();
  return log.failed ? 2 : 0;
}
