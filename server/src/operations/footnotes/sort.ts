import type { Filing } from '../../filing/model';
import type { Operation } from '../operation';
import { apply } from './apply';
import { markersOf, numbersOf, reordered, unnumbered } from './plan';

/** Footnotes in the order in which the tables first cite them; those that nothing cites come last. */
export const sortFootnotes: Operation = {
  id: 'footnote.sort',
  kind: 'refactor.rewrite',
  offer: ({ filing }) =>
    !unnumbered(filing) && orderOf(filing) ? 'Sort footnotes by their first citation' : undefined,
  run({ filing }) {
    const refused = unnumbered(filing);
    if (refused) return refused;
    const order = orderOf(filing);
    if (!order) return { refused: 'The footnotes are in the order of their first citations already.' };
    const done = apply(filing, reordered(filing, order));
    return 'refused' in done ? done : { edits: done.edits, remark: done.remark };
  },
};

/** The numbers in the order of their first citations; undefined where they are in it already, or nothing cites them. */
function orderOf(filing: Filing): number[] | undefined {
  const used = numbersOf(filing);
  const has = new Set(used);
  const cited = new Set<number>();
  for (const { marker } of markersOf(filing)) if (has.has(marker.number!)) cited.add(marker.number!);
  if (cited.size === 0) return undefined;
  const order = [...cited, ...used.filter((number) => !cited.has(number))];
  return order.some((number, at) => number !== used[at]) ? order : undefined;
}
