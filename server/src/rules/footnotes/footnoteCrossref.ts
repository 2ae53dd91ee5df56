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
  mentions: /note/i,
  check({ filing, report }) {
    const { list } = filing.footnotes;
    const { notes, cited } = numberingOf(filing);
    for (const reference of noteReferences(filing)) {
      // A footnote that a cell cites as well is missing itself, and `footnote-undefined` says so.
      const wrong = reference.numbers.find(({ number }) => !notes.has(number) && !cited.has(number));
      const last = lastRange(filing, reference);
      const moved = last === undefined ? movedRange(filing, reference) : undefined;
      const end = reference.numbers[reference.numbers.length - 1]!;
      if (moved) {
        const [from, to] = moved;
        const first = reference.numbers[reference.numbers.length - 2]!;
        report({
          span: { start: first.span.start, end: end.span.end },
          message: `Expected "(${from}) through (${to})": these footnotes state the ranges of prices, and footnote ${first.number} states none. The list seems to have moved on without these words; found (${first.number}) through (${end.number}).`,
          related: [{ message: `the first range of prices, footnote ${from}`, span: notes.get(from)!.labelSpan }],
          fixes: () => [
            {
              title: `Change it to (${from}) through (${to})`,
              edits: [
                { span: first.span, newText: String(from) },
                { span: end.span, newText: String(to) },
              ],
              preferred: true,
            },
          ],
        });
      } else if (wrong) {
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
  const first = firstOfRanges(filing, reference);
  if (first === undefined) return undefined;
  const ranged = (number: number): boolean => statesRange(filing, number);
  if (!ranged(first)) return undefined;
  let last = first;
  while (ranged(last + 1)) last++;
  const end = reference.numbers[reference.numbers.length - 1]!.number;
  // A footnote of another kind may stand amid the run, and a further run may have words of its own.
  return end > last && ranged(end) ? end : last;
}

/** The number from which words speak of the ranges in a run of footnotes. */
function firstOfRanges(filing: Filing, { range, numbers, span: { start }, note }: NoteReference): number | undefined {
  const before = filing.text.slice(Math.max(note.textSpan.start, start - 60), start);
  return range && /\brange/i.test(before) ? numbers[numbers.length - 2]?.number : undefined;
}

function statesRange(filing: Filing, number: number): boolean {
  const note = numberingOf(filing).notes.get(number);
  return note !== undefined && priceRanges(filing, note).length > 0;
}

/**
 * The run of as many footnotes, one further on, that do state ranges, the one that says these words among them: the list
 * was numbered anew, and the words were not.
 */
function movedRange(filing: Filing, reference: NoteReference): [from: number, to: number] | undefined {
  const first = firstOfRanges(filing, reference);
  if (first === undefined || statesRange(filing, first)) return undefined;
  const from = first + 1;
  const to = reference.numbers[reference.numbers.length - 1]!.number + 1;
  const own = reference.note.number ?? 0;
  if (to <= from || own < from || own > to || statesRange(filing, to + 1)) return undefined;
  for (let number = from; number <= to; number++) if (!statesRange(filing, number)) return undefined;
  return [from, to];
}

function endAt({ numbers }: NoteReference, last: number): Fix {
  const { span } = numbers[numbers.length - 1]!;
  return { title: `Change it to (${last})`, edits: [{ span, newText: String(last) }], preferred: true };
}
