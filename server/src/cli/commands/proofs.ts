/** `form4 convert --to html`: the form as a page to be printed and, with --findings, a review copy of it. */
import { createHash } from 'node:crypto';
import { switchedOff } from '../../config/effectiveConfig';
import type { Filing } from '../../filing/model';
import { redline } from '../../ledger/compare/redline';
import { encode } from '../../node/decode';
import { version } from '../../node/version';
import { createFormService } from '../../service/formService';
import { formDate } from '../../text/days';
import { writeProof } from '../../writers/proof/proof';
import { Baselines } from '../check/baselines';
import { FileConfigs } from '../check/fileConfigs';
import { today } from '../check/today';
import type { Source } from '../input/inputs';
import type { Log } from '../output/log';

export interface ProofsOptions {
  /** Marks what the rules find, under the settings and the baseline of the file. */
  readonly findings?: boolean;
  /** The file of a filing: what is otherwise than in it is marked. */
  readonly against?: string;
  /** The day of the check. */
  readonly today?: string;
}

export class Proofs {
  private readonly configs: FileConfigs;
  private readonly baselines: Baselines;

  /** @param before the filing against which each is a redline */
  constructor(
    private readonly options: ProofsOptions,
    log: Log,
    private readonly before?: Filing,
  ) {
    this.configs = new FileConfigs({}, log);
    this.baselines = new Baselines({}, log);
  }

  write(source: Source, filing: Filing): string {
    const { path: name, from } = source;
    // A piece of a large file has no bytes of its own.
    const bytes = from === undefined ? (source.bytes ?? encode(source.text, source)) : undefined;
    return writeProof(filing, {
      name,
      ...(bytes && { sha256: createHash('sha256').update(bytes).digest('hex') }),
      version: version(),
      ...(this.before && { form: redline(this.before, filing, this.options.against ?? '') }),
      ...(this.options.findings === true && { review: this.review(source, filing) }),
    });
  }

  private review({ path: file }: Source, filing: Filing): NonNullable<Parameters<typeof writeProof>[1]>['review'] {
    const config = this.configs.of(file);
    const day = today(this.options.today);
    const { lint } = createFormService({ ...config, today: day });
    return {
      ...lint([filing], this.baselines.knownIn(file, config)),
      off: switchedOff(config).map(({ id }) => id),
      day: formDate(day),
    };
  }
}
