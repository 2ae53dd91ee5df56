import fs from 'node:fs';
import { createFormService } from '../../service/formService';
import type { ExplanationFormat } from '../../writers/explain';
import { FileConfigs } from '../check/fileConfigs';
import { sources } from '../input/inputs';
import { Output, Stderr } from '../output/output';

const { read, explain } = createFormService();

/** True where an argument names a file, or stdin, rather than a rule or a code. */
export const isFile = (what: string): boolean =>
  what === '-' || (fs.statSync(what, { throwIfNoEntry: false })?.isFile() ?? false);

/** `form4 explain PATH`: the filings of a file in plain sentences. Resolves to the exit code. */
export async function explainFiling(path: string, format: ExplanationFormat): Promise<number> {
  const log = new Stderr();
  const out = new Output();
  const configs = new FileConfigs({}, log);
  for await (const source of sources([path], {}, log)) {
    const { closed } = configs.of(source.path);
    out.write(explain({ name: source.path, filings: read(source.text), closed }, format));
  }
  out.end();
  return log.failed ? 2 : 0;
}
