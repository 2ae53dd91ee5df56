/** Bytes to text and back, so that a file is written again just as it was found. */
import { isUtf8 } from 'node:buffer';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

export interface Decoded {
  /** Without the byte order mark: places count as an editor counts them. */
  readonly text: string;
  readonly encoding: Encoding;
  /** A byte order mark stood first. */
  readonly bom: boolean;
  /** False where bytes that mean nothing in the encoding were read as U+FFFD. Such a file is never written. */
  readonly valid: boolean;
  /** As it was, where it is not valid: what is left of it would not give these bytes again. */
  readonly bytes?: Buffer;
  /** NUL bytes stand in it: this is not text. */
  readonly binary: boolean;
}

/** Reads UTF-8, or UTF-16 where a byte order mark or its NUL bytes say so. Any bytes give a text. */
export function decode(bytes: Buffer): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, 'utf-16le', true);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes, 'utf-16be', true);
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const text = bytes.toString('utf8', bom ? 3 : 0);
  const valid = isUtf8(bytes);
  const binary = bytes.includes(0);
  const wide = binary ? unmarked(bytes) : undefined;
  if (wide) return utf16(bytes, wide, false);
  return { text, encoding: 'utf-8', bom, valid, binary, ...(!valid && { bytes }) };
}

/** Units at the beginning by which UTF-16 without a byte order mark is known. */
const KNOWN_BY = 512;

/** UTF-16 without a byte order mark: nearly every other byte is NUL, and none of those between. */
function unmarked(bytes: Buffer): Encoding | undefined {
  const units = Math.min(bytes.length >> 1, KNOWN_BY);
  let [first, second] = [0, 0];
  for (let at = 0; at < units; at++) {
    if (bytes[2 * at] === 0) first++;
    if (bytes[2 * at + 1] === 0) second++;
  }
  const most = units * 0.9;
  if (first === 0 && second > most) return 'utf-16le';
  return second === 0 && first > most ? 'utf-16be' : undefined;
}

function utf16(bytes: Buffer, encoding: Encoding, bom: boolean): Decoded {
  const whole = bytes.subarray(bom ? 2 : 0, bytes.length - (bytes.length % 2));
  const little = encoding === 'utf-16be' ? Buffer.from(whole).swap16() : whole;
  const text = little.toString('utf16le');
  const valid = bytes.length % 2 === 0 && !/\p{Surrogate}/u.test(text);
  return { text, encoding, bom, valid, binary: text.includes('\0'), ...(!valid && { bytes }) };
}

/** The bytes of a text in the encoding in which it was read. */
export function encode(text: string, { encoding, bom }: Pick<Decoded, 'encoding' | 'bom'>): Buffer {
  const marked = bom ? '\ufeff' + text : text;
  if (encoding === 'utf-8') return Buffer.from(marked, 'utf8');
  const bytes = Buffer.from(marked, 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}

const MARK = '\ufeff';

/** The same of bytes that are soon overwritten. Nearly all are UTF-8 in good order, which the text tells without a look at them. */
export function decodeShared(bytes: Buffer): Decoded {
  const read = bytes.toString('utf8');
  if (read.includes('\ufffd') || read.includes('\0')) return decode(Buffer.from(bytes));
  const bom = read.startsWith(MARK);
  return { text: bom ? read.slice(1) : read, encoding: 'utf-8', bom, valid: true, binary: false };
}
