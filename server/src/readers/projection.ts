/**
 * A text written over in the habits of the tabbed layout, piece by piece, so that one reader of the form serves layouts
 * that print it in another way. Each piece knows where it came from, and what is read of the new text is carried back to
 * the places in the source.
 */
import type { Filing } from '../filing/model';
import { LineIndex, lastNotAfter } from '../text/lines';
import type { Span } from '../text/span';

export class Projection {
  /** For each piece: its words, which are those of the source where it was copied; */
  private readonly words: (string | undefined)[] = [];
  /** where it begins in the new text and in the source, and where it ends there. */
  private readonly starts: number[] = [];
  private readonly sources: number[] = [];
  private readonly sourceEnds: number[] = [];
  private length = 0;

  constructor(private readonly source: string) {}

  /** Copies a stretch of the source: one piece with what was copied from right before it. */
  copy(start: number, end: number): this {
    if (end <= start) return this;
    const last = this.words.length - 1;
    if (last >= 0 && this.words[last] === undefined && this.sourceEnds[last] === start) {
      this.sourceEnds[last] = end;
      this.length += end - start;
    } else this.put(undefined, start, end);
    return this;
  }

  /** Writes what the source does not say in these words; it stands for the place `at`. */
  write(words: string, at: number): this {
    if (words !== '') this.put(words, at, at);
    return this;
  }

  /** Writes what a stretch of the source says in other words; all of it stands for all of the stretch. */
  replace(words: string, start: number, end: number): this {
    if (words !== '') this.put(words, start, end);
    return this;
  }

  private put(words: string | undefined, source: number, sourceEnd: number): void {
    this.words.push(words);
    this.starts.push(this.length);
    this.sources.push(source);
    this.sourceEnds.push(sourceEnd);
    this.length += words === undefined ? sourceEnd - source : words.length;
  }

  /** How long the new text is so far. */
  get end(): number {
    return this.length;
  }

  get text(): string {
    return this.words.map((words, at) => words ?? this.source.slice(this.sources[at], this.sourceEnds[at])).join('');
  }

  /** The place in the source of a unit of the new text, or of the place behind it. What was only written takes no room. */
  private toSource(offset: number, behind: 0 | 1): number {
    if (this.starts.length === 0) return 0;
    const piece = lastNotAfter(this.starts, offset);
    if (this.words[piece] === undefined) return this.sources[piece]! + offset - this.starts[piece]! + behind;
    return (behind ? this.sourceEnds : this.sources)[piece]!;
  }

  /** The source's own words of a stretch that was replaced as a whole; undefined where it was not. */
  private replaced({ start, end }: Span): string | undefined {
    if (end <= start) return undefined;
    const piece = lastNotAfter(this.starts, start);
    if (this.words[piece] === undefined || piece !== lastNotAfter(this.starts, end - 1)) return undefined;
    return this.source.slice(this.sources[piece], this.sourceEnds[piece]);
  }

  /** A filing that was read from the new text, with its places in the source. */
  carryBack(filing: Filing, lines: LineIndex): Filing {
    const known = new Map<object, unknown>();
    const carry = (of: unknown): unknown => {
      if (typeof of !== 'object' || of === null) return of;
      const done = known.get(of);
      if (done) return done;
      const value = plainOf(of);
      const { start, end } = value as { start?: unknown; end?: unknown };
      if (typeof start === 'number' && typeof end === 'number') {
        const from = this.toSource(start, 0);
        return { start: from, end: end > start ? Math.max(from, this.toSource(end - 1, 1)) : from };
      }
      if (Array.isArray(value)) {
        const list: unknown[] = [];
        known.set(of, list);
        for (const one of value) list.push(carry(one));
        return list;
      }
      if ('digits' in value || value instanceof LineIndex) return value;
      const copy: Record<string, unknown> = {};
      known.set(of, copy);
      for (const key in value) copy[key] = carry((value as Record<string, unknown>)[key]);
      if (copy.raw) copy.raw = this.replaced((value as { span: Span }).span) ?? copy.raw;
      return copy;
    };
    return carry({ ...filing, text: this.source, lines }) as Filing;
  }
}

/** A row, cell or marker as plain data; what is plain data is itself. */
export function plainOf(value: object): object {
  return 'toJSON' in value ? (value as { toJSON: () => object }).toJSON() : value;
}
