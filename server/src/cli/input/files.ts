/** Files as they lie on the disk, read synchronously: a check waits for nothing else. */
import fs from 'node:fs';
import path from 'node:path';
import { UsageError } from '../output/usageError';

/** What is read in one piece. Larger files hold many filings, and are read filing by filing. */
export const MOST_AT_ONCE = 50 * 1024 * 1024;
const MOST_BYTES = MOST_AT_ONCE;
const CHUNK = 1024 * 1024;

/** The whole file, or its first `most` bytes. Pipes and devices are read like files, up to the same limit. */
export function readBytes(file: string, most = MOST_BYTES): Buffer {
  const fd = fs.openSync(file, 'r');
  try {
    const { size } = fs.fstatSync(fd);
    if (most === MOST_BYTES && size > MOST_BYTES) throw tooLarge();
    const chunks: Buffer[] = [];
    let length = 0;
    // Asks once more than there is, as only a read of nothing tells the end of a pipe.
    let next = Math.min(most, size > 0 ? size + 1 : CHUNK);
    while (length < most) {
      const chunk = Buffer.allocUnsafe(Math.min(next, most - length));
      const got = fs.readSync(fd, chunk, 0, chunk.length, null);
      if (got === 0) break;
      chunks.push(chunk.subarray(0, got));
      length += got;
      next = CHUNK;
    }
    if (most === MOST_BYTES && length >= MOST_BYTES) throw tooLarge();
    return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, length);
  } finally {
    fs.closeSync(fd);
  }
}

const tooLarge = (): Error => new UsageError(`it is larger than ${MOST_BYTES / 1024 / 1024} MB; it was not read`);

/** Larger than nearly every filing. */
const ROOM = 64 * 1024;
let room: Buffer | undefined;

/**
 * The whole of a file or a pipe, in one go with no look at how large it is: most are small. What is given lies in memory
 * that the next call takes, so copy what is to stay.
 * @param goOn is shown the beginning of one that is not small, and its size; false ends the reading there
 * @returns undefined where the reading was ended
 */
export function readShared(file: string, goOn: (head: Buffer, size: number) => boolean): Buffer | undefined {
  const into = (room ??= Buffer.allocUnsafeSlow(ROOM));
  const fd = fs.openSync(file, 'r');
  try {
    let length = 0;
    // Asks until nothing comes, as only that tells the end of a pipe.
    while (length < ROOM) {
      const got = fs.readSync(fd, into, length, ROOM - length, null);
      if (got === 0) return into.subarray(0, length);
      length += got;
    }
    const { size } = fs.fstatSync(fd);
    if (!goOn(into, size)) return undefined;
    const chunks = [into];
    for (;;) {
      const chunk = Buffer.allocUnsafe(Math.max(CHUNK, Math.min(size, MOST_BYTES) - length + 1));
      const got = fs.readSync(fd, chunk, 0, chunk.length, null);
      if (got === 0) return Buffer.concat(chunks, length);
      chunks.push(chunk.subarray(0, got));
      if ((length += got) > MOST_BYTES) throw tooLarge();
    }
  } finally {
    fs.closeSync(fd);
  }
}

/** A file or a pipe, piece by piece. */
export function* chunksOf(file: string): Generator<Buffer> {
  const fd = fs.openSync(file, 'r');
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const got = fs.readSync(fd, chunk, 0, chunk.length, null);
      if (got === 0) return;
      yield chunk.subarray(0, got);
    }
  } finally {
    fs.closeSync(fd);
  }
}

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

/**
 * True where a link on the way to a file leads out of the folder in which it was found: then another file than the one
 * that was named would be written.
 * The folder is the one we are in; of a file elsewhere the one that was walked, or its own.
 * @param root the folder that was walked
 */
export function leadsOut(file: string, root?: string): boolean {
  const absolute = path.resolve(file);
  const within = (folder: string, one: string): boolean => {
    const way = path.relative(folder, one);
    return way !== '' && way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
  };
  const folders = [path.resolve('.'), ...(root === undefined ? [] : [path.resolve(root)]), path.dirname(absolute)];
  const folder = folders.find((one) => within(one, absolute))!;
  return !within(fs.realpathSync(folder), fs.realpathSync(absolute));
}
