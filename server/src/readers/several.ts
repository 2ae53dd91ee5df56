/** Finds the filings of a text that holds more than one: a dump of files, one behind the other. */
import type { LineIndex } from '../text/lines';
import type { Span } from '../text/span';
import { isSpace } from '../text/white';
import { anchorAt, tickedAnchorAt, type Anchor } from './sections';

const SIGNS =
  /(<SEC-(?:DOCUMENT|HEADER)>|-----BEGIN PRIVACY-ENHANCED MESSAGE-----)|(<\/SEC-DOCUMENT>|-----END PRIVACY-ENHANCED MESSAGE-----)|(<(?:(?:[\w.-]{1,40}:)?ownershipDocument|html|HTML)\b)|(<\/(?:(?:[\w.-]{1,40}:)?ownershipDocument|html|HTML)>)|(\b(?:STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP|Statement of [Cc]hanges in [Bb]eneficial [Oo]wnership))|(\bT(?:able|ABLE) I\b)/g;
const KINDS = ['submission', 'submissionEnd', 'page', 'pageEnd', 'title', 'table'] as const;

/** No filing is shorter, so that a text full of beginnings is not taken for as many filings. */
const SHORTEST = 500;

/** Ten owners' boxes are not so long. */
const MOST_HEADER = 20_000;

interface Sign {
  readonly kind: (typeof KINDS)[number];
  readonly at: number;
}

/** What a filing that is no title begins with, as far as it is the same for all. */
const BEGINNINGS = ['<SEC-', '-----BEGIN PRIVACY', '<ownershipDocument', ':ownershipDocument'];
const TITLES = /STATEMENT OF CHANGES |Statement of /g;

/** False for nearly every text, after a quick look: SIGNS takes many times longer. */
function mayBeSeveral(text: string): boolean {
  let found = 0;
  for (const words of BEGINNINGS)
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) if (++found > 1) return true;
  TITLES.lastIndex = 0;
  while (TITLES.test(text)) if (++found > 1) return true;
  return false;
}

function signsIn(text: string): Sign[] {
  const signs = [...text.matchAll(SIGNS)].map((match) => ({
    kind: KINDS[match.slice(1).findIndex((group) => group !== undefined)]!,
    at: match.index,
  }));
  return signs.filter(({ kind, at }) => kind !== 'title' || standsAlone(text, at));
}

/** A title has no words before it on its line; on a page of columns, none close by. */
function standsAlone(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 40), at);
  return (
    before.endsWith('  ') ||
    !/[^\s#*|>_]/.test(before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1))
  );
}

/** The stretch of each filing of a text, in its order; together they are the whole text. One that holds it all, for most. */
export function filingsIn(text: string, lines: LineIndex): Span[] {
  if (!mayBeSeveral(text)) return [{ start: 0, end: text.length }];
  const signs = signsIn(text);
  const starts: number[] = [];
  let inside: 'submission' | 'submissionBody' | 'page' | 'form' | undefined;
  let complete = true;
  let floor = 0;
  const begin = (at: number): void => {
    if (at - (starts[starts.length - 1] ?? -SHORTEST) >= SHORTEST) starts.push(at);
  };
  signs.forEach(({ kind, at }, index) => {
    if (kind === 'submission') {
      // The header of a submission has two signs or three, and no form between them.
      if (inside !== 'submission') begin(at);
      inside = 'submission';
    } else if (kind === 'submissionEnd') inside = undefined;
    else if (inside === 'submission' || inside === 'submissionBody') inside = 'submissionBody';
    else if (kind === 'page') {
      begin(prologue(text, floor, at));
      inside = 'page';
    } else if (kind === 'pageEnd') inside = undefined;
    else if (kind === 'table') complete = true;
    else if (inside !== 'page' && (complete || inside === undefined) && hasBoxes(text, at, signs[index + 1])) {
      begin(headerAbove(text, lines, floor, at));
      inside = 'form';
      complete = false;
    }
    floor = at;
  });
  if (starts.length < 2) return [{ start: 0, end: text.length }];
  return starts.map((start, at) => ({ start: at === 0 ? 0 : start, end: starts[at + 1] ?? text.length }));
}

/** Between a form's title and its first table are its boxes. */
function hasBoxes(text: string, title: number, next: Sign | undefined): boolean {
  return (
    next?.kind === 'table' && /name and address of\s/i.test(text.slice(title, Math.min(next.at, title + MOST_HEADER)))
  );
}

/** Where the XML declaration before an ownershipDocument begins, if there is one. */
function prologue(text: string, floor: number, at: number): number {
  const before = text.slice(Math.max(floor, at - 400), at);
  const declaration = before.lastIndexOf('<?xml');
  return declaration < 0 ? at : at - before.length + declaration;
}

const HEADER: ReadonlySet<Anchor | undefined> = new Set(['omb', 'formTitle', 'exitBox', 'planBox', 'filedPursuant']);

/** Where the lines begin that the form has above its title. */
function headerAbove(text: string, lines: LineIndex, floor: number, title: number): number {
  const source = { text, lines };
  let line = lines.lineAt(title);
  while (line > 0 && lines.starts[line - 1]! > floor && belongs(source, line - 1)) line--;
  return lines.starts[line]!;
}

function belongs(source: Parameters<typeof anchorAt>[0], line: number): boolean {
  const { start, end } = source.lines.lineSpan(line);
  let at = start;
  while (at < end && isSpace(source.text.charCodeAt(at))) at++;
  return at === end || HEADER.has(anchorAt(source, line) ?? tickedAnchorAt(source, line));
}
