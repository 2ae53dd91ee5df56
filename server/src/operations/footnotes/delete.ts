import { count } from '../../rules/words';
import type { Operation } from '../operation';
import { apply } from './apply';
import { markersOf, unnumbered, without } from './plan';
import { targetAt } from './target';

/** The footnote under the cursor with all its markers; later ones are renumbered. */
export const deleteFootnote: Operation = {
  id: 'footnote.delete',
  kind: 'refactor',
  offer({ filing, selection }) {
    const target = !unnumbered(filing) && targetAt(filing, selection.start);
    if (!target || !filing.footnotes.list.some(({ number }) => number === target.number)) return undefined;
    const markers = markersOf(filing).filter(({ marker }) => marker.number === target.number).length;
    return `Delete footnote ${target.number}${markers > 0 ? ` and its ${markers === 1 ? 'marker' : count(markers, 'marker')}` : ''}`;
  },
  run({ filing, selection }) {
    const refused = unnumbered(filing);
    if (refused) return refused;
    const number = targetAt(filing, selection.start)?.number;
    if (number === undefined) return { refused: 'Put the cursor on a footnote or on a marker that cites it.' };
    if (!filing.footnotes.list.some((note) => note.number === number))
      return { refused: `The filing has no footnote ${number}.` };
    const done = apply(filing, without([number]));
    return 'refused' in done ? done : { edits: done.edits, remark: done.remark };
  },
};
