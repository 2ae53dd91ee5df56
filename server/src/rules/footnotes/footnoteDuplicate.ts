import { MOST_NOTES } from '../../facts/limits';
import type { Filing } from '../../filing/model';
import { schemaSeverity } from '../era';
import type { Edit, Fix, Rule } from '../rule';
import { digitsOf, markerLike } from './edits';
import { numberingOf, type Duplicate } from './numbering';
import { alsoCited } from './words';

/** A number that two footnotes have. */
export const footnoteDuplicate: Rule = {
  id: 'footnote-duplicate',
  family: 'footnotes',
  severity: 'error',
  suspends: true,
  summary: 'A footnote number that is used twice',
  fixable: true,
  sign: 'notes',
  check({ filing, filed, report }) {
    for (const duplicate of numberingOf(filing).duplicates) {
      const { note, first, missedBy } = duplicate;
      report({
        severity: schemaSeverity({ filed }),
        span: digitsOf(filing, note),
        message: `Expected each footnote to have a number of its own; ${note.number} is used twice, so that a marker (${note.number}) could mean either.${missedBy ? ` The tables cite footnote ${missedBy.number}, which is not there.` : ''}`,
        related: [
          { message: `${note.number} is used here first`, span: digitsOf(filing, first) },
          ...alsoCited(missedBy?.citations ?? []),
        ],
        fixes: () => repairs(filing, duplicate),
      });
    }
  },
};

/** The number that the tables miss, else the place in the list, else the first free one. */
function repairs(filing: Filing, { note, place, missedBy }: Duplicate): Fix[] {
  const { notes, cited } = numberingOf(filing);
  const own: Edit = { span: digitsOf(filing, note), newText: '' };
  if (missedBy) {
    const newText = String(missedBy.number);
    return [{ title: `Number the footnote ${newText}`, edits: [{ ...own, newText }], preferred: true }];
  }
  let number = place;
  if (notes.has(number)) for (number = 1; notes.has(number); number++);
  if (number > MOST_NOTES) return [];
  // A marker could mean either footnote: it then cites both.
  const markers = (cited.get(note.number!) ?? []).map(({ marker }): Edit => {
    const { end } = marker.outer;
    return { span: { start: end, end }, newText: markerLike(filing, marker, number) };
  });
  return [
    { title: `Number the footnote ${number}, and cite both`, edits: [{ ...own, newText: String(number) }, ...markers] },
  ];
}
