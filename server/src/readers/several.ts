/** Finds the filings of a text that holds more than one: a dump of files, one behind the other. */
import type { LineIndex } from '../text/lines';
import type { Span } from '../text/span';
import { isSpace } from './cells';
import { anchorAt, tickedAnchorAt, type Anchor } from './sections';

const SIGNS =
  /(<SEC-(?:DOCUMENT|HEADER)>|-----BEGIN PRIVACY-ENHANCED MESSAGE-----)|(<\/SEC-DOCUMENT>|-----END PRIVACY-ENHANCED MESSAGE-----)|(<ownershipDocument\b)|(<\/ownershipDocument>)|((?:^[^A-Za-z\n]{0,120}| {2})STATEMENT OF CHANGES (?:IN|OF) BENEFICIAL OWNERSHIP|^[^A-Za-z\n]{0,120}Statement of [Cc]hanges (?:in|of) [Bb]eneficial [Oo]wnership)|(\bT(?:able|ABLE) I\b)/gm;
const KINDS = ['submission', 'submissionEnd', 'xml', 'xmlEnd', 'title', 'table'] as const;

interface Sign {
  readonly kind: (typeof KINDS)[number];
  readonly at: number;
}

function signsIn(text: string): Sign[] {
  return [...text.matchAll(SIGNS)].map((match) => ({
    kind: KINDS[match.slice(1).findIndex((group) => group !== undefined)]!,
    at: match.index,
  }));
}

/** The stretch of each filing of a text, in its order; together they are the whole text. One that holds it all, for most. */
export function filingsIn(text: string, lines: LineIndex): Span[] {
  const signs = signsIn(text);
  const starts: number[] = [];
  let inside: 'submission' | 'submissionBody' | 'xml' | 'form' | undefined;
  let complete = true;
  let floor = 0;
  signs.forEach(({ kind, at }, index) => {
    if (kind === 'submission') {
      // The header of a submission has two signs or three, and no form between them.
      if (inside !== 'submission') starts.push(at);
      inside = 'submission';
    } else if (kind === 'submissionEnd') inside = undefined;
    else if (inside === 'submission' || inside === 'submissionBody') inside = 'submissionBody';
    else if (kind === 'xml') {
      starts.push(prologue(text, floor, at));
      inside = 'xml';
    } else if (kind === 'xmlEnd') inside = undefined;
    else if (kind === 'table') complete = true;
    else if (inside !== 'xml' && (complete || inside === undefined) && signs[index + 1]?.kind === 'table') {
      starts.push(headerAbove(text, lines, floor, at));
      inside = 'form';
      complete = false;
    }
    floor = at;
  });
  if (starts.length < 2) return [{ start: 0, end: text.length }];
  return starts.map((start, at) => ({ start: at === 0 ? 0 : start, end: starts[at + 1] ?? text.length }));
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
  const source = { text, lines, layout: 'tabbed' as const, splitCells: () => [] };
  let line = lines.lineAt(title + 1);
  // The match may begin in the white space of the lines above.
  while (line > 0 && lines.starts[line - 1]! > floor && belongs(source, line - 1)) line--;
  return lines.starts[line]!;
}

function belongs(source: Parameters<typeof anchorAt>[0], line: number): boolean {
  const { start, end } = source.lines.lineSpan(line);
  let at = start;
  while (at < end && isSpace(source.text.charCodeAt(at))) at++;
  return at === end || HEADER.has(anchorAt(source, line) ?? tickedAnchorAt(source, line));
}
