/** Pieces of a torn page that stand amid another part of it: those of the head amid a table, those of a table amid the other. */
import { readingOf } from './headings';
import { CITY, DATE, looksLikeNature, looksLikeTitle } from './looks';
import type { Piece } from './pieces';

const FURNITURE = new Set<Piece['printed']>(['furniture', undefined]);
const DERIVATIVE_TITLE = /^1\. ?Title of\s{1,9}Derivative\b/;
/** An indirect ownership, alone on a line or behind its total. */
const INDIRECT = /^(?:[\d,.]{1,20} )?I$/m;

type Words = (piece: Piece) => string;

/**
 * Takes what belongs to the head out of the pieces of a table.
 * @param hasDate whether the head has a date of its own, so that those of a table are its rows'
 * @param title where the title of the table stands: above it stand headings, and what is left of the head
 */
export function takeHead(words: Words, pieces: Piece[], hasDate: boolean, title: number): Piece[] {
  const isOfHead = (piece: Piece | undefined): boolean => piece !== undefined && !FURNITURE.has(piece.printed);
  let dates = 0;
  const taken = pieces.filter((piece, at) => {
    if (isOfHead(piece)) return true;
    if (piece.printed !== undefined) return false;
    const own = words(piece);
    if (CITY.test(own)) return true;
    const isAmid = isOfHead(pieces[at - 1]) && (isOfHead(pieces[at + 1]) || pieces[at - 1]!.printed === 'other');
    if (DATE.test(own)) return !hasDate && (isAmid || piece.start < title) && dates++ === 0;
    return isAmid && own.length > 2 && !looksLikeTitle(own) && readingOf(own) === 'words';
  });
  for (const piece of taken) pieces.splice(pieces.indexOf(piece), 1);
  return taken;
}

/** Gives each table what stands amid the other: a title below the first heading of Table II, natures amid its headings or rows. */
export function sortStrays(words: Words, first: Piece[], second: Piece[]): void {
  const own = (piece: Piece): string => (piece.printed === undefined ? words(piece) : '');
  const heading = first.findIndex((piece) => DERIVATIVE_TITLE.test(own(piece)));
  if (heading >= 0)
    second.unshift(
      ...takeOut(first, (piece, at) => at > heading && looksLikeTitle(own(piece)) && readingOf(own(piece)) === 'words'),
    );
  const isNature = (piece: Piece): boolean => looksLikeNature(own(piece)) && readingOf(own(piece)) === 'words';
  const indirect = (pieces: readonly Piece[]): number => pieces.filter((piece) => INDIRECT.test(own(piece))).length;
  const wanted = indirect(first) - first.filter(isNature).length;
  const found = second.filter(isNature);
  // Those amid the headings of Table II are none of its rows'; the others only where it has no indirect ownership.
  const last = second.map((piece) => readingOf(own(piece))).lastIndexOf('strong');
  const some = indirect(second) > 0 ? found.filter((piece) => second.indexOf(piece) < last) : found;
  const moved = new Set(some.slice(0, Math.max(0, wanted)));
  first.push(...takeOut(second, (piece) => moved.has(piece)));
}

function takeOut(pieces: Piece[], isTaken: (piece: Piece, at: number) => boolean): Piece[] {
  const taken = pieces.filter(isTaken);
  for (const piece of taken) pieces.splice(pieces.indexOf(piece), 1);
  return taken;
}
