/** Cells of words that stand so close to those beside them that no place parts all rows: parted by what their words are. */
import type { Span } from '../../text/span';
import { tokensIn, type Token } from '../loose/tokens';

type Cells = readonly (readonly Span[])[];

/** The columns of words by the count of columns: each with those of values to its left and to its right. */
const WORDS: Readonly<
  Record<
    number,
    readonly { readonly at: number; readonly left: readonly number[]; readonly right: readonly number[] }[]
  >
> = {
  11: [{ at: 0, left: [], right: [1] }],
  16: [
    { at: 0, left: [], right: [1, 2] },
    { at: 10, left: [8, 9], right: [11] },
  ],
};

const isValue = ({ kind, raw }: Token): boolean => kind === 'date' || kind === 'number' || raw === '$';

/** Moves values at the edges of cells of words into the cells beside them, where those are blank. */
export function withoutRags(text: string, cells: Cells): Cells {
  const found = cells.map((pieces) => [...pieces]);
  for (const { at, left, right } of WORDS[cells.length] ?? []) {
    const before: Span[] = [];
    const behind: Span[] = [];
    const words: Span[] = [];
    for (const { start, end } of cells[at]!) {
      const tokens = tokensIn(text, start, end);
      let from = 0;
      let to = tokens.length;
      while (left.length > 0 && from < to && (isValue(tokens[from]!) || tokens[from]!.kind === 'marker')) from++;
      // What is nothing but a value stands where there is room: to the right of a title first.
      while (to > from && isValueAt(tokens, to - 1)) to--;
      for (const span of groupsIn(tokens.slice(0, from))) before.push(span);
      for (const span of groupsIn(tokens.slice(to))) behind.push(span);
      if (to > from) words.push({ start: tokens[from]!.start, end: tokens[to - 1]!.end });
    }
    const rooms = (columns: readonly number[]): number[] => columns.filter((column) => found[column]!.length === 0);
    const [leftRooms, rightRooms] = [rooms(left), rooms(right)];
    if (before.length > leftRooms.length || (behind.length > 0 && rightRooms[0] !== right[0]) || words.length === 0)
      continue;
    if (before.length + behind.length === 0) continue;
    found[at] = words;
    leftRooms.slice(leftRooms.length - before.length).forEach((column, nth) => found[column]!.push(before[nth]!));
    behind.forEach((span) => found[right[0]!]!.push(span));
  }
  return found;
}

/** A value, or a marker behind one. */
function isValueAt(tokens: readonly Token[], at: number): boolean {
  if (isValue(tokens[at]!)) return true;
  let from = at;
  while (from > 0 && tokens[from]!.kind === 'marker') from--;
  return from < at && isValue(tokens[from]!);
}

/** Values, each with its markers; markers that stand apart. */
function groupsIn(tokens: readonly Token[]): Span[] {
  const found: { start: number; end: number }[] = [];
  tokens.forEach((token, at) => {
    const last = found[found.length - 1];
    const before = tokens[at - 1];
    const goesOn =
      last && (token.gap === 'none' || (token.kind === 'marker' && token.gap === 'blank') || before?.raw === '$');
    if (goesOn) last.end = token.end;
    else found.push({ start: token.start, end: token.end });
  });
  return found;
}
