/** What notes say of one another: "footnotes (2) through (5) to this Form 4". */
import { wordCells } from './columns';
import type { Cell, Filing, Footnote } from './model';
import { rowsOf } from './queries';
import { perFiling } from './memo';
import { matchesOf } from '../text/matches';
import type { Span } from '../text/span';

/** A footnote's number in some words. */
export interface NamedNumber {
  readonly number: number;
  /** The digits. */
  readonly span: Span;
  /** It ends a range that the number before it begins: `(2) through (5)`. */
  readonly through: boolean;
}

/** One or more footnotes named in some words. */
export interface Reference {
  /** The numbers named, each with the place of its digits. */
  readonly numbers: readonly NamedNumber[];
  /** The last two numbers are the ends of a range: `(2) through (5)`. */
  readonly range: boolean;
  /** From the word "footnote" to the last number. */
  readonly span: Span;
}

/** One or more footnotes named in the words of a note. */
export interface NoteReference extends Reference {
  /** The note whose words these are. */
  readonly note: Footnote;
}

/** "footnote 2", "Footnotes (2)"; a mere "note" may be a promissory one, so there the number must stand in brackets. */
const WORD = /\bfoot-?notes?[\s\\]{1,4}(?=[([]?\d)|\bfoot-?notes?(?=[([]\d)|\bnotes?[\s\\]{1,4}(?=[([]\d)/gi;
const NUMBER = /\\?[([]?(\d{1,3})\\?[)\]]?/y;
const JOINT =
  /\s{0,3}(?:(?:,|;)?\s{0,3}(?:and|or|[&,;])|(through|thru|to|[-\u2013\u2014]))\s{0,3}(?:foot-?notes?\s{1,3})?(?=\\?[([]?\d)/iy;
/** "footnote 2 to the Form 4 filed on …": a note of another filing. */
const ELSEWHERE =
  /^\s{0,3}(?:to|of|in|on|from)\s{1,3}(?!this\b|these\b)[^.;]{0,60}(?:\bForms?\b|\breports?\b|\bfilings?\b|\bstatements?\b|\bproxy\b|\bschedule\b|10-[KQ])/i;

/** Every place in the notes where they name footnotes of this filing, in the order of the text. */
export const noteReferences = perFiling<readonly NoteReference[]>((filing) => {
  const found: NoteReference[] = [];
  for (const note of filing.footnotes.list)
    for (const reference of namedIn(wordsAt(filing, note.textSpan), note.textSpan.start))
      found.push({ note, ...reference });
  return found;
});

const wordsAt = ({ text }: Filing, { start, end }: Span): string => text.slice(start, end);

/** Every place where the remarks, or the words of a cell, name footnotes of this filing: "See footnote 3". */
export function otherReferences(filing: Filing): readonly Reference[] {
  const found: Reference[] = [];
  const seen = new Set<number>();
  for (const row of rowsOf(filing))
    for (const cell of wordCells(row)) {
      if (!mayName(cell) || seen.has(cell.span.start)) continue;
      seen.add(cell.span.start);
      for (const one of namedIn(wordsAt(filing, cell.span), cell.span.start)) found.push(one);
    }
  const { remarks } = filing;
  if (remarks) for (const one of namedIn(wordsAt(filing, remarks.span), remarks.span.start)) found.push(one);
  return found;
}

/** `note (1)` */
const SHORTEST = 8;

const NOTE = /note/i;

/** A quick look before `namedIn`. */
export const mayName = ({ raw }: Cell<unknown>): boolean => raw.length >= SHORTEST && NOTE.test(raw);

const NONE: readonly Reference[] = [];

/** Every place where some words name footnotes. `start`: where the words stand. */
export function namedIn(words: string, start = 0): readonly Reference[] {
  if (!NOTE.test(words)) return NONE;
  const found: Reference[] = [];
  let consumed = 0;
  for (const match of matchesOf(WORD, words)) {
    if (match.index < consumed) continue;
    const numbers: NamedNumber[] = [];
    let range = false;
    let at = match.index + match[0].length;
    for (;;) {
      const number = stick(NUMBER, words, at);
      if (!number || /[%\w]/.test(words.charAt(at + number[0].length))) break;
      const digits = at + number[0].indexOf(number[1]!);
      numbers.push({
        number: Number(number[1]),
        span: { start: start + digits, end: start + digits + number[1]!.length },
        through: range,
      });
      at += number[0].length;
      const joint = stick(JOINT, words, at);
      if (!joint) break;
      range = joint[1] !== undefined;
      at += joint[0].length;
    }
    consumed = at;
    if (numbers.length === 0 || ELSEWHERE.test(words.slice(at, at + 90))) continue;
    found.push({
      numbers,
      range: numbers[numbers.length - 1]!.through,
      span: { start: start + match.index, end: numbers[numbers.length - 1]!.span.end },
    });
  }
  return found;
}

function stick(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
