/** Finds where the parts of the form begin, by the form's own words at the start of a line. */
import { isSpace } from '../text/white';
import type { Source } from './source';

/** A line of the form's own text that begins or ends a part. */
export type Anchor =
  | 'omb'
  | 'formTitle'
  | 'exitBox'
  | 'planBox'
  | 'filedPursuant'
  | 'tableI'
  | 'tableII'
  | 'explanation'
  | 'remarks'
  | 'owners'
  | 'signatures'
  | 'signed'
  | 'signatureLine'
  | 'legend';

/** # * \ ^ _ > | and all white space of ASCII: what may stand before the first word of a line. */
const isBefore = Array.from({ length: 128 }, (_, unit) => unit <= 32 || '#*\\^_>|'.includes(String.fromCharCode(unit)));
/** No anchor is longer; the rest of a line is not looked at. */
const LONGEST = 160;

/**
 * The words that lines of the form begin with, as nearly all texts have them, and what else each may look like: small letters
 * with single spaces, a hyphen for a dash.
 */
const ANCHORS: readonly (readonly [Anchor, readonly string[], RegExp?])[] = [
  ['tableI', ['table i - non-derivative'], /^table i\W{1,6}non-?\s?derivative/],
  ['tableI', [], /^table [i1]\W{1,6}non-?\s?deriv[ai]tive/],
  ['tableI', [], /^tabel [i1]\W{1,6}non-?\s?deriv[ai]tive/],
  ['tableII', [], /^tabel (?:ii|2)\W{1,6}deriv[ai]tive/],
  ['tableII', ['table ii - derivative'], /^table ii\W{1,6}derivative/],
  ['tableII', [], /^table (?:ii|2)\W{1,6}deriv[ai]tive/],
  ['tableI', ['1. title of security', '1.title of security']],
  ['tableII', ['1. title of derivative security', '1.title of derivative security']],
  ['explanation', ['explanation of responses'], /^explanation of (?:responses|re\w{4,9}:?\W{0,8}$)/],
  ['omb', ['estimated average burden', 'omb approval', 'omb number']],
  ['explanation', [], /^footnotes:?\W{0,8}$/],
  ['filedPursuant', ['filed pursuant to section 16']],
  ['formTitle', [], /^form 4\W{0,8}$/],
  ['remarks', ['remarks:']],
  ['owners', ['reporting owner name'], /^reporting owners?(?: name.{0,120}|\W{0,8})$/],
  ['signatures', [], /^signatures\W{0,8}$/],
  ['legend', ['reminder: report on a separate line']],
  ['signatureLine', ['signature of reporting person']],
  ['signed', ['signature:']],
  ['formTitle', ['statement of changes in beneficial ownership', 'statement of changes of beneficial ownership']],
  ['legend', ['if the form is filed by more than one reporting person']],
  ['legend', ['intentional misstatements or omissions of facts']],
  ['legend', ['note: file three copies of this form']],
  ['legend', ['persons who respond to the collection of information']],
  ['exitBox', ['check this box if no longer subject']],
  ['planBox', ['check this box to indicate that a']],
  ['formTitle', ['united states securities and exchange commission', 'washington, d.c. 20549']],
];

interface Candidate {
  readonly anchor: Anchor;
  readonly words: string | undefined;
  readonly pattern: RegExp;
  /** The first word: white space and dashes behind it may be others, it is not. */
  readonly first: string;
  /** The first letter of the second word; 0 where there is none, or may be none. */
  readonly second: number;
}

/** The two characters that some candidate begins with, small letters: first × 128 + second. */
const MAY_BEGIN = new Uint8Array(128 * 128);
/** The candidates for a line by its first character, small or capital. */
const BY_FIRST: (readonly Candidate[] | undefined)[] = [];

function add(anchor: Anchor, words: string | undefined, pattern: RegExp, first: string): void {
  const unit = first.charCodeAt(0);
  const second = words === undefined || words === first ? 0 : words.charCodeAt(first.length + 1);
  const candidates = [...(BY_FIRST[unit] ?? []), { anchor, words, pattern, first, second }];
  BY_FIRST[unit] = candidates;
  MAY_BEGIN[unit * 128 + first.charCodeAt(1)] = 1;
  if (unit >= 97) BY_FIRST[unit - 32] = candidates;
}

