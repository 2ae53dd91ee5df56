/** Known findings: reads and writes the files that hold them. */
import path from 'node:path';
import {
  fingerprintsOf,
  parseBaseline,
  printBaseline,
  withoutKnown,
  type Baseline,
  type KnownFinding,
} from '../baseline';
import type { Filing } from '../filing/model';
import type { Finding } from '../rules/rule';
import { decode } from './decode';
import { readBytes, UsageError, whyNot, writeWhole } from './files';
import type { House } from './house';
import type { Log } from './inputs';
import { visible } from '../text/visible';

export interface BaselineOptions {
  readonly baseline?: string;
  readonly writeBaseline?: string;
}

interface Split {
  readonly fresh: readonly Finding[];
  readonly unused: readonly KnownFinding[];
}

export class Baselines {
  private readonly read = new Map<string, Baseline>();
  private readonly written = new Map<string, KnownFinding[]>();
  private readonly unused: string[] = [];

  constructor(
    private readonly options: BaselineOptions,
    private readonly log: Log,
  ) {
    if (options.baseline !== undefined && options.writeBaseline === undefined) this.of(options.baseline);
  }

  /** The findings of a file that are not known, and the known ones that are no longer found. */
  split(file: string, filings: readonly Filing[], findings: readonly Finding[], house: House): Split {
    const baseline = this.fileFor(house);
    const known = baseline === undefined ? undefined : this.of(baseline).get(nameIn(baseline, file));
    return known && known.length > 0 ? withoutKnown(filings, findings, known) : { fresh: findings, unused: [] };
  }

  /** Takes note of what is found in a file in the end; gives what is to be told. Whatever is written down is known from now on. */
  settle(file: string, filings: readonly Filing[], findings: readonly Finding[], house: House): readonly Finding[] {
    const { writeBaseline } = this.options;
    if (writeBaseline === undefined) {
      const { fresh, unused } = this.split(file, filings, findings, house);
      for (const { rule, fingerprint } of unused) this.unused.push(visible(`${file}: ${rule} ${fingerprint}`));
      return fresh;
    }
    const prints = fingerprintsOf(filings, findings);
    const known = findings.map(({ rule }, at) => ({ rule, fingerprint: prints[at]! }));
    this.written.set(nameIn(writeBaseline, file), known);
    return [];
  }

  /** Writes the baseline that was asked for, and tells the entries of others that are out of date. */
  end(): void {
    const { writeBaseline } = this.options;
    if (writeBaseline !== undefined) {
      try {
        writeWhole(writeBaseline, printBaseline(this.written));
      } catch (error) {
        throw new UsageError(`${visible(writeBaseline)} cannot be written: ${whyNot(error)}`);
      }
      const count = [...this.written.values()].reduce((sum, list) => sum + list.length, 0);
      this.log.note(`${count} ${count === 1 ? 'finding is' : 'findings are'} now known in ${visible(writeBaseline)}`);
    }
    for (const entry of this.unused) this.log.note(`the baseline has an entry that is no longer found, ${entry}`);
  }

  private fileFor({ file, baseline }: House): string | undefined {
    if (this.options.writeBaseline !== undefined) return undefined;
    return this.options.baseline ?? (file && baseline && path.join(path.dirname(file), baseline));
  }

  private of(file: string): Baseline {
    let baseline = this.read.get(file);
    if (!baseline) {
      try {
        baseline = parseBaseline(decode(readBytes(file)).text);
      } catch (error) {
        throw new UsageError(`the baseline ${visible(file)} cannot be read: ${whyNot(error)}`);
      }
      if (!baseline) throw new UsageError(`${visible(file)} is not a baseline as --write-baseline writes it`);
      this.read.set(file, baseline);
    }
    return baseline;
  }
}

/** A file's name as its baseline has it: seen from the baseline's folder, with `/` on every system. */
function nameIn(baseline: string, file: string): string {
  return path
    .relative(path.dirname(path.resolve(baseline)), path.resolve(file))
    .split(path.sep)
    .join('/');
}
