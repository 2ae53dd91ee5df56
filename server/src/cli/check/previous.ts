/** The filings before, that `--previous` names: each filing that is checked is looked at beside them. */
import { createHash } from 'node:crypto';
import type { Filing } from '../../filing/model';
import { filingAt } from '../../filing/queries';
import type { Finding, Severity } from '../../rules/rule';
import { withPast } from '../../ledger/checks/run';
import type { Entry } from '../../ledger/entry';
import { entryOf } from '../../ledger/entryOf';
import { Shelf } from '../../ledger/shelf';
import { createFormService } from '../../service/formService';
import { sources, type Source } from '../input/inputs';
import type { Log } from '../output/log';
import { breath, isTime } from './turn';

const { read } = createFormService();

export class Previous {
  private constructor(private readonly shelf: Shelf) {}

  /** Reads the filings that the paths name; of a folder those that look like a Form 4. What cannot be read goes to the log. */
  static async read(paths: readonly string[], log: Log): Promise<Previous> {
    const entries: Entry[] = [];
    for await (const source of sources(paths, { holdings: true }, log)) {
      if (isTime()) await breath();
      entries.push(...entriesOf(source, read(source.text)));
    }
    return new Previous(new Shelf(entries));
  }

  /** The findings of the filings of one text, with what the filings before them show. */
  look(
    source: Source,
    filings: readonly Filing[],
    findings: readonly Finding[],
    rules: Readonly<Record<string, Severity | 'off'>> | undefined,
  ): readonly Finding[] {
    const own = filings.length === 1 ? [findings] : apart(filings, findings);
    const entries = entriesOf(source, filings);
    return filings.flatMap((filing, at) =>
      withPast(filing, entries[at]!, own[at]!, this.shelf.pastsOf(entries[at]!), rules),
    );
  }
}

/** The findings of each filing of a text. */
function apart(filings: readonly Filing[], findings: readonly Finding[]): Finding[][] {
  const own = new Map(filings.map((filing): [Filing, Finding[]] => [filing, []]));
  for (const finding of findings) own.get(filingAt(filings, finding.span.start))!.push(finding);
  return [...own.values()];
}

/** What the ledger keeps of the filings of one text. */
export function entriesOf(source: Source, filings: readonly Filing[]): Entry[] {
  const hash = createHash('sha256').update(source.text).digest('hex');
  return filings.map((filing) => {
    const number = source.from?.filing ?? filing.part?.number;
    return entryOf(
      filing,
      { path: source.path, hash, ...(number !== undefined && { filing: number }) },
      source.from?.line,
    );
  });
}
