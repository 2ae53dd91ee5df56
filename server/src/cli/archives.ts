/** Filings in .zip and .gz files, unpacked in memory and within limits: nothing is written anywhere. */
import fs from 'node:fs';
import { createGunzip, gunzipSync } from 'node:zlib';
import { MOST_AT_ONCE, readBytes, UsageError } from './files';
import type { Chunks } from './stream';

/** What unpacks to more than this many times its size is no archive of filings, which pack to a tenth or so. */
const MOST_RATIO = 200;
/** Small archives may be packed as well as they like: what comes out is small too. */
const ALWAYS_ALLOWED = MOST_AT_ONCE;
const MOST_ENTRIES = 1_000_000;
/** A packed file up to this size is unpacked in one go, which is faster. */
const SMALL = 1024 * 1024;

/** The bytes of a .gz file. Several packed files one behind the other are one, as gzip has it. */
export async function* gunzipped(file: string): AsyncGenerator<Buffer> {
  const { size } = fs.statSync(file);
  if (size <= SMALL) {
    const whole = unpackedWhole(readBytes(file));
    if (whole) return yield whole;
  }
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

export interface ZipEntry {
  /** The name of the zip file, `!/` and the name inside. */
  readonly path: string;
  readonly chunks: Chunks;
}

/**
 * The files of a .zip, in its order. Archives inside it are not opened.
 * @param refuse is told of an entry that is passed over, and why
 */
export async function* zipped(file: string, refuse: (path: string, why: string) => void): AsyncGenerator<ZipEntry> {
  const yauzl = await import('yauzl'); // seldom asked for
  const { size } = fs.statSync(file);
  const zip = await yauzl
    .openPromise(file, { lazyEntries: true, autoClose: false, validateEntrySizes: true, decodeStrings: false })
    .catch(damaged);
  const unpacked = { bytes: 0 };
  try {
    if (zip.entryCount > MOST_ENTRIES)
      throw new UsageError(`it holds more than ${MOST_ENTRIES.toLocaleString('en-US')} files; it was not read`);
    for await (const entry of zip.eachEntry()) {
      // By itself the library ends at a name that it does not take.
      const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
      const name = yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
      if (name.endsWith('/')) continue;
      const path = `${file}!/${name}`;
      if (yauzl.validateFileName(name) !== null) {
        refuse(path, 'its name leads out of the archive, as in one that is made to do harm; it was not read');
        continue;
      }
      yield { path, chunks: contentOf(zip, entry, size, unpacked) };
    }
  } catch (error) {
    damaged(error);
  } finally {
    zip.close();
  }
}

/** Says in plain words what the library says in its own; what the system says of the file stays as it is. */
function damaged(error: unknown): never {
  if (error instanceof UsageError || (error as NodeJS.ErrnoException).code !== undefined) throw error;
  throw new UsageError(`it is no zip file, or it is damaged: ${(error as Error).message}`);
}

type Zip = Awaited<ReturnType<typeof import('yauzl').openPromise>>;
type Entry = Parameters<Zip['openReadStreamPromise']>[0];

async function* contentOf(zip: Zip, entry: Entry, size: number, unpacked: { bytes: number }): AsyncGenerator<Buffer> {
  if (!entry.canDecodeFileData())
    throw new UsageError(entry.isEncrypted() ? 'it is encrypted' : 'it is packed in a way that is not known here');
  const stream = await zip.openReadStreamPromise(entry);
  try {
    yield* limited(stream, size, unpacked);
  } finally {
    stream.destroy();
  }
}

/** Passes bytes on as long as there are not far more of them than the archive is large. */
async function* limited(stream: Chunks, packed: number, unpacked: { bytes: number }): AsyncGenerator<Buffer> {
  for await (const chunk of stream) {
    unpacked.bytes += chunk.length;
    if (unpacked.bytes > ALWAYS_ALLOWED && unpacked.bytes > MOST_RATIO * packed)
      throw new UsageError(
        `it unpacks to more than ${MOST_RATIO} times its size, as an archive does that is made to do harm; it was read no further`,
      );
    yield chunk;
  }
}
