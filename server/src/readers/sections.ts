/** Finds where the parts of the form begin, by the form's own words at the start of a line. */
import { isSpace } from './cells';
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
  | 'signed'
  | 'signatureLine'
  | 'legend';

const MARKUP = new Set([35, 42, 92, 94, 95, 62, 124]); // # * \ ^ _ > |
const MOST_MARKUP = 124;
/** No anchor is longer; the rest of a line is not looked at. */
const LONGEST = 160;

/** Each behind the two characters it begins with, which tell most lines from all of them. */
const ANCHORS: readonly (readonly [string, RegExp, Anchor])[] = [
  ['ta', /^table i\W{1,6}non-?\s?derivative/, 'tableI'],
  ['ta', /^table ii\W{1,6}derivative/, 'tableII'],
  ['1.', /^1\. title of security/, 'tableI'],
  ['1.', /^1\. title of derivative security/, 'tableII'],
  ['ex', /^explanation of responses/, 'explanation'],
  ['es', /^estimated average burden/, 'omb'],
  ['fo', /^footnotes:?\W{0,8}$/, 'explanation'],
  ['fi', /^filed pursuant to section 16/, 'filedPursuant'],
  ['fo', /^form 4\W{0,8}$/, 'formTitle'],
  ['re', /^remarks:/, 'remarks'],
  ['re', /^reminder: report on a separate line/, 'legend'],
  ['si', /^signature of reporting person/, 'signatureLine'],
  ['si', /^signature:/, 'signed'],
  ['st', /^statement of changes (?:in|of) beneficial ownership/, 'formTitle'],
  ['if', /^if the form is filed by more than one reporting person/, 'legend'],
  ['in', /^intentional misstatements or omissions of facts/, 'legend'],
  ['no', /^note: file three copies of this form/, 'legend'],
  ['pe', /^persons who respond to the collection of information/, 'legend'],
  ['om', /^omb (?:approval|number)/, 'omb'],
  ['ch', /^check this box if no longer subject/, 'exitBox'],
  ['ch', /^check this box to indicate that a transaction/, 'planBox'],
  ['un', /^united states securities and exchange commission/, 'formTitle'],
  ['wa', /^washington, d\.c\. 20549/, 'formTitle'],
];
interface Candidate {
  readonly pattern: RegExp;
  readonly anchor: Anchor;
  /** The words that the pattern stands for, where it stands for just these. */
  readonly words: string | undefined;
}

/** The first characters of ANCHORS. */
const isOpening: boolean[] = Array.from({ length: 128 }, () => false);
const BY_OPENING = new Map<number, Candidate[]>();
for (const [opening, pattern, anchor] of ANCHORS) {
  const same = BY_OPENING.get(openingAt(opening, 0)) ?? [];
  same.push({ pattern, anchor, words: /^\^([a-z\d ,:]+)$/.exec(pattern.source)?.[1] });
  BY_OPENING.set(openingAt(opening, 0), same);
  isOpening[opening.charCodeAt(0) | 32] = true;
}

/** Two characters as one number, capitals as small letters. */
function openingAt(text: string, at: number): number {
  return ((text.charCodeAt(at) | 32) << 16) | text.charCodeAt(at + 1) | 32;
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

/** Whether the text has these words at a place, its capitals taken as small letters. */
function begins(text: string, from: number, end: number, words: string): boolean {
  if (from + words.length > end) return false;
  for (let at = 0; at < words.length; at++) {
    const unit = text.charCodeAt(from + at);
    if ((unit >= 65 && unit <= 90 ? unit | 32 : unit) !== words.charCodeAt(at)) return false;
  }
  return true;
}

/** The anchor that a line begins with, markup and escapes before it passed over; undefined where it is none. */
export function anchorAt({ text, lines }: Source, line: number): Anchor | undefined {
  const { start, end } = lines.lineSpan(line);
  let at = start;
  for (; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit > MOST_MARKUP ? unit < 0xa0 || !isSpace(unit) : !isSpace(unit) && !MARKUP.has(unit)) break;
  }
  if (at === end || !isOpening[text.charCodeAt(at) | SPACE]) return undefined;
  const candidates = BY_OPENING.get(openingAt(text, at));
  if (!candidates) return undefined;
  for (const { words, anchor } of candidates) if (words !== undefined && begins(text, at, end, words)) return anchor;
  const small = text.slice(at, Math.min(end, at + LONGEST)).toLowerCase();
  const words = isPlain(small) ? small : small.replace(/\s+/g, ' ').replace(/[\u2013\u2014]/g, '-');
  for (const { pattern, anchor } of candidates) if (pattern.test(words)) return anchor;
  return undefined;
}

const TICKED_LINE =
  /^[^a-z]{0,8}(?:<input\b[^<>]{0,200}>|\[ ?[x*]? ?\]|[\u2610-\u2612\u2713\u2714x]|__x__)[\s_*]*check this box (if no longer|to indicate)/;

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
export function tickedAnchorAt({ text, lines }: Source, line: number): Anchor | undefined {
  const { start, end } = lines.lineSpan(line);
  if (!mayBeTicked(text, start, end)) return undefined;
  const words = text
    .slice(start, Math.min(end, start + 2 * LONGEST))
    .toLowerCase()
    .trimStart();
  const found = TICKED_LINE.exec(words)?.[1];
  if (found === undefined) return undefined;
  return found === 'to indicate' ? 'planBox' : 'exitBox';
}
