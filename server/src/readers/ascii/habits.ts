/** The old form's words in the words of today's: box labels, ticks, the symbol, dates in words, the signature block. */
import { dayOf, isoDate } from '../../text/days';
import type { Span } from '../../text/span';
import { trim } from '../../text/white';
import type { Projection } from '../projection';
import { isRule, isTag } from './lines';

const LABELS: readonly (readonly [RegExp, string])[] = [
  [/\b7\.\s{0,9}(?=Individual)/i, '6. '],
  [/(?:\b\d\.\s{0,9})?Statement\s{1,9}for\s{1,9}\(?Month\/(?:Day\/)?Year\)?:?/i, '3. Date of Earliest Transaction '],
  [
    /(?:\b\d\.\s{0,9})?If\s{1,9}Amendment,?\s{1,9}Date\s{1,9}of\s{1,9}Original(?:\s{1,9}\(Month\/(?:Day\/)?Year\))?:?/i,
    '4. If Amendment, Date of Original Filed ',
  ],
];
const TICK = /[([]\s?([xX]?)\s?[)\]](?=\s{0,9}[A-Z])/g;
const ISSUER = /Issuer\s{1,9}Name\s{1,9}and\s{1,9}Ticker\s{1,9}or\s{1,9}Trading\s{1,9}Symbol/i;
/** The number of a person's own, which has no place on today's form. */
const OWN_NUMBER = /\b3\.\s{0,9}I\.?\s?R\.?\s?S/i;
const NEXT_BOX = /\n[ \t|]{0,20}\d\.\s{0,9}[A-Z]/;
const SYMBOL = /^["“([]?([A-Z][A-Z0-9.-]{0,9})["”)\]]?$/;

interface Change {
  readonly span: Span;
  readonly words: string;
}

/** Writes the part above the tables, which is the beginning of the text. */
export function rewriteBoxes(projection: Projection, boxes: string): void {
  const changes: Change[] = [];
  for (const [pattern, words] of LABELS) {
    const match = pattern.exec(boxes);
    if (match) changes.push({ span: { start: match.index, end: match.index + match[0].length }, words });
  }
  for (const { 0: tick, 1: cross, index } of boxes.matchAll(TICK))
    changes.push({ span: { start: index, end: index + tick.length }, words: cross ? '[X]' : '[ ]' });
  changes.push(...ownNumberIn(boxes), ...symbolIn(boxes), ...datesIn(boxes));
  apply(projection, 0, boxes.length, changes);
}

function ownNumberIn(boxes: string): Change[] {
  const start = boxes.search(OWN_NUMBER);
  if (start < 0) return [];
  const length = boxes.slice(start).search(NEXT_BOX);
  return [{ span: { start, end: length < 0 ? boxes.length : start + length }, words: '' }];
}

