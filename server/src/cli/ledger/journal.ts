/**
 * What a ledger has read so far, in a file beside the one that is to be written: a run that was killed goes on from there. Each
 * line is of one source; a line that was cut off is dropped, and from the first source that is another one now all is read anew.
 */
import fs from 'node:fs';
import { version } from '../../node/version';
import { printable } from '../output/printable';
import { UsageError, whyNot } from '../output/usageError';
import { linesOf } from './spill';

/** How the name of such a file ends. */
export const PART = '.form4-part';
/** So much is gathered before it is written, in UTF-16 units. */
const CHUNK = 256 * 1024;
/** A tab parts the entries of a source from its name and from one another: there is none in their JSON. */
const BETWEEN = '\t';

export class Journal {
  private readonly head = JSON.stringify({ form4: 'ledger', version: version() });
  private readonly fd: number;
  /** The lines that an earlier run has left; undefined once they are used up, or do not fit any more. */
  private earlier: Iterator<string> | undefined;
  /** Where the next line goes, in bytes. */
  private end = 0;
  private waiting: string[] = [];
  private length = 0;

  constructor(private readonly file: string) {
    try {
      const known = fs.existsSync(file) ? linesOf(file) : undefined;
      const first = known?.next();
      if (first && !first.done && !first.value.startsWith('{"form4":"ledger"'))
        throw new UsageError(`${printable(file)} is in the way: it is no ledger that was begun`);
      const isOurs = first?.value === this.head;
      this.fd = fs.openSync(file, isOurs ? 'r+' : 'w+');
      if (isOurs) [this.earlier, this.end] = [known, Buffer.byteLength(this.head) + 1];
      else this.put([this.head]);
    } catch (error) {
      if (error instanceof UsageError) throw error;
      throw new UsageError(`${printable(file)} cannot be written: ${whyNot(error)}`);
    }
  }

  /** The entries of a source as an earlier run has left them; undefined where it has not come to it. */
  next(source: string): readonly string[] | undefined {
    const line = this.earlier?.next();
    if (!line) return undefined;
    // The last line is whole where a line end is behind it: the file says so by its length.
    if (!line.done && line.value.startsWith(source + BETWEEN)) {
      this.end += Buffer.byteLength(line.value) + 1;
      return line.value.split(BETWEEN).slice(1, -1);
    }
    this.stopReading();
    return undefined;
  }

  /** Puts down the entries of a source. */
  add(source: string, entries: readonly string[]): void {
    if (this.earlier) this.stopReading();
    this.put([source, ...entries, '']);
  }

  /** Every entry, in the order of the sources. */
  *[Symbol.iterator](): Generator<string> {
    if (this.earlier) this.stopReading();
    this.flush();
    let at = 0;
    for (const line of linesOf(this.file)) if (at++ > 0) yield* line.split(BETWEEN).slice(1, -1);
  }

  /** Nothing is left of it. */
  remove(): void {
    fs.closeSync(this.fd);
    fs.rmSync(this.file, { force: true });
  }

  private stopReading(): void {
    this.earlier?.return?.();
    this.earlier = undefined;
    fs.ftruncateSync(this.fd, this.end);
  }

  private put(parts: readonly string[]): void {
    const line = parts.join(BETWEEN) + '\n';
    this.waiting.push(line);
    if ((this.length += line.length) >= CHUNK) this.flush();
  }

  private flush(): void {
    const bytes = Buffer.from(this.waiting.join(''));
    if (bytes.length > 0) fs.writeSync(this.fd, bytes, 0, bytes.length, this.end);
    this.end += bytes.length;
    [this.waiting, this.length] = [[], 0];
  }
}
