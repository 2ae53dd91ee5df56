/** What a command is to read, as text: plain files, those in .zip and .gz, stdin; one too large for one piece, filing by filing. */
import { decode, decodeShared, type Decoded } from '../../node/decode';
import { HEAD, otherForm } from '../../readers/recognise';
import type { Log } from '../output/log';
import { printable } from '../output/printable';
import { whyNot } from '../output/usageError';
import { chunksOf, MOST_AT_ONCE, readShared } from './files';
import { isForm4 } from './looks';
import type { Beginning, Chunks } from './stream';
import { found, STDIN, type Found, type InputOptions } from './walk';

/** A filing's text and where it comes from. */
export interface Source extends Decoded {
  /** As it was named, or the name of the folder with the way down from it, with `/`; `a.zip!/b.txt` in an archive. */
  readonly path: string;
  /** What is read is no file that could be written again, in words; undefined where it is one. */
  readonly unwritable?: string;
  /** The folder that was walked. */
  readonly root?: string;
  /** Where the text begins in a file that is too large for one piece. */
  readonly from?: Beginning;
}

/** UTF-8 takes up to four bytes for a character. */
const HEAD_BYTES = HEAD * 4;

/** Every source that the arguments name, each once, in the order of the arguments; what cannot be read goes to the log. */
export async function* sources(paths: readonly string[], options: InputOptions, log: Log): AsyncGenerator<Source> {
  for (const one of await found(paths, options, log)) {
    const source = readAtOnce(one, log, options.holdings);
    if (source === IN_PIECES) yield* inPieces(one, options, log);
    else if (source) yield source;
  }
}

const isZip = (file: string): boolean => file.slice(-4).toLowerCase() === '.zip';
const isGzip = (file: string): boolean => file.slice(-3).toLowerCase() === '.gz';

/** By its name a file whose bytes are its text. */
const isPlain = ({ file }: Found): boolean => file !== STDIN && !isZip(file) && !isGzip(file);

/** Forms on which holdings stand as they do on a Form 4: a Form 3 says with what a person begins, a Form 5 what is held at the end of a year. */
const HOLDINGS = /^[35]/;

/**
 * True for what a walk does not read: no Form 4. What is another form is counted.
 * @param holdings whether Forms 3 and 5 are read too
 */
function isPassedOver(text: string, log: Log, holdings = false): boolean {
  if (isForm4(text)) return false;
  const form = otherForm(text);
  if (holdings && form !== undefined && HOLDINGS.test(form)) return false;
  if (form !== undefined) log.otherForm?.(form.replace('/A', ''));
  return true;
}

/** Stands for what is packed, comes in on stdin, or is too large for one piece. */
export const IN_PIECES = 'in pieces';

/** Undefined where it cannot be read, or is no Form 4 and was only come across. */
export function readAtOnce(one: Found, log: Log, holdings = false): Source | typeof IN_PIECES | undefined {
  if (!isPlain(one)) return IN_PIECES;
  const { file, outright, root } = one;
  let large = false;
  let asked = outright;
  try {
    const bytes = readShared(file, (head, size) => {
      if (!outright && isPassedOver(decode(head.subarray(0, HEAD_BYTES)).text, log, holdings)) return false;
      asked = true;
      large = size > MOST_AT_ONCE;
      return !large;
    });
    if (bytes === undefined) return large ? IN_PIECES : undefined;
    const { text, encoding, bom, valid, bytes: kept, binary } = decodeShared(bytes);
    if (!asked && isPassedOver(text, log, holdings)) return undefined;
    const source = { path: file, root, text, encoding, bom, valid, bytes: kept, binary };
    return outright ? told(source, log) : source;
  } catch (error) {
    log.fail(`${printable(file)}: ${whyNot(error)}`);
    return undefined;
  }
}

/** The sources of one that is not read at once. */
export async function* inPieces({ file, outright }: Found, options: InputOptions, log: Log): AsyncGenerator<Source> {
  if (file === STDIN) {
    const name = options.stdinFilename ?? '<stdin>';
    yield* piecewise(name, process.stdin as Chunks, true, 'stdin is no file; --fix-dry-run shows the changes', log);
  } else if (isGzip(file)) {
    const { gunzipped } = await import('./archives');
    yield* piecewise(file, gunzipped(file), outright, 'it is packed', log, options.holdings);
  } else if (isZip(file)) yield* inside(file, log, options.holdings);
  else yield* piecewise(file, chunksOf(file), outright, 'it is too large', log, options.holdings);
}

/** A zip is walked as a folder is: of what it holds, the Form 4s are read. */
async function* inside(file: string, log: Log, holdings?: boolean): AsyncGenerator<Source> {
  try {
    const { zipped } = await import('./zip');
    const refuse = (path: string, why: string): void => log.fail(`${printable(path)}: ${why}`);
    for await (const { path, chunks } of zipped(file, refuse))
      yield* piecewise(path, chunks, false, 'it is packed', log, holdings);
  } catch (error) {
    log.fail(`${printable(file)}: ${whyNot(error)}`);
  }
}

async function* piecewise(
  path: string,
  chunks: Chunks,
  outright: boolean,
  unwritable: string,
  log: Log,
  holdings?: boolean,
): AsyncGenerator<Source> {
  try {
    const { pieces } = await import('./stream');
    for await (const piece of pieces(chunks)) {
      const source = { path, unwritable, ...piece };
      const first = (piece.from?.filing ?? 1) === 1;
      if (first && !outright && isPassedOver(piece.text, log, holdings)) return;
      const read = outright && first ? told(source, log) : source;
      if (!read) return;
      yield read;
    }
  } catch (error) {
    log.fail(`${printable(path)}: ${whyNot(error)}`);
  }
}

/**
 * A source that is read because it was named, with a word on stderr where it is not what one expects. Undefined where
 * there is no text in it that could be read: a check that says nothing of such a file would pass for a clean one.
 */
function told(source: Source, log: Log): Source | undefined {
  const name = printable(source.path);
  const looksRight = isForm4(source.text);
  if (source.text.trim() === '') {
    log.fail(`${name}: it is empty; there is no filing in it to read`);
    return undefined;
  }
  if (source.binary && !looksRight) {
    log.fail(`${name}: this is a binary file and no text; it was not read`);
    return undefined;
  }
  if (source.binary) log.note(`${name}: NUL bytes stand in it, as in a file that is damaged`);
  else if (!source.valid)
    log.note(`${name}: not valid ${source.encoding.toUpperCase()}; what could not be read is taken as \ufffd`);
  if (!looksRight && otherForm(source.text) === undefined)
    log.note(`${name}: this does not look like a Form 4; it is read as one because it was named`);
  return source;
}
