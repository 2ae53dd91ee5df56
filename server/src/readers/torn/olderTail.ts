/**
 * What stands behind the tables of an older page in pieces: signatures above the notes, each with its date below the line for
 * it, and notes whose numbers stand beside the middle of their lines.
 */
import type { Span } from '../../text/span';
import { trim } from '../../text/white';
import { NOTE, type LoosePage } from '../loose/page';

const CLOSING = /^[*\s]{0,9}(?:Signature of Reporting Person|Date|Signature of Reporting Person Date)?[*\s]{0,9}$/;
const DATED = /(?:^|\s)\d{1,2}\/\d{1,2}\/\d{4}$/;
const DATE_ALONE = /^\d{1,2}\/\d{1,2}\/\d{4}$/;
/** What ends the notes. */
const BEHIND = /^(?:Remarks:|Note: File|Reminder:|Potential persons|Persons who)/;
const NUMBER = /^\(?\d{1,2}[.)]/;
/** Words that end no sentence, so that the next line goes on with it. */
const OPEN = /[^.!?:;)"\u201d]$/;

/** Copies what stands behind the tables; false where it is no older page. */
export function writeOlderTail(page: LoosePage, from: number): boolean {
  const explanation = page.anchors.indexOf('explanation', from);
  const closing = page.anchors.indexOf('signatureLine', from);
  const heading = page.anchors.lastIndexOf('signatures', closing);
  if (heading < from || explanation < closing) return false;
  let notes = explanation + 1;
  while (notes < page.count && !NOTE.test(page.words(notes, 40)) && !BEHIND.test(page.words(notes, 40))) notes++;
  let end = notes;
  while (end < page.count && !BEHIND.test(page.words(end, 40))) end++;
  page.copyLine(explanation);
  writeNotes(page, notes, end);
  page.projection.write('\n', page.lines.lineSpan(explanation).end);
  // A date may stand behind the heading of the notes, which was printed beside it.
  const late = linesOf(page, explanation + 1, notes).filter(({ start, end: stop }) =>
    DATE_ALONE.test(page.text.slice(start, stop)),
  );
  writeSignatures(page, [...linesOf(page, heading + 1, explanation), ...late]);
  for (let line = end; line < page.count; line++) page.copyLine(line);
  return true;
}

/** The words of lines, without those that are blank. */
function linesOf({ text, lines }: LoosePage, from: number, to: number): Span[] {
  const found: Span[] = [];
  for (let line = from; line < to; line++) {
    const { start, end } = lines.lineSpan(line);
    const words = trim(text, start, end);
    if (words.end > words.start) found.push(words);
  }
  return found;
}

/** Each signature on a line: the words up to a date. */
function writeSignatures({ text, projection }: LoosePage, lines: readonly Span[]): void {
  let isOpen = false;
  for (const { start, end } of lines) {
    const words = text.slice(start, end);
    if (CLOSING.test(words)) continue;
    projection.copy(start, end);
    const isDated = DATED.test(words);
    projection.write(isDated ? '\n' : ' ', end);
    isOpen = !isDated;
  }
  const last = lines[lines.length - 1];
  if (last) projection.write(`${isOpen ? '\n' : ''}** Signature of Reporting Person Date\n`, last.end);
}

/** Each note behind its number, the lines above which are as many as those below it where it stands amid a sentence. */
function writeNotes(page: LoosePage, from: number, to: number): void {
  const { text, projection } = page;
  const lines = linesOf(page, from, to);
  const words = ({ start, end }: Span): string => text.slice(start, end);
  const labels = lines.flatMap((line, at) => (NUMBER.test(words(line)) && NOTE.test(words(line)) ? [at] : []));
  let stop = lines.length;
  const begins: number[] = [];
  for (let note = labels.length - 1; note >= 0; note--) {
    const at = labels[note]!;
    const below = stop - at - 1;
    const room = at - (note > 0 ? labels[note - 1]! + 1 : 0);
    const own = words(lines[at]!).replace(NUMBER, '').trim();
    const isAmid = room > 0 && own !== '' && (OPEN.test(words(lines[at - 1]!)) || /^[a-z]/.test(own));
    begins[note] = stop = at - (isAmid ? Math.min(below, room) : 0);
  }
  labels.forEach((at, note) => {
    const label = lines[at]!;
    const number = { start: label.start, end: label.start + NUMBER.exec(words(label))![0].length };
    projection.copy(number.start, number.end);
    for (let line = begins[note]!; line < (begins[note + 1] ?? lines.length); line++) {
      const { start, end } = line === at ? trim(text, number.end, label.end) : lines[line]!;
      projection.write(' ', start).copy(start, end);
    }
    projection.write('\n', label.end);
  });
}
