/** The signature block: names with the date anywhere in it. */
import type { DateCell, OwnerSignature } from '../filing/model';
import { trim } from '../text/white';
import { blankCell } from './cells/cell';
import type { CellReader } from './cells/values';
import { wordsOf } from './cells/words';
import type { LineRun, Source } from './source';
import { matchesOf } from '../text/matches';
import type { Span } from '../text/span';
import { meantDay } from '../text/writtenDates';

// Lenient, so that a date that is half right is read as the date and flagged, not taken for a part of the name.
const DATE = /(?<![\d/-])(?:\d{1,2}\/\d{1,2}\/\d{1,4}|\d{4}-\d{1,2}-\d{1,2})(?![\d/])/g;

/** True where a paragraph reads like a signature: a `/s/`, or a line that ends with a date. */
export function looksSigned({ text, lines }: Source, run: LineRun): boolean {
  for (let number = run.from; number < run.to; number++) {
    const line = lines.lineSpan(number);
    const words = text.slice(line.start, line.end);
    if (signedAt(words) >= 0) return true;
    const tail = words.trimEnd().slice(-24);
    if (/\d$/.test(tail) && matchesOf(DATE, tail).some((match) => match.index + match[0].length === tail.length))
      return true;
  }
  return false;
}

/** What parts a name from the date behind it. */
const APART = /\t| {2}|\|/;

