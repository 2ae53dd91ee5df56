import type { Filing } from '../../filing/model';
import { noteReferences, type NoteReference } from '../../filing/notes';
import { priceRanges } from '../../filing/priceRanges';
import type { Fix, Rule } from '../rule';
import { count } from '../words';
import { numberingOf } from './numbering';

/** A footnote that speaks of another footnote that is not there, or of a run of them that ends elsewhere. */
export const footnoteCrossref: Rule = {
  id: 'footnote-crossref',
  family: 'footnotes',
  severity: 'warning',
  summary: 'A footnote that names a footnote that is not there',
  fixable: true,
  check({ filing, report }) {
    const { list } = filing.footnotes;
    const { notes } = numberingOf(filing);
    for (const reference of noteReferences(filing)) {
      const wrong = reference.numbers.find(({ number }) => !notes.has(number));
      const last = lastRange(filing, reference);
      const end = reference.numbers[reference.numbers.length - 1]!;
      if (wrong) {
        report({
          span: wrong.span,
          message: `Expected the words to name a footnote of this filing, which has ${count(list.length, 'footnote')}; found footnote ${wrong.number}.`,
          fixes: () => (last !== undefined && wrong === end ? [endAt(reference, last)] : []),
        });
      } else if (last !== undefined && last !== end.number) {
        report({
          span: end.span,
          message: `Expected "through (${last})": footnote ${last} is the last that states a range of prices; found (${end.number}).`,
          related: [{ message: `the last range of prices, footnote ${last}`, span: notes.get(last)!.labelSpan }],
          fixes: () => [endAt(reference, last)],
        });
      }
    }
  },
};

/**
 * "the ranges set forth in footnotes (a) through (b)": the last of the footnotes from a on that state a range of prices,
 * one after the other. Undefined where the words do not speak of such footnotes.
 */
function lastRange(filing: Filing, reference: NoteReference): number | undefined {
  const { notes } = numberingOf(filing);
  const first = reference.numbers[reference.numbers.length - 2]?.number;
  if (!reference.range || first === undefined) return undefined;
  const { start } = reference.span;
  const before = filing.text.slice(Math.max(reference.note.textSpan.start, start - 60), start);
  if (!/\brange/i.test(before)) return undefined;
  const ranged = (number: number): boolean => {
    const note = notes.get(number);
    return note !== undefined && priceRanges(filing, note).length > 0;
  };
  if (!ranged(first)) return undefined;
  let last = first;
  while (ranged(last + 1)) last++;
  const end = reference.numbers[reference.numbers.length - 1]!.number;
  // A footnote of another kind may stand amid the run, and a further run may have words of its own.
  return end > last && ranged(end) ? end : last;
}

function endAt({ numbers }: NoteReference, last: number): Fix {
  const { span } = numbers[numbers.length - 1]!;
  return { title: `Change it to (${last})`, edits: [{ span, newText: String(last) }], preferred: true };
}
