/** What stands below the tables of a torn page: notes and remarks as they are, signatures with their dates, the legends. */
import { matchesOf } from '../../text/matches';
import type { Span } from '../../text/span';
import { trim } from '../../text/white';
import type { LoosePage } from '../loose/page';
import { NOTE } from '../loose/page';
import { readingOf } from './headings';
import { writeOlderTail } from './olderTail';
import { writeTail as writeLooseTail } from '../loose/tail';

const LEGEND =
  /^\s{0,9}(?:Reminder: Report|\*{0,2} ?(?:If the form is filed|Intentional misst)|Note: File|Persons who|Potential persons)/;
const CLOSING = /^[*\s]{0,9}(?:Signature of Reporting Person|Date|Signature of Reporting Person Date)?[*\s]{0,9}$/;
const SIGNED = /\/s\//gi;
const DATE = /\d{1,2}\/\d{1,2}\/\d{4}/g;
const DATED = /\d{1,2}\/\d{1,2}\/\d{4}$/;
const DATE_ALONE = /^\s{0,9}\d{1,2}\/\d{1,2}\/\d{4}\s{0,9}$/;
/** A line of a signature is short, and a signature has few lines. */
const LONGEST_LINE = 90;
const MOST_LINES = 60;

/** Copies what stands behind the tables. */
export function writeTail(page: LoosePage, from: number): void {
  if (writeOlderTail(page, from)) return;
  const explanation = page.anchors.indexOf('explanation', from);
  const closing = page.anchors.indexOf('signatureLine', from);
  if (closing < 0 || explanation < 0 || closing < explanation)
    return writeLooseTail(page, from, { from: closing, to: closing });
  const last = page.anchors.lastIndexOf('signatureLine');
  const begin = firstSigned(page, closing, explanation);
  let end = last + 1;
  while (end < page.count && isClosing(page, end)) end++;
  copyNotes(page, from, begin);
  // The date may have been printed behind the legends.
  const late = Array.from({ length: page.count - end }, (_, at) => end + at).filter((line) =>
    DATE_ALONE.test(page.words(line, 40)),
  );
  writeSignatures(page, begin, end, late);
  for (let line = end; line < page.count; line++) if (!late.includes(line)) page.copyLine(line);
}

/** Copies the notes and remarks, without headings of a table whose last paragraphs were printed behind it. */
function copyNotes(page: LoosePage, from: number, to: number): void {
  for (let line = from; line < to;) {
    let next = line + 1;
    while (next < to && page.words(next, 400).trim() !== '') next++;
    const readings = Array.from({ length: next - line }, (_, at) => readingOf(page.words(line + at, 300).trim()));
    const isHeading = readings.includes('strong') && readings.every((one) => one !== 'words');
    for (; line < next; line++) if (!isHeading) page.copyLine(line);
  }
}

/** A date or the words below the line for it, behind the line of the signature. */
function isClosing(page: LoosePage, line: number): boolean {
  const words = page.words(line, LONGEST_LINE).trim();
  return !LEGEND.test(words) && (CLOSING.test(words) || (words.length <= 12 && DATED.test(words)));
}

/** The first line of the signatures: that with the first sign, or the paragraph above the closing line. */
function firstSigned(page: LoosePage, closing: number, explanation: number): number {
  let first = closing;
  let signed = closing;
  for (let line = closing - 1; line > explanation && closing - line < MOST_LINES; line--) {
    const words = page.words(line).trim();
    if (words === '') continue;
    if (page.anchors[line] !== undefined || words.length > LONGEST_LINE || NOTE.test(words)) break;
    first = line;
    if (/\/s\//i.test(words)) signed = line;
  }
  if (signed < closing) {
    // Whom it is signed for may stand above, in the same paragraph.
    while (signed > first && page.words(signed - 1).trim() !== '' && !/[.:]\s*$/.test(page.words(signed - 1))) signed--;
    return signed;
  }
  // Of an unsigned name only the last paragraphs, which are short, are taken.
  let paragraph = closing;
  for (let line = closing - 1; line >= first && closing - line < 8; line--)
    if (page.words(line).trim() !== '' && (line === 0 || page.words(line - 1).trim() === '')) {
      paragraph = line;
      if (!/^\d{1,2}\/\d{1,2}\/\d{4}$/.test(page.words(line).trim())) break;
    }
  return paragraph;
}

/** Each signature on a line, its date behind it, wherever that stood amid its words. */
function writeSignatures(page: LoosePage, from: number, to: number, late: readonly number[]): void {
  const { text, lines, projection } = page;
  const words: Span[] = [];
  const dates: Span[] = [];
  const signs: number[] = [];
  for (let line = from; line < to; line++) {
    const span = lines.lineSpan(line);
    const own = text.slice(span.start, span.end);
    if (CLOSING.test(own.trim())) continue;
    for (const { index } of matchesOf(SIGNED, own)) signs.push(span.start + index);
    let at = span.start;
    for (const { 0: date, index } of matchesOf(DATE, own)) {
      words.push(trim(text, at, span.start + index));
      at = span.start + index + date.length;
      dates.push({ start: span.start + index, end: at });
    }
    words.push(trim(text, at, span.end));
  }
  if (dates.length === 0)
    for (const line of late) {
      const span = lines.lineSpan(line);
      dates.push(trim(text, span.start, span.end));
    }
  const said = words.filter(({ start, end }) => end > start);
  const start = lines.lineSpan(from).start;
  projection.write('\n\n', start);
  const count = dates.length;
  const parts = count > 1 && signs.length === count ? signs : [start];
  if (count > 1 && parts.length === 1) {
    // Nothing tells whose each date is.
    for (let line = from; line < to; line++) if (!CLOSING.test(page.words(line).trim())) page.copyLine(line);
  } else
    parts.forEach((part, at) => {
      const next = parts[at + 1] ?? Infinity;
      // Words before the first sign are whose it is.
      const own = said.filter((one) => (at === 0 || one.start >= part) && one.start < next);
      own.forEach((one) => projection.copy(one.start, one.end).write(' ', one.end));
      const date = dates[at];
      if (date) projection.copy(date.start, date.end);
      projection.write('\n', date?.end ?? own[own.length - 1]?.end ?? start);
    });
  projection.write('** Signature of Reporting Person Date\n', lines.lineSpan(Math.max(from, to - 1)).end);
}