/** True of a line that is a signature by itself: a `/s/` before its date, or a name and a date in cells of their own. */
export function isSignedLine({ text, lines }: Source, line: number): boolean {
  const { start, end } = trim(text, lines.lineSpan(line).start, lines.lineSpan(line).end);
  if (end - start > LONGEST) return false;
  const signed = signedAt(text.slice(start, end));
  if (signed >= 0 && signed < BEFORE_SIGNED) return true;
  // A date that closes the line ends with a digit.
  if (signed < 0 && !isDigit(text.charCodeAt(end - 1))) return false;
  const date = lastDate(text, { start, end });
  if (signed >= 0) return date !== undefined;
  return date?.end === end && APART.test(text.slice(Math.max(start, date.start - 3), date.start));
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** Where `/s/` or `/S/` stands first; -1 where neither does. */
function signedAt(words: string): number {
  const [small, capital] = [words.indexOf('/s/'), words.indexOf('/S/')];
  return small < 0 || (capital >= 0 && capital < small) ? capital : small;
}

/** No signature and its date take more; before the signature may stand who signs. */
const LONGEST = 400;
const BEFORE_SIGNED = 60;

/**
 * Reads the signatures of a run of lines: one for each line that holds a date, with the lines around it that hold none;
 * behind a blank line, what has a date of its own is a signature of its own.
 */
export function readSignatures(source: Source, cells: CellReader, run: LineRun): OwnerSignature[] {
  const { text, lines } = source;
  const blocks: { span: Span; date: Span | undefined }[] = [];
  let ownDate = false;
  const all = { start: lines.starts[run.from] ?? text.length, end: lines.starts[run.to] ?? text.length };
  let inDigits: boolean | undefined;
  for (let number = run.from; number < run.to; number++) {
    const line = lines.lineSpan(number);
    const words = trim(text, line.start, line.end);
    if (words.end === words.start) {
      ownDate = hasDate(source, { from: number + 1, to: run.to });
      continue;
    }
    let date = lastDate(text, words);
    // A date in words counts where no line has one in digits.
    if (!date && !(inDigits ??= lastDate(text, all) !== undefined)) date = dateInWords(text, words);
    const last = blocks[blocks.length - 1];
    const goesOn =
      last && (last.date ? !date && !ownDate && !isSigned(text, words) : !date || !bothSigned(text, last.span, words));
    ownDate = false;
    if (goesOn)
      blocks[blocks.length - 1] = { span: { start: last.span.start, end: words.end }, date: last.date ?? date };
    else blocks.push({ span: words, date });
  }
  return blocks.map(({ span, date }) => {
    const before = withoutLabels(text, trim(text, span.start, date?.start ?? span.end));
    const behind = date ? trim(text, date.end, span.end) : { start: span.end, end: span.end };
    const raw = text.slice(before.start, before.end);
    const rest = text.slice(behind.start, behind.end);
    const name = wordsOf(rest === '' ? raw : `${raw} ${rest}`);
    const nameSpan = before.end > before.start ? before : behind;
    return {
      signatureName: {
        value: name === '' ? undefined : name,
        raw: name === '' ? '' : text.slice(nameSpan.start, nameSpan.end),
        span: nameSpan,
        cellSpan: span,
        markers: [],
      },
      signatureDate: date ? dateCell(text, cells, date, span) : { ...blankCell(span.end), cellSpan: span },
      span,
    };
  });
}

/** True where a line has a date before the next blank one. */
function hasDate({ text, lines }: Source, { from, to }: LineRun): boolean {
  for (let number = from; number < to; number++) {
    const line = lines.lineSpan(number);
    const words = trim(text, line.start, line.end);
    if (words.end === words.start) return false;
    if (lastDate(text, words)) return true;
  }
  return false;
}

/** A date in figures or in words; of a date in words the day is known, though it is not written as the form writes days. */
function dateCell(text: string, cells: CellReader, span: Span, cellSpan: Span): DateCell {
  const raw = text.slice(span.start, span.end);
  const cell = cells.date({ value: undefined, raw, span, cellSpan, markers: [] });
  const value = cell.problem === 'not-a-date' ? meantDay(raw) : undefined;
  return value === undefined ? cell : { value, raw, span, cellSpan, markers: [] };
}

const LABEL_BEFORE = /^[*_ ]{0,4}sign(?:ature|ed)(?: by)?[*_ ]{0,4}:[*_ \t]{0,9}/i;
const LABEL_BEHIND = /[\s|,;*_]{1,9}dated?[*_ ]{0,4}:?[*_\s]{0,9}$/i;

/** A name without the words that only say that it is one, and that the date follows. */
function withoutLabels(text: string, { start, end }: Span): Span {
  const first = LABEL_BEFORE.exec(text.slice(start, Math.min(end, start + 40)))?.[0].length ?? 0;
  const tail = text.slice(Math.max(start + first, end - 40), end);
  return trim(text, start + first, end - (LABEL_BEHIND.exec(tail)?.[0].length ?? 0));
}

const isSigned = (text: string, { start, end }: Span): boolean =>
  /^by:?\s/i.test(text.slice(start, start + 4)) || signedAt(text.slice(start, end)) >= 0;

const bothSigned = (text: string, before: Span, words: Span): boolean =>
  signedAt(text.slice(before.start, before.end)) >= 0 && signedAt(text.slice(words.start, words.end)) >= 0;

/** June 5, 2025 or 5 June 2025 at the end of a line. */
const IN_WORDS = /(?<![a-z])(?:[a-z]{3,9}\.? \d{1,2},? ?|\d{1,2} [a-z]{3,9}\.?,? )\d{4}$/i;
/** What makes such a date that of something else: a trust dated May 5, 2010. */
const OF_ANOTHER = /[a-z] (?:dated|dtd\.?|as of|of|since|u\/?[adt]\/?d?) $/i;

function dateInWords(text: string, { start, end }: Span): Span | undefined {
  const tail = text.slice(Math.max(start, end - 20), end);
  const found = IN_WORDS.exec(tail);
  if (!found || meantDay(found[0]) === undefined) return undefined;
  const from = end - found[0].length;
  return OF_ANOTHER.test(text.slice(Math.max(start, from - 12), from)) ? undefined : { start: from, end };
}

function lastDate(text: string, line: Span): Span | undefined {
  let found: Span | undefined;
  if (!mayHoldDate(text, line)) return found;
  for (const match of matchesOf(DATE, text.slice(line.start, line.end)))
    found = { start: line.start + match.index, end: line.start + match.index + match[0].length };
  return found;
}

/** A look for a digit before a slash or a hyphen, which spares most lines the pattern. */
function mayHoldDate(text: string, { start, end }: Span): boolean {
  let before = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if ((unit === 47 || unit === 45) && before >= 48 && before <= 57) return true; // / -
    before = unit;
  }
  return false;
}
