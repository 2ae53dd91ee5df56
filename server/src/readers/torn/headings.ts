/** Which lines of a torn table are its headings: words of the form alone, in whatever order they were printed. */
import { DERIVATIVE_FIELDS, NON_DERIVATIVE_FIELDS } from '../../facts/fields';
import type { Span } from '../../text/span';

/** Words of headings that a title or a nature may well have, so that a line of them alone is no heading. */
const WEAK = new Set(
  'security securities shares derivative amount or of and title number date to in owned direct indirect form any if'.split(
    ' ',
  ),
);
/** The numbers of items and instructions, with what stands around them: `2A.`, `3,`, `4)`. */
const ITEM = /^\(?\d{1,2}a?[.,)]{1,2}$/;
const LETTER_IN_BRACKETS = /^\([adi]\)[,:]?$/;
const LONGEST_HEADING = 200;

/** A word as headings are told by it: small, without what stands around it, but for a letter in brackets. */
function plainWord(word: string): string {
  const small = word.toLowerCase();
  if (LETTER_IN_BRACKETS.test(small)) return small.slice(0, 3);
  return small.replace(/^[(.,:]{1,3}/, '').replace(/[).,:]{1,3}$/, '');
}

const FIELDS = [...Object.values(NON_DERIVATIVE_FIELDS), ...Object.values(DERIVATIVE_FIELDS)];
/** All words of the headings; an older page has some others. */
const VOCABULARY = new Set(
  FIELDS.flatMap(({ heading, part }) => [heading, part ?? ''])
    .concat('Month/Day/ Year Day/Year) 1.Title Price of Derivative Security: Transaction(s) v')
    .flatMap((words) => words.split(' '))
    .filter((word) => word !== '' && !/^\d/.test(word))
    .map(plainWord)
    .concat('1.title'),
);
/** Whole headings of one column. */
const PARTS = new Set(FIELDS.flatMap(({ part }) => (part === undefined ? [] : [part.toLowerCase()])));

/** How a line reads: `strong` where it is a heading whatever stands beside it, `weak` where it may be one. */
export type Reading = 'strong' | 'weak' | 'words';

export function readingOf(words: string): Reading {
  if (words.length > LONGEST_HEADING) return 'words';
  let strong = false;
  let others = false;
  for (const word of words.split(/\s+/)) {
    if (word === '') continue;
    if (ITEM.test(word.toLowerCase())) {
      if (/[a.)]$/i.test(word) && !/^\(\d{1,2}\)$/.test(word)) others = true;
      else if (/^\(\d{1,2}\)$/.test(word)) return 'words';
      continue;
    }
    if (/^\d{1,2}$/.test(word)) continue;
    const plain = plainWord(word);
    if (!VOCABULARY.has(plain)) return 'words';
    others = true;
    strong ||= !WEAK.has(plain);
  }
  return strong ? 'strong' : others ? 'weak' : 'words';
}

/** Of the lines of a paragraph those that are no headings. */
export function withoutHeadings(text: string, lines: readonly Span[]): readonly Span[] {
  const readings = lines.map(({ start, end }) => readingOf(text.slice(start, end)));
  if (readings.every((one) => one === 'words')) return lines;
  const whole = lines.map(({ start, end }) => text.slice(start, end)).join(' ');
  if (PARTS.has(whole.replace(/\s+/g, ' ').toLowerCase())) return [];
  const kept: Span[] = [];
  for (let from = 0; from < lines.length;) {
    let to = from;
    if (readings[from] === 'words' && !isNumberAmid(text, lines, readings, from)) {
      kept.push(lines[from]!);
      from++;
      continue;
    }
    let strong = false;
    while (to < lines.length && (readings[to] !== 'words' || isNumberAmid(text, lines, readings, to))) {
      strong ||= readings[to] === 'strong';
      to++;
    }
    if (!strong) kept.push(...lines.slice(from, to));
    from = to;
  }
  return kept;
}

/** A number of an instruction on a line of its own, amid headings. */
function isNumberAmid(text: string, lines: readonly Span[], readings: readonly Reading[], at: number): boolean {
  const { start, end } = lines[at]!;
  return (
    /^[\d, ]{1,8}$/.test(text.slice(start, end)) &&
    (readings[at - 1] ?? 'words') !== 'words' &&
    (readings[at + 1] ?? 'words') !== 'words'
  );
}
