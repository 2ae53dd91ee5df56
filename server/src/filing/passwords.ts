/**
 * EDGAR's password of a reporting owner, the CIK confirmation code (CCC), which the ownership XML may hold as `rptOwnerCcc`.
 * EDGAR strips it off what it publishes. Whoever shows the text of a filing as it stands comes by here.
 * Source: EDGAR Ownership XML Technical Specification v5.5, 3.3.
 */
import type { Filing } from './model';
import { perFiling } from './memo';
import { matchesOf } from '../text/matches';
import type { Span } from '../text/span';

/** The element's name and its words, up to the next tag: also where the text is not well-formed. */
const ELEMENT = /(<\s{0,9}(?:\w{1,20}:)?rptOwnerCcc\b[^<>]{0,99}>)([^<]*)/gi;
const NAME = /rptOwnerCcc/i;

/** Where each password stands, in the order of the text. */
export function passwordsIn(text: string): readonly Span[] {
  if (!NAME.test(text)) return NONE;
  const found: Span[] = [];
  for (const match of matchesOf(ELEMENT, text)) {
    const words = match[2]!.trim();
    if (words === '') continue;
    const start = match.index + match[1]!.length + match[2]!.indexOf(words);
    found.push({ start, end: start + words.length });
  }
  return found;
}
const NONE: readonly Span[] = [];

const passwordsOf = perFiling(({ text }) => passwordsIn(text));

/** A stretch of a filing's text as it stands, a dot in the place of each character of a password. */
export const sourceText = (filing: Filing, span: Span): string =>
  withoutPasswords(filing.text, span, passwordsOf(filing));

/** The same of any text; `passwords` are those of the whole text. */
export function withoutPasswords(text: string, { start, end }: Span, passwords = passwordsIn(text)): string {
  let out = '';
  let from = start;
  for (const password of passwords) {
    if (password.end <= from || password.start >= end) continue;
    const hidden = { start: Math.max(from, password.start), end: Math.min(end, password.end) };
    out += text.slice(from, hidden.start) + '•'.repeat(hidden.end - hidden.start);
    from = hidden.end;
  }
  return out + text.slice(from, end);
}
