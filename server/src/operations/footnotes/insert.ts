import { MOST_NOTES } from '../../facts/limits';
import type { Cell, Filing } from '../../filing/model';
import { PLACEHOLDER } from '../../rules/footnotes/edits';
import type { Operation } from '../operation';
import { apply } from './apply';
import { markersOf, roomAt, unnumbered } from './plan';
import { cellAt } from './target';

/** A marker in the cell under the cursor, and the note that it cites, to be written. */
export const insertFootnote: Operation = {
  id: 'footnote.insert',
  kind: 'refactor.rewrite',
  offer: ({ filing, selection }) =>
    !unnumbered(filing) && cellAt(filing, selection.start) ? 'Insert a footnote here' : undefined,
  run({ filing, selection }) {
    const refused = unnumbered(filing);
    if (refused) return refused;
    const cell = cellAt(filing, selection.start);
    if (!cell) return { refused: 'Put the cursor in a cell of Table I or Table II: that is where the marker goes.' };
    if (filing.footnotes.list.length >= MOST_NOTES)
      return {
        refused: `The filing has ${filing.footnotes.list.length} footnotes; EDGAR takes no more than ${MOST_NOTES}.`,
      };
    const number = numberAt(filing, cell);
    const done = apply(filing, roomAt(number), { number, words: PLACEHOLDER, cell });
    if ('refused' in done) return done;
    const note = done.after.footnotes.list.find((one) => one.number === number);
    return { edits: done.edits, remark: done.remark, ...(note && { caret: note.textSpan }) };
  },
};

/** The number behind that of the note that was first cited before this place, as notes are numbered by their first citations. */
export function numberAt(filing: Filing, cell: Cell<unknown>): number {
  const { list } = filing.footnotes;
  const has = new Set(list.map(({ number }) => number!));
  const at = cell.markers.reduce((end, { outer }) => Math.max(end, outer.end), cell.span.end);
  const cited = new Set<number>();
  let before: number | undefined;
  for (const { marker } of markersOf(filing)) {
    const number = marker.number!;
    // In a list that is yet to be written every marker stands for a note.
    if (cited.has(number) || (list.length > 0 && !has.has(number))) continue;
    if (marker.outer.start >= at) return before === undefined ? number : before + 1;
    cited.add(number);
    before = number;
  }
  return Math.max(before ?? 0, ...has) + 1;
}
