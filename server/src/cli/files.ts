/** Files as they lie on the disk, read synchronously: a check waits for nothing else. */
import fs from 'node:fs';

/** Above this a file is not a filing: EDGAR takes submissions of 100 MB, and all text of a Form 4 is a few KB. */
const MOST_BYTES = 64 * 1024 * 1024;
const CHUNK = 1024 * 1024;

/** Something the person at the keyboard did or has: said in one line on stderr, exit code 2, no stack. */
export class UsageError extends Error {}

/** The whole file, or its first `most` bytes. Pipes and devices are read like files, up to the same limit. */
export function readBytes(path: string, most = MOST_BYTES): Buffer {
  const file = fs.openSync(path, 'r');
  try {
    const { size } = fs.fstatSync(file);
    if (most === MOST_BYTES && size > MOST_BYTES) throw tooLarge();
    const chunks: Buffer[] = [];
    let length = 0;
    // Asks once more than there is, as only a read of nothing tells the end of a pipe.
    let next = Math.min(most, size > 0 ? size + 1 : CHUNK);
    while (length < most) {
      const chunk = Buffer.allocUnsafe(Math.min(next, most - length));
      const got = fs.readSync(file, chunk, 0, chunk.length, null);
      if (got === 0) break;
      chunks.push(chunk.subarray(0, got));
      length += got;
      next = CHUNK;
    }
    if (most === MOST_BYTES && length >= MOST_BYTES) throw tooLarge();
    return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, length);
  } finally {
    fs.closeSync(file);
  }
}

const tooLarge = (): Error =>
  new UsageError(`it is larger than ${MOST_BYTES / 1024 / 1024} MB, which no Form 4 is; it was not read`);

/** All that comes in on stdin. Not synchronous, so that an interrupt is heard while it waits. */
export async function readStdin(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer);
    if ((length += (chunk as Buffer).length) > MOST_BYTES) throw tooLarge();
  }
  return Buffer.concat(chunks, length);
}

const WORDS: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'there is no such file or folder',
  EACCES: 'there is no permission to read it',
  EPERM: 'there is no permission to read it',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead round in a circle',
  ENAMETOOLONG: 'the name is too long',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk cannot be written to',
};

/** What is wrong with a file, in plain words. */
export function whyNot(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code && WORDS[code]) ?? message ?? String(error);
}

/** Writes the whole file or nothing: into a new file beside it, which then takes its place with the same permissions. */
export function writeWhole(path: string, content: string | Buffer): void {
  let target = path;
  let mode: number | undefined;
  try {
    target = fs.realpathSync(path); // a link stays a link
    const stat = fs.statSync(target);
    if (!stat.isFile()) return fs.writeFileSync(target, content); // /dev/null, a pipe
    mode = stat.mode;
    fs.accessSync(target, fs.constants.W_OK); // a file that may not be written is not replaced either
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const beside = `${target}.${process.pid}.tmp`;
  try {
    fs.writeFileSync(beside, content, { flag: 'wx', mode: mode ?? 0o666 });
    if (mode !== undefined) fs.chmodSync(beside, mode);
    fs.renameSync(beside, target);
  } catch (error) {
    fs.rmSync(beside, { force: true });
    throw error;
  }
}
