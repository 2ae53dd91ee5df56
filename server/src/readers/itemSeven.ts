/** Item 7 of Table II in one column, as two cells. */
import { trim } from '../text/white';
import { NO_MARKERS, TableCell } from './cells/cell';

export type Words = TableCell<string>;

const ITEM_7 = 10;

/** A row whose item 7 is one cell, with that cell as two. */
export function spreadItem7(text: string, words: readonly Words[]): readonly Words[] {
  const item = words[ITEM_7];
  if (!item) return words;
  return [...words.slice(0, ITEM_7), ...splitItem7(text, item), ...words.slice(ITEM_7 + 1)];
}

const TRAILING_NUMBER = /(?:^|[\s>])(\\?\$?\d[\d,]*(?:\.\d+)?)$/;

/** Item 7 in one column: `Common Stock 125,000` → the title and the amount, each with the markers behind it. */
function splitItem7(text: string, cell: Words): [Words, Words] {
  const { from, start, end } = cell;
  const to = from + cell.raw.length;
  const number = TRAILING_NUMBER.exec(cell.raw.slice(-40))?.[1];
  if (number === undefined) return [cell, new TableCell<string>(undefined, '', to, start, end, NO_MARKERS)];
  const at = to - number.length;
  const before = cell.markers.filter((marker) => marker.span.start < at);
  const behind = cell.markers.filter((marker) => marker.span.start >= at);
  const title = trim(text, from, Math.max(from, Math.min(before[0]?.outer.start ?? at, at)));
  const words = text.slice(title.start, title.end);
  return [
    new TableCell(words === '' ? undefined : words, words, title.start, start, at, before),
    new TableCell(number, number, at, at, end, behind),
  ];
}
