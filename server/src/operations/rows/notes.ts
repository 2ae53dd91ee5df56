/** New footnotes amid the list, all later ones numbered anew. */
import { MOST_NOTES } from '../../facts/limits';
import type { Filing } from '../../filing/model';
import { otherReferences } from '../../filing/notes';
import { citationsOf } from '../../filing/queries';
import { labelLike, noteSeparator, renumber } from '../../rules/footnotes/edits';
import type { Edit } from '../../text/edits';
import type { Refusal } from '../operation';
import { lineEndOf } from './line';

export interface Room {
  /** The number of the first of the new notes. */
  readonly first: number;
  /** Writes their words, which may name their numbers. */
  readonly write: (words: readonly string[]) => readonly Edit[];
}

/**
 * Room for so many notes that rows set behind `offset` cite: behind those that are cited above, so that footnotes stay in
 * the order in which they are first cited.
 */
export function roomForNotes(filing: Filing, offset: number, count: number): Room | Refusal {
  const { list } = filing.footnotes;
  if (list.length + count > MOST_NOTES)
    return {
      refused: `Nothing was changed: there would be more than ${MOST_NOTES} footnotes, and EDGAR takes no more.`,
    };
  if (list.some(({ number }) => number === undefined))
    return { refused: 'Nothing was changed: the footnotes have letters. Number them 1, 2, 3 and so on first.' };
  const inOrder = list.every(({ number }, at) => number === at + 1);
  const highest = list.reduce((most, { number }) => Math.max(most, number!), 0);
  let above = inOrder ? 0 : highest;
  if (inOrder)
    for (const { marker } of citationsOf(filing))
      if (marker.span.start < offset && marker.number !== undefined && marker.number <= highest)
        above = Math.max(above, marker.number);
  const shift = (number: number): number => (number > above && number <= highest ? number + count : number);
  return { first: above + 1, write: (words) => [...moved(filing, shift), ...listed(filing, above, words)] };
}

function moved(filing: Filing, to: (number: number) => number): Edit[] {
  const elsewhere = otherReferences(filing).flatMap(({ numbers }) =>
    numbers.flatMap(({ number, span }) => (to(number) === number ? [] : [{ span, newText: String(to(number)) }])),
  );
  return [...renumber(filing, to), ...elsewhere];
}

/** The words behind note `above`, in the style of the list. */
function listed(filing: Filing, above: number, words: readonly string[]): Edit[] {
  const { footnotes } = filing;
  const { list } = footnotes;
  const eol = lineEndOf(filing);
  const [model] = list;
  if (!model) {
    const { end } = footnotes.span;
    const heading = footnotes.heading ? '' : `${eol}${eol}Explanation of Responses:`;
    const notes = words.map((note) => `- ${note}`).join(eol);
    return [{ span: { start: end, end }, newText: `${heading}${eol}${eol}${notes}${footnotes.heading ? '' : eol}` }];
  }
  const separator = noteSeparator(filing);
  const written = words.map((note, at) => labelLike(filing, model, above + 1 + at) + note);
  const before = list.find(({ number }) => number === above);
  if (before) {
    const { end } = before.span;
    return [{ span: { start: end, end }, newText: written.map((note) => separator + note).join('') }];
  }
  const { start } = model.span;
  return [{ span: { start, end: start }, newText: written.map((note) => note + separator).join('') }];
}
