/** What a text shows as a whole, before it is written over for a reader: markup that nobody here reads, and notes that were lost. */
import { unreadMarkIn } from '../filing/howRead';
import type { Filing, ReadPart, Unread } from '../filing/model';
import type { LineIndex } from '../text/lines';

/** A link of a wiki or of an outline, `[[#F1][1]]` and `[[address|words]]`, and words with a class in AsciiDoc, `[.FormData]#S#`. */
const FOREIGN_MARKUP = /\[\[[^[\]|\n]{1,200}(?:\]\[|\|[^[\]\n]{1,200}\]\])|\[\.[\w-]{1,60}\]#/;
const ALL_PARTS: readonly ReadPart[] = [
  'reportingOwners',
  'issuer',
  'periodOfReport',
  'nonDerivativeTable',
  'derivativeTable',
  'footnotes',
  'ownerSignatures',
];
const EXPLANATION = 'Explanation of Responses';
/** The number of a note amid a line, where a page has lost its lines and the sign between its cells stands in the brackets. */
const NOTE_AMID = /\(\W{0,3}\d{1,2}\W{0,3}\)\W/;

/**
 * A filing with what its text as a whole says of how far it was read; the same one where it says nothing. A text that was
 * converted says so of its source.
 */
export function withDoubts(read: Filing, text: string, lines: LineIndex): Filing {
  if (read.xml) return read;
  const mark = unreadMarkIn(text);
  const filing = mark ? withUnread(read, mark.parts, mark.at, lines) : read;
  const foreign = text.includes('[[') || text.includes(']#') ? FOREIGN_MARKUP.exec(text) : null;
  // In such markup a text is read as far as it goes, and nothing of it for certain.
  if (foreign) return withUnread(filing, ALL_PARTS, foreign.index, lines);
  if (filing.footnotes.list.length > 0 || !filing.hasMarkers) return filing;
  const heading = text.indexOf(EXPLANATION);
  const isLost = heading >= 0 && NOTE_AMID.test(text.slice(heading));
  return isLost ? withUnread(filing, ['footnotes'], heading, lines) : filing;
}

function withUnread(filing: Filing, parts: readonly ReadPart[], at: number, lines: LineIndex): Filing {
  const span = lines.lineSpan(lines.lineAt(at));
  const known = new Set(filing.unread.map(({ part }) => part));
  const more = parts.filter((part) => !known.has(part)).map((part): Unread => ({ part, span, lines: 0 }));
  return more.length === 0 ? filing : { ...filing, unread: [...filing.unread, ...more] };
}
