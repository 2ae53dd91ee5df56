/** Bytes that come piece by piece, as texts to check: all of them as one, or filing by filing where they are too many. */
import { StringDecoder } from 'node:string_decoder';
import { decode, type Decoded } from '../../node/decode';
import { filingsIn } from '../../readers/several';
import { LineIndex } from '../../text/lines';
import { UsageError } from '../output/usageError';
import { MOST_AT_ONCE } from './files';

/** Units of text that are looked at together. A filing may be longer: the stretch then grows. */
const WINDOW = 8 * 1024 * 1024;
/** No filing is longer: EDGAR takes no document like that, and a reader would hold all of it. */
const LONGEST = MOST_AT_ONCE;

export type Chunks = AsyncIterable<Buffer> | Iterable<Buffer>;

/** Where a text begins in its file: places in it count from there. */
export interface Beginning {
  /** Which filing of the file it is, from 1. */
  readonly filing: number;
  readonly line: number;
  readonly character: number;
}

export interface Piece extends Decoded {
  /** Undefined where the text is all of the file. */
  readonly from?: Beginning;
}

/**
 * All of it as one piece or, beyond 50 MB, a piece for each filing, in memory that does not grow with the file.
 * @param most bytes that are taken as one piece
 */
export async function* pieces(chunks: Chunks, most = MOST_AT_ONCE, window = WINDOW): AsyncGenerator<Piece> {
  const first: Buffer[] = [];
  let length = 0;
  let cut: Cutter | undefined;
  for await (const chunk of chunks) {
    if (cut) {
      yield* cut.add(chunk);
      continue;
    }
    first.push(chunk);
    length += chunk.length;
    if (length <= most) continue;
    cut = new Cutter(first[0]!, window);
    for (const one of first.splice(0)) yield* cut.add(one);
  }
  if (cut) yield* cut.end();
  else yield decode(first.length === 1 ? first[0]! : Buffer.concat(first, length));
}

/** Cuts a text into its filings while it comes in. Keeps no more than the filing that has not ended yet. */
class Cutter {
  private readonly decoder: StringDecoder;
  private readonly encoding: Decoded['encoding'];
  private readonly bom: boolean;
  private waiting = '';
  private wanted: number;
  private filing = 1;
  private line = 0;
  private character = 0;

  constructor(
    head: Buffer,
    private readonly window: number,
  ) {
    if (head[0] === 0xfe && head[1] === 0xff)
      throw new UsageError('it is UTF-16 with the high byte first, and too large to be turned round; it was not read');
    const wide = head[0] === 0xff && head[1] === 0xfe;
    this.bom = wide || (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf);
    this.encoding = wide ? 'utf-16le' : 'utf-8';
    this.decoder = new StringDecoder(wide ? 'utf16le' : 'utf8');
    this.wanted = window;
  }

  *add(chunk: Buffer): Generator<Piece> {
    const had = this.waiting.length;
    this.waiting += this.decoder.write(chunk);
    if (had === 0 && this.filing === 1 && this.bom && this.waiting.startsWith('\ufeff'))
      this.waiting = this.waiting.slice(1);
    if (this.waiting.length >= this.wanted) yield* this.cut();
  }

  *end(): Generator<Piece> {
    this.waiting += this.decoder.end();
    const lines = new LineIndex(this.waiting);
    for (const { start, end } of filingsIn(this.waiting, lines)) yield this.piece(lines, start, end);
  }

  /** Gives out every filing but the last, which may go on in what is still to come. */
  private *cut(): Generator<Piece> {
    const lines = new LineIndex(this.waiting);
    const spans = filingsIn(this.waiting, lines);
    const last = spans[spans.length - 1]!.start;
    for (const { start, end } of spans.slice(0, -1)) yield this.piece(lines, start, end);
    if (last > 0) {
      [this.line, this.character] = this.placeOf(lines, last);
      this.waiting = this.waiting.slice(last);
    }
    if (this.waiting.length > LONGEST)
      throw new UsageError(`a single filing of it is longer than ${LONGEST / 1024 / 1024} MB; it was read no further`);
    this.wanted = this.waiting.length + this.window;
  }

  private piece(lines: LineIndex, start: number, end: number): Piece {
    const text = this.waiting.slice(start, end);
    const [line, character] = this.placeOf(lines, start);
    return {
      text,
      encoding: this.encoding,
      bom: false,
      valid: !text.includes('\ufffd'),
      binary: text.includes('\0'),
      from: { filing: this.filing++, line, character },
    };
  }

  private placeOf(lines: LineIndex, offset: number): [line: number, character: number] {
    const { line, character } = lines.position(offset);
    return [this.line + line, line === 0 ? this.character + character : character];
  }
}
