import { MOST_NOTE_CHARACTERS, MOST_NOTES } from '../../facts/limits';
import type { Filing, Footnote } from '../../filing/model';
import { citationsOf } from '../../filing/queries';
import { grouped, whole } from '../../text/decimal';
import { schemaSeverity } from '../era';
import type { Edit, Fix, Rule } from '../rule';
import { labelLike, markerLike, noteSeparator, renumber } from './edits';

const MOST = grouped(whole(MOST_NOTE_CHARACTERS));

/** A footnote longer than EDGAR takes. */
export const footnoteTooLong: Rule = {
  id: 'footnote-too-long',
  family: 'footnotes',
  severity: 'error',
  suspends: true,
  summary: `A footnote of more than ${MOST} characters`,
  fixable: true,
  sign: 'notes',
  check({ filing, filed, report }) {
    for (const note of filing.footnotes.list) {
      if (note.text.length <= MOST_NOTE_CHARACTERS) continue;
      const cut = cutOf(filing, note.textSpan.start);
      report({
        severity: schemaSeverity({ filed }),
        span: { start: cut, end: note.textSpan.end },
        message: `Expected at most ${MOST} characters in a footnote; this one has ${grouped(whole(note.text.length))}. EDGAR takes no more; a long footnote goes on in the next.`,
        fixes: () => split(filing, note),
      });
    }
  },
};

/** Where a text can be cut: behind the last sentence that fits or, where none does, the last word. */
function cutOf({ text }: Filing, start: number): number {
  // White space and escapes are not counted, so that a thousand units of source never hold more than that of words.
  const head = text.slice(start, start + MOST_NOTE_CHARACTERS);
  const sentence = Math.max(head.lastIndexOf('. '), head.lastIndexOf('; '));
  const at = sentence > MOST_NOTE_CHARACTERS / 4 ? sentence + 2 : head.lastIndexOf(' ') + 1;
  return start + (at > 0 ? at : MOST_NOTE_CHARACTERS);
}

/** The rest becomes footnotes of its own behind it, cited wherever the first part is. */
function split(filing: Filing, note: Footnote): Fix[] {
  const { list } = filing.footnotes;
  const cuts: number[] = [];
  const left = lengthsFrom(filing.text.slice(note.textSpan.start, note.textSpan.end));
  for (
    let from = note.textSpan.start;
    left[from - note.textSpan.start]! > MOST_NOTE_CHARACTERS;
    from = cuts[cuts.length - 1]!
  )
    cuts.push(cutOf(filing, from));
  const inOrder = list.every(({ number }, at) => number === at + 1);
  if (!inOrder || list.length + cuts.length > MOST_NOTES) return [];
  const next = note.number! + 1;
  const edits: Edit[] = renumber(filing, (number) => (number >= next ? number + cuts.length : number));
  cuts.forEach((cut, at) => {
    const words = filing.text.slice(0, cut).trimEnd().length;
    edits.push({
      span: { start: words, end: cut },
      newText: noteSeparator(filing) + labelLike(filing, note, next + at),
    });
  });
  for (const { marker } of citationsOf(filing))
    if (marker.number === note.number) {
      const { end } = marker.outer;
      edits.push({
        span: { start: end, end },
        newText: cuts.map((_, at) => markerLike(filing, marker, next + at)).join(''),
      });
    }
  return [{ title: `Go on in footnote ${next}`, edits, preferred: true }];
}

/** For each place of a text how many characters follow, white space taken as single spaces. */
function lengthsFrom(text: string): Uint32Array {
  const left = new Uint32Array(text.length + 1);
  for (let at = text.length - 1; at >= 0; at--) {
    const white = text.charAt(at).trim() === '';
    left[at] = left[at + 1]! + (white && text.charAt(at + 1).trim() === '' ? 0 : 1);
  }
  return left;
}
