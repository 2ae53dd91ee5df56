import type { Filing } from '../../filing/model';
import { comparisonAsData, comparisonAsText } from '../../ledger/compare/words';
import { compareFilings } from '../../ledger/compare/compare';
import { createFormService } from '../../service/formService';
import { sources } from '../input/inputs';
import { Output, Stderr } from '../output/output';
import { printable, safeJson } from '../output/printable';
import { UsageError } from '../output/usageError';

const { read } = createFormService();

export interface CompareOptions {
  readonly format: 'text' | 'json';
  readonly outputFile?: string;
}

/** `form4 compare`: what one filing says otherwise than another. Resolves to 0 where nothing is, 1 where something is. */
export async function compare(one: string, other: string, { format, outputFile }: CompareOptions): Promise<number> {
  if (one === '-' && other === '-')
    throw new UsageError('stdin is asked for twice: as the one filing and as the other');
  const log = new Stderr();
  const before = await only(one, log);
  const after = await only(other, log);
  if (!before || !after) return 2;
  const comparison = compareFilings(before, after);
  const names = [one, other].map(printable) as [string, string];
  const out = new Output(outputFile);
  out.write(
    format === 'json'
      ? safeJson(comparisonAsData(comparison, names)) + '\n'
      : comparisonAsText(comparison, names).split('\n').map(printable).join('\n'),
  );
  out.end();
  return comparison.same ? 0 : 1;
}

/** The one filing of a file; undefined where it cannot be read. `what` is what takes it: a comparison, a redline. */
export async function only(path: string, log: Stderr, what = 'compare'): Promise<Filing | undefined> {
  const found: Filing[] = [];
  for await (const source of sources([path], {}, log)) found.push(...read(source.text));
  if (found.length > 1)
    throw new UsageError(`${printable(path)} holds ${found.length} filings; ${what} takes a file with one`);
  if (found.length === 0 && !log.failed)
    log.fail(`${printable(path)}: there is no filing in it to ${what === 'compare' ? what : `make a ${what} against`}`);
  return found[0];
}