/** The symbol below the issuer's name, or behind it, stands in brackets today. */
function symbolIn(boxes: string): Change[] {
  const label = ISSUER.exec(boxes);
  if (!label) return [];
  const from = label.index + label[0].length;
  const next = NEXT_BOX.exec(boxes.slice(from));
  const content = trim(boxes, from, next ? from + next.index : boxes.length);
  const words = boxes.slice(content.start, content.end);
  if (words.includes('[')) return [];
  const gap = Math.max(words.lastIndexOf('\n'), words.lastIndexOf('  '), words.lastIndexOf('('));
  if (gap <= 0) return [];
  const last = trim(boxes, content.start + gap, content.end);
  const symbol = SYMBOL.exec(boxes.slice(last.start, last.end))?.[1];
  if (symbol === undefined) return [];
  const start = boxes.indexOf(symbol, last.start);
  const name = trim(boxes, content.start, last.start);
  return [
    { span: { start: name.end, end: start }, words: ' [' },
    { span: { start: start + symbol.length, end: last.end }, words: ']' },
  ];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const IN_WORDS =
  /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s{1,4}(\d{1,2})(?:st|nd|rd|th)?\s?,\s{0,4}(\d{4})(?!\d)/gi;

/** `March 13, 2000` is a date, whatever the words. */
function datesIn(text: string, from = 0): Change[] {
  return [...text.matchAll(IN_WORDS)].flatMap(({ 0: words, 1: month, 2: dayOfMonth, 3: year, index }) => {
    const day = dayOf(Number(year), MONTHS.indexOf(month!.toLowerCase()) + 1, Number(dayOfMonth));
    const span = { start: from + index, end: from + index + words.length };
    return day === undefined ? [] : [{ span, words: isoDate(day) }];
  });
}

function apply(projection: Projection, from: number, to: number, changes: readonly Change[]): void {
  let at = from;
  for (const { span, words } of [...changes].sort((a, b) => a.span.start - b.span.start)) {
    if (span.start < at) continue;
    projection.copy(at, span.start);
    if (span.end > span.start) projection.replace(words, span.start, span.end);
    else projection.write(words, span.start);
    at = span.end;
  }
  projection.copy(at, to);
}

const SIGNED = /^\W{0,9}(?:\/s\/|signature|by:)/i;
const LABEL_OF_SIGNATURE = /(?:\*\*? ?)?signatures?(?: of reporting persons?)?(?:\(s\))?:?/gi;
const LABEL_OF_DATE = /^dated?\s?:?$/i;
const LEGEND = /^\W{0,9}(?:intentional misstatements|note:|if the form is filed|reminder:|persons who)/i;
const DATED = /\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|\d{4}/;

/** Writes the notes from `from` on as they stand, and what looks like the signature block as one. */
export function rewriteSignatures(projection: Projection, text: string, from: number): void {
  const lines: Span[] = [];
  for (let start = from; start < text.length;) {
    const end = text.indexOf('\n', start);
    lines.push({ start, end: end < 0 ? text.length : end });
    start = end < 0 ? text.length : end + 1;
  }
  const words = (line: Span): string => text.slice(line.start, line.end);
  let first = lines.findIndex(
    (line) => SIGNED.test(words(line)) || /\bsignature of reporting person/i.test(words(line)),
  );
  if (first < 0) first = lines.length;
  let last = first;
  while (last < lines.length && !LEGEND.test(words(lines[last]!))) last++;
  // A name without `/s/` stands above the line that says what it is.
  const dated = lines.slice(first, last).some((line) => DATED.test(words(line)));
  if (!dated)
    while (first > 1 && (isRule(words(lines[first - 1]!)) || words(lines[first - 1]!).trim() !== '')) {
      first--;
      if (DATED.test(words(lines[first]!))) break;
    }
  for (const line of lines.slice(0, first)) projection.copy(line.start, line.end).write('\n', line.end);
  if (first < lines.length) projection.write('Signature:\n', lines[first]!.start);
  for (const line of lines.slice(first, last)) {
    if (isRule(words(line)) || isTag(words(line))) continue;
    apply(projection, line.start, line.end, [
      ...signatureLabels(words(line), line.start),
      ...datesIn(words(line), line.start),
    ]);
    projection.write('\n', line.end);
  }
  for (const line of lines.slice(last)) projection.copy(line.start, line.end).write('\n', line.end);
}

/** `** Signature of Reporting Person   Date` and its like say nothing of the filing. */
function signatureLabels(words: string, from: number): Change[] {
  const found = [...words.matchAll(LABEL_OF_SIGNATURE)].map(({ 0: label, index }) => ({
    start: index,
    end: index + label.length,
  }));
  const rest = trim(words, found[found.length - 1]?.end ?? 0, words.length);
  if (LABEL_OF_DATE.test(words.slice(rest.start, rest.end))) found.push(rest);
  return found.map(({ start, end }) => ({ span: { start: from + start, end: from + end }, words: '' }));
}
