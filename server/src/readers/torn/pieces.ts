/** A page in the order in which its pieces were printed, what the form prints told from what its filer says. */
import { PRINTED, type Printed } from '../../facts/formWords';
import type { Span } from '../../text/span';
import { isSpace } from '../../text/white';

/** Words of the form's, a tick, or a run of lines of the filer's that nothing of those and no blank line parts. */
export interface Piece {
  readonly printed: Printed | 'tick' | undefined;
  readonly start: number;
  readonly end: number;
  /** Its lines, without the blanks around them. */
  readonly lines: readonly Span[];
  /** Blank lines before it. */
  readonly paragraph: number;
}

interface Word extends Span {
  readonly small: string;
  readonly line: number;
  readonly paragraph: number;
}

const LONGEST_WORD = 200;
const TICK = /^(?:_{0,9}X_{0,9}|\[X\]|[\u2611\u2612\u2713\u2714])$/;
/** Nothing but what a page draws. */
const DRAWN = /^[\s_*.:|-]*$/;

/** The pieces of a stretch of a text. Work is that of its words times the longest phrase. */
export function piecesIn(text: string, from: number, to: number): Piece[] {
  const words = wordsIn(text, from, to);
  const found: Piece[] = [];
  let open: { lines: Span[]; line: number; paragraph: number } | undefined;
  const close = (): void => {
    if (open) {
      const [first] = open.lines;
      const { end } = open.lines[open.lines.length - 1]!;
      if (!DRAWN.test(text.slice(first!.start, Math.min(end, first!.start + LONGEST_WORD))))
        found.push({ printed: undefined, start: first!.start, end, lines: open.lines, paragraph: open.paragraph });
    }
    open = undefined;
  };
  for (let at = 0; at < words.length;) {
    const phrase = phraseAt(words, at) ?? tickAt(text, words, at);
    const { start, end, line, paragraph } = words[at]!;
    if (phrase) {
      close();
      const last = words[at + phrase.length - 1]!;
      found.push({ printed: phrase.printed, start, end: last.end, lines: [{ start, end: last.end }], paragraph });
      at += phrase.length;
      continue;
    }
    if (open?.paragraph !== paragraph) close();
    if (!open) open = { lines: [{ start, end }], line, paragraph };
    else if (open.line === line)
      open.lines[open.lines.length - 1] = { start: open.lines[open.lines.length - 1]!.start, end };
    else {
      open.lines.push({ start, end });
      open.line = line;
    }
    at++;
  }
  close();
  return found;
}

interface Phrase {
  readonly printed: Printed | 'tick';
  readonly length: number;
}

function phraseAt(words: readonly Word[], at: number): Phrase | undefined {
  const phrases = PRINTED.get(words[at]!.small);
  if (!phrases) return undefined;
  for (const { printed, words: wanted } of phrases)
    if (wanted.every((word, place) => words[at + place]?.small === word)) {
      // "Managing Director" and "Director Stock Option" are no label.
      if (wanted.length === 1 && (printed === 'director' || printed === 'officer') && !isAlone(words, at))
        return undefined;
      return { printed, length: wanted.length };
    }
  return undefined;
}

/** True where nothing but what is drawn, ticked or a label of the form's stands beside a word. */
function isAlone(words: readonly Word[], at: number): boolean {
  const [before, own, next] = [words[at - 1], words[at]!, words[at + 1]];
  return (
    (before?.line !== own.line || DRAWN.test(before.small) || /^_*x_*$|\)$/.test(before.small)) &&
    (next?.paragraph !== own.paragraph ||
      DRAWN.test(next.small) ||
      /^(?:_*x_*|10%|officer|other|below\))$/.test(next.small))
  );
}

/** A tick stands apart, or between words of the form's. */
function tickAt(text: string, words: readonly Word[], at: number): Phrase | undefined {
  const { start, end, line } = words[at]!;
  if (end - start > 20 || !TICK.test(text.slice(start, end))) return undefined;
  const [before, next] = [words[at - 1], words[at + 1]];
  const parted =
    (before?.line !== line || /\)$|^\(specify$|^_+$/.test(before.small)) &&
    (next?.line !== line || phraseAt(words, at + 1) !== undefined);
  return parted ? { printed: 'tick', length: 1 } : undefined;
}

function wordsIn(text: string, from: number, to: number): Word[] {
  const found: Word[] = [];
  let line = 0;
  let paragraph = 0;
  let breaks = 0;
  for (let at = from; at < to;) {
    const unit = text.charCodeAt(at);
    if (isSpace(unit)) {
      if (unit === 10 || unit === 12) {
        breaks++;
        line++;
        if (breaks === 2 || unit === 12) paragraph++;
      }
      at++;
      continue;
    }
    breaks = 0;
    const start = at;
    while (at < to && !isSpace(text.charCodeAt(at))) at++;
    const small = at - start > LONGEST_WORD ? '' : text.slice(start, at).toLowerCase();
    found.push({ start, end: at, small, line, paragraph });
  }
  return found;
}
