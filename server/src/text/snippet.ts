/** Text with places to fill in, as a snippet of editors that know them or as plain text. */
import type { Span } from './span';

/** A place to fill in: empty, with a text to begin with, or with a choice of which the first is taken. */
export interface Place {
  readonly choices: readonly string[];
  /** Places of one name are filled in together. */
  readonly name?: string;
}

export type Piece = string | Place;

export const place = (...choices: readonly string[]): Place => ({ choices });

/** Where the cursor is left when all places are filled in; at the end of the text where it is not said. */
export const END: Place = { choices: [] };

/** A place that is named in the text as long as nothing stands there: `‹amount›` reads as blank (readers/index.ts). */
export const named = (name: string): Place => ({ choices: [`‹${name}›`], name });

/** What stands in a text for a place that is still to be filled in. */
const STILL_BLANK = /‹[a-z][^‹›\n\r\t|]{0,60}›/g;

/** The text with such places blank, each character where it was. */
export function withBlanks(text: string): string {
  return text.includes('‹') ? text.replace(STILL_BLANK, (words) => ' '.repeat(words.length)) : text;
}

/** The places of a stretch of a text that are still to be filled in. */
export function blanksIn(text: string, start: number, end: number): Span[] {
  if (!text.includes('‹')) return [];
  return [...text.slice(start, end).matchAll(STILL_BLANK)].map(({ 0: words, index }) => ({
    start: start + index,
    end: start + index + words.length,
  }));
}

/** The place still to be filled in that an offset stands in or at; undefined where there is none. */
export function blankAt(text: string, offset: number): Span | undefined {
  const from = Math.max(0, offset - 64);
  for (const { 0: words, index } of text.slice(from, offset + 64).matchAll(STILL_BLANK)) {
    const start = from + index;
    if (start <= offset && offset <= start + words.length) return { start, end: start + words.length };
  }
  return undefined;
}

/** As an editor has it that does not know places. */
export const plainOf = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : (piece.choices[0] ?? ''))).join('');

/** The same, and places blank that are merely named. */
export const blankOf = (pieces: readonly Piece[]): string =>
  plainOf(pieces.map((piece) => (typeof piece === 'string' || piece.name === undefined ? piece : '')));

/** As a snippet: places are numbered in their order, and those of one name share a number. */
export function snippetOf(pieces: readonly Piece[]): string {
  let stop = 0;
  const numbers = new Map<string, number>();
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece.replace(/[\\$}]/g, '\\$&');
      if (piece === END) return '$0';
      const known = piece.name === undefined ? undefined : numbers.get(piece.name);
      if (known !== undefined) return `$${known}`;
      stop++;
      if (piece.name !== undefined) numbers.set(piece.name, stop);
      const [first, ...others] = piece.choices;
      if (first === undefined) return `$${stop}`;
      if (others.length === 0) return `\${${stop}:${first.replace(/[\\$}]/g, '\\$&')}}`;
      return `\${${stop}|${piece.choices.map((choice) => choice.replace(/[\\$},|]/g, '\\$&')).join(',')}|}`;
    })
    .join('');
}
