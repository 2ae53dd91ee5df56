/** Filings in a .zip, unpacked in memory and within limits: nothing is written anywhere. */
import fs from 'node:fs';
import type { Readable } from 'node:stream';
import zlib from 'node:zlib';
import yauzl from 'yauzl';
import { UsageError } from '../output/usageError';
import { ALWAYS_ALLOWED, limited, SMALL } from './archives';
import type { Chunks } from './stream';

const MOST_ENTRIES = 1_000_000;
const WINDOW = 256 * 1024;

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
  const bytes = new ZipBytes(file);
  const { size } = fs.fstatSync(bytes.fd);
  const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true, decodeStrings: false };
  const zip = await yauzl.fromRandomAccessReaderPromise(bytes, size, options).catch((error: unknown) => {
    fs.closeSync(bytes.fd);
    return damaged(error);
  });
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
      yield { path, chunks: limited(contentOf(zip, entry, bytes), size, unpacked) };
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

async function* contentOf(zip: yauzl.ZipFile, entry: yauzl.Entry, bytes: ZipBytes): AsyncGenerator<Buffer> {
  if (!entry.canDecodeFileData())
    throw new UsageError(entry.isEncrypted() ? 'it is encrypted' : 'it is packed in a way that is not known here');
  if (entry.compressedSize <= SMALL && entry.uncompressedSize <= ALWAYS_ALLOWED) return yield bytes.unpacked(entry);
  const stream = await zip.openReadStreamPromise(entry);
  try {
    yield* stream as Chunks;
  } finally {
    stream.destroy();
  }
}

const HEADER = 30;
const HEADER_SIGNATURE = 0x04034b50;

/**
 * The bytes of a zip file. Its directory is read in many small pieces, and so are filings: by streams, or a piece at a
 * time from the disk, that took ten times as long as all else that is done with a filing.
 */
class ZipBytes extends yauzl.RandomAccessReader {
  readonly fd: number;
  private readonly directory: Window;
  private readonly content: Window;

  constructor(private readonly file: string) {
    super();
    this.fd = fs.openSync(file, 'r');
    this.directory = new Window(this.fd);
    this.content = new Window(this.fd);
  }

  /** All of an entry in one go. */
  unpacked({ relativeOffsetOfLocalHeader: at, ...entry }: yauzl.Entry): Buffer {
    const header = this.content.at(at, HEADER);
    if (header.length < HEADER || header.readUInt32LE(0) !== HEADER_SIGNATURE) throw spoilt();
    const start = at + HEADER + header.readUInt16LE(26) + header.readUInt16LE(28);
    const packed = this.content.at(start, entry.compressedSize);
    const content = entry.compressionMethod === 0 ? Buffer.from(packed) : inflated(packed, entry.uncompressedSize);
    if (content.length !== entry.uncompressedSize) throw spoilt();
    // Node has it from 20.15 and 22.2 on.
    const crc32 = (zlib as { crc32?: (data: Buffer) => number }).crc32;
    if (crc32 && crc32(content) !== entry.crc32) throw spoilt();
    return content;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, got?: number) => void,
  ): void {
    let got = 0;
    try {
      got = this.directory.at(position, length).copy(buffer, offset);
    } catch (error) {
      return callback(error as Error);
    }
    callback(null, got);
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return fs.createReadStream(this.file, { start, end: end - 1 });
  }

  override close(callback: (error: Error | null) => void): void {
    fs.close(this.fd, callback);
  }
}

const spoilt = (): Error => new UsageError('it is damaged: what is packed is not what the archive says of it');

function inflated(packed: Buffer, size: number): Buffer {
  try {
    return zlib.inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw spoilt();
  }
}

/** A stretch of a file in memory that goes along with who reads it. */
class Window {
  private bytes = Buffer.alloc(0);
  private start = 0;

  constructor(private readonly fd: number) {}

  /** A piece of the file, less of it where the file ends, in memory that the next call may take. */
  at(position: number, length: number): Buffer {
    const end = this.start + this.bytes.length;
    if (position < this.start || position + length > end) {
      const into = Buffer.allocUnsafeSlow(Math.max(length, WINDOW));
      let filled = 0;
      for (let got = -1; got !== 0 && filled < into.length; filled += got)
        got = fs.readSync(this.fd, into, filled, into.length - filled, position + filled);
      this.bytes = into.subarray(0, filled);
      this.start = position;
    }
    return this.bytes.subarray(position - this.start, position - this.start + length);
  }
}
