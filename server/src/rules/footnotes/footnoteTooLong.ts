import type { Filing, Footnote } from '../../filing/model';
import { citationsOf } from '../../filing/queries';
import { grouped, whole } from '../../text/decimal';
import { schemaSeverity } from '../era';
import type { Edit, Fix, Rule } from '../rule';
import { labelLike, markerLike, noteSeparator, renumber } from './edits';
import { MOST_NOTES } from './numbering';

/** EDGAR Ownership XML Technical Specification: the text of a footnote. */
const MOST_CHARACTERS = 1000;

/** A footnote longer than EDGAR takes. */
export const footnoteTooLong: Rule = {
  id: 'footnote-too-long',
  family: 'footnotes',
  severity: 'error',
  summary: 'A footnote of more than 1,000 characters',
  fixable: true,
  check({ filing, filed, report }) {
    for (const note of filing.footnotes.list) {
      if (note.text.length <= MOST_CHARACTERS) continue;
      const cut = cutOf(filing, note);
      report({
        severity: schemaSeverity({ filed }),
        span: { start: cut, end: note.textSpan.end },
        message: `Expected at most 1,000 characters in a footnote; this one has ${grouped(whole(note.text.length))}. EDGAR takes no more; a long footnote goes on in the next.`,
        fixes: () => split(filing, note, cut),
      });
    }
  },
};

/** Where the note can be cut: behind the last sentence that fits or, where none does, the last word. */
function cutOf({ text }: Filing, { textSpan }: Footnote): number {
  // White space and escapes are not counted, so that a thousand units of source never hold more than that of words.
  const head = text.slice(textSpan.start, textSpan.start + MOST_CHARACTERS);
  const sentence = Math.max(head.lastIndexOf('. '), head.lastIndexOf('; '));
  const at = sentence > MOST_CHARACTERS / 4 ? sentence + 2 : head.lastIndexOf(' ') + 1;
  return textSpan.start + (at > 0 ? at : MOST_CHARACTERS);
}

/** The rest becomes a footnote of its own behind it, cited wherever the first part is. */
function split(filing: Filing, note: Footnote, cut: number): Fix[] {
  const { list } = filing.footnotes;
  const inOrder = list.every(({ number }, at) => number === at + 1);
  if (!inOrder || list.length >= MOST_NOTES) return [];
  const next = note.number! + 1;
  const words = filing.text.slice(0, cut).trimEnd().length;
  const edits: Edit[] = renumber(filing, (number) => (number >= next ? number + 1 : number));
  edits.push({ span: { start: words, end: cut }, newText: noteSeparator(filing) + labelLike(filing, note, next) });
  for (const { marker } of citationsOf(filing))
    if (marker.number === note.number)
      edits.push({
        span: { start: marker.outer.end, end: marker.outer.end },
        newText: markerLike(filing, marker, next),
      });
  return [{ title: `Go on in footnote ${next}`, edits, preferred: true }];
}
