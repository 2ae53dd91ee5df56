/** What notes say of one another: "footnotes (2) through (5) to this Form 4". */
import type { Filing, Footnote } from './model';
import type { Span } from '../text/span';

/** One or more footnotes named in the words of a note. */
export interface NoteReference {
  /** The note whose words these are. */
  readonly note: Footnote;
  /** The numbers named, each with the place of its digits. */
  readonly numbers: readonly { readonly number: number; readonly span: Span }[];
  /** The last two numbers are the ends of a range: `(2) through (5)`. */
  readonly range: boolean;
  /** From the word "footnote" to the last number. */
  readonly span: Span;
}

/** "footnote 2", "Footnotes (2)"; a mere "note" may be a promissory one, so there the number must stand in brackets. */
const WORD = /\bfoot-?notes?[\s\\]{1,4}(?=[([]?\d)|\bfoot-?notes?(?=[([]\d)|\bnotes?[\s\\]{1,4}(?=[([]\d)/gi;
const NUMBER = /\\?[([]?(\d{1,3})\\?[)\]]?/y;
const JOINT =
  /\s{0,3}(?:(?:,|;)?\s{0,3}(?:and|or|[&,;])|(through|thru|to|[-\u2013\u2014]))\s{0,3}(?:foot-?notes?\s{1,3})?(?=\\?[([]?\d)/iy;
/** "footnote 2 to the Form 4 filed on …": a note of another filing. */
const ELSEWHERE =
  /^\s{0,3}(?:to|of|in|on|from)\s{1,3}(?!this\b|these\b)[^.;]{0,60}(?:\bForms?\b|\breports?\b|\bfilings?\b|\bstatements?\b|\bproxy\b|\bschedule\b|10-[KQ])/i;

const referencesByFiling = new WeakMap<Filing, readonly NoteReference[]>();

/** Every place in the notes where they name footnotes of this filing, in the order of the text. */
export function noteReferences(filing: Filing): readonly NoteReference[] {
  let references = referencesByFiling.get(filing);
  if (!references)
    referencesByFiling.set(filing, (references = filing.footnotes.list.flatMap((note) => read(filing.text, note))));
  return references;
}

function read(text: string, note: Footnote): NoteReference[] {
  const { start, end } = note.textSpan;
  const words = text.slice(start, end);
  const found: NoteReference[] = [];
  let consumed = 0;
  for (const match of words.matchAll(WORD)) {
    if (match.index < consumed) continue;
    const numbers: { number: number; span: Span }[] = [];
    let range = false;
    let at = match.index + match[0].length;
    for (;;) {
      const number = stick(NUMBER, words, at);
      if (!number || /[%\w]/.test(words.charAt(at + number[0].length))) break;
      const digits = at + number[0].indexOf(number[1]!);
      numbers.push({
        number: Number(number[1]),
        span: { start: start + digits, end: start + digits + number[1]!.length },
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
      note,
      numbers,
      range: range && numbers.length > 1,
      span: { start: start + match.index, end: numbers[numbers.length - 1]!.span.end },
    });
  }
  return found;
}

function stick(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
