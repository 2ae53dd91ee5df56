/** The parts of the text: from each of the form's own lines to the next. */
import { isSpace } from '../text/white';
import { looksLikeFirstNote, looksLikeNote } from './footnotes';
import { anchorAt, tickedAnchorAt, type Anchor } from './sections';
import type { LineRun, Source } from './source';

/** A stretch of lines under one of the form's own lines. */
export interface Part {
  /** `notes` are those without their heading. */
  readonly anchor: Anchor | 'start' | 'notes';
  readonly from: number;
  to: number;
  /** The first line behind the part's own. */
  body: number;
}

/** The lines of a part without the form's own. */
export const bodyOf = ({ body, to }: Part): LineRun => ({ from: Math.min(body, to), to });

/** True of a part that holds the footnotes. */
export const isNotes = ({ anchor }: Part): boolean => anchor === 'explanation' || anchor === 'notes';

export function isBlankLine({ text, lines: { starts, ends } }: Source, line: number): boolean {
  const end = ends[line] ?? 0;
  let at = starts[line] ?? 0;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at >= end;
}

/** What stands at the head of the form, and begins nothing new amid the notes. */
const OF_HEAD: ReadonlySet<Anchor> = new Set(['omb', 'formTitle', 'filedPursuant']);
/** What a form has once; where its words come again they are a note's or a heading's. */
const ONCE: ReadonlySet<Anchor> = new Set(['tableI', 'tableII', 'explanation']);

/** The parts of the text, in its order; the first is what stands above the first of the form's own lines. */
export function partsOf(source: Source): Part[] {
  const count = source.lines.starts.length;
  const parts: Part[] = [{ anchor: 'start', from: 0, to: count, body: 0 }];
  let inTable = false;
  const met = new Set<Anchor>();
  for (let line = 0; line < count; line++) {
    const anchor: Anchor | undefined = anchorAt(source, line) ?? (inTable ? undefined : tickedAnchorAt(source, line));
    if (!anchor) continue;
    const open = parts[parts.length - 1]!;
    if ((ONCE.has(anchor) && met.has(anchor)) || (anchor === 'owners' && open.anchor === anchor)) continue;
    if (open.anchor === 'explanation') {
      if (OF_HEAD.has(anchor)) continue;
      // Older pages explain the stars of the form before the filer's notes.
      if (anchor === 'legend' && isBlankRun(source, open.body, line)) {
        open.body = line + 1;
        continue;
      }
    }
    met.add(anchor);
    inTable = anchor === 'tableI' || anchor === 'tableII';
    open.to = line;
    parts.push({ anchor, from: line, to: count, body: line + 1 });
  }
  if (!met.has('explanation')) takeNotes(source, parts);
  return parts;
}

/** Called once for each legend, each time for the lines behind the one before it alone. */
function isBlankRun(source: Source, from: number, to: number): boolean {
  for (let line = from; line < to; line++) if (!isBlankLine(source, line)) return false;
  return true;
}

/** Notes whose heading is lost stand below the last row of the last table, or behind a legend. */
function takeNotes(source: Source, parts: Part[]): void {
  const at = parts.reduce(
    (last, { anchor }, index) => (anchor === 'tableI' || anchor === 'tableII' ? index : last),
    -1,
  );
  const table = parts[at];
  if (!table) return;
  const first = firstNote(source, table);
  if (first !== undefined) {
    parts.splice(at + 1, 0, { anchor: 'notes', from: first, to: table.to, body: first });
    table.to = first;
    return;
  }
  const behind = parts.findIndex((part, index) => index > at && part.anchor === 'legend' && beginsNotes(source, part));
  const legend = parts[behind];
  if (!legend) return;
  parts.splice(behind + 1, 0, { anchor: 'notes', from: legend.body, to: legend.to, body: legend.body });
  legend.to = legend.body;
}

/** A line of more cells than these is a row of the form or one of its headings, and neither a note nor a signature. */
const FEW_CELLS = 4;

/**
 * The line of the first note below the rows of a table. Right below a row, or its headings, only the first note of a list is
 * one; behind a blank line any is.
 */
function firstNote(source: Source, table: Part): number | undefined {
  const { text, lines } = source;
  const wordsAt = (line: number): string => {
    const { start, end } = lines.lineSpan(line);
    return text.slice(start, end);
  };
  let row = table.to - 1;
  while (row > table.from && !hasCells(source, row)) row--;
  let below = row + 1;
  while (below < table.to && isBlankLine(source, below)) below++;
  if (row > table.from && below < table.to && looksLikeFirstNote(wordsAt(below))) return below;
  let first: number | undefined;
  for (let line = table.to - 1; line > row; line--) {
    const words = wordsAt(line);
    if (looksLikeNote(words) && isBlankLine(source, line - 1)) first = line;
    else if (looksLikeNote(words) && first === line + 1) first = line;
  }
  return first === undefined || first <= table.from + 1 ? undefined : first;
}

function hasCells({ text, lines, findCells }: Source, line: number): boolean {
  const { start, end } = lines.lineSpan(line);
  const places: number[] = [];
  findCells(text, start, end, places);
  return places.length / 2 > FEW_CELLS;
}

/** Whether the first words below a line of the form read like a note. */
function beginsNotes(source: Source, part: Part): boolean {
  for (let line = part.body; line < part.to; line++) {
    if (isBlankLine(source, line)) continue;
    const { start, end } = source.lines.lineSpan(line);
    return looksLikeNote(source.text.slice(start, end));
  }
  return false;
}
