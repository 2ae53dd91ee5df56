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
/** No anchor is longer; the rest of a line is not looked at. */
const LONGEST = 160;

const BY_LETTER: Record<string, readonly (readonly [RegExp, Anchor])[]> = {
  t: [
    [/^table i\W{1,6}non-?\s?derivative/, 'tableI'],
    [/^table ii\W{1,6}derivative/, 'tableII'],
  ],
  '1': [
    [/^1\. title of security/, 'tableI'],
    [/^1\. title of derivative security/, 'tableII'],
  ],
  e: [
    [/^explanation of responses/, 'explanation'],
    [/^estimated average burden/, 'omb'],
  ],
  f: [
    [/^footnotes:?\W{0,8}$/, 'explanation'],
    [/^filed pursuant to section 16/, 'filedPursuant'],
    [/^form 4\W{0,8}$/, 'formTitle'],
  ],
  r: [
    [/^remarks:/, 'remarks'],
    [/^reminder: report on a separate line/, 'legend'],
  ],
  s: [
    [/^signature of reporting person/, 'signatureLine'],
    [/^signature:/, 'signed'],
    [/^statement of changes (?:in|of) beneficial ownership/, 'formTitle'],
  ],
  i: [
    [/^if the form is filed by more than one reporting person/, 'legend'],
    [/^intentional misstatements or omissions of facts/, 'legend'],
  ],
  n: [[/^note: file three copies of this form/, 'legend']],
  p: [[/^persons who respond to the collection of information/, 'legend']],
  o: [[/^omb (?:approval|number)/, 'omb']],
  c: [
    [/^check this box if no longer subject/, 'exitBox'],
    [/^check this box to indicate that a transaction/, 'planBox'],
  ],
  u: [[/^united states securities and exchange commission/, 'formTitle']],
  w: [[/^washington, d\.c\. 20549/, 'formTitle']],
};

/** Of each anchor the first word, up to four letters: `tabl`, `1.`, `if`. */
const FIRST_WORD = new Map<RegExp, string>();
for (const [pattern] of Object.values(BY_LETTER).flat())
  FIRST_WORD.set(pattern, /^[a-z\d.]{1,4}/.exec(pattern.source.slice(1).replaceAll('\\', ''))![0]);

/** The anchor that a line begins with, markup and escapes before it passed over; undefined where it is none. */
export function anchorAt({ text, lines }: Source, line: number): Anchor | undefined {
  const { start, end } = lines.lineSpan(line);
  let at = start;
  while (at < end && (isSpace(text.charCodeAt(at)) || MARKUP.has(text.charCodeAt(at)))) at++;
  if (at === end) return undefined;
  const candidates = BY_LETTER[text.charAt(at).toLowerCase()];
  // Most lines that share a first letter with an anchor already differ from it in the first word.
  const first = text.slice(at, at + 4).toLowerCase();
  if (!candidates?.some(([pattern]) => first.startsWith(FIRST_WORD.get(pattern)!))) return undefined;
  const words = text
    .slice(at, Math.min(end, at + LONGEST))
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[\u2013\u2014]/g, '-');
  return candidates.find(([pattern]) => pattern.test(words))?.[1];
}

const TICKED_LINE =
  /^[^a-z]{0,8}(?:<input\b[^<>]{0,200}>|\[ ?x? ?\]|[\u2610-\u2612\u2713\u2714x]|__x__)[\s_*]*check this box (if no longer|to indicate)/;

/** Like anchorAt, for a line that begins with a tick. */
export function tickedAnchorAt({ text, lines }: Source, line: number): Anchor | undefined {
  const { start, end } = lines.lineSpan(line);
  const piece = text.slice(start, Math.min(end, start + 2 * LONGEST));
  if (!piece.includes('this')) return undefined;
  const words = piece.toLowerCase().trimStart();
  const found = TICKED_LINE.exec(words)?.[1];
  if (found === undefined) return undefined;
  return found === 'to indicate' ? 'planBox' : 'exitBox';
}
