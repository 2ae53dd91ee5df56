/** Where the signatures of a page stand. */
import { NOTE, RULE, type LoosePage } from './page';
import type { LineRun } from '../source';

const SIGNED = /\/s\//i;
const DATED = /\d{1,2}\/\d{1,2}\/\d{2,4}\s*$/;
const DATE_ALONE = /^\d{1,2}\/\d{1,2}\/\d{2,4}$/;
/** A date that is cut behind a slash, and what is left of it on the next line. */
const CUT = /\d\/\s*$/;
const REST = /^\s*\d{1,4}(?:\/\d{2,4})?\s*$/;
/** A name is wrapped over so many lines at the most. */
const NAME_LINES = 3;

/** True where a date is cut by the end of a line. */
export const isCut = (page: LoosePage, line: number): boolean =>
  line >= 0 && line + 1 < page.count && CUT.test(page.words(line)) && REST.test(page.words(line + 1));

/** True where a line ends with a date, or with what is left of one that is cut. */
export const isDated = (page: LoosePage, line: number): boolean =>
  DATED.test(page.words(line)) || isCut(page, line - 1);

/**
 * The lines of the signatures, above the form's line that says so; nothing may part them from what stands before. Of an empty
 * run where no line says it.
 */
export function signatureLines(page: LoosePage): LineRun {
  const to = page.anchors.indexOf('signatureLine');
  let from = to;
  for (;;) {
    let line = above(page, from);
    if (line < 0) break;
    const dated = isDated(page, line);
    if (isCut(page, line - 1)) line--;
    if (!dated && from < to) break;
    // The date may stand on a line of its own, below the name.
    if (dated && DATE_ALONE.test(page.words(line).trim())) {
      const name = above(page, line);
      if (name < 0) break;
      line = name;
    }
    from = topOfName(page, line);
    if (!dated) break;
  }
  return { from, to };
}

/** The line that is signed, a few lines above a wrapped name's last one; that one where none is. */
function topOfName(page: LoosePage, last: number): number {
  let line = last;
  for (let most = NAME_LINES; most > 0 && line >= 0; most--, line = above(page, line)) {
    const words = page.words(line);
    if (SIGNED.test(words)) return line;
    if (isDated(page, line) && line < last) break;
  }
  return last;
}

/** The line with words above a line of the tail; -1 where another part, or a note, ends there. */
function above(page: LoosePage, line: number): number {
  for (let at = line - 1; at >= 0 && page.anchors[at] === undefined; at--) {
    const words = page.words(at);
    if (RULE.test(words)) continue;
    return NOTE.test(words) ? -1 : at;
  }
  return -1;
}
