import { matchesOf } from './matches';
import type { Span } from './span';

export interface Tick {
  readonly checked: boolean;
  readonly span: Span;
}

// An attribute list is capped, so that a text full of `<input` stays linear.
const TICK =
  /<input\b[^<>]{0,200}>|\[[xX* ]?\]|\[ [xX ] \]|[\u2610-\u2612\u2713\u2714]|_{1,5}[xX]_{1,5}|(?<![\w.'&-])[xX](?![\w.'&-])/g;

/** A look at each character, which spares most pieces the pattern. */
function mayHoldTick(text: string, { start, end }: Span): boolean {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 120 || unit === 88) {
      if (!isLetter(text.charCodeAt(at - 1)) && !isLetter(text.charCodeAt(at + 1))) return true; // x X
    } else if (unit === 60 || unit === 91 || unit === 95 || unit >= 0x2610) return true; // < [ _
  }
  return false;
}

const isLetter = (unit: number): boolean => (unit | 32) >= 97 && (unit | 32) <= 122;

/** Every box in a piece of source, ticked or not: `<input checked>`, `[X]`, `[*]`, `[ ]`, `☒`, `__X__`, a lone X. */
export function ticksIn(text: string, span: Span): Tick[] {
  const found: Tick[] = [];
  if (!mayHoldTick(text, span)) return found;
  const piece = text.slice(span.start, span.end);
  for (const { 0: match, index } of matchesOf(TICK, piece)) {
    const checked = match.startsWith('<') ? /\schecked\b/i.test(match) : /[x*\u2611-\u2714]/i.test(match);
    found.push({ checked, span: { start: span.start + index, end: span.start + index + match.length } });
  }
  return found;
}
