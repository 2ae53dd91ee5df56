/** Boxes 1 to 6 of a page in columns, which stand side by side. */
import type { Span } from '../../text/span';
import { trim } from '../../text/white';
import type { Projection } from '../projection';
import { isSlashed } from '../wrapped';
import { range } from './centred';
import { cellStarts } from './frames';
import { columnStarts, emptyPlaces, type Label, type Page } from './page';
import { PAIR, writeRelationship } from './relationship';

/**
 * Boxes 1 to 6: columns side by side, each written from top to bottom. The tables of further owners have boxes 1 and 5.
 * @param title the line of the title of Table I, which may stand on the last line of the boxes
 */
export function writeBoxes(
  projection: Projection,
  page: Page,
  drawn: Page,
  from: number,
  to: number,
  title: number,
): void {
  const cells = cellStarts(drawn.words(from));
  const words = page.words(from);
  const relation = words.includes('5. Relationship') ? '5. Relationship' : 'Relationship of';
  const labels = ['1. Name', '2. Issuer', relation].flatMap((label) => {
    const start = words.indexOf(label);
    return start < 0 ? [] : [{ start, end: start + label.length }];
  });
  const starts =
    cells && (cells.length === 4 || cells.length === 3)
      ? [...cells.slice(0, -1), Infinity]
      : [...boxStarts(labels, emptyPlaces(page, range(from, to), 2000)), Infinity];
  const lines = range(from, Math.min(to === title ? to + 1 : to, page.count));
  const whole = cells?.length === 4;
  const edge = cells ? cells[cells.length - 1]! - 1 : Infinity;
  const name = cells ? nameIn(page, from, to, cells[1] ?? 0) : { from: 0, to: 0 };
  starts.slice(0, -1).forEach((start, at) => {
    let last: (Span & { readonly line: number }) | undefined;
    // Looked for once, so that a text with many of them stays linear.
    let relationship =
      at === starts.length - 2 ? lines.find((line) => PAIR.test(page.words(line).slice(start, edge))) : undefined;
    let behind = from;
    for (const number of lines) {
      if (number < behind) continue;
      if (number === relationship) {
        relationship = undefined;
        projection.write('\n', page.line(number).start);
        const own = lines.slice(number - from).filter((line) => line < title);
        behind = writeRelationship(projection, page, own, start, edge) ?? number;
        if (behind > number) continue;
      }
      // The title of Table I stands on the last line of the boxes.
      const cut = number === title ? page.words(number).search(/Table I - /) : -1;
      // A line of box 1 that is too long has moved the date of box 3 to the right behind it, or into it.
      const pieceOf = (column: number): Span | undefined =>
        page.piece(
          number,
          clearOf(page, number, starts[column]!),
          Math.min(clearOf(page, number, starts[column + 1]!), cut < 0 ? Infinity : cut),
        );
      const piece = cells ? pieceOf(at) : parted(page.text, pieceOf, at);
      if (!piece) continue;
      // The star of box 1 cites no footnote of the filer's.
      const star = page.text.slice(piece.start, piece.end).endsWith('^*') ? 2 : 0;
      // Boxes 2 to 4 hold a label and its value: in a drawn box both are wrapped as it pleases.
      const wrapped = cells
        ? last?.line === number - 1 && ((at === 1 && whole) || (at === 0 && number > name.from && number < name.to))
        : at > 0 && at === starts.length - 2 && last && ofTitle(page.text, last) && goesOn(page.text, piece);
      const slashed = last && isSlashed(page.text, { start: last.end, end: last.end }, piece.start);
      if (last) projection.write(wrapped ? (slashed ? '' : ' ') : '\n', piece.start);
      projection.copy(piece.start, piece.end - star);
      last = { line: number, start: piece.start, end: piece.end };
    }
    projection.write('\n\t', page.line(from).start);
  });
}

/** What box 5 and box 6 print: their labels, whole or wrapped, and their ticks. */
const OF_RELATIONSHIP =
  /^[^a-z\d]{0,9}(?:X\s{1,99})?\W{0,9}(?:\d\.|Relationship|Check|Director\b|10%|Officer\b|Other\b|\(?give|\(?specify|title\b|below|Form\b|Person|Line|Applicable|Individual|Issuer\b|X\b|Reporting)/i;
/** Whether a line of box 5 is the filer's own: a title may be wrapped over several. */
const ofTitle = (text: string, { start, end }: Span): boolean =>
  !OF_RELATIONSHIP.test(text.slice(start, Math.min(end, start + 200)));

/** A title may end with the word that a label begins with. */
const goesOn = (text: string, piece: Span): boolean =>
  ofTitle(text, piece) || text.slice(piece.start, piece.end) === 'Officer';

/** What stands in a box: without the date of the next one, or that date alone. */
function parted(text: string, pieceOf: (column: number) => Span | undefined, at: number): Span | undefined {
  const [own, before] = [pieceOf(at), at === 1 ? pieceOf(0) : undefined];
  if (at === 0 && own && !pieceOf(1)) {
    const date = DATE_BEHIND.exec(text.slice(own.start, own.end));
    return date ? trim(text, own.start, own.start + date.index) : own;
  }
  const date = !own && before ? DATE_BEHIND.exec(text.slice(before.start, before.end)) : null;
  return date && before ? { start: before.end - date[1]!.length, end: before.end } : own;
}

/** Words of an address, and behind them a date, which no address has. */
const DATE_BEHIND = /(?<=\S) (\d{2}\/\d{2}\/\d{4})$/;

/** Where the boxes begin: where no place parts them on all lines, each where its label does. */
function boxStarts(labels: readonly Label[], empty: readonly boolean[]): number[] {
  return columnStarts(0, labels, empty).map((start, at) =>
    start > 0 && !empty[start - 1] ? labels[at]!.start : start,
  );
}

/** A place of a line, moved to the nearest blank where a word stands across it. */
function clearOf(page: Page, line: number, place: number): number {
  const { start, end } = page.line(line);
  const isBlank = (at: number): boolean => at <= 0 || start + at >= end || page.text.charCodeAt(start + at) <= 32;
  if (place === Infinity || isBlank(place) || isBlank(place - 1)) return place;
  for (let moved = 1; moved <= MOST_ACROSS; moved++) {
    if (isBlank(place + moved)) return place + moved;
    if (isBlank(place - 1 - moved)) return place - moved;
  }
  return place;
}

/** So far does a box stand beside its column. */
const MOST_ACROSS = 4;

/** The lines of the name in box 1 of a drawn page, between what stands empty; it may be wrapped. */
function nameIn(page: Page, from: number, to: number, width: number): { from: number; to: number } {
  const lines = range(from, to).map((line) => page.piece(line, 0, width));
  const last = lines.findIndex((piece) => piece && page.text.startsWith('(Last)', piece.start));
  const blocks = lines.flatMap((piece, at) => (piece && !lines[at - 1] && at < last ? at : []));
  const first = blocks[1];
  if (first === undefined || blocks.length > 2) return { from, to: from };
  return { from: from + first, to: from + last };
}
