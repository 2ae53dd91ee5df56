/** What the form can ask for: one change of the filing, as one edit that one undo takes back. Places come as addresses. */
import { placeFrom, type CellPlace, type TickPlace, type WordsPlace } from './place';

/** Words of one place, to be set. */
export interface Typed {
  readonly place: WordsPlace;
  readonly text: string;
}

export type FormChange =
  /** The words of places: one that was typed in, or many cells that were pasted. */
  | { readonly kind: 'set'; readonly places: readonly Typed[] }
  | { readonly kind: 'tick'; readonly place: TickPlace; readonly checked: boolean }
  /** A marker of a note that is there, in a cell that does not cite it; or out of one that does. */
  | { readonly kind: 'cite' | 'uncite'; readonly place: CellPlace; readonly number: number }
  /** A new note that the cell cites. */
  | { readonly kind: 'note'; readonly place: CellPlace; readonly text: string };

/** Longer than any field of the form takes, remarks and notes among them. */
const MOST_CHARACTERS = 20_000;
/** As many cells as a paste may fill. */
const MOST_PLACES = 2000;

/** A change as it came over the wire; undefined where it is none. */
export function changeFrom(given: unknown): FormChange | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const { kind, places, address, checked, number, text } = given as Record<string, unknown>;
  if (kind === 'set') {
    if (!Array.isArray(places) || places.length === 0 || places.length > MOST_PLACES) return undefined;
    const typed = places.map(typedFrom);
    return typed.every((one) => one !== undefined) ? { kind, places: typed } : undefined;
  }
  const place = placeFrom(address);
  if (!place) return undefined;
  if (kind === 'tick') return 'tick' in place && typeof checked === 'boolean' ? { kind, place, checked } : undefined;
  if (!('column' in place)) return undefined;
  if (kind === 'cite' || kind === 'uncite')
    return typeof number === 'number' && Number.isInteger(number) ? { kind, place, number } : undefined;
  return kind === 'note' && isText(text) ? { kind, place, text } : undefined;
}

const isText = (text: unknown): text is string => typeof text === 'string' && text.length <= MOST_CHARACTERS;

function typedFrom(given: unknown): Typed | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const { address, text } = given as Record<string, unknown>;
  const place = placeFrom(address);
  return place && !('tick' in place) && isText(text) ? { place, text } : undefined;
}
