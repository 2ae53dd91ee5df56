/** Where results go: stdout or a file; all else goes to stderr. */
import type { Log } from './log';
import { printable } from './printable';
import { UsageError, whyNot } from './usageError';
import { WholeFile } from './wholeFile';

const CHUNK = 64 * 1024;

/** Gathers results. A file gets all of them in the end or, where something failed, none. */
export class Output {
  private waiting: string[] = [];
  private length = 0;
  private whole: WholeFile | undefined;

  constructor(
    private readonly file?: string,
    private readonly before: () => void = () => undefined,
  ) {}

  write(text: string): void {
    this.waiting.push(text);
    if ((this.length += text.length) >= CHUNK) this.flush();
  }

  end(): void {
    this.flush();
    this.guarded(() => (this.whole ?? (this.file === undefined ? undefined : new WholeFile(this.file)))?.finish());
  }

  private flush(): void {
    const text = this.waiting.join('');
    this.waiting = [];
    this.length = 0;
    if (text === '') return;
    this.before();
    if (this.file === undefined) process.stdout.write(text);
    else this.guarded(() => (this.whole ??= new WholeFile(this.file!)).write(text));
  }

  private guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      throw new UsageError(`${printable(this.file ?? '')} cannot be written: ${whyNot(error)}`);
    }
  }
}

/** stderr, with the word of whether anything failed. */
export class Stderr implements Log {
  failed = false;
  private readonly otherForms = new Map<string, number>();

  constructor(private readonly before: () => void = () => undefined) {}

  note(message: string): void {
    this.before();
    process.stderr.write(`form4: ${message}\n`);
  }

  fail(message: string): void {
    this.failed = true;
    this.note(message);
  }

  otherForm(form: string): void {
    this.otherForms.set(form, (this.otherForms.get(form) ?? 0) + 1);
  }

  /** Says how many files are other forms, which were passed over; nothing where none is. */
  tellOtherForms(): void {
    const all = [...this.otherForms].sort(([a], [b]) => Number(a) - Number(b));
    const count = all.reduce((sum, [, one]) => sum + one, 0);
    if (count === 0) return;
    const names = all.map(([form]) => form);
    const which = names.length === 1 ? names[0]! : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]!}`;
    this.note(`${count} ${count === 1 ? 'Form' : 'Forms'} ${which} passed over`);
  }
}

/** An error that is ours, in words for stderr. */
export const faultOf = (file: string, error: unknown): string =>
  `${printable(file)}: a fault of form4 itself: ${(error as Error).stack ?? String(error)}`;
