/** Files that are written. */
import fs from 'node:fs';

/**
 * A file that is written whole or not at all: into a new file beside it, which takes its place in the end, with the same
 * permissions. A link stays a link; a file that may not be written is not replaced either.
 */
export class WholeFile {
  private readonly target: string;
  private readonly beside: string | undefined;
  private readonly mode: number | undefined;
  private readonly fd: number;
  private readonly giveUp = (): void => this.abandon();

  constructor(file: string) {
    const stat = fs.statSync(file, { throwIfNoEntry: false });
    this.target = stat ? fs.realpathSync(file) : file;
    if (stat && !stat.isFile()) {
      this.fd = fs.openSync(this.target, 'w'); // /dev/null, a pipe
      return;
    }
    if (stat) fs.accessSync(this.target, fs.constants.W_OK);
    this.mode = stat?.mode;
    this.beside = `${this.target}.${process.pid}.tmp`;
    this.fd = fs.openSync(this.beside, 'wx', this.mode ?? 0o666);
    process.once('exit', this.giveUp);
  }

  write(content: string | Buffer): void {
    fs.writeFileSync(this.fd, content);
  }

  /** From here on it is there. */
  finish(): void {
    if (this.mode !== undefined) fs.fchmodSync(this.fd, this.mode);
    fs.closeSync(this.fd);
    process.removeListener('exit', this.giveUp);
    if (this.beside === undefined) return;
    try {
      fs.renameSync(this.beside, this.target);
    } catch (error) {
      fs.rmSync(this.beside, { force: true });
      throw error;
    }
  }

  abandon(): void {
    process.removeListener('exit', this.giveUp);
    try {
      fs.closeSync(this.fd);
    } finally {
      if (this.beside !== undefined) fs.rmSync(this.beside, { force: true });
    }
  }
}

/** Writes the whole file or nothing. */
export function writeWhole(file: string, content: string | Buffer): void {
  const whole = new WholeFile(file);
  try {
    whole.write(content);
  } catch (error) {
    whole.abandon();
    throw error;
  }
  whole.finish();
}
