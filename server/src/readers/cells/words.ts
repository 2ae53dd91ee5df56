/** The words of a piece of source: escapes undone, white space collapsed. */
import { isSpace } from '../../text/white';
import type { Span } from '../../text/span';

const SPACE = 32;
const BACKSLASH = 92;
const ESCAPE = /\\([$*_#|[\]<>])/g;

/** For longer words a pattern is quicker than a look at each character. */
const LONG = 40;
/** Words without any of these are plain; others may be. */
const UNUSUAL = /\\| {2}|[^\x20-\x7e]|^ | $/;

/** True where wordsOf would change nothing: no escape, and no white space but single spaces between words. */
function isPlain(text: string, start: number, end: number): boolean {
  if (end - start > LONG && !UNUSUAL.test(text.slice(start, end))) return true;
  let before = SPACE;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit > SPACE && unit < 0xa0) {
      if (unit === BACKSLASH) return false;
    } else if (unit !== SPACE ? isSpace(unit) : before === SPACE) return false;
    before = unit;
  }
  return before !== SPACE;
}

/** The words of a piece of source: escapes undone, white space collapsed. */
export function wordsOf(source: string): string {
  return isPlain(source, 0, source.length) ? source : collapsed(source);
}

/** The words of a stretch of a text. To look at the text itself is quicker than at a piece of it. */
export function wordsIn(text: string, { start, end }: Span): string {
  const source = text.slice(start, end);
  return isPlain(text, start, end) ? source : collapsed(source);
}

function collapsed(source: string): string {
  const words = source.includes('\\') ? source.replace(ESCAPE, '$1') : source;
  let out = '';
  let from = 0;
  for (let at = 0; at <= words.length; at++) {
    if (at < words.length && !isWhite(words.charCodeAt(at))) continue;
    if (at > from) out += out === '' ? words.slice(from, at) : ' ' + words.slice(from, at);
    from = at + 1;
  }
  return out;
}

/** What regular expressions call white space, and the zero-width space. */
function isWhite(unit: number): boolean {
  if (unit < 0xa0) return unit === SPACE || (unit >= 9 && unit <= 13);
  return (
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200b) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000 ||
    unit === 0xfeff
  );
}
