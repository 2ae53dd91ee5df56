/**
 * The words at a place with the source of each character, so that an edit touches what has changed and leaves the rest of
 * the source as it was written, its escapes and line ends too.
 */
import type { Edit } from '../../text/edits';
import type { Span } from '../../text/span';
import { unescapeXml } from '../../text/xml';

/** A character as it is shown, and the source that stands for it. */
interface Piece {
  readonly shown: string;
  readonly span: Span;
}

/** One stretch of the source that is no part of the words: the form's own "(Street)", a tag, a date amid a signature. */
export type Between = readonly Span[];

const TEXT = /[\s\u200b]+|\\[$*_#|[\]<>]|[\ud800-\udbff][\udc00-\udfff]|[^\s\u200b]/g;
const XML =
  /[\s\u200b]+|&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});|[\ud800-\udbff][\udc00-\udfff]|[^\s\u200b]/gi;
const BLANK = /^[\s\u200b]/;

/** The characters of a stretch, white space and what stands between the words collapsed into single blanks. */
function piecesOf(text: string, { start, end }: Span, between: Between, isXml: boolean): Piece[] {
  const pieces: Piece[] = [];
  const blank = (span: Span): void => {
    const last = pieces[pieces.length - 1];
    if (last?.shown === ' ')
      pieces[pieces.length - 1] = { shown: ' ', span: { start: last.span.start, end: span.end } };
    else if (last) pieces.push({ shown: ' ', span });
  };
  const words = (from: number, to: number): void => {
    for (const { 0: source, index } of text.slice(from, to).matchAll(isXml ? XML : TEXT)) {
      const span = { start: from + index, end: from + index + source.length };
      if (BLANK.test(source)) blank(span);
      else if (isXml) pieces.push({ shown: unescapeXml(source), span });
      else pieces.push({ shown: source.length === 2 && source.startsWith('\\') ? source.charAt(1) : source, span });
    }
  };
  let at = start;
  for (const gap of between) {
    words(at, gap.start);
    blank(gap);
    at = gap.end;
  }
  words(at, end);
  if (pieces[pieces.length - 1]?.shown === ' ') pieces.pop();
  return pieces;
}

export interface Words {
  /** Where they stand in the text. */
  readonly span: Span;
  /** What stands between them and is none of them, in order. */
  readonly between?: Between;
  readonly isXml: boolean;
}

/**
 * The one edit that makes words out of others. Undefined where the source does not say `before`, or where what has
 * changed lies on both sides of something that stands between the words.
 */
export function changed(
  text: string,
  { span, between = [], isXml }: Words,
  before: string,
  after: string,
  escape: (words: string) => string,
): Edit | undefined {
  const pieces = piecesOf(text, span, between, isXml);
  if (pieces.map(({ shown }) => shown).join('') !== before) return undefined;
  const wanted = [...after];
  let from = 0;
  while (from < pieces.length && from < wanted.length && pieces[from]!.shown === wanted[from]) from++;
  let behind = 0;
  const most = Math.min(pieces.length, wanted.length) - from;
  while (behind < most && pieces[pieces.length - 1 - behind]!.shown === wanted[wanted.length - 1 - behind]) behind++;
  const gone = pieces.slice(from, pieces.length - behind);
  const start = gone[0]?.span.start ?? pieces[from - 1]?.span.end ?? pieces[0]?.span.start ?? span.start;
  const end = gone[gone.length - 1]?.span.end ?? start;
  if (between.some((gap) => gap.start < end && gap.end > start)) return undefined;
  return { span: { start, end }, newText: escape(wanted.slice(from, wanted.length - behind).join('')) };
}

/**
 * Each run of words between what stands amid them, gone with the blanks before it; the first run says `after` instead.
 * What stands between the words stays.
 */
export function replaced(text: string, { span, between = [], isXml }: Words, after: string): Edit[] {
  const edits: Edit[] = [];
  let at = span.start;
  for (const gap of [...between, { start: span.end, end: span.end }]) {
    const pieces = piecesOf(text, { start: at, end: gap.start }, [], isXml);
    const [first, last] = [pieces[0], pieces[pieces.length - 1]];
    at = gap.end;
    if (!first || !last) continue;
    const newText = edits.length === 0 ? after : '';
    let { start } = first.span;
    while (newText === '' && start > span.start && text.charAt(start - 1) === ' ' && text.charAt(start - 2) !== ' ')
      start--;
    edits.push({ span: { start, end: last.span.end }, newText });
  }
  return edits;
}
