/** Where results go: stdout or a file; all else goes to stderr. */
import { UsageError, whyNot, writeWhole } from './files';
import type { Log } from './inputs';

const CHUNK = 64 * 1024;

/** Gathers results. A file gets them all at the end or, where something failed to be written, not at all. */
export class Output {
  private waiting: string[] = [];
  private length = 0;

  constructor(private readonly file?: string) {}

  write(text: string): void {
    this.waiting.push(text);
    if ((this.length += text.length) >= CHUNK && this.file === undefined) this.flush();
  }

  end(): void {
    if (this.file === undefined) return this.flush();
    try {
      writeWhole(this.file, this.waiting.join(''));
    } catch (error) {
      throw new UsageError(`${this.file} cannot be written: ${whyNot(error)}`);
    }
  }

  private flush(): void {
    if (this.waiting.length > 0) process.stdout.write(this.waiting.join(''));
    this.waiting = [];
    this.length = 0;
  }
}

/** stderr, with the word of whether anything failed. */
export class Stderr implements Log {
  failed = false;

  note(message: string): void {
    process.stderr.write(`form4: ${message}\n`);
  }

  fail(message: string): void {
    this.failed = true;
    this.note(message);
  }
}
