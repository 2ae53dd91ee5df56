/** The two boxes in the left upper corner of a page, whose sentences are wrapped beside other text. */
import type { Span } from '../../text/span';
import type { Projection } from '../projection';
import type { Page } from './page';

const CHECK_THIS = /(\[[ xX*]?\]\s{0,4}|__[xX]__\s{0,4})?\bCheck this\b/;
const CHECK_BOX = /^Check this box (if no longer|to indicate)/;
/** As many lines as a sentence may take in a narrow column; and its first words, by which it is known. */
const LONGEST = 30;
const FIRST = 6;

/** Writes each with its tick and with the beginning of its sentence, up to the line `to`. */
export function writeCheckBoxes(projection: Projection, page: Page, to: number): void {
  for (let number = 0; number < Math.min(to, page.count); number++) {
    const match = CHECK_THIS.exec(page.words(number));
    if (!match) continue;
    const start = page.line(number).start + match.index;
    const column = match.index + (match[1]?.length ?? 0);
    const box = CHECK_BOX.exec(sentenceAt(page, number, column))?.[1];
    if (box === undefined) continue;
    const tick = match[1] === undefined ? tickBeside(page, number, column, to) : undefined;
    if (tick) projection.write('[', tick.start).copy(tick.start, tick.end).write('] ', tick.end);
    const words = start + match[0].length;
    projection
      .copy(start, words)
      .write(
        box === 'to indicate'
          ? ' box to indicate that a transaction was made.'
          : ' box if no longer subject to Section 16.',
        words,
      );
    projection.write('\n\n', words);
  }
}

/** The first words of what stands in a column, which ends where a line has more than one blank. */
function sentenceAt(page: Page, line: number, column: number): string {
  const pieces: string[] = [];
  for (let at = line; at < Math.min(line + FIRST, page.count); at++)
    pieces.push(
      page
        .words(at)
        .slice(column, column + 200)
        .split(/\s\s/, 1)[0]!,
    );
  return pieces.join(' ').replace(/ +/g, ' ');
}

/** A drawn box stands before the sentence, in the middle of its lines. */
function tickBeside(page: Page, line: number, column: number, to: number): Span | undefined {
  for (let at = line; at < Math.min(line + LONGEST, to, page.count); at++) {
    const words = page.words(at);
    if (at > line && (CHECK_THIS.test(words) || words.charAt(column).trim() === '')) return undefined;
    const tick = page.piece(at, 0, column);
    if (tick && /^x$/i.test(page.text.slice(tick.start, tick.end))) return tick;
  }
  return undefined;
}
