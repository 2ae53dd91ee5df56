/** What becomes of the footnotes of a filing, before a word of it is written. */
import { perFiling } from '../../filing/memo';
import type { Filing } from '../../filing/model';
import { citationsOf, type Citation } from '../../filing/queries';
import { unwritable, type Refusal } from '../operation';

export interface Plan {
  /**
   * The number that takes the place of a number, in the list, in markers and in words alike; undefined where the note is
   * gone. Holds for numbers that no note has as well, so that what cites nothing goes on citing nothing.
   */
  readonly to: (number: number) => number | undefined;
  /** The notes that leave the list: deleted ones, and those that are one with another one now. */
  readonly dropped: ReadonlySet<number>;
}

const NONE: ReadonlySet<number> = new Set();

/** Why the footnotes of this filing cannot be renumbered by command; undefined where they can. */
export function unnumbered(filing: Filing): Refusal | undefined {
  const closed = unwritable(filing);
  if (closed) return closed;
  const seen = new Set<number>();
  for (const { number, label } of filing.footnotes.list) {
    if (number === undefined)
      return { refused: `The footnotes have letters such as (${label}). Number them 1, 2, 3 and so on first.` };
    if (seen.has(number))
      return { refused: `Two footnotes have the number ${number}. Give each a number of its own first.` };
    seen.add(number);
  }
  return undefined;
}

/** The numbers of the list from the lowest to the highest. */
export function numbersOf({ footnotes }: Filing): number[] {
  return footnotes.list.map(({ number }) => number!).sort((a, b) => a - b);
}

/** Gives the numbers in use to the notes in another order: the first of them to the note that has the number `order[0]`. */
export function reordered(filing: Filing, order: readonly number[]): Plan {
  const used = numbersOf(filing);
  const to = new Map(order.map((number, at) => [number, used[at]!]));
  return { to: (number) => to.get(number) ?? number, dropped: NONE };
}

/** Makes note `from` number `to`. Where another note has that number, those between the two make room, one place each. */
export function moved(filing: Filing, from: number, to: number): Plan | Refusal {
  const used = numbersOf(filing);
  const last = used[used.length - 1];
  if (last === undefined) return { refused: 'The filing has no footnotes.' };
  if (!used.includes(from)) return { refused: `The filing has no footnote ${from}.` };
  const at = used.indexOf(to);
  if (at >= 0) {
    const order = used.filter((number) => number !== from);
    order.splice(at, 0, from);
    return reordered(filing, order);
  }
  if (to < 1 || to > last)
    return {
      refused: `Choose a number from ${used[0]} to ${last}: ${used.length === 1 ? 'there is 1 footnote' : `there are ${used.length} footnotes`}.`,
    };
  if (citationsOf(filing).some(({ marker }) => marker.number === to))
    return { refused: `Cells cite (${to}), which has no footnote: they would come to cite this one.` };
  return { to: (number) => (number === from ? to : number), dropped: NONE };
}

/** Makes room for a new note at a number: it and all later ones move down by one. */
export function roomAt(number: number): Plan {
  return { to: (one) => (one >= number ? one + 1 : one), dropped: NONE };
}

/** Takes notes out of the list. Each is gone or, where `into` names another note, one with it. */
export function without(numbers: readonly number[], into: ReadonlyMap<number, number> = new Map()): Plan {
  const dropped = new Set(numbers);
  const gone = [...dropped].sort((a, b) => a - b);
  const up = (number: number): number => number - gone.filter((one) => one < number).length;
  return {
    to: (number) => {
      const kept = into.get(number) ?? number;
      return dropped.has(kept) ? undefined : up(kept);
    },
    dropped,
  };
}

/** The markers with a number, each once: two columns may share a cell. In the order of the text. */
export const markersOf = perFiling((filing): readonly Citation[] => {
  const seen = new Set<number>();
  return citationsOf(filing)
    .filter(({ marker }) => {
      const { start } = marker.labelSpan;
      if (marker.number === undefined || seen.has(start)) return false;
      seen.add(start);
      return true;
    })
    .sort((a, b) => a.marker.labelSpan.start - b.marker.labelSpan.start);
});
