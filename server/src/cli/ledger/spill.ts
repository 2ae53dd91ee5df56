/** Lines that may be more than memory holds: kept in memory up to a size, and beyond it in files of a folder of their own. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { StringDecoder } from 'node:string_decoder';

/** A folder for the files of one run, which is gone when the run ends, however it ends. */
export class SpillFolder {
  private folder: string | undefined;
  private files = 0;
  private readonly atExit = (): void => this.remove();

  /** A new file. */
  next(): string {
    if (this.folder === undefined) {
      this.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'form4-ledger-'));
      process.once('exit', this.atExit);
    }
    return path.join(this.folder, String(this.files++));
  }

  /** Removes the folder with all that is in it. */
  remove(): void {
    process.off('exit', this.atExit);
    if (this.folder !== undefined) fs.rmSync(this.folder, { recursive: true, force: true });
    this.folder = undefined;
  }
}

/** Writes lines to a file, many at once. */
export function writeLines(file: string, lines: Iterable<string>): void {
  const handle = fs.openSync(file, 'w');
  try {
    let waiting: string[] = [];
    let length = 0;
    for (const line of lines) {
      waiting.push(line, '\n');
      if ((length += line.length) < CHUNK) continue;
      fs.writeSync(handle, waiting.join(''));
      [waiting, length] = [[], 0];
    }
    fs.writeSync(handle, waiting.join(''));
  } finally {
    fs.closeSync(handle);
  }
}

/** The lines of a file, of which a piece at a time is in memory. */
export function* linesOf(file: string): Generator<string> {
  const handle = fs.openSync(file, 'r');
  try {
    const decoder = new StringDecoder('utf8');
    const buffer = Buffer.allocUnsafe(CHUNK);
    let rest: string[] = [];
    for (let read = fs.readSync(handle, buffer); read > 0; read = fs.readSync(handle, buffer)) {
      const text = decoder.write(buffer.subarray(0, read));
      let from = 0;
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
        rest.push(text.slice(from, at));
        yield rest.join('');
        rest = [];
        from = at + 1;
      }
      rest.push(text.slice(from));
    }
  } finally {
    fs.closeSync(handle);
  }
}

/** In bytes, or UTF-16 units. */
const CHUNK = 256 * 1024;