for (const [anchor, all, pattern] of ANCHORS) {
  for (const words of all)
    add(anchor, words, pattern ?? new RegExp(`^${words.replaceAll('.', '\\.')}`), words.split(' ')[0]!);
  if (all.length === 0) add(anchor, undefined, pattern!, /[a-z]+/.exec(pattern!.source)![0]);
}

/** ASCII with single spaces alone, so that nothing is to be replaced. */
function isPlain(words: string): boolean {
  let before = 0;
  for (let at = 0; at < words.length; at++) {
    const unit = words.charCodeAt(at);
    if (unit < SPACE || unit > 126 || (unit === SPACE && before === SPACE)) return false;
    before = unit;
  }
  return true;
}

const SPACE = 32;

/** The small letter of a capital one; any other character as it is. */
const small = (unit: number): number => (unit >= 65 && unit <= 90 ? unit | 32 : unit);

/** Whether the text has these words at a place, its capitals taken as small letters. */
function begins(text: string, from: number, end: number, words: string): boolean {
  if (from + words.length > end) return false;
  for (let at = 0; at < words.length; at++) {
    const unit = text.charCodeAt(from + at);
    if (small(unit) !== words.charCodeAt(at)) return false;
  }
  return true;
}

/** Whether the next word begins with a letter, small or capital. */
function goesOn(text: string, from: number, end: number, letter: number): boolean {
  let at = from;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at < end && (text.charCodeAt(at) | 32) === letter;
}

/** The anchor that a line begins with, markup and escapes before it passed over; undefined where it is none. */
export function anchorAt({ text, lines }: Pick<Source, 'text' | 'lines'>, line: number): Anchor | undefined {
  const start = lines.starts[line]!;
  const next = lines.starts[line + 1] ?? text.length;
  let at = start;
  for (; at < next; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 128 ? !isBefore[unit] : !isSpace(unit)) break;
  }
  if (at + 1 >= next) return undefined;
  const unit = text.charCodeAt(at);
  const second = text.charCodeAt(at + 1);
  if (unit > 127 || second > 127 || MAY_BEGIN[small(unit) * 128 + small(second)] !== 1) return undefined;
  const candidates = BY_FIRST[unit]!;
  const { end } = lines.lineSpan(line);
  let likely = false;
  for (const { anchor, words, first, second: next } of candidates)
    if (begins(text, at, end, first)) {
      if (words !== undefined && begins(text, at, end, words)) return anchor;
      likely ||= next === 0 || goesOn(text, at + first.length, end, next);
    }
  if (!likely) return undefined;
  const begun = text.slice(at, Math.min(end, at + LONGEST)).toLowerCase();
  const words = isPlain(begun) ? begun : begun.replace(/\s+/g, ' ').replace(/[\u2013\u2014]/g, '-');
  for (const { anchor, pattern } of candidates) if (pattern.test(words)) return anchor;
  return undefined;
}

/** A mark before the words of a box; an X may stand before brackets that are empty. */
const TICKED_LINE =
  /^[^a-z]{0,8}(?:<input\b[^<>]{0,200}>|(?:x[\s_*]{0,9})?\[ ?[x*]? ?\]|[\u2610-\u2612\u2713\u2714x]|__x__)[\s_*]*check this box (if no longer|to indicate)/;

/** A look at the first characters, which spares most lines the pattern. */
function mayBeTicked(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  for (const last = Math.min(end, at + 9); at < last; at++) {
    const unit = text.charCodeAt(at);
    const small = unit | 32;
    if (unit === 60 || unit === 91 || unit === 95 || small === 120 || unit > 126) return true; // < [ _ x
    if (small >= 97 && small <= 122) return false;
  }
  return false;
}

/** Like anchorAt, for a line that begins with a tick. */
export function tickedAnchorAt({ text, lines }: Pick<Source, 'text' | 'lines'>, line: number): Anchor | undefined {
  if (!mayBeTicked(text, lines.starts[line]!, lines.starts[line + 1] ?? text.length)) return undefined;
  const { start, end } = lines.lineSpan(line);
  const words = text
    .slice(start, Math.min(end, start + 2 * LONGEST))
    .toLowerCase()
    .trimStart();
  const found = TICKED_LINE.exec(words)?.[1];
  if (found === undefined) return undefined;
  return found === 'to indicate' ? 'planBox' : 'exitBox';
}
