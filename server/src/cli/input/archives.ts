/** What is packed: how far it is unpacked, in memory alone, and the filings in .gz files; zip.ts has those in .zip files. */
import fs from 'node:fs';
import { createGunzip, gunzipSync } from 'node:zlib';
import { UsageError } from '../output/usageError';
import { MOST_AT_ONCE, readShared } from './files';
import type { Chunks } from './stream';

/** What unpacks to more than this many times its size is no archive of filings, which pack to a tenth or so. */
const MOST_RATIO = 200;
/** Small archives may be packed as well as they like: what comes out is small too. */
export const ALWAYS_ALLOWED = MOST_AT_ONCE;
/** A packed file up to this size is unpacked in one go, which is faster. */
export const SMALL = 1024 * 1024;

/** The bytes of a .gz file. Several packed files one behind the other are one, as gzip has it. */
export async function* gunzipped(file: string): AsyncGenerator<Buffer> {
  const packed = readShared(file, (_, size) => size <= SMALL);
  const whole = packed && unpackedWhole(packed);
  if (whole) return yield whole;
  const { size } = fs.statSync(file);
  const source = fs.createReadStream(file);
  const unpack = createGunzip();
  source.on('error', (error) => unpack.destroy(error));
  try {
    yield* limited(source.pipe(unpack), size, { bytes: 0 });
  } finally {
    source.destroy();
    unpack.destroy();
  }
}

function unpackedWhole(packed: Buffer): Buffer | undefined {
  try {
    return gunzipSync(packed, { maxOutputLength: ALWAYS_ALLOWED });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return undefined;
    throw new UsageError('it is no gzip file, or it is damaged');
  }
}

/** Passes bytes on as long as there are not far more of them than the archive is large. */
export async function* limited(stream: Chunks, packed: number, unpacked: { bytes: number }): AsyncGenerator<Buffer> {
  for await (const chunk of stream) {
    unpacked.bytes += chunk.length;
    if (unpacked.bytes > ALWAYS_ALLOWED && unpacked.bytes > MOST_RATIO * packed)
      throw new UsageError(
        `it unpacks to more than ${MOST_RATIO} times its size, as an archive does that is made to do harm; it was read no further`,
      );
    yield chunk;
  }
}
