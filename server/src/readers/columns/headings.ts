/** Where the columns of a table stand: by its bars, by its headings, and by what stands empty in all rows. */
import { range, type Block } from './centred';
import { cellStarts } from './frames';
import { columnStarts, emptyPlaces, type Label, type Page } from './page';
import { WIDEST } from './rows';

/** The headings of a table, left to right; a group has headings of its own below it. */
export interface Heading {
  readonly number: string;
  readonly below?: readonly RegExp[];
}

export const TABLE_I: readonly Heading[] = [
  { number: '1.' },
  { number: '2.' },
  { number: '2A.' },
  { number: '3.', below: [/Code/, /V/] },
  { number: '4.', below: [/Amount/, /\(A\)/, /Price/] },
  { number: '5.' },
  { number: '6.' },
  { number: '7.' },
];
export const TABLE_II: readonly Heading[] = [
  { number: '1.' },
  { number: '2.' },
  { number: '3.' },
  { number: '3A.' },
  { number: '4.', below: [/Code/, /V/] },
  { number: '5.', below: [/\(A\)/, /\(D\)/] },
  { number: '6.', below: [/Exercisable/, /Expiration/] },
  { number: '7.', below: [/Title/, /Amount|Number|Shares/] },
  { number: '8.' },
  { number: '9.' },
  { number: '10.' },
  { number: '11.' },
];

/** The starts of the numbered headings on a line; undefined where one of them is not there. */
function headingStarts(words: string, headings: readonly Heading[]): number[] | undefined {
  const starts: number[] = [];
  let from = 0;
  for (const { number } of headings) {
    let at = words.indexOf(number, from);
    while (at > 0 && words[at - 1] !== ' ') at = words.indexOf(number, at + 1);
    if (at < 0) return undefined;
    starts.push(at);
    from = at + number.length;
  }
  return starts;
}

/** The lowest place of a heading between two columns of the heading lines. */
function lowest(page: Page, lines: readonly number[], pattern: RegExp, from: number, to: number): Label | undefined {
  for (let at = lines.length - 1; at > 0; at--) {
    const match = pattern.exec(page.words(lines[at]!).slice(from, to));
    if (match) return { start: from + match.index, end: from + match.index + match[0].length };
  }
  return undefined;
}

/** Where the columns begin, by the bars between the cells of the first row; undefined where there are none, or others. */
export function columnsDrawn(drawn: Page, rows: readonly Block[], headings: readonly Heading[]): number[] | undefined {
  const cells = rows[0] && cellStarts(drawn.words(rows[0].from));
  const count = headings.reduce((sum, { below }) => sum + (below?.length ?? 1), 0);
  return cells?.length === count + 1 ? cells.slice(0, count) : undefined;
}

/** Where the columns begin, by their headings and by what stands empty in all rows. */
export function columnsUnder(
  page: Page,
  headings: readonly Heading[],
  head: number,
  headingLines: readonly number[],
  rows: readonly Block[],
): number[] | undefined {
  const starts = headingStarts(page.words(head).slice(0, WIDEST), headings);
  if (!starts) return undefined;
  const body = rows.flatMap((block) => range(block.from, block.to));
  const empty = emptyPlaces(page, [...body, ...headingLines.slice(-1)], WIDEST);
  const inRows = emptyPlaces(page, body, WIDEST);
  const found = headings.flatMap(({ below }, at) => {
    const from = starts[at]!;
    const end = starts[at + 1] ?? WIDEST;
    const labels = below?.map((pattern) => lowest(page, headingLines, pattern, from, end));
    return labels?.every((label) => label !== undefined)
      ? columnStarts(from, labels, empty)
      : [from, ...(below?.slice(1).map(() => end) ?? [])];
  });
  return beside(found, inRows);
}

/** Where the heading of each column stands: those of a group may stand beside it, since a PDF moves each line by itself. */
export function labelsOf(
  page: Page,
  headings: readonly Heading[],
  head: number,
  lines: readonly number[],
  columns: readonly number[],
): readonly (readonly [number, number])[] {
  const starts = headingStarts(page.words(head).slice(0, WIDEST), headings) ?? [];
  let place = 0;
  return headings.flatMap(({ below }, at): (readonly [number, number])[] => {
    const own = [starts[at] ?? columns[at]!, starts[at + 1] ?? WIDEST] as const;
    if (!below) return [own];
    return below.map((pattern) => {
      const label = lowest(page, lines, pattern, Math.max(place, own[0] - MOST_BESIDE), own[1] + MOST_BESIDE);
      if (!label) return own;
      place = label.start + 1;
      return [label.start, label.end] as const;
    });
  });
}

/** So far may the headings of a group's columns stand beside it. */
const MOST_BESIDE = 40;

/** So far may a page of a PDF have moved a column from its heading. */
const MOST_MOVED = 12;

/** Places of columns, each that stands amid words of some row moved to the nearest one that does not. */
function beside(starts: readonly number[], empty: readonly boolean[]): number[] {
  return starts.map((start, at) => {
    if (at === 0 || (empty[start - 1] ?? true)) return start;
    const [before, behind] = [starts[at - 1]! + 1, starts[at + 1] ?? WIDEST];
    for (let moved = 1; moved <= MOST_MOVED; moved++)
      for (const place of [start - moved, start + moved])
        if (place > before && place < behind && empty[place - 1]) return place;
    return start;
  });
}
