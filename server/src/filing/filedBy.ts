/** Box 6: by how many reporting persons a filing is made, as its text says it. */
import type { Span } from '../text/span';
import { ticksIn } from '../text/ticks';
import type { Filing } from './model';

/** What the text says of one of the two lines of the box. */
export interface FiledBy {
  readonly ticked: boolean;
  readonly span: Span;
}

/** How the line for one person begins, and the other one: a page may wrap what follows, and leave a tick without a blank. */
const ONE = /(X?)Form\s{1,9}filed\s{1,9}by\s{1,9}One\b/;
const MORE = /(X?)Form\s{1,9}filed\s{1,9}by\s{1,9}More\b/;
/** So far the lines may stand behind the heading of the box, or behind the beginning of the filing where that is not read. */
const REACH = 12_000;
/** A tick stands so far before its line, with the marks of a page between. */
const BEFORE = 90;

/**
 * Both lines of box 6; undefined where the text has none. EDGAR's XML has no such box: the number of owners says it, and EDGAR
 * prints it so.
 */
export function filedBy(filing: Filing): readonly [FiledBy, FiledBy] | undefined {
  const { text, part, boxes, xml, reportingOwners } = filing;
  const at = boxes.jointFiling ?? { start: part?.span.start ?? 0, end: part?.span.start ?? 0 };
  if (xml) {
    const { length } = reportingOwners;
    return [length === 1, length > 1].map((ticked) => ({ ticked, span: at })) as [FiledBy, FiledBy];
  }
  const end = Math.min(at.end + REACH, part?.span.end ?? text.length);
  const one = lineIn(text, ONE, { start: at.end, end });
  const more = lineIn(text, MORE, { start: one?.span.end ?? at.end, end });
  const known = one ?? more;
  // A text that keeps the line that is ticked alone says of the other one that it is not.
  return known && [one ?? { ticked: false, span: known.span }, more ?? { ticked: false, span: known.span }];
}

function lineIn(text: string, words: RegExp, { start: from, end }: Span): FiledBy | undefined {
  const found = words.exec(text.slice(from, end));
  if (!found) return undefined;
  const start = from + found.index;
  const ticks = ticksIn(text, { start: Math.max(from, start - BEFORE), end: start });
  const ticked = found[1] !== '' || (ticks.at(-1)?.checked ?? false);
  return { ticked, span: { start, end: start + found[0].length } };
}
