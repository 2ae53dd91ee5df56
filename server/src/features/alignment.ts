/**
 * Where blanks are drawn so that the cells of a table stand under their headings. Nothing of it is part of the text: an editor
 * draws the gaps, makes tags and tabs tiny, raises markers, and cuts headings that are longer than their columns.
 */
import { LAYOUTS } from '../facts/layouts';
import type { Filing, Row, Table } from '../filing/model';
import { citationsOf, tablesOf } from '../filing/queries';
import type { Alignment } from '../protocol';
import { findPipes } from '../readers/cells/pipes';
import { findTabs } from '../readers/cells/tabs';
import type { Span } from '../text/span';

/** The form has room for 30; of a table with more than these the rest stands as it is. */
const MOST_ROWS = 300;
/** A column is no wider: a cell that is pushes those behind it. */
const WIDEST = 32;
/**
 * Between two columns, and how much of a heading is always in sight: of the words right above the cells, and of those above
 * these. A table that would not go into the window of a laptop is drawn narrow.
 */
const WIDE = { gap: 2, last: 10, upper: 7 };
const NARROW = { gap: 1, last: 7, upper: 6 };
const LAPTOP = 132;
/** How wide a raised character is. */
const RAISED = 0.75;

/** Tags around markers, and the backslash of an escape: what a printed form does not show. */
const UNPRINTED = /<\/?sup>|\\(?=[$*_#|[\]<>])/gi;

export function alignment(filings: readonly Filing[]): Alignment {
  const drawn: Drawn = { gaps: [], tiny: [], raised: [], cuts: [] };
  for (const filing of filings)
    if (LAYOUTS[filing.layout].cells === 'separated') {
      const raised = markersOf(filing);
      for (const table of tablesOf(filing)) align(filing, table, raised, drawn);
    }
  return drawn;
}

type Drawn = { -readonly [K in keyof Alignment]: Alignment[K][number][] };

/** A stretch of a line that stands in one column, with the separator before it. */
interface Piece extends Span {
  /** Where its gap is drawn. */
  readonly gapAt: number;
  readonly tiny: readonly Span[];
  readonly raised: readonly Span[];
  /** In characters. */
  readonly width: number;
  readonly isBlank: boolean;
}

interface Line {
  readonly line: number;
  readonly start: number;
  readonly pieces: readonly Piece[];
  /** Undefined of a row. */
  readonly heading: 'upper' | 'last' | undefined;
}

function align(filing: Filing, table: Table<Row>, markers: ReadonlyMap<number, readonly Span[]>, drawn: Drawn): void {
  const lines = linesOf(filing, table, markers);
  const edges = edgesOf(lines);
  const range = (line: Line, { start, end }: Span): [number, number, number] => [
    line.line,
    start - line.start,
    end - line.start,
  ];
  for (const line of lines) {
    let at = 0;
    line.pieces.forEach((piece, column) => {
      const gap = Math.max(edges[column]! - at, column === 0 ? 0 : 1);
      if (gap > 0) drawn.gaps.push([line.line, piece.gapAt - line.start, round(gap)]);
      at += Math.max(gap, 0);
      const room = line.heading === undefined ? Infinity : roomOf(line, column, edges);
      for (const one of piece.tiny) drawn.tiny.push(range(line, one));
      for (const one of piece.raised) drawn.raised.push(range(line, one));
      if (piece.width > room) {
        const cut = piece.gapAt + room - 1;
        drawn.cuts.push(range(line, { start: cut, end: piece.end }));
      }
      at += Math.min(piece.width, room);
    });
  }
}

/** To quarters, which raised characters come in, so that there are few widths. */
const round = (width: number): number => Math.round(width * 4) / 4;

/** The left edge of each column, in characters. */
function edgesOf(lines: readonly Line[]): number[] {
  const wide = edgesIn(lines, WIDE);
  return (wide.at(-2) ?? 0) > LAPTOP ? edgesIn(lines, NARROW) : wide; // the last column may reach out of sight
}

function edgesIn(lines: readonly Line[], { gap, last, upper }: typeof WIDE): number[] {
  const count = Math.max(0, ...lines.map(({ pieces }) => pieces.length));
  const widths = new Array<number>(count).fill(0);
  for (const { pieces, heading } of lines)
    pieces.forEach(({ width }, column) => {
      const most = heading === undefined ? WIDEST : heading === 'last' ? last : 0;
      widths[column] = Math.max(widths[column]!, Math.min(width, most));
    });
  // A heading above several columns has the room of all of them.
  for (const line of lines)
    if (line.heading === 'upper')
      line.pieces.forEach(({ width, isBlank }, column) => {
        if (isBlank) return;
        const end = endOfHeading(line, column);
        const room = sum(widths, column, end) + gap * (end - column - 1);
        widths[column]! += Math.max(0, Math.min(width, upper) - room);
      });
  const edges = [0];
  for (let column = 0; column < count; column++) edges.push(edges[column]! + widths[column]! + gap);
  return edges;
}

const sum = (widths: readonly number[], from: number, to: number): number =>
  widths.slice(from, to).reduce((all, one) => all + one, 0);

/** The column behind those that a heading stands above: blank cells beside it are its own. */
function endOfHeading({ pieces }: Line, column: number): number {
  let end = column + 1;
  while (end < pieces.length && pieces[end]!.isBlank) end++;
  return end;
}

/** The last heading of a line has no bound. */
function roomOf(line: Line, column: number, edges: readonly number[]): number {
  const end = endOfHeading(line, column);
  if (end >= line.pieces.length && line.heading === 'last') return Infinity;
  return Math.max(2, Math.floor(edges[end]! - edges[column]!) - 1);
}

/** The lines of headings and of rows, each row that stands on one line. */
function linesOf(
  filing: Filing,
  { headings, rows }: Table<Row>,
  markers: ReadonlyMap<number, readonly Span[]>,
): Line[] {
  const { lines, text } = filing;
  if (!headings || rows.length === 0) return [];
  const heads: number[] = [];
  for (
    let line = lines.lineAt(headings.start);
    line <= lines.lineAt(Math.max(headings.start, headings.end - 1));
    line++
  ) {
    const { start, end } = lines.lineSpan(line);
    if (/[A-Z]/i.test(text.slice(start, end))) heads.push(line);
  }
  const made = (line: number, heading: Line['heading']): Line => {
    const { start, end } = lines.lineSpan(line);
    return { line, start, heading, pieces: piecesOf(filing, start, end, markers.get(line) ?? []) };
  };
  const bodies = rows
    .slice(0, MOST_ROWS)
    .map(({ span }) => [lines.lineAt(span.start), lines.lineAt(Math.max(span.start, span.end - 1))] as const)
    .filter(([first, last]) => first === last);
  return [
    ...heads.map((line, at) => made(line, at === heads.length - 1 ? 'last' : 'upper')),
    ...bodies.map(([line]) => made(line, undefined)),
  ];
}

function piecesOf(filing: Filing, start: number, end: number, markers: readonly Span[]): Piece[] {
  const { text, layout } = filing;
  const tabs = LAYOUTS[layout].separator === '\t' || text.slice(start, end).trimStart().charAt(0) !== '|';
  const places: number[] = [];
  (tabs ? findTabs : findPipes)(text, start, end, places);
  const pieces: Piece[] = [];
  for (let at = 0; at + 1 < places.length; at += 2) {
    const cell = { start: places[at]!, end: places[at + 1]! };
    const first = at === 0;
    const from = first ? start : cell.start - 1;
    const raised = markers.filter((one) => one.start >= cell.start && one.end <= cell.end);
    const tiny: Span[] = [...(tabs && !first ? [{ start: from, end: cell.start }] : []), ...unprinted(text, cell)];
    const hidden = tiny.reduce((all, one) => all + one.end - one.start, 0);
    const small = raised.reduce((all, one) => all + (one.end - one.start) * (1 - RAISED), 0);
    pieces.push({
      start: from,
      end: cell.end,
      gapAt: tabs ? cell.start : from,
      tiny,
      raised,
      width: cell.end - from - hidden - small,
      isBlank: text.slice(cell.start, cell.end).trim() === '',
    });
  }
  return pieces;
}

function unprinted(text: string, { start, end }: Span): Span[] {
  const found: Span[] = [];
  for (const { index, 0: words } of text.slice(start, end).matchAll(UNPRINTED))
    found.push({ start: start + index, end: start + index + words.length });
  return found;
}

/** The markers in rows, by their lines. */
function markersOf(filing: Filing): Map<number, Span[]> {
  const byLine = new Map<number, Span[]>();
  for (const { marker } of citationsOf(filing)) {
    const line = filing.lines.lineAt(marker.span.start);
    const known = byLine.get(line);
    if (known) known.push(marker.span);
    else byLine.set(line, [marker.span]);
  }
  return byLine;
}
