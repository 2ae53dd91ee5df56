import type { Filing } from '../../filing/model';
import { noteReferences } from '../../filing/notes';
import type { Edit, Fix, Rule } from '../rule';
import { renumber } from './edits';
import { numberingOf } from './numbering';

/** Footnotes that are not numbered in the order in which the tables first cite them. */
export const footnoteOrder: Rule = {
  id: 'footnote-order',
  family: 'footnotes',
  severity: 'hint',
  summary: 'Footnotes not numbered in the order of their first citation',
  fixable: true,
  sign: 'notes',
  check({ filing, report }) {
    const { cited, uncited, duplicates, undefinedMarkers, oddMarkers } = numberingOf(filing);
    if (uncited.length + duplicates.length + undefinedMarkers.length + oddMarkers.length > 0) return;
    // A map keeps the order in which its keys came, which is that of the first citations.
    const order = [...cited.keys()].filter((key) => typeof key === 'number');
    const at = order.findIndex((number, place) => place > 0 && number < order[place - 1]!);
    if (at < 0) return;
    const { marker, row } = cited.get(order[at]!)![0]!;
    const before = cited.get(order[at - 1]!)![0]!.marker;
    report({
      row,
      span: marker.span,
      message: `Footnotes are mostly numbered as they are first cited, row by row and from left to right; (${marker.label}) is first cited after (${before.label}).`,
      related: [{ message: `(${before.label}) is cited before it`, span: before.span }],
      fixes: () => inOrder(filing, order),
    });
  },
};

/** Numbers footnotes and markers anew, and moves the words of the footnotes to their new places. */
function inOrder(filing: Filing, order: readonly number[]): Fix[] {
  const { list } = filing.footnotes;
  if (order.length !== list.length || list.some(({ number }, at) => number !== at + 1)) return [];
  const to = new Map(order.map((number, at) => [number, at + 1]));
  const within = noteReferences(filing);
  const listStart = list[0]!.span.start;
  // Labels stay where they are: the words move.
  const edits: Edit[] = renumber(filing, (number) => to.get(number) ?? number).filter(
    ({ span }) => span.end <= listStart,
  );
  list.forEach((place, at) => {
    const note = list[order[at]! - 1]!;
    let words = filing.text.slice(note.textSpan.start, note.textSpan.end);
    const named = within.filter((reference) => reference.note === note).flatMap(({ numbers }) => numbers);
    for (const { number, span } of [...named].reverse()) {
      const start = span.start - note.textSpan.start;
      words = words.slice(0, start) + (to.get(number) ?? number) + words.slice(span.end - note.textSpan.start);
    }
    const is = filing.text.slice(place.textSpan.start, place.textSpan.end);
    if (words !== is) edits.push({ span: place.textSpan, newText: words });
  });
  return [{ title: 'Number the footnotes in the order in which they are cited', edits, preferred: true }];
}
