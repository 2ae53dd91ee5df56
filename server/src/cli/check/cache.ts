/** Results of an earlier run, for files whose bytes, settings and day are the same. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { version } from '../../node/version';
import { isoDate, type Day } from '../../text/days';
import type { Log } from '../output/log';
import { printable } from '../output/printable';
import { UsageError, whyNot } from '../output/usageError';
import { WholeFile } from '../output/wholeFile';
import type { FileConfig } from './fileConfigs';
import type { Result, Wanted } from './result';

export const CACHE_FILE = '.form4cache';

/** Grows when what an entry holds changes its meaning. */
const SCHEMA_VERSION = 2;

interface Entry {
  readonly path: string;
  readonly key: string;
  /** Of the result, so that a damaged entry is known. */
  readonly sum: string;
  readonly result: Result;
}

/**
 * One line a file; a line that cannot be read, or is not what it was, is as if it were not there. The cache of another
 * version, another program or another day is taken for empty.
 */
export class Cache {
  private readonly head: string;
  private readonly before = new Map<string, string>();
  private readonly now = new Map<string, string>();
  private readonly configs = new Map<FileConfig, string>();
  private changed = false;

  constructor(
    private readonly file: string,
    today: Day,
    private readonly wanted: Wanted,
    private readonly log: Log,
  ) {
    this.head = JSON.stringify({
      schemaVersion: SCHEMA_VERSION,
      version: version(),
      program: programStamp(),
      today: isoDate(today),
    });
    this.load();
  }

  /** What a result depends on besides the version and the day. */
  keyOf(text: string, config: FileConfig): string {
    let settings = this.configs.get(config);
    if (settings === undefined) {
      const { rules, extraClosures, titles, natures } = config;
      settings = JSON.stringify([rules, extraClosures, titles, natures, this.wanted]);
      this.configs.set(config, settings);
    }
    return createHash('sha256').update(settings).update('\n').update(text).digest('base64');
  }

  get(file: string, key: string, filing = 0): Result | undefined {
    const name = nameOf(file, filing);
    const line = this.before.get(name);
    if (line === undefined) return undefined;
    try {
      const entry = JSON.parse(line) as Entry;
      if (entry.key !== key || entry.sum !== sumOf(JSON.stringify(entry.result))) return undefined;
      this.now.set(name, line);
      return { ...entry.result, path: file };
    } catch {
      return undefined;
    }
  }

  put(file: string, key: string, result: Result): void {
    const entry: Entry = { path: file, key, sum: sumOf(JSON.stringify(result)), result };
    this.now.set(nameOf(file, result.filings[0]?.filing), JSON.stringify(entry));
    this.changed = true;
  }

  /** Writes it down whole, with the entries of files that were not part of this run. */
  end(): void {
    if (!this.changed) return;
    for (const [name, line] of this.before) if (!this.now.has(name)) this.now.set(name, line);
    try {
      fs.mkdirSync(path.dirname(path.resolve(this.file)), { recursive: true });
      const whole = new WholeFile(this.file);
      whole.write(this.head + '\n');
      for (const [name, line] of this.now) whole.write(`${JSON.stringify(name)}\t${line}\n`);
      whole.finish();
    } catch (error) {
      this.log.note(`the cache ${printable(this.file)} could not be written: ${whyNot(error)}`);
    }
  }

  private load(): void {
    let text: string;
    try {
      text = fs.readFileSync(this.file, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
      throw new UsageError(`the cache ${printable(this.file)} cannot be read: ${whyNot(error)}`);
    }
    const [head, ...lines] = text.split('\n');
    if (!head!.startsWith('{"schemaVersion":') && text !== '')
      throw new UsageError(`${printable(this.file)} is not a cache of form4; it is left as it is`);
    if (head !== this.head) return;
    for (const line of lines) {
      const tab = line.indexOf('\t');
      if (tab < 0) continue;
      try {
        this.before.set(JSON.parse(line.slice(0, tab)) as string, line.slice(tab + 1));
      } catch {
        // as if it were not there
      }
    }
  }
}

const nameOf = (file: string, filing = 0): string => (filing ? `${file}\n${filing}` : file);

const sumOf = (text: string): string => createHash('sha256').update(text).digest('base64').slice(0, 22);

/** Tells one build from another of the same version. */
function programStamp(): string {
  const { size, mtimeMs } = fs.statSync(__filename);
  return `${size}-${Math.round(mtimeMs)}`;
}
