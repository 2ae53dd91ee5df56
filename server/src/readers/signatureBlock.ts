/** Where the signatures stand: the block that a signature line closes. */
import { trim } from '../text/white';
import { wordsOf } from './cells/words';
import { bodyOf, isBlankLine, isNotes, type Part } from './parts';
import { isSignedLine, looksSigned } from './signatures';
import type { LineRun, Source } from './source';

/**
 * The lines of the signatures. On most pages they have no heading of their own: the block is what a signature line closes,
 * the last paragraphs of the part before it, which ends where they begin.
 */
export function takeSignatures(source: Source, parts: readonly Part[]): LineRun[] {
  const named = parts.filter((part) => part.anchor === 'signed');
  if (named.length > 0) return named.map((part) => (isSignedLine(source, part.from) ? part : bodyOf(part)));
  const closing = parts.filter((part) => part.anchor === 'signatureLine');
  const headed = parts.find((part) => part.anchor === 'signatures');
  // Older pages have a heading, and a signature line below each of several.
  if (headed) return [headed, ...closing.slice(0, -1)].map(bodyOf);
  const last = closing[closing.length - 1];
  const open = [...parts].reverse().find((part) => isOpen(part, last));
  const block = open && signatureBlock(source, open, closing.length > 0);
  if (open && block) open.to = block.from;
  // Joint filers may each have a signature line of their own, with a name above it.
  const further = closing.slice(0, -1).map(bodyOf);
  return block ? [block, ...further] : further;
}

const OPEN: ReadonlySet<Part['anchor']> = new Set(['remarks', 'tableI', 'tableII', 'owners']);

function isOpen(part: Part, before: Part | undefined): boolean {
  if (before && part.from >= before.from) return false;
  return isNotes(part) || OPEN.has(part.anchor);
}

/** Whom a signature is for may stand in a line above it; more words than that are a remark or the end of a note. */
const LONGEST_ABOVE = 120;

/** The last paragraphs of a part that read like signatures; of an unclosed form only those that surely do. */
function signatureBlock(source: Source, part: Part, closed: boolean): LineRun | undefined {
  const { text, lines } = source;
  let to = part.to;
  let from: number | undefined;
  while (to > part.from) {
    while (to > part.from && isBlankLine(source, to - 1)) to--;
    let first = to;
    while (first > part.from + 1 && !isBlankLine(source, first - 1)) first--;
    const run = { from: Math.max(first, part.from + 1), to };
    if (run.from >= run.to) break;
    const opening = lines.lineSpan(run.from);
    const words = text.slice(opening.start, Math.min(opening.end, opening.start + 16)).trimStart();
    const inRemarks = part.anchor === 'remarks';
    const isNote = isNotes(part) && /^(?:[-*\u2022] |\(? ?\d{1,3}[.)])/.test(words);
    const begin = firstSigned(source, run);
    const above = begin === undefined ? 0 : lines.lineSpan(begin).start - opening.start;
    const behindWords = isNote || (inRemarks && run.from === part.from + 1) || above > LONGEST_ABOVE;
    if (closed && begin !== undefined && above > 0 && (behindWords || part.anchor === 'owners')) {
      // No blank line parts the block from the words above it.
      return { from: begin, to: part.to };
    }
    const ofTable =
      (part.anchor === 'tableI' || part.anchor === 'tableII') && text.slice(opening.start, opening.end).includes('\t');
    const alone = closed && from === undefined && (isNotes(part) || inRemarks);
    const justRemarks = inRemarks && run.from === part.from + 1 && !looksSigned(source, run);
    if (ofTable || isNote) break;
    if (justRemarks || !(looksSigned(source, run) || (alone && isName(source, part, run)))) break;
    from = run.from;
    to = run.from;
    if (!isNotes(part) && !inRemarks) break;
  }
  return from === undefined ? undefined : { from, to: part.to };
}

/** A name and a date may be wrapped, each over so many lines. */
const MOST_WRAPPED = 2;

/** The first of the lines at the end of a paragraph that are signed, one close behind the other. */
function firstSigned(source: Source, run: LineRun): number | undefined {
  let first: number | undefined;
  for (let line = run.to - 1, unsigned = 0; line >= run.from && unsigned <= MOST_WRAPPED; line--) {
    if (isSignedLine(source, line)) {
      first = line;
      unsigned = 0;
    } else unsigned++;
  }
  return first;
}

/** A short undated line before the signature line is a name to be dated, unless it is all that the remarks say. */
function isName({ text, lines }: Source, part: Part, run: LineRun): boolean {
  const first = lines.lineSpan(run.from);
  const last = lines.lineSpan(run.to - 1);
  if (last.end - first.start > 160) return false;
  if (isNotes(part)) return true;
  const before = trim(text, lines.lineSpan(part.from).start, first.start);
  return wordsOf(text.slice(before.start, before.end)).length > 'remarks:'.length;
}
