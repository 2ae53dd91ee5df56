/** Words that the footnote rules share. */
import type { Filing, Footnote } from '../../filing/model';
import type { Citation } from '../../filing/queries';
import type { Related } from '../rule';
import { count, quote } from '../words';

/** How many further places a finding shows. */
const MOST_RELATED = 20;

/** `the filing has 3 footnotes, 1 to 3`. */
export function heldNotes({ footnotes: { list } }: Filing): string {
  if (list.length === 0) return 'the filing has no footnotes';
  const numbers = list.map(({ number }) => number);
  const last = numbers[numbers.length - 1];
  const inOrder = numbers.every((number, at) => number === at + 1);
  return `the filing has ${count(list.length, 'footnote')}${inOrder && list.length > 1 ? `, 1 to ${last}` : ''}`;
}

/** `footnote 2 (“Shares held …”), which no cell cites`. */
export function citesNothing(note: Footnote): string {
  return `footnote ${note.number}, which no cell cites: ${quote(note.text)}`;
}

/** The other cells that cite the same, as related places. */
export function alsoCited(others: readonly Citation[]): Related[] {
  return others
    .slice(0, MOST_RELATED)
    .map(({ marker }) => ({ message: `(${marker.label}) is cited here too`, span: marker.span }));
}
