/** Known findings: reads and writes the files that hold them. */
import path from 'node:path';
import { parseBaseline, printBaseline, type Baseline, type KnownFinding } from '../../config/baseline';
import { decode } from '../../node/decode';
import { readBytes } from '../input/files';
import type { Log } from '../output/log';
import { printable } from '../output/printable';
import { UsageError, whyNot } from '../output/usageError';
import { writeWhole } from '../output/wholeFile';
import type { FileConfig } from './fileConfigs';

export interface BaselineOptions {
  readonly baseline?: string;
  readonly writeBaseline?: string;
}

export class Baselines {
  private readonly read = new Map<string, Baseline>();
  private readonly written = new Map<string, KnownFinding[]>();
  private readonly stale: string[] = [];
  private leftOut = 0;
  /** By file, the entries that were not found yet. */
  private readonly unused = new Map<string, Map<string, KnownFinding>>();

  constructor(
    private readonly options: BaselineOptions,
    private readonly log: Log,
  ) {
    if (options.baseline !== undefined && options.writeBaseline === undefined) this.of(options.baseline);
  }

  /** The findings of a file that are known. */
  knownIn(file: string, config: FileConfig): readonly KnownFinding[] {
    const baseline = this.fileFor(config);
    return (baseline !== undefined && this.of(baseline).get(nameIn(baseline, file))) || [];
  }

  /** True where fingerprints are needed for the files of a house. */
  concern(config: FileConfig): boolean {
    return this.options.writeBaseline !== undefined || this.fileFor(config) !== undefined;
  }

  /**
   * Takes note of what is found in a file in the end; gives for each finding whether it is to be told. Whatever is
   * written down is known from now on. A file that is read in pieces is settled piece by piece.
   */
  settle(file: string, found: readonly KnownFinding[], config: FileConfig): boolean[] {
    const { writeBaseline } = this.options;
    if (writeBaseline !== undefined) {
      const name = nameIn(writeBaseline, file);
      const known = found.map(({ rule, fingerprint }) => ({ rule, fingerprint }));
      this.written.set(name, [...(this.written.get(name) ?? []), ...known]);
      this.leftOut += found.length;
      return found.map(() => false);
    }
    const known = this.knownIn(file, config);
    if (known.length === 0) return found.map(() => true);
    const wanted = new Set(known.map(({ fingerprint }) => fingerprint));
    const left = this.unused.get(file) ?? new Map(known.map((one) => [one.fingerprint, one]));
    for (const { fingerprint } of found) left.delete(fingerprint);
    this.unused.set(file, left);
    const told = found.map(({ fingerprint }) => !wanted.has(fingerprint));
    for (const one of told) if (!one) this.leftOut++;
    return told;
  }

  /** The entries that were not found in the files settled so far; they are not given again. */
  takeStale(): string[] {
    const stale = [...this.unused].flatMap(([file, left]) =>
      [...left.values()].map(({ rule, fingerprint }) => printable(`${file}: ${rule} ${fingerprint}`)),
    );
    this.unused.clear();
    return stale;
  }

  /** How many findings were left out so far; they are not counted again. */
  takeLeftOut(): number {
    const { leftOut } = this;
    this.leftOut = 0;
    return leftOut;
  }

  /** Takes over entries that were not found elsewhere. */
  addStale(entries: readonly string[]): void {
    this.stale.push(...entries);
  }

  addLeftOut(count: number): void {
    this.leftOut += count;
  }

  /** Writes the baseline that was asked for, and tells the entries of others that are out of date. */
  end(): void {
    const { writeBaseline } = this.options;
    if (writeBaseline !== undefined) {
      try {
        writeWhole(writeBaseline, printBaseline(this.written));
      } catch (error) {
        throw new UsageError(`${printable(writeBaseline)} cannot be written: ${whyNot(error)}`);
      }
      const count = [...this.written.values()].reduce((sum, list) => sum + list.length, 0);
      this.log.note(`${count} ${count === 1 ? 'finding is' : 'findings are'} now known in ${printable(writeBaseline)}`);
    }
    for (const entry of [...this.stale, ...this.takeStale()])
      this.log.note(`the baseline has an entry that is no longer found, ${entry}`);
  }

  private fileFor({ file, baseline }: FileConfig): string | undefined {
    if (this.options.writeBaseline !== undefined) return undefined;
    return this.options.baseline ?? (file && baseline && path.join(path.dirname(file), baseline));
  }

  private of(file: string): Baseline {
    let baseline = this.read.get(file);
    if (!baseline) {
      try {
        baseline = parseBaseline(decode(readBytes(file)).text);
      } catch (error) {
        throw new UsageError(`the baseline ${printable(file)} cannot be read: ${whyNot(error)}`);
      }
      if (!baseline) throw new UsageError(`${printable(file)} is not a baseline as --write-baseline writes it`);
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
